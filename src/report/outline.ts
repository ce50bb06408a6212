/** Finds the numbered headings of a report, on lines of their own, run into their paragraph, or without any line breaks. */
import { readNumeral } from '../read/numerals.ts';
import { firstFrom } from '../rules/literals.ts';
import { opensPoint } from './copy.ts';
import type { Copy, Heading, Table } from './types.ts';

/** Style of a marker: 第一部分, 一、, (一), 1., (1) or ①. */
type Style = 0 | 1 | 2 | 3 | 4;

interface Marker {
  readonly style: Style;
  readonly value: number;
  /** Flat length of the marker itself. */
  readonly size: number;
}

interface Found extends Marker {
  readonly start: number;
  readonly textStart: number;
  readonly textEnd: number;
  readonly text: string;
}

const han = '[一二三四五六七八九十]';
const part = new RegExp(`^第(${han}{1,3}|\\d{1,2})(?:部分|章)[、:.,]?`);
const first = new RegExp(`^(${han}{1,3})[、.]`);
const second = new RegExp(`^\\((${han}{1,3})\\)[、.]?`);
/** 4、2026年… begins a heading, 4.2 and 3、4月份 do not. */
const third = /^(\d{1,2})[.、](?!\d(?!0\d\d年))/;
const fourth = /^\((\d{1,2})\)[、.]?/;
const halfOpen = /^(\d{1,2})\)/;
const secondHalfOpen = new RegExp(`^(${han}{1,3})\\)`);

type Tries = readonly (readonly [RegExp, Style])[];

const inBrackets: Tries = [
  [second, 2],
  [fourth, 4],
];
const withDigits: Tries = [
  [third, 3],
  [halfOpen, 4],
];
const withHan: Tries = [
  [part, 0],
  [first, 1],
  [secondHalfOpen, 2],
];
const none: Tries = [];
const inHan = '第一二三四五六七八九十';

/** Numbers that are one sign: ①, ⑴, ⒈ and ㈠ with their fellows. */
const signs: readonly (readonly [number, number, Style])[] = [
  [0x2460, 0x2473, 4],
  [0x2474, 0x2487, 4],
  [0x2488, 0x249b, 3],
  [0x3220, 0x3229, 2],
];

/** The marker at `i`, if one stands there. */
function markerAt(flat: string, i: number): Marker | null {
  const unit = flat.charCodeAt(i);
  if (unit >= 0x2460) {
    const sign = signs.find(([from, to]) => unit >= from && unit <= to);
    if (sign !== undefined) return { style: sign[2], value: unit - sign[0] + 1, size: 1 };
  }
  const digit = unit >= 48 && unit <= 57;
  const tries = unit === 40 ? inBrackets : digit ? withDigits : inHan.includes(flat.charAt(i)) ? withHan : none;
  if (tries.length === 0) return null;
  const head = flat.slice(i, i + 8);
  for (const [pattern, style] of tries) {
    const match = pattern.exec(head);
    const value = match === null ? null : (readNumeral(match[1] as string)?.value ?? null);
    if (match !== null && value !== null && value > 0 && value < 60) return { style, value, size: match[0].length };
  }
  return null;
}

/** 一、二审 and lists of numerals begin like a heading and are none; so are entries of a list of named documents. */
const noHeading = /^(?:[一二三四五六七八九十\d]{1,3}(?:、|审|级|线|类|季度|号)|《[^》]{2,60}》[;,。]?$)/;
/** Behind brackets 一线 and 三级 are words: (一)一线力量不足. */
const noHeadingInBrackets = /^(?:[一二三四五六七八九十\d]{1,3}(?:、|号)|《[^》]{2,60}》[;,。]?$)/;

/** 依据第(一)项、第(二)项, 符合(一)、(二)两种情形, (一)至(五)项: items of another text are named, nothing is headed. */
const names = /^(?:[项款目](?=[、和及与或规,;。第(的)]|$)|[、和及与至到]?\()/;

/**
 * The headings of a copy in order; `text` is the source text, for the original characters, `marks` the copy's punctuation.
 * Rows of tables are none.
 */
export function findOutline(
  text: string,
  copy: Copy,
  marks: readonly number[],
  tables: readonly Table[] = [],
): Heading[] {
  const { flat } = copy;
  const found: Found[] = [];
  const last: number[] = [0, 0, 0, 0, 0];
  const stops = stopsOf(flat, marks);
  let from = 0;
  let table = 0;
  while (from < flat.length) {
    let to = flat.indexOf('\n', from);
    if (to === -1) to = flat.length;
    while (table < tables.length && (tables[table] as Table).flatEnd <= from) table += 1;
    if (from < (tables[table]?.flatStart ?? Number.POSITIVE_INFINITY))
      scanParagraph(flat, from, to, stops, last, found);
    from = to + 1;
  }
  return headingsOf(text, copy, withoutStrays(found));
}

function scanParagraph(
  flat: string,
  from: number,
  to: number,
  stops: readonly number[],
  last: number[],
  found: Found[],
): void {
  let at = from;
  /** The place where a heading was cut because the next one begins inside it. */
  let expected = -1;
  let inner = false;
  while (at < to) {
    const marker = markerAt(flat, at);
    inner ||= marker !== null && at > from && isInner(flat, to, marker, last);
    const ofText = inner && marker?.style === 2;
    if (marker !== null && !ofText && (at === expected || fits(flat, at, to, marker, at === from, last))) {
      const heading = readHeading(flat, at, to, marker, last);
      found.push(heading);
      last[marker.style] = marker.value;
      for (let deeper = marker.style + 1; deeper < 5; deeper += 1) {
        // 1., 2. may count on through (一), (二): their count is kept.
        if (!(marker.style === 2 && deeper === 3)) last[deeper] = 0;
      }
      at = Math.max(heading.textEnd, at + marker.size);
      if (markerAt(flat, at) !== null) {
        expected = at;
        continue;
      }
    }
    at = nextStop(flat, at, to, stops);
  }
}

/** A (一) inside the paragraph of (二), while (三) comes on a line of its own: the count is the paragraph's own. */
function isInner(flat: string, to: number, { style, value }: Marker, last: readonly number[]): boolean {
  const count = last[2] as number;
  if (style !== 2 || value !== 1 || count === 0) return false;
  for (let at = to; at !== -1 && at < to + longestItem; at = flat.indexOf('\n', at + 1)) {
    const next = markerAt(flat, at + 1);
    if (next !== null && next.style <= 2) return next.style === 2 && next.value === count + 1;
  }
  return false;
}

/** Marks after which a heading may stand, and brackets of a (一). */
function stopsOf(flat: string, marks: readonly number[]): number[] {
  return marks.filter(at => {
    const unit = flat.charCodeAt(at);
    if (unit === 40) return flat.charCodeAt(at + 1) === 0x4e00 && flat.charCodeAt(at + 2) === 41;
    return unit === 0x3002 || unit === 33 || unit === 63 || unit === 59 || unit === 58;
  });
}

/** The place behind the next mark after which a heading may stand; `stops` are those of the whole copy. */
function nextStop(flat: string, from: number, to: number, stops: readonly number[]): number {
  for (let nth = firstFrom(stops, from); nth < stops.length; nth += 1) {
    const at = stops[nth] as number;
    if (at >= to) break;
    // A heading without a full stop runs straight into its first part.
    if (flat.charCodeAt(at) === 40) {
      if (at > from) return at;
      continue;
    }
    let next = at + 1;
    while (next < to && '”)'.includes(flat[next] as string)) next += 1;
    return next;
  }
  return to;
}

function fits(
  flat: string,
  at: number,
  to: number,
  marker: Marker,
  atStart: boolean,
  last: readonly number[],
): boolean {
  const behind = flat.slice(at + marker.size, Math.min(to, at + marker.size + 70));
  const bracketed = flat[at] === '(';
  if (bracketed && (names.test(behind) || flat[at - 1] === '第')) return false;
  if (behind.length < 2 || (bracketed ? noHeadingInBrackets : noHeading).test(behind)) return false;
  if (/^[,。;:、)]/.test(behind)) return false;
  const count = last[marker.style] as number;
  if (atStart) return marker.style !== 4 || marker.value === 1 || marker.value === count + 1;
  const before = flat[at - 1] as string;
  const inOrder = marker.value === count + 1 || (marker.value === 1 && marker.style >= 2);
  if (!inOrder) return false;
  if (before === '。' || before === '!' || before === '?') return true;
  if (before === '”' || before === ')') return flat[at - 2] === '。';
  if (before === ':') return marker.value === 1 && followsOn(flat, at, to, marker);
  // Directly behind a heading without punctuation: only (一).
  return before !== ';' && marker.style === 2 && marker.value === 1 && followsOn(flat, at, to, marker);
}

/** The second item is looked for no farther behind the first. */
const longestItem = 20_000;

/** Whether the second of a row stands behind a full stop or on a line of its own. */
function followsOn(flat: string, at: number, to: number, marker: Marker): boolean {
  const rest = flat.slice(at, Math.min(to, at + longestItem));
  const wanted = { 0: ['第二部分', '第二章'], 1: ['二、'], 2: ['(二)'], 3: ['2.', '2、'], 4: ['(2)', '②'] }[
    marker.style
  ];
  return wanted.some(next => rest.includes(`。${next}`) || flat.startsWith(next, to + 1));
}

function readHeading(flat: string, at: number, to: number, marker: Marker, last: readonly number[]): Found {
  let textStart = at + marker.size;
  while (textStart < to && /[、.:\s]/.test(flat[textStart] as string)) textStart += 1;
  // Looked at by itself, for a mark that lacks would be sought to the end of the report.
  const rest = flat.slice(textStart, to);
  const stop = rest.indexOf('。');
  const alone = stop === -1;
  let textEnd = alone ? to : textStart + stop;
  const whole = textEnd;
  textEnd = beforeSubheading(flat, textStart, textEnd, marker, last);
  if (!alone) {
    const colon = rest.indexOf(':');
    if (colon > 0 && textStart + colon < textEnd) textEnd = textStart + colon;
  }
  textEnd = beforeRestart(flat, textStart, textEnd, whole - textStart > 60 ? restart : surely);
  textEnd = beforeHead(flat, textStart, textEnd);
  if (textEnd - textStart > 60) {
    const comma = rest.indexOf(',');
    if (comma > 0 && textStart + comma < textEnd) textEnd = textStart + comma;
  }
  while (textEnd > textStart + 1 && /[;:,!?、]/.test(flat[textEnd - 1] as string)) textEnd -= 1;
  const { style, value, size } = marker;
  return { style, value, size, start: at, textStart, textEnd, text: flat.slice(textStart, textEnd) };
}

/** Where the first part of a heading begins inside it (成效(一)加强…, 责任一是加强…), the heading ends. */
function beforeSubheading(flat: string, from: number, to: number, marker: Marker, last: readonly number[]): number {
  const head = flat.slice(from, to);
  let end = head.length;
  for (let at = head.indexOf('一是', 4); at !== -1 && at < end; at = head.indexOf('一是', at + 2)) {
    if (opensPoint(flat, from + at)) end = at;
  }
  if (marker.style >= 3) return from + end;
  for (const wanted of marker.style === 0 ? ['一、', '(一)'] : marker.style === 1 ? ['(一)'] : []) {
    const sub = head.indexOf(wanted, 2);
    if (sub !== -1 && sub < end && !'十第'.includes(head[sub - 1] as string)) end = sub;
  }
  const next = marker.style === 2 ? (last[3] as number) + 1 : 1;
  for (const wanted of next === 1 ? ['1.', '1、'] : [`${next}.`, `${next}、`, '1.', '1、']) {
    const sub = head.indexOf(wanted, 4);
    if (sub === -1 || sub >= end) continue;
    if (/[\d年第]/.test(head[sub - 1] as string) || /\d/.test(flat[from + sub + wanted.length] ?? '')) continue;
    end = sub;
  }
  return from + end;
}

const surely = /(?:一年来|今年以来|虽然|尽管|近年来),?/g;
const restart =
  /(?:一年来|今年以来|20\d\d年|回顾|虽然|尽管|我[省市县区州旗盟镇乡局社台署馆站队关厅委办院]|全[省市县区州旗盟]|近年来)/g;

/** Where a heading has run into its paragraph without any mark, the words with which paragraphs begin end it. */
function beforeRestart(flat: string, from: number, to: number, words: RegExp): number {
  words.lastIndex = 4;
  const match = words.exec(flat.slice(from, Math.min(to, from + 60)));
  if (match === null) return to;
  const head = flat.slice(from, from + match.index);
  const inside = head.lastIndexOf('《') > head.lastIndexOf('》') || head.lastIndexOf('“') > head.lastIndexOf('”');
  return inside || /[,、对在是为]$/.test(head) ? to : from + match.index;
}

const head = '(?:[党工]委|党组|[县市区镇乡局])?(?:党委|党组|党工委)?(?:书记|[县市区镇乡局]长|办事处主任)';
const whoActs = new RegExp(
  `^([^,;:]{4,12}?)(?:[县市区镇乡局委]|街道)?${head}(?:、${head})*(?:作为|认真|切实|严格|全面|带头|履行|主持|坚持|担任)[^。]*,`,
);

/** 强化领导乡党委书记、乡长履行第一责任人职责,听取汇报2次: a heading of a copy without lines ends before who acts. */
function beforeHead(flat: string, from: number, to: number): number {
  const theme = whoActs.exec(flat.slice(from, to))?.[1];
  return theme === undefined || /[年度、的由对在和与及]$|书记|主任/.test(theme) ? to : from + theme.length;
}

/** Takes out a lone top-level marker that breaks the order of all others, and headings said twice. */
function withoutStrays(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(heading => {
    const key = `${heading.style} ${heading.value} ${heading.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** (一) above 一、: the style that counts through the whole report, above one that begins anew below each. */
function turned(found: readonly Found[]): boolean {
  if (found[0]?.style !== 2) return false;
  const upper = found.filter(heading => heading.style === 2);
  const lower = found.filter(heading => heading.style === 1);
  return upper.length > 1 && lower[0]?.value === 1 && upper.every((heading, nth) => heading.value === nth + 1);
}

function headingsOf(text: string, copy: Copy, found: readonly Found[]): Heading[] {
  const shift = found.some(heading => heading.style === 0) ? 1 : 0;
  const turns = turned(found);
  return found.map(heading => {
    const start = copy.at[heading.start] as number;
    const end = (copy.at[Math.max(heading.textEnd, heading.start + 1) - 1] as number) + 1;
    return {
      level:
        turns && (heading.style === 1 || heading.style === 2)
          ? 3 - heading.style
          : heading.style === 0
            ? 1
            : heading.style + shift,
      marker: original(text, copy, heading.start, heading.start + heading.size),
      text: original(text, copy, heading.textStart, heading.textEnd),
      start,
      end,
      flatStart: heading.start,
      flatEnd: heading.textEnd,
    };
  });
}

/** The source characters of a flat range, without what the copy steps over. */
export function original(text: string, copy: Copy, from: number, to: number): string {
  const first = copy.at[from];
  const last = copy.at[to - 1];
  if (first === undefined || last === undefined || to <= from) return '';
  if (last - first === to - 1 - from) return text.slice(first, last + 1);
  let result = '';
  for (let at = from; at < to; at += 1) result += text[copy.at[at] as number];
  return result;
}
