/** Decides which line ends close a paragraph and which only wrap it. */
import type { Line } from './lines.ts';
import { associations } from './places.ts';

/** How a heading, an enumerated point or a part begins, in normalised text without blanks. */
export const markerStart =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d(?!0\d\d年))|\(\d{1,2}\)|\d{1,2}\)|[①-⒛㈠-㈩]|[一二三四五六七八九十]是)/;

/** 按照要求,现将有关情况报告如下: opens the body, however it ends. */
export const announces = /(?:现将|现就|兹将|(?:报告|总结|汇报|公布|公示)如下)/;

const dateLine =
  /^(?:\d{4}|[〇零一二三四五六七八九]{4})(?:年[\d〇一二三四五六七八九十]{1,3}月(?:[\d〇一二三四五六七八九十]{1,3}日)?|[-./]\d{1,2}[-./]\d{1,2})$/;
const beginsDate = /^[\d〇零一二三四五六七八九()印发]/;
const bodyName = new RegExp(
  `(?:政府|行政公署|行署|委员会|党委|党工委|党组|县委|市委|区委|省委|州委|盟委|地委|旗委|局|厅|办公室|办公厅|办事处|管委会|委|办|院|中心|(?:志|史|政策|发展)研究(?:室|中心)|[总支大中]队|(?:调查|执法|稽查)队|(?<=[县区市旗][\\p{Script=Han}]{1,8})(?:街道|镇|乡)|所|站|处|公司|银行|集团|学校|学院|海关|馆|(?:气象|地震|海事)[台局]|${associations})(?:\\([^)]{1,12}\\))?$`,
  'u',
);
const attachment = /^(?:附件|附表|附:|附注|注:|抄送|主送|联系人|\(联系人|\(此件|\(此页|\(公开)/;

/** Whether a line is a date standing alone, as below a signature. */
export const isDateLine = (line: Line): boolean =>
  beginsDate.test(line.tight) && dateLine.test(line.tight.replace(/[()印发]/g, ''));

/** Whether a line looks like a body that signs: a name of a body and nothing else. */
export function isSignatureLine(line: Line): boolean {
  const text = line.tight;
  return (
    text.length >= 3 && text.length <= 60 && !/[,;:。!?]/.test(text) && bodyName.test(text) && !markerStart.test(text)
  );
}

const isAttachment = (line: Line): boolean => attachment.test(line.tight);

const finalMark = /[。;:!?…][”’)》]?$/;

/**
 * Whether a file is hard-wrapped: many lines of nearly one width of at most 80 Han characters, most of which end inside
 * a sentence.
 */
export function isWrapped(lines: readonly Line[]): boolean {
  const widths = lines.filter(line => line.width >= 20).map(line => line.width);
  if (widths.length < 8) return false;
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.85)] as number;
  if (full > 164) return false;
  const fullLines = lines.filter(line => line.width >= full - 8 && line.width <= full + 10);
  // A heading of its own ends without a mark in any text; with a sentence behind it, it is a paragraph that goes on.
  const heads = ({ tight, text }: Line): boolean => markerStart.test(tight) && !text.includes('。');
  const broken = fullLines.filter(line => !finalMark.test(line.text.slice(-2)) && !heads(line));
  return fullLines.length >= 6 && fullLines.length * 4 >= widths.length && broken.length * 2 >= fullLines.length;
}

/** What the wrapping of a file is measured by. */
interface Wrapping {
  readonly wrapped: boolean;
  /** Width from which a line counts as full. */
  readonly full: number;
  /** Width of most full lines. A long heading that is wider is a paragraph of its own. */
  readonly top: number;
  /** Paragraphs are told by indented first lines. */
  readonly indented: boolean;
  /** Indentation of a line that only continues. */
  readonly margin: number;
  /** A blank line follows nearly every line and means nothing. */
  readonly spaced: boolean;
  /** Nearly all lines that count as full leave no room for a character. */
  readonly even: boolean;
  /** Signs of numbers whose headings stand on lines of their own, without a sentence behind them. */
  readonly alone: ReadonlySet<string>;
}

function wrappingOf(lines: readonly Line[], wrapped: boolean): Wrapping {
  const filled = lines.filter(line => line.end > line.start);
  const never = Number.POSITIVE_INFINITY;
  if (!wrapped) {
    return { wrapped, full: never, top: never, indented: false, margin: 0, spaced: false, even: false, alone: none };
  }
  const widths = filled.map(line => line.width).sort((a, b) => a - b);
  const top = widths[Math.floor(widths.length * 0.85)] ?? 0;
  const indents = filled.map(line => line.indent).sort((a, b) => a - b);
  const margin = indents[Math.floor(indents.length * 0.3)] ?? 0;
  const deeper = filled.filter(line => line.indent >= margin + 2 && line.indent <= margin + 8).length;
  const blanks = lines.length - filled.length;
  const full = top * 0.8;
  const prose = filled.filter(line => widthOf(line) >= full && !markerStart.test(line.tight));
  const brim = prose.filter(line => widthOf(line) >= top - 3);
  return {
    wrapped,
    full,
    top,
    indented: deeper >= 3 && deeper * 2 <= filled.length,
    margin,
    spaced: blanks * 10 >= filled.length * 8,
    even: brim.length * 10 >= prose.length * 9,
    alone: standingAlone(filled, full),
  };
}

const none: ReadonlySet<string> = new Set();

/** Some wrap by characters: a line with many figures is then full though narrow. */
const widthOf = (line: Line): number => Math.max(line.width, 2 * line.text.length);

const headMarker = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))(?=[^,。;:!?]{2,}$)/;
const anyMarker = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/;

/** 、 or () where no heading begins a paragraph and two or more, of either, that fill no line have nothing behind them. */
function standingAlone(lines: readonly Line[], full: number): ReadonlySet<string> {
  const signs = new Set(['、', '()']);
  let short = 0;
  for (const line of lines) {
    const sign = signOf(line.tight, anyMarker);
    if (sign === null) continue;
    if (signOf(line.tight, headMarker) === null) signs.delete(sign);
    else if (widthOf(line) < full) short += 1;
  }
  return short > 1 ? signs : none;
}

const signOf = (text: string, marker: RegExp): string | null =>
  marker.exec(text)?.[0].replace(/[一二三四五六七八九十]/g, '') ?? null;

/**
 * Whether a heading whose line is about full ends with it: where what begins the next line would still have stood on it, or where
 * others of its kind stand alone and the next line is full and holds a sentence, as the rest of a heading does not.
 */
function headingEnds(line: Line, next: Line, wrapping: Wrapping): boolean {
  const sign = signOf(line.tight, headMarker);
  if (sign === null || !wrapping.even || line.indent > wrapping.margin) return false;
  const word = /^(?:[\w.%-]+|.)[,。;:、)》”!?%]?/.exec(next.text)?.[0] ?? '';
  if (widthOf(line) + 2 * word.length <= wrapping.top) return true;
  return wrapping.alone.has(sign) && widthOf(next) >= wrapping.full && /[,。;:]/.test(next.text);
}

/**
 * For each line of `visible` (the lines with content, furniture left out) whether a paragraph ends with it. `lines` are
 * all lines of the text; `bodyFrom` is the index in `visible` of the first line after title and fields, where joining
 * may begin.
 */
export function paragraphEnds(
  lines: readonly Line[],
  visible: readonly number[],
  wrapped: boolean,
  bodyFrom: number,
): boolean[] {
  const wrapping = wrappingOf(lines, wrapped);
  const ends: boolean[] = [];
  let open = '';
  for (const [at, index] of visible.entries()) {
    const line = lines[index] as Line;
    const nextIndex = visible[at + 1];
    const next = nextIndex === undefined ? undefined : lines[nextIndex];
    if (next === undefined || nextIndex === undefined) {
      ends.push(true);
      break;
    }
    open = stillOpen(open + line.text);
    const blank = !wrapping.spaced && blankBetween(lines, index, nextIndex);
    const ended = at < bodyFrom || endsHere(line, next, blank, open, wrapping);
    ends.push(ended);
    if (ended) open = '';
  }
  return ends;
}

/** 三、党政主要负责人履行推进法治建设第一责任人职责情况: a heading of a part that fills its line is whole where it ends like one. */
const fullHeading =
  /^[一二三四五六七八九十]{1,2}、[^,。;:]{10,}(?:有关情况|(?:职责|建设|工作|落实|整改)情况|[和及、]原因|(?:主要|工作)安排|工作打算|[和及、]成效)$/;

/** Whether only blank lines stand between two lines: those around what is left out, such as a page's number, end nothing. */
function blankBetween(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const line = lines[at] as Line;
    if (line.start !== line.end) return false;
  }
  return to > from + 1;
}

function endsHere(line: Line, next: Line, blank: boolean, open: string, wrapping: Wrapping): boolean {
  const nextText = next.tight;
  const marked = markerStart.test(nextText);
  // No paragraph begins with a mark that closes something.
  if (/^[,;:。、)》”!?%]/.test(nextText)) return false;
  if (open !== '' && closesSoon(open, nextText) && !(marked && blank)) return false;
  if (marked || isDateLine(next) || isAttachment(next)) return true;
  if (/[,、]/.test(line.text.slice(-1))) return isSignatureLine(next);
  if (finalMark.test(line.text.slice(-2))) {
    return !(
      wrapping.wrapped &&
      wrapping.indented &&
      !blank &&
      line.width >= wrapping.full &&
      next.indent < wrapping.margin + 2 &&
      !isSignatureLine(next)
    );
  }
  if (blank || isSignatureLine(next)) return true;
  if (wrapping.wrapped) {
    if (line.width > wrapping.top + 3 && markerStart.test(line.tight)) return true;
    if (fullHeading.test(line.tight) || headingEnds(line, next, wrapping)) return true;
    return widthOf(line) < wrapping.full || (wrapping.indented && next.indent >= wrapping.margin + 2);
  }
  const text = line.tight;
  if (markerStart.test(text) && !/[。;]/.test(text)) return true;
  return text.length < 30 || !/[,。;]/.test(text) || isSignatureLine(line);
}

const pairs: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['(', ')'],
  ['“', '”'],
];

/** The tail of `text` from an opening bracket that is not closed, or ''; farther back it has lost its other half. */
function stillOpen(text: string): string {
  const tail = text.slice(-60);
  let from = -1;
  for (const [left, right] of pairs) {
    const at = tail.lastIndexOf(left);
    if (at !== -1 && tail.indexOf(right, at) === -1 && (from === -1 || at < from)) from = at;
  }
  return from === -1 ? '' : tail.slice(from);
}

/** Whether the bracket that opens `open` is closed early in `next`, before another of its kind opens. */
function closesSoon(open: string, next: string): boolean {
  const pair = pairs.find(([left]) => open.startsWith(left));
  if (pair === undefined) return false;
  const close = next.indexOf(pair[1]);
  if (close === -1 || close > 60) return false;
  const again = next.indexOf(pair[0]);
  return again === -1 || again > close;
}
