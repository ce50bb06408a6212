/** Notes what is wrong with the text itself: lost punctuation, repeated passages, placeholders, garbled characters. */

import { allMatches } from '../read/all-matches.ts';
import { opensPoint } from './copy.ts';
import type { Furniture } from './furniture.ts';
import type { Anomaly, AnomalyKind, Copy, Heading, Span } from './types.ts';

export interface AnomalySources {
  readonly text: string;
  readonly copy: Copy;
  /** The units of `copy.flat`, and its punctuation. */
  readonly flatUnits: Uint16Array;
  readonly marks: readonly number[];
  readonly furniture: readonly Furniture[];
  readonly injected: readonly Span[];
  readonly outline: readonly Heading[];
  readonly reportYear: number | null;
}

/** All anomalies, by place. */
export function findAnomalies(sources: AnomalySources): Anomaly[] {
  const { text, copy, flatUnits, marks } = sources;
  const found: Anomaly[] = [];
  const note = (kind: AnomalyKind, start: number, end: number) => {
    if (end > start) found.push({ kind, start, end, quote: text.slice(start, end) });
  };
  const noteFlat = (kind: AnomalyKind, from: number, to: number) =>
    note(kind, copy.at[from] as number, (copy.at[to - 1] as number) + 1);
  for (const piece of sources.furniture) if (piece.kind === 'web-chrome') note('web-chrome', piece.start, piece.end);
  for (const span of sources.injected) note('injected-text', span.start, span.end);
  lostBeforePoints(copy.flat, noteFlat);
  lostQuotes(flatUnits, marks, noteFlat);
  repeats(copy.flat, flatUnits, noteFlat);
  if (placeholderSigns.some(sign => copy.flat.includes(sign))) {
    for (const match of allMatches(copy.flat, placeholder))
      noteFlat('placeholder', match.index, match.index + match[0].length);
  }
  if (unfilledSigns.some(sign => text.includes(sign))) {
    for (const match of allMatches(text, unfilled)) note('placeholder', match.index, match.index + match[0].length);
  }
  if (mayBeGarbled(text)) {
    for (const match of allMatches(text, garbled)) note('garbled', match.index, match.index + match[0].length);
  }
  wrongYears(sources, noteFlat);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Note = (kind: AnomalyKind, from: number, to: number) => void;

/**
 * X, ×, ○ or * in place of a name or number; blanks to be filled in; (略) in a sentence, which those who copy reports leave in place of
 * words. 某 is how reports hide names and is none.
 */
const placeholder =
  /(?<![A-Za-z\d])(?:[Xx]{2,4}(?=[\p{Script=Han}])|X(?=[件个月日人次场期项名条份省市县区乡镇局])|[×*]{2,4}(?=[省市县区乡镇村局委办年月日件个名条项街社]))|20[_X×]{2}年?|_{3,20}|\((?:此处|请)?(?:填写|待补充|待填)[^)]{0,12}\)|(?<=[\p{Script=Han}\d，,、] ?)\(略\)(?= ?[\p{Script=Han}])/gu;
/** Each placeholder holds one of these. */
const placeholderSigns = ['X', 'x', '×', '*', '_', '填写', '待补充', '待填', '(略)'];
/** 开展宣讲  次, 2026年2月 日: room left for a figure that nobody wrote. */
const unfilled =
  /[\p{Script=Han}]{2,6}[ \u3000\u00a0]{2,12}(?:次|件|场次|场|份|人次|人|名|个|项|期|条|起|卷|%|％)(?=[，,。；;、])|20\d\d年(?:\d{1,2}月[ \u3000\u00a0]{1,6}日|[ \u3000\u00a0]{1,6}月[ \u3000\u00a0]{1,6}日)/gu;
/** Each holds one of these. */
const unfilledSigns = [
  '  ',
  '\u3000\u3000',
  '\u00a0\u00a0',
  '月 ',
  '月\u3000',
  '月\u00a0',
  '年 ',
  '年\u3000',
  '年\u00a0',
];
const garbled =
  /\ufffd+|(?:锟斤拷?)+|烫烫烫+|屯屯屯+|(?:[\u00c0-\u00ff]{2}[\u0080-\u00bf\u00c0-\u00ff]?){3,}|(?:鈥|銆|锛|鐨|€){3,}/g;

const garbledSigns = ['\ufffd', '锟斤', '烫烫烫', '屯屯屯', '鈥', '銆', '锛', '鐨', '€'];
const shortestLatin = 6;

/** Whether one of the signs stands in the text, or at a sixth place a unit as only garbled text has six in a row. */
function mayBeGarbled(text: string): boolean {
  for (let at = 0; at < text.length; at += shortestLatin) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 && unit <= 0xff) return true;
  }
  return garbledSigns.some(sign => text.includes(sign));
}

/** 二是 and its fellows without any mark before them, and 一是 without a mark behind a figure or a full clause. */
function lostBeforePoints(flat: string, note: Note): void {
  for (let at = flat.indexOf('是'); at !== -1; at = flat.indexOf('是', at + 1)) {
    const point = at - 1;
    if (point < 1 || !'二三四五六七八九'.includes(flat[point] as string) || !opensPoint(flat, point)) continue;
    const before = flat[point - 1] as string;
    if (/[。;:,!?、—]/.test(before)) continue;
    if (before === '\n' && closedLine(flat, point - 1)) continue;
    // 周二是, 其二是 name no point.
    if ('周期初高老其之月号'.includes(before)) continue;
    const from = flat.lastIndexOf('\n', point) + 1;
    note('lost-punctuation', Math.max(from, point - 8), Math.min(flat.length, point + 6));
  }
  lostBehindHeadings(flat, note);
}

/** Whether the line that ends at `end` ends as it should: with a mark, or because it is a heading. */
function closedLine(flat: string, end: number): boolean {
  const line = flat.slice(flat.lastIndexOf('\n', end - 1) + 1, end);
  return /[。;:,!?、…”)》]$/.test(line) || !/[。;,]/.test(line);
}

/** The verbs with which the sentence behind a run-in heading likes to begin. */
const begins =
  /(?:把|将|全面落实|制定出台|高位推进|认真贯彻|严格落实|深入贯彻|扎实开展|积极开展|成立|印发|组织开展|坚持把|认真落实|制定印发|健全完善|建立健全|深入开展|持续推进|出台)/;

/** 一是构建基层治理新格局将法治文化广场…: the row's other points set their heads apart, this one runs on. */
function lostBehindHeadings(flat: string, note: Note): void {
  for (let at = flat.indexOf('是'); at !== -1; at = flat.indexOf('是', at + 1)) {
    const point = at - 1;
    if (point < 0 || !opensPoint(flat, point)) continue;
    const end = flat.slice(at + 1, at + 40).search(/[。,;:!?\n]/);
    const clause = flat.slice(at + 1, end === -1 ? at + 40 : at + 1 + end);
    if (clause.length < 14) continue;
    const match = begins.exec(clause.slice(5, 24));
    if (match === null) continue;
    const head = clause.slice(0, 5 + match.index);
    if (head.length > 16 || !looksComplete(head)) continue;
    note('lost-punctuation', point, at + 1 + 5 + match.index + match[0].length);
  }
}

/** A verb with its object: what stands before may end there. */
const looksComplete = (head: string): boolean =>
  /(?:新格局|主渠道|新举措|新机制|新模式|新局面|新路径|落实|建设|机制|体系|制度|责任|能力|水平|保障|监督|职责|作用|用法|守法|普法|学法|改革|服务|管理|环境|队伍|格局|领导|举措|防线|基础|质效|渠道|培训|教育|宣传|执法|决策|化解|调解|审查|学习|审核|考核|督察|公开|治理|规范|工作)$/.test(
    head,
  );

/** A closing quotation mark without an opening one in its paragraph, or the other way round. */
function lostQuotes(units: Uint16Array, marks: readonly number[], note: Note): void {
  let from = 0;
  let open = -1;
  const lost = () => note('lost-punctuation', open, Math.min(endOfLine(units, open), open + 12));
  for (let nth = 0; nth < marks.length; nth += 1) {
    const at = marks[nth] as number;
    const unit = units[at];
    if (unit === 10) {
      if (open !== -1) lost();
      from = at + 1;
      open = -1;
    } else if (unit === 0x201c) {
      if (open !== -1) lost();
      open = at;
    } else if (unit === 0x201d) {
      if (open === -1) note('lost-punctuation', Math.max(from, at - 8), at + 1);
      open = -1;
    }
  }
  if (open !== -1) lost();
}

function endOfLine(units: Uint16Array, from: number): number {
  const end = units.indexOf(10, from);
  return end === -1 ? units.length : end;
}

const longRepeat = 40;
/** A formula of congresses and speeches: three of its words within so few characters. */
const formula = /党的[一二三四五六七八九十]{1,3}(?:大|届)|全会精神|习近平|重要讲话|重要指示|法治思想|系列/g;
const longFormula = 100;
const window = 20;
const slots = 1 << 14;

/**
 * Passages of 40 characters and more that the text says twice. Every 20th stretch of 20 characters is kept by its hash;
 * a rolling hash then meets any longer repeat.
 */
function repeats(flat: string, units: Uint16Array, note: Note): void {
  const size = units.length;
  if (size < 2 * longRepeat) return;
  const table = new Int32Array(slots);
  /** One bit a slot, as most slots are empty and the bits stay near at hand. */
  const filled = new Int32Array(slots >> 5);
  let next = 0;
  let top = 1;
  for (let n = 1; n < window; n += 1) top = Math.imul(top, 31);
  let hash = 0;
  let until = 0;
  for (let end = 0; end < size; end += 1) {
    if (end >= window) hash = (hash - Math.imul(units[end - window] as number, top)) | 0;
    hash = (Math.imul(hash, 31) + (units[end] as number)) | 0;
    const at = end - window + 1;
    if (at < 0) continue;
    const slot = (hash ^ (hash >>> 14)) & (slots - 1);
    const kept = at === next;
    if (kept) next += window;
    if ((((filled[slot >> 5] as number) >> (slot & 31)) & 1) === 0) {
      if (!kept) continue;
      table[slot] = at;
      filled[slot >> 5] = (filled[slot >> 5] as number) | (1 << (slot & 31));
      continue;
    }
    const other = table[slot] as number;
    if (at < until || other + window > at || !sameWindow(units, other, at)) continue;
    const passage = grownRepeat(units, other, at);
    if (passage.end - passage.start >= longRepeat && !namesOnly(flat, passage))
      note('duplicate-passage', passage.start, passage.end);
    until = passage.end;
  }
}

/** Whether the passage is a document's name, cited again, or a formula of congresses and speeches that heading and text share. */
function namesOnly(flat: string, { start, end }: { start: number; end: number }): boolean {
  const said = flat.slice(start, end);
  // A mark that is never closed would be followed to the end from each place.
  const words = said.includes('》') ? said.replace(/《[^。\n]*》/, '') : said;
  return words.length < window || (words.length < longFormula && (words.match(formula)?.length ?? 0) >= 3);
}

function sameWindow(units: Uint16Array, first: number, second: number): boolean {
  for (let n = 0; n < window; n += 1) if (units[first + n] !== units[second + n]) return false;
  return true;
}

/** The whole passage at `second` that also stands at `first`, inside one paragraph. */
function grownRepeat(units: Uint16Array, first: number, second: number): { start: number; end: number } {
  let back = 0;
  while (first - back > 0 && units[first - back - 1] === units[second - back - 1] && units[second - back - 1] !== 10)
    back += 1;
  let ahead = window;
  while (
    second + ahead < units.length &&
    first + ahead < second - back &&
    units[first + ahead] === units[second + ahead] &&
    units[second + ahead] !== 10
  ) {
    ahead += 1;
  }
  return { start: second - back, end: second + ahead };
}

/** The year before stands in headings on what came of its shortcomings; over the work told it is left from last year's report. */
const workHeading = /法治政府建设|(?:工作|开展|基本|总体|落实)情况|工作(?:总结|回顾)|主要工作|(?:举措|成效|做法)/;
const lookingBack = /问题|整改|反馈|督察|考核|考评|评估|以来|[至-]|上年|相比/;

/** 现将2019年法治政府建设情况报告如下 in a report for 2020: the year of which it says it tells. */
const announced =
  /现[将就把](?:[^。,;\n\d《]{0,16})(20\d\d)年度?(?![以至-])[^。,;\n]{0,24}(?:报告|汇报|总结|公布|公示|公告)如下/;

/** A part whose heading names a year that is neither the report's nor next to it, or the work of the year before; the opening likewise. */
function wrongYears(sources: AnomalySources, note: Note): void {
  const { reportYear, outline, copy } = sources;
  if (reportYear === null) return;
  for (const heading of outline) {
    if (heading.level > 2) continue;
    const said = copy.flat.slice(heading.flatStart + heading.marker.length, heading.flatEnd);
    const match = /^(?:20\d\d)(?=年)/.exec(said);
    if (match === null) continue;
    const ahead = Number(match[0]) - reportYear;
    const lastYears = ahead === -1 && workHeading.test(said) && !lookingBack.test(said);
    if (Math.abs(ahead) <= 1 && !lastYears) continue;
    note('wrong-year', heading.flatStart, heading.flatEnd);
  }
  const opening = copy.flat.slice(0, outline[0]?.flatStart ?? Math.min(copy.flat.length, 800));
  const said = announced.exec(opening);
  if (said !== null && Number(said[1]) !== reportYear) note('wrong-year', said.index, said.index + said[0].length);
}
