/** A report of one text for the tables: zones by hand, walls by the report's own rules. */
import { plainUnits, textOf } from '../../src/read/copy-table.ts';
import { buildCopy } from '../../src/report/copy.ts';
import { splitLines } from '../../src/report/lines.ts';
import { findRawTables } from '../../src/report/table-lines.ts';
import { placeTables } from '../../src/report/tables.ts';
import { type Level, type Report, type Zone, zoneNames } from '../../src/report/types.ts';

export interface Given {
  readonly zone?: Zone;
  readonly reportYear?: number | null;
  readonly signed?: string | null;
  readonly level?: Level;
  readonly subject?: string;
}

/** `text` as the report of 2023 of a county, signed in 2024, all of it in the work zone unless `given` says otherwise. */
export function reportOf(text: string, given: Given = {}): Report {
  const { zone = 'work', reportYear = 2023, signed = '2024-01-20', level = 'county', subject = null } = given;
  const pieces: { start: number; end: number; ends: boolean }[] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    pieces.push({ start, end, ends: true });
    start = end + 1;
  }
  const units = plainUnits(text);
  const norm = textOf(units);
  const { copy } = buildCopy(text, units, pieces, []);
  const field = <T>(value: T | null): { value: T; place: null } | null =>
    value === null ? null : { value, place: null };
  const none = null;
  return {
    recognised: true,
    kind: 'annual-report',
    why: { zh: '', en: '' },
    source: { name: 'table', sha256: '', textSha256: '', mediaType: 'text/plain', charset: null, text, notes: [] },
    text,
    copy,
    meta: {
      title: none,
      subject: field(subject),
      issuer: none,
      addressee: none,
      issuerLevel: level,
      subjectLevel: level,
      reportYear: field(reportYear),
      documentNumber: none,
      indexNumber: none,
      signedDate: field(signed),
      publishedDate: none,
      fields: [],
    },
    outline: [],
    tables: placeTables(findRawTables(norm, splitLines(norm, units)), copy),
    zones: [{ zone, flatStart: 0, flatEnd: copy.flat.length, openedBy: null }],
    zoneOf: new Uint8Array(copy.flat.length).fill(zoneNames.indexOf(zone)),
    anomalies: [],
  };
}
