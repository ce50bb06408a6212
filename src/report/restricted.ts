/** Finds what must not be stored or passed on unseen: secrecy markings in the head, identity card and mobile numbers anywhere. */
import { allMatches } from '../read/all-matches.ts';
import { plainUnits, textOf } from '../read/copy-table.ts';
import { cutHead, type Line, splitLines, tight } from './lines.ts';
import type { Span } from './types.ts';

/** `secret` is a marking 秘密★, 机密★, 绝密★; `internal` one like 内部资料 注意保存. */
export type RestrictedKind = 'secret' | 'internal' | 'identity-card' | 'mobile-number';

export interface RestrictedEntry extends Span {
  readonly kind: RestrictedKind;
  /** Counts from 1. */
  readonly line: number;
  /** The marking as it stands there; of a number only what may be shown: `138****5678`. */
  readonly quote: string;
}

/** Whether the text bears a marking: then it may be that it must not be on this machine at all. */
export const isMarked = (entries: readonly RestrictedEntry[]): boolean =>
  entries.some(({ kind }) => kind === 'secret' || kind === 'internal');

/**
 * All that is found, in the order of the text. `outside` are lines of page headers and footers: a marking there has line 0
 * and no place in the text.
 */
export function findRestricted(text: string, outside: readonly string[] = []): readonly RestrictedEntry[] {
  const units = plainUnits(text);
  const norm = textOf(units);
  const lines = splitLines(norm, units);
  const found = personal(norm);
  const shown = maskedAt(text, found);
  let at = 0;
  const numbers = found.map(({ kind, start, end }): RestrictedEntry => {
    while ((lines[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    return { kind, start, end, line: at + 1, quote: shown.slice(start, end) };
  });
  const marks = markings(lines).map(
    ({ kind, line: { start, end }, number }): RestrictedEntry => ({
      kind,
      start,
      end,
      line: number,
      quote: shortened(shown.slice(start, end)),
    }),
  );
  const inHeaders = outside.flatMap((line): RestrictedEntry[] => {
    const plain = plainUnits(line);
    const kind = splitLines(textOf(plain), plain).map(markingOfHead)[0] ?? null;
    return kind === null ? [] : [{ kind, start: 0, end: 0, line: 0, quote: shortened(line) }];
  });
  return [...inHeaders, ...[...marks, ...numbers].sort((a, b) => a.start - b.start)];
}

/** The text with identity card and mobile numbers masked, unit for unit, so that offsets stay true. */
export function maskPersonal(text: string): string {
  return maskedAt(text, personal(textOf(plainUnits(text))));
}

function maskedAt(text: string, numbers: readonly Personal[]): string {
  let shown = '';
  let from = 0;
  for (const { kind, start, end } of numbers) {
    shown += text.slice(from, start) + masked(kind, text.slice(start, end));
    from = end;
  }
  return from === 0 ? text : shown + text.slice(from);
}

const longestShown = 40;
const shortened = (line: string): string => (line.length > longestShown ? `${line.slice(0, longestShown)}…` : line);

// Markings. Lines are looked at without their blanks, since 秘 密 ★ 1 年 is often set wide.

const grade = '(?:绝密|机密|工作秘密|秘密)';
const term = '(?:\\d{1,2}(?:年|个?月)|[一二三四五六七八九十]{1,3}(?:年|个?月)|长期|永久|启用前)';
const star = '[★☆✩✭✮⭐*]';
/** Number of the copy and the word for the grade, which may stand before it. */
const before = '(?:(?:份号:?)?(?:no\\.?|№)?\\d{1,8})?(?:(?:密级|保密等级)(?:和保密期限)?:)?[〔(〈<]?';
const urgency = '(?:特急|特提|加急|急件|平急|紧急)?';
/** A line that is a marking and nothing else. */
const starredLine = new RegExp(`^${before}${grade}${star}${term}?[〕)〉>]?${urgency}$`, 'i');
/** A line that begins with one; where it goes on as prose it speaks of such documents. */
const starredStart = new RegExp(
  `^${before}${grade}${star}${term}?(?!级|等|类|的|字样|标|文件[^ ]*[份件]|”|、|[,，]|或|和|及)`,
  'i',
);
const starredEnd = new RegExp(`^[^“”‘’。;!?,]{0,40}${grade}${star}${term}?[〕)]?$`);
const bareLine = new RegExp(`^${before}${grade}(?:[·.:-]?${term})?[〕)〉>]?${urgency}$`, 'i');

const inside =
  '(?:内部(?:资料|文件|材料|刊物|情况|简报|通报|公文|参考|使用|传阅|掌握)|(?:仅供|供|限)内部(?:使用|参考|传阅|掌握))';
const care =
  '(?:请?注意(?:保存|保密|保管)|请?妥善保[管存]|不得(?:外传|公开|翻印|扩散)|(?:请勿|切勿|严禁)(?:外传|公开|翻印|复制|扩散)|严格保密|不宜公开|阅后(?:收回|即焚|销毁))';
const between = '[,、。.;:!·★☆*—-]*';
const internalLine = new RegExp(`^[〔(〈<“]?${inside}(?:${between}${care})*[〕)〉>”]?[。!]?$|^密级:内部$`);
/** Text that lost its line ends goes on at once behind the marking. */
const internalStart = new RegExp(`^[〔(〈<]?${inside}${between}${care}`);

const urgencyWords = '(?:特急|特提|加急|急件|平急|紧急)';
/** A marking that a line begins with, in front of a title mostly; a grade without its star only where a blank parts it. */
const leadingMark = new RegExp(
  `^${before}(?:${grade}${star}(?:${term})?|${inside}(?:${between}${care})+)[〕)〉>]?(?:${urgencyWords})?`,
  'i',
);
const leadingGrade = new RegExp(`^${grade}(?=[ \\t])`);

/** A line of the head without the marking it begins with: 机密★1年 云山县水利局2024年…报告. What is left may be empty. */
export function unmarked(line: Line): Line {
  if (!mayMark(line.tight)) return line;
  const marked = leadingMark.exec(line.tight)?.[0].length ?? leadingGrade.exec(line.text)?.[0].length ?? 0;
  if (marked === 0) return line;
  let at = 0;
  for (let seen = 0; seen < marked; at += 1) if (tight(line.text[at] as string) !== '') seen += 1;
  return cutHead(line, at);
}

interface Marking {
  readonly kind: 'secret' | 'internal';
  readonly line: Line;
  readonly number: number;
}

/** How many lines that hold something may be head; the first line of prose ends it. Widths in half characters. */
const headLines = 12;
const proseWidth = 120;

function markings(lines: readonly Line[]): readonly Marking[] {
  const found: Marking[] = [];
  let seen = 0;
  let head = true;
  for (const [index, line] of lines.entries()) {
    if (line.tight === '') continue;
    seen += 1;
    if (seen > headLines) head = false;
    const kind = !mayMark(line.tight)
      ? null
      : head
        ? markingOfHead(line)
        : starredLine.test(line.tight)
          ? 'secret'
          : null;
    if (kind !== null) found.push({ kind, line, number: index + 1 });
    if (line.width > proseWidth || line.text.includes('。')) head = false;
  }
  return found;
}

/** Every marking holds one of these; without them nothing is looked at more closely. */
const mayMark = (tight: string): boolean => tight.includes('密') || tight.includes('内部');

function markingOfHead({ text, tight: whole }: Line): Marking['kind'] | null {
  // Left and right of one line stand apart: 机密★3年          特急
  const parts = [whole, ...text.split(/ {2,}|\t+/).map(tight)];
  const is = (...patterns: readonly RegExp[]): boolean => parts.some(part => patterns.some(one => one.test(part)));
  if (is(starredLine, starredEnd, bareLine) || starredStart.test(whole)) return 'secret';
  return is(internalLine) || internalStart.test(whole) ? 'internal' : null;
}

// Numbers of people.

interface Personal extends Span {
  readonly kind: 'identity-card' | 'mobile-number';
}

// What a number is called is looked for behind its first digits: asked for before them, it is looked for at every place of the text.

const region = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\\d{4}';
const birthday = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const card = new RegExp(
  `(?<![\\dA-Za-z])${region}( ?)(?:18|19|20)\\d{2}${birthday}\\1\\d{3}[\\dXx](?![\\dA-Za-z])`,
  'g',
);
/** The old number of 15 digits has no check digit: only where it is called an identity card number. */
const oldCard = new RegExp(
  `${region}(?<=(?:身份证|公民身份)[^\\d\\n。]{0,12}\\d{6})\\d{2}${birthday}\\d{3}(?![\\dA-Za-z])`,
  'g',
);

const notBefore = '(?<![\\dA-Za-z_=¥￥$])(?<!\\d[-.]|[\\dA-Za-z]/)';
/** What counts is no telephone: 13500000000元. */
const notAfter = '(?![\\dA-Za-z_])(?! ?(?:元|万|亿|件|余|多|户|吨|亩|号|%|‰|平方|公里|公斤|人次|[.,-]\\d|/\\d{4}))';
const mobile = new RegExp(`${notBefore}(?:\\+?(?:86|0086)[- ]?)?1[3-9]\\d(-?)\\d{4}\\1\\d{4}${notAfter}`, 'g');
/** Numbers that stand side by side in a table look like one with blanks: it has to be called a telephone. */
const spaced = new RegExp(
  `1[3-9]\\d(?<=(?:电话|手机|联系|号码|tel|phone)[^\\d\\n。]{0,12}\\d{3}) +\\d{4} +\\d{4}${notAfter}`,
  'gi',
);

/** In the order of the text, none inside another. */
function personal(norm: string): readonly Personal[] {
  if (!/\d{4}/.test(norm)) return [];
  const found = (kind: Personal['kind'], pattern: RegExp, holds: (digits: string) => boolean = () => true) =>
    allMatches(norm, pattern).flatMap(({ 0: quote, index }): Personal[] =>
      holds(quote.replace(/[^\dXx]/g, '')) ? [{ kind, start: index, end: index + quote.length }] : [],
    );
  const all = [
    ...found('identity-card', card, isCardNumber),
    ...found('identity-card', oldCard, digits => isDay(`19${digits.slice(6, 12)}`)),
    ...found('mobile-number', mobile),
    ...found('mobile-number', spaced),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return all.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Date of birth and check character as GB 11643 asks for. */
function isCardNumber(digits: string): boolean {
  if (!isDay(digits.slice(6, 14))) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits.slice(-1).toUpperCase();
}

/** A day of the calendar, written 19900131. */
function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Of a card number region and last four stay, of a telephone the first three and last four; signs between stay. */
function masked(kind: Personal['kind'], quote: string): string {
  const digits = allMatches(quote, /[\dXx０-９Ｘｘ]/g).map(({ index }) => index);
  const old = digits.length === 15;
  const size = kind === 'mobile-number' ? 4 : old ? 6 : 8;
  const last = old ? 3 : 4;
  const hidden = new Set(digits.slice(Math.max(0, digits.length - last - size), digits.length - last));
  return [...quote].map((unit, at) => (hidden.has(at) ? '*' : unit)).join('');
}
