/** Joins the lines of sheets into paragraphs, by what a reader sees: indents, lines that end early, gaps, sizes. */
import { type SheetLine, sizeOf } from './sheet-lines.ts';

/** Where the lines of ordinary text begin and end on a group of sheets, and how they stand. */
interface Column {
  readonly left: number;
  readonly right: number;
}

interface Setting {
  /** Height of the font of ordinary text. */
  readonly size: number;
  /** From one baseline to the next, inside a paragraph. */
  readonly pitch: number;
  columnOf(line: SheetLine): Column;
}

const bodyAlone = /^\p{Script=Han}{2,24}(?:局|政府|厅|院|队|委员会|办公室|办事处|管委会|中心|街道|镇|乡)$/u;
const dayAlone = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$/;

/** Whether a paragraph ends behind each of `lines`, which follow each other over all sheets. */
export function paragraphEndsOf(lines: readonly SheetLine[]): boolean[] {
  const setting = settingOf(lines.filter(line => !line.row));
  return lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined || line.row || next.row || endsBetween(line, next, setting)) return true;
    return signs(next, lines[at + 2]) && finished.test(line.text);
  });
}

/** A body alone on its line, and the day below it. */
const signs = (line: SheetLine, below: SheetLine | undefined): boolean =>
  below !== undefined && bodyAlone.test(line.text) && dayAlone.test(below.text);

function settingOf(lines: readonly SheetLine[]): Setting {
  const size = sizeOf(lines);
  const body = lines.filter(line => Math.abs(line.size - size) < size * 0.15);
  const all = columnOf(body, size);
  const groups = new Map<string, SheetLine[]>();
  for (const line of body) {
    const group = groups.get(groupOf(line));
    if (group === undefined) groups.set(groupOf(line), [line]);
    else group.push(line);
  }
  const columns = new Map<string, Column>();
  for (const [group, its] of groups) columns.set(group, its.length >= 6 ? columnOfGroup(its, size, all) : all);
  return { size, pitch: pitchOf(body), columnOf: line => columns.get(groupOf(line)) ?? all };
}

/** Odd and even sheets may have their margins the other way round, and sheets may lie across. */
function groupOf({ sheet }: SheetLine): string {
  return `${sheet.number % 2} ${Math.round(sheet.width)}`;
}

/** Where several lines begin farthest left and end farthest right; a mark may hang over the end of a few. */
function columnOf(lines: readonly SheetLine[], size: number): Column {
  const lefts = lines.map(line => line.left).sort((a, b) => a - b);
  const rights = lines.map(line => line.right).sort((a, b) => b - a);
  const common = (places: readonly number[], share: number, reach: number): number | undefined =>
    places.find(
      at => places.filter(place => Math.abs(place - at) <= reach).length >= Math.max(2, places.length * share),
    );
  return {
    left: common(lefts, 0.08, size * 0.3) ?? lefts[0] ?? 0,
    right: common(rights, 0.12, size * 0.4) ?? common(rights, 0.08, size * 1.2) ?? rights[0] ?? 0,
  };
}

/** The column of a group of sheets; where too few of its lines are full to tell how wide it is, it is as wide as all. */
function columnOfGroup(lines: readonly SheetLine[], size: number, all: Column): Column {
  const own = columnOf(lines, size);
  const beyond = lines.filter(line => line.right > own.right + size).length;
  return beyond <= Math.max(1, lines.length * 0.1) ? own : { left: own.left, right: own.left + all.right - all.left };
}

function pitchOf(lines: readonly SheetLine[]): number {
  const counts = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || next.sheet !== line.sheet) continue;
    const pitch = Math.round(next.y - line.y);
    counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
  }
  const best = [...counts].reduce<[number, number]>((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return best[1] < 2 ? Number.POSITIVE_INFINITY : best[0];
}

/** 一、 (一) 1. 第一章: what begins a part. */
const marker =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|[章节条])|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])/;
const finished = /[。；;：:！!？?…][”’"')）》]?$/;
const unfinished = /[，,、]$/;
/** A document number, or a date in brackets, closes its own line however large it is set. */
const standsAlone = /(?:〔\d{4}〕.{0,8}号|\d{4}年\d{1,2}月\d{1,2}日[)）]?|文件)$/;

function endsBetween(line: SheetLine, next: SheetLine, { size, pitch, columnOf }: Setting): boolean {
  // No paragraph begins with a mark that closes something.
  if (/^[，。；：、！？”’》）〉】%％]/.test(next.text)) return false;
  const column = columnOf(line);
  const nextColumn = columnOf(next);
  const indent = line.left - column.left;
  const nextIndent = next.left - nextColumn.left;
  const room = column.right - line.right;
  const full = room <= firstToken(next) + 0.3 * next.size;
  const larger = Math.max(line.size, next.size) > Math.min(line.size, next.size) * 1.12;
  if (larger) return true;
  const near =
    next.sheet !== line.sheet
      ? true
      : next.y - line.y <= (line.size > size * 1.12 ? line.size * 2.4 : pitch * 1.18 + 1);
  if (!near) return true;
  const heading = line.size > size * 1.12;
  if (heading && (nextIndent > size || isCentred(line, column))) {
    // A title over several lines, each in the middle.
    return !(isCentred(next, nextColumn) && (isCentred(line, column) || full)) || standsAlone.test(line.text);
  }
  if (nextIndent > 3.5 * size || nextIndent < -1.2 * size) return true;
  if (nextIndent > 1.2 * size) {
    // A point whose number hangs out goes on below its own text, not below the number.
    const hanging = marker.test(line.text) && indent < nextIndent - size && full && !finished.test(line.text);
    return !hanging;
  }
  if (unfinished.test(line.text)) return false;
  if (!full) return true;
  return marker.test(next.text) && finished.test(line.text);
}

function isCentred(line: SheetLine, { left, right }: Column): boolean {
  return Math.abs((line.left + line.right) / 2 - (left + right) / 2) < 1.2 * line.size && line.left > left - line.size;
}

/** Width of what could not be parted from the first character of a line: a figure, a word, brackets and marks. */
function firstToken(line: SheetLine): number {
  const found = /^[“‘《（(〔【]*(?:[A-Za-z\d.,%％/:-]+|.)[，。；：、！？”’》）)〕】%,.;:]*/u.exec(line.text)?.[0] ?? '';
  let width = 0;
  for (const character of found) width += (character.charCodeAt(0) < 0x2000 ? 0.55 : 1) * line.size;
  return width;
}

/** How far back from the end of a line its last word is looked at. */
const longestAddress = 80;
/** An address of a page or of mail at the end of a line; what stands behind a number and a point is none (3.DeepSeek). */
const address = /(?:[a-z][a-z\d-]*\.|:\/\/|@)[\w.:/@?=&%~-]*[a-z]$/;
/** A whole day, behind which a clock is no part of its figures (2024-01-05 10:26). */
const wholeDay = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;

/** `before` and `next` of one paragraph as one text: a figure or an address broken over lines becomes whole, words stay apart. */
export function joined(before: string, next: string): string {
  const end = before.slice(-longestAddress);
  const words = /[A-Za-z]$/.test(end) && /^[A-Za-z]/.test(next);
  const apart = words ? !(/^[a-z]/.test(next) && address.test(end)) : /^\d{1,2}:\d\d/.test(next) && wholeDay.test(end);
  return apart ? `${before} ${next}` : before + next;
}
