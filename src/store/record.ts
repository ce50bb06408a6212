/** What a record must look like to be one, its line in the register, and which reports are drafts of one another. */
import { createHash } from 'node:crypto';
import { isObject } from './checks.ts';
import type { Draft, NewDraft, Organ, ReportHead, ReportRecord, ReportRow } from './types.ts';

const idForm = /^r-[a-z2-7]{8}$/;
const organIdForm = /^o-[a-z2-7]{8}$/;

export function isId(text: string): boolean {
  return idForm.test(text);
}

export function isOrganId(text: string): boolean {
  return organIdForm.test(text);
}

/** `r-`, or `o-` for an organ, and eight letters or digits from five random bytes. */
export function idFrom(bytes: Uint8Array, kind: 'r' | 'o' = 'r'): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let id = '';
  for (let at = 0; at < 8; at++) {
    id += letters[Number(number % 32n)];
    number /= 32n;
  }
  return `${kind}-${id}`;
}

/** Null for a value of the present version that is no whole record. */
export function checkRecord(value: Readonly<Record<string, unknown>>, id: string): ReportRecord | null {
  const whole =
    value.id === id &&
    typeof value.revision === 'number' &&
    [value.ruleSetId, value.createdAt, value.updatedAt].every(field => typeof field === 'string') &&
    [value.title, value.subject, value.issuer, value.level].every(
      field => field === null || typeof field === 'string',
    ) &&
    (value.year === null || typeof value.year === 'number') &&
    Array.isArray(value.drafts) &&
    value.drafts.length > 0 &&
    value.drafts.every(isDraft) &&
    (value.organ === undefined || typeof value.organ === 'string') &&
    (value.progress === undefined || isObject(value.progress));
  return whole ? (value as unknown as ReportRecord) : null;
}

/** Null as for a record. */
export function checkOrgan(value: Readonly<Record<string, unknown>>, id: string): Organ | null {
  const whole =
    value.id === id &&
    [value.name, value.contact, value.createdAt, value.updatedAt].every(field => typeof field === 'string') &&
    [value.aliases, value.powers].every(list => Array.isArray(list) && list.every(one => typeof one === 'string')) &&
    (value.level === null || typeof value.level === 'string') &&
    isObject(value.due);
  return whole ? (value as unknown as Organ) : null;
}

function isDraft(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.n === 'number' &&
    typeof value.receivedAt === 'string' &&
    isObject(value.given) &&
    isObject(value.given.corrections) &&
    isObject(value.source) &&
    typeof value.source.name === 'string' &&
    typeof value.source.sha256 === 'string' &&
    typeof value.source.text === 'string' &&
    isObject(value.summary)
  );
}

const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function rowOf(record: ReportRecord): ReportRow {
  const { id, revision, title, subject, issuer, level, year, ruleSetId, createdAt, updatedAt } = record;
  return {
    id,
    revision,
    title,
    subject,
    issuer,
    level,
    year,
    ruleSetId,
    createdAt,
    updatedAt,
    organ: record.organ ?? null,
    progress: record.progress ?? null,
    drafts: record.drafts.map(({ n, receivedAt, given, source, summary, assessment }) => ({
      n,
      receivedAt,
      receivedDate: stringOrNull(given.corrections.receivedDate),
      publishedDate: stringOrNull(given.corrections.publishedDate) ?? publishedIn(assessment),
      fileName: source.name,
      sha256: source.sha256,
      textKey: textKey(source.text),
      summary,
    })),
  };
}

/** The day of publication that the check read from the text. */
function publishedIn(assessment: unknown): string | null {
  const report = isObject(assessment) ? assessment.report : null;
  return isObject(report) ? stringOrNull(report.publishedDate) : null;
}

/**
 * Tells a text by its lines without their blanks: encodings, formats, line ends, blank lines and blanks, which come and go with the
 * way a file was made, make no difference. Where the lines break does, since headings are read by it.
 */
export function textKey(text: string): string {
  const lines = text.split(/[\r\n]+/).map(line => line.replace(/\s+/g, ''));
  return createHash('sha256').update(lines.filter(Boolean).join('\n')).digest('hex');
}

/**
 * What two drafts of one report have in common: rule set, issuer (or else subject) and year; null where the text told
 * neither body or no year, so that strangers are never joined.
 */
export function sameness(ruleSetId: string, body: string | null, year: number | null): string | null {
  const bare = (body ?? '').replace(/[\s\u3000]/g, '');
  return bare === '' || year === null ? null : JSON.stringify([ruleSetId, bare, year]);
}

export function samenessOf(head: ReportHead): string | null {
  return sameness(head.ruleSetId, head.issuer ?? head.subject, head.year);
}

export const isOfYear = (row: ReportHead, head: ReportHead): boolean =>
  head.year !== null && row.year === head.year && row.ruleSetId === head.ruleSetId;

/** True where nothing of what was recorded is taken away or altered. */
export function continues(recorded: readonly unknown[], now: readonly unknown[]): boolean {
  return recorded.every((entry, i) => JSON.stringify(entry) === JSON.stringify(now[i]));
}

/** The record with one more draft, which tells what the report is about from now on. */
export function withDraft(record: ReportRecord, head: ReportHead, draft: NewDraft, receivedAt: string): ReportRecord {
  const last = record.drafts.at(-1)?.n ?? 0;
  const added: Draft = { n: last + 1, receivedAt, ...draft };
  const { title, subject, issuer, level, year, ruleSetId } = head;
  return { ...record, title, subject, issuer, level, year, ruleSetId, drafts: [...record.drafts, added] };
}
