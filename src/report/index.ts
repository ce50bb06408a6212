/** Reads a report: from source text to copy, metadata, outline, zones and anomalies. Pure. */

import { plainUnits, textOf } from '../read/copy-table.ts';
import type { SourceText } from '../read/types.ts';
import type { Genre } from '../rules/types.ts';
import { withAnnexed } from './annexed.ts';
import { findAnomalies } from './anomalies.ts';
import { findAnswered, stopped, withStops } from './answered.ts';
import { buildCopy, flatFrom, piecesOf } from './copy.ts';
import { frameOf } from './frame.ts';
import { findFurniture } from './furniture.ts';
import { findInjected } from './injected.ts';
import { type Line, splitLines } from './lines.ts';
import { withoutMargins } from './margins.ts';
import { readMetadata } from './metadata.ts';
import { cutWideLines } from './one-line.ts';
import { findOutline } from './outline.ts';
import { isWrapped, paragraphEnds } from './paragraphs.ts';
import { recognise } from './recognise.ts';
import { findRawTables } from './table-lines.ts';
import { placeTables } from './tables.ts';
import { cutRows, findTroubleRows } from './trouble-rows.ts';
import {
  type Field,
  type Level,
  type Metadata,
  type Recognition,
  type Report,
  type Span,
  type Zone,
  zoneNames,
} from './types.ts';
import { zoneIndex } from './zone-index.ts';
import { cutZones } from './zones.ts';

/** What a person corrects or adds; a field given here loses its place in the text. */
export interface Given {
  readonly title?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly addressee?: string;
  readonly year?: number;
  /** Level of the subject. */
  readonly level?: Level;
  readonly issuerLevel?: Level;
  /** ISO dates. */
  readonly signed?: string;
  readonly published?: string;
  readonly documentNumber?: string;
  readonly indexNumber?: string;
  /** The text is such a report, whatever it looks like. */
  readonly asReport?: boolean;
}

/** Reads one report. Never throws on any text; the same text and genre give the same report. */
export function readReport(source: SourceText, genre: Genre, given: Given = {}): Report {
  const { text } = source;
  const units = plainUnits(text);
  const norm = textOf(units);
  const lines = cutWideLines(withoutMargins(splitLines(norm, units)));
  const wrapped = isWrapped(lines);
  const raw = findRawTables(norm, lines);
  const troubles = findTroubleRows(norm, lines);
  const rows = new Set([...raw.flatMap(table => table.lines), ...troubles.map(row => row.line)]);
  // A dash in a cell is no ruled line.
  const furniture = findFurniture(norm, rows.size === 0 ? lines : lines.filter((_, index) => !rows.has(index)));
  const injected = findInjected(norm, units, lines, wrapped);
  const answered = findAnswered(lines);
  const skip = [...furniture, ...injected, ...answered.labels].sort((a, b) => a.start - b.start || b.end - a.end);
  const visible = visibleLines(lines, skip);
  const frame = frameOf(lines, visible, rows);
  const ends = endRows(paragraphEnds(lines, visible, wrapped, frame.bodyFrom), visible, rows);
  const pieces = piecesOf(
    lines,
    visible,
    ends.map((end, nth) => end && !answered.joined.has(visible[nth + 1] ?? -1)),
  );
  const { copy, flatUnits, marks } = buildCopy(
    text,
    stopped(barred(units, lines, rows), answered),
    withStops(pieces, answered, units.length),
    skip,
  );
  const tables = placeTables(raw, copy);
  const outline = findOutline(text, copy, marks, tables);
  const meta = corrected(readMetadata({ text, lines, visible, frame, copy, outline }), given);
  const flatOf = (nth: number): number => {
    const index = visible[nth];
    return index === undefined ? copy.flat.length : flatFrom(copy, (lines[index] as Line).start);
  };
  const bodyFrom = flatOf(frame.bodyFrom);
  const tailFrom = Math.max(bodyFrom, flatOf(frame.tailFrom));
  const reportYear = meta.reportYear?.value ?? null;
  const cut = cutZones({ copy, outline, bodyFrom, tailFrom, reportYear }, genre);
  const zones = withAnnexed(cutRows(cut, troubles, lines, copy), tables, copy, tailFrom, reportYear);
  return {
    ...recognised(recognise(copy, meta, outline, bodyFrom, genre), given),
    source,
    text,
    copy,
    meta,
    outline,
    tables,
    zones,
    zoneOf: withoutPageData(zoneIndex(copy.flat.length, zones), bodyFrom, meta, copy),
    anomalies: findAnomalies({ text, copy, flatUnits, marks, furniture, injected, outline, reportYear }),
  };
}

/**
 * Reads a passage as if all of it stood in one zone of a report of that year and level: nothing is made out of it but its
 * copy, its headings and its tables. Never throws.
 */
export function readPassage(source: SourceText, zone: Zone, given: Pick<Given, 'year' | 'level'>): Report {
  const { text } = source;
  const units = plainUnits(text);
  const norm = textOf(units);
  const lines = splitLines(norm, units);
  const visible = visibleLines(lines, []);
  const ends = paragraphEnds(lines, visible, isWrapped(lines), 0);
  const raw = findRawTables(norm, lines);
  const rows = new Set(raw.flatMap(table => table.lines));
  const { copy, marks } = buildCopy(text, barred(units, lines, rows), piecesOf(lines, visible, ends), []);
  const { length } = copy.flat;
  return {
    recognised: true,
    kind: 'annual-report',
    why: { zh: '', en: '' },
    source,
    text,
    copy,
    meta: corrected(noMetadata, given),
    outline: findOutline(text, copy, marks),
    tables: placeTables(raw, copy),
    zones: [{ zone, flatStart: 0, flatEnd: length, openedBy: null }],
    zoneOf: new Uint8Array(length + 1).fill(zoneNames.indexOf(zone)),
    anomalies: [],
  };
}

/** What stands before the title, and the values of fields, belong to the page and speak for nothing: 来源:政务服务平台. */
function withoutPageData(zoneOf: Uint8Array, bodyFrom: number, meta: Metadata, copy: Report['copy']): Uint8Array {
  const tail = zoneNames.indexOf('tail');
  const titleAt = meta.title?.place == null ? 0 : flatFrom(copy, meta.title.place.start);
  if (titleAt < bodyFrom) zoneOf.fill(tail, 0, titleAt);
  // Where all breaks of lines are lost, title and salutation run into the body; they are its head all the same.
  for (const place of [meta.title?.place, meta.addressee?.place]) {
    if (place == null) continue;
    const end = flatFrom(copy, place.end);
    if (end > bodyFrom && end - bodyFrom < longestHead) zoneOf.fill(tail, 0, end);
  }
  for (const { place, value } of meta.fields) {
    // Where the breaks of a line are lost, the body goes on behind the field.
    if (!/[。;]/.test(value)) zoneOf.fill(tail, flatFrom(copy, place.start), flatFrom(copy, place.end));
  }
  return zoneOf;
}

/** So many characters title, number and salutation take at most. */
const longestHead = 260;

/** Units of a text in which bars stand between the cells of its rows, where tabs do, so that both kinds of table read alike. */
function barred(units: Uint16Array, lines: readonly Line[], rows: ReadonlySet<number>): Uint16Array {
  if (rows.size === 0) return units;
  const made = units.slice();
  for (const row of rows) {
    const { start, end } = lines[row] as Line;
    for (let at = start; at < end; at += 1) if (made[at] === tab) made[at] = bar;
  }
  return made;
}

const tab = 9;
const bar = 0x7c;

const noMetadata: Metadata = {
  title: null,
  subject: null,
  issuer: null,
  addressee: null,
  issuerLevel: null,
  subjectLevel: null,
  reportYear: null,
  documentNumber: null,
  indexNumber: null,
  signedDate: null,
  publishedDate: null,
  fields: [],
};

/** A row of a table is a paragraph of its own, and so is what stands before it. */
function endRows(ends: boolean[], visible: readonly number[], rows: ReadonlySet<number>): boolean[] {
  if (rows.size === 0) return ends;
  return ends.map((end, nth) => end || rows.has(visible[nth] ?? -1) || rows.has(visible[nth + 1] ?? -1));
}

/** Lines with content that is not wholly stepped over. */
function visibleLines(lines: readonly Line[], skip: readonly Span[]): number[] {
  const visible: number[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end) continue;
    while (at < skip.length && (skip[at] as Span).end <= line.start) at += 1;
    const over = skip[at];
    if (over !== undefined && over.start <= line.start && over.end >= line.end) continue;
    visible.push(index);
  }
  return visible;
}

function corrected(meta: Metadata, given: Given): Metadata {
  const by = <T>(value: T | undefined, field: Field<T> | null): Field<T> | null =>
    value === undefined ? field : { value, place: null };
  return {
    ...meta,
    title: by(given.title, meta.title),
    issuer: by(given.issuer, meta.issuer),
    subject: by(given.subject, meta.subject),
    addressee: by(given.addressee, meta.addressee),
    issuerLevel: given.issuerLevel ?? meta.issuerLevel,
    subjectLevel: given.level ?? meta.subjectLevel,
    reportYear: by(given.year, meta.reportYear),
    documentNumber: by(given.documentNumber, meta.documentNumber),
    indexNumber: by(given.indexNumber, meta.indexNumber),
    signedDate: by(given.signed, meta.signedDate),
    publishedDate: by(given.published, meta.publishedDate),
  };
}

/** What a person said of the kind goes before what the text looks like. */
function recognised(seen: Recognition, { asReport }: Given): Recognition {
  if (seen.recognised || asReport !== true) return seen;
  return { recognised: true, kind: 'annual-report', why: asReportWords };
}

const asReportWords = { zh: '按审核人的认定。', en: 'As the reviewer decided.' };
