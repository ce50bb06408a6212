/** A report that a copy put on one line, with blanks where its lines ended: the line is cut there. */
import { cutHead, cutLine, type Line } from './lines.ts';

/** So many half characters wide is no line of a page. */
const widest = 400;
const blank = /[ \t]+/g;
/** How a part, a heading or a point begins. */
const begins = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))/;
/** 一、工作情况 一年来,…: up to its blank a heading holds no mark. */
const bareHeading = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:]{2,40}$/;
/** What the line ends with. */
const day = /^20\d\d年\d{1,2}月\d{1,2}日$/;
const title = /(?:报告|总结|汇报)$/;
const longestTitle = 80;

/** The lines, each too wide one that holds 一、 and 二、 behind blanks cut into those it was. */
export function cutWideLines(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(isJoined)) return lines;
  return lines.flatMap(line => (isJoined(line) ? piecesOf(line) : [line]));
}

const isJoined = ({ width, text }: Line): boolean => width > widest && /[ \t]一、/.test(text) && /[ \t]二、/.test(text);

function piecesOf(line: Line): Line[] {
  const { text } = line;
  const pieces: Line[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(blank)) {
    const before = text.slice(from, index);
    const after = text.slice(index + gap.length, index + gap.length + 8);
    // Some copies set figures apart by blanks: 三、 2024 年工作安排.
    const figure = /\d$/.test(before) || /^\d/.test(after);
    const headed = !figure && (bareHeading.test(before) || (from === 0 && isTitle(before)));
    const ends = /[。;:]$/.test(before) || headed;
    if (!ends && !begins.test(after) && !day.test(text.slice(index + gap.length))) continue;
    pieces.push(between(line, from, index));
    from = index + gap.length;
  }
  pieces.push(between(line, from, text.length));
  return pieces;
}

const isTitle = (text: string): boolean => text.length <= longestTitle && title.test(text);

function between(line: Line, from: number, to: number): Line {
  const piece = cutHead(cutLine(line, to), from);
  return { ...piece, indent: from === 0 ? line.indent : 0, width: piece.text.length * 2 };
}
