/** Puts back marks: characters named in a page source (&nbsp;), tags left behind, bold of Markdown, 〈〉 and << >> for 《》, full stops that are points. */
import { endsLine, isBlankUnit, isDigitUnit, isHan, isLetterUnit, nothing, numeralOf } from './stand-in-units.ts';

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  '#160': ' ',
  '#xa0': ' ',
  '#12288': ' ',
  '#x3000': ' ',
  zwnj: '\u200b',
  zwj: '\u200b',
  shy: '\u200b',
  ldquo: '“',
  rdquo: '”',
  '#8220': '“',
  '#8221': '”',
  lsquo: '‘',
  rsquo: '’',
  lt: '<',
  gt: '>',
  amp: '&',
  middot: '·',
  bull: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  permil: '‰',
};
const longestName = 7;

/** &nbsp; and its fellows at `at`. */
export function putBackNamed(units: Uint16Array, at: number): void {
  const close = units.subarray(at, at + longestName + 2).indexOf(59);
  if (close < 3) return;
  const name = String.fromCharCode(...units.subarray(at + 1, at + close)).toLowerCase();
  const sign = named[name];
  if (sign === undefined && name !== 'quot' && name !== '#34') return;
  units.fill(nothing, at, at + close + 1);
  units[at] = sign?.charCodeAt(0) ?? (insideQuotes(units, at) ? 0x201d : 0x201c);
}

const longestQuote = 200;

/** Whether a quotation mark is open before `at`. */
function insideQuotes(units: Uint16Array, at: number): boolean {
  for (let from = at - 1; from >= 0 && at - from < longestQuote; from -= 1) {
    const unit = units[from] as number;
    if (unit === 0x201c || unit === 0x201d || endsLine(unit)) return unit === 0x201c;
  }
  return false;
}

const breaking = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4']);
const inline = new Set(['b', 'strong', 'i', 'em', 'u', 'span', 'font', 'a', 'center', 'section', 'ul', 'ol', 'td']);
const longestTag = 200;

/** The place behind a tag that begins at `at`, which becomes nothing, or an end of a line; `at` where none does. */
export function putBackTag(units: Uint16Array, at: number): number {
  let from = at + 1;
  const closes = units[from] === 47;
  if (closes) from += 1;
  let to = from;
  while (to - from < 8 && (isLetterUnit(units[to] ?? 0) || isDigitUnit(units[to] ?? 0))) to += 1;
  if (to === from) return at;
  const name = String.fromCharCode(...units.subarray(from, to)).toLowerCase();
  const breaks = breaking.has(name);
  if (!breaks && !inline.has(name)) return at;
  const last = units.subarray(to, at + longestTag).indexOf(62);
  if (last === -1) return at;
  const end = to + last + 1;
  units.fill(nothing, at, end);
  if (breaks && (closes || name === 'br') && !endsLine(units[end] ?? 10)) units[at] = 10;
  return end;
}

const longestTitle = 60;

/** <办法>, <<办法>> and «办法» at `at` become 《办法》, if they do not stand in a title themselves. */
export function putBackAngles(units: Uint16Array, at: number): void {
  const open = units[at] as number;
  const close = open === 60 ? 62 : 0xbb;
  const size = units[at + 1] === 60 ? 2 : 1;
  if (!isHan(units[at + size] ?? 0)) return;
  for (let from = at - 1; from >= 0 && at - from < longestTitle; from -= 1) {
    const unit = units[from] as number;
    if (unit === 0x300a) return;
    if (unit === 0x300b || endsLine(unit)) break;
  }
  for (let to = at + size; to < at + longestTitle && to < units.length; to += 1) {
    const unit = units[to] as number;
    if (endsLine(unit) || unit === open) return;
    if (unit !== close) continue;
    if (size === 2 && units[to + 1] !== close) return;
    units.fill(nothing, at, at + size);
    units.fill(nothing, to, to + size);
    units[at] = 0x300a;
    units[to + size - 1] = 0x300b;
    return;
  }
}

const longestBold = 80;
const beforeBold = '。;:,、\n';
/** What stands behind blanks that nobody filled: **年, **件. */
const unfilled = '年月日件次个人名份场项户万%条号';
/** What stands behind a hidden name. */
const hidden = '省市州盟县区旗镇乡村局委办街社所站队科处校院园厂公路矿同先女某与和及诉等的在向对被由为、,。;:)';
const endsClause = ',。;:';
/** Stars, and three characters between them: less than that may stand between two names. */
const shortestInside = 5;

/** **一是加强领导。** at `at` loses its stars. Stars in place of a name or a number stay: 刘**, **件. */
export function putBackBold(units: Uint16Array, at: number): void {
  const before = units[at - 1] ?? 10;
  const first = units[at + 2] ?? 10;
  if (units[at + 1] !== 42 || first === 42 || isBlankUnit(first) || endsLine(first)) return;
  const apart = endsLine(before) || isBlankUnit(before) || beforeBold.includes(String.fromCharCode(before));
  // 办案**12件** is emphasis; in 刘**与王** and **县**局 stars hide names.
  if (!apart && hidden.includes(String.fromCharCode(first))) return;
  if (unfilled.includes(String.fromCharCode(first))) return;
  for (let to = at + 3; to < at + longestBold && to < units.length; to += 1) {
    const unit = units[to] as number;
    if (endsLine(unit) || (!apart && endsClause.includes(String.fromCharCode(unit)))) return;
    if (unit !== 42) continue;
    // Behind one that ends the next may begin at once: ****.
    const more = units[to + 2] === 42 && (units[to + 3] !== 42 || units[to + 4] === 42);
    if (units[to + 1] !== 42 || more || isBlankUnit(units[to - 1] as number)) return;
    if (!apart && !isDigitUnit(first) && to - at < shortestInside) return;
    units.fill(nothing, at, at + 2);
    units.fill(nothing, to, to + 2);
    return;
  }
}

/** 〈办法〉 becomes 《办法》 where it stands in no title: 《关于实施〈办法〉的意见》 stays. */
export function putBackTitles(units: Uint16Array): void {
  let depth = 0;
  let opened = 0;
  for (let at = 0; at < units.length; at += 1) {
    switch (units[at]) {
      case 0x300a:
        depth += 1;
        break;
      case 0x300b:
        depth = Math.max(0, depth - 1);
        break;
      case 0x3008:
        if (depth > 0) break;
        units[at] = 0x300a;
        opened += 1;
        break;
      case 0x3009:
        if (opened === 0) break;
        units[at] = 0x300b;
        opened -= 1;
        break;
      case 10:
        depth = 0;
        opened = 0;
        break;
    }
  }
}

const leastStops = 3;

/** Points that stand behind a sentence, in a text that has more of them than full stops, become full stops. */
export function putBackStops(units: Uint16Array): void {
  let stops = 0;
  const points: number[] = [];
  for (let at = 1; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (unit === 0x3002) stops += 1;
    else if (unit === 46 && endsSentence(units, at)) points.push(at);
  }
  if (points.length < leastStops || points.length <= 2 * stops) return;
  for (const at of points) units[at] = 0x3002;
}

/** A point behind a word and before another or the end of the line, that is not behind the number of a heading. */
function endsSentence(units: Uint16Array, at: number): boolean {
  const before = units[at - 1] as number;
  const next = units[at + 1] ?? 10;
  if (!(isHan(before) || before === 41 || before === 0x201d || before === 0x300b || before === 37)) return false;
  if (
    !(
      isHan(next) ||
      (isHan(before) && isDigitUnit(next)) ||
      endsLine(next) ||
      isBlankUnit(next) ||
      next === 40 ||
      next === 0x201c ||
      next === 0x300a ||
      next === 0x201d
    )
  )
    return false;
  let from = at - 1;
  while (at - from <= 3 && numeralOf(units[from] ?? 0) > 0) from -= 1;
  if (from === at - 1) return true;
  const lead = units[from] ?? 10;
  return !(endsLine(lead) || isBlankUnit(lead) || lead === 46 || lead === 0x3002);
}
