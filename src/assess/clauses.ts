/** The clauses of a report, each with what stands in it that speaks against a match: targets, shortfalls, another year. Found once. */
import type { Copy } from '../report/types.ts';
import { findFirst, LiteralSet, placesOf } from '../rules/literals.ts';

const targetWords = [
  '力争',
  '争取',
  '拟于',
  '拟在',
  '计划于',
  '下一步',
  '今后',
  '即将',
  '将继续',
  '将进一步',
  '将持续',
  '将着力',
  '将全力',
  '将不断',
  '将大力',
  '将认真',
  '将加大',
  '将加强',
  '目标是',
];
const shortfallWords = [
  '有待',
  '仍需',
  '还需',
  '亟待',
  '尚未',
  '不够',
  '依然较低',
  '仍然较低',
  '不到位',
  '未能',
  '走形式',
  '走过场',
  '流于形式',
  '未按要求开展',
  '未按要求组织',
  '未按规定开展',
  '未按计划开展',
];
/** What a report says of itself: 现将执法情况报告如下, 本报告包括…四个部分. */
const announcingWords = ['现将', '现就', '兹将', '本报告包括', '报告全文包括', '全文包括', '本报告分为', '报告共分'];

const telling = new LiteralSet();
for (const word of [...targetWords, ...shortfallWords, ...announcingWords]) telling.idOf(word);

/** A telling word at its flat place. */
export interface Telling {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface Clauses {
  /** By clause number: flat start, and flat end without the wall that closes it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The same by sentence number. */
  readonly sentenceStarts: Int32Array;
  readonly sentenceEnds: Int32Array;
  /** In order of their places. */
  readonly targets: readonly Telling[];
  readonly shortfalls: readonly Telling[];
  readonly announcements: readonly Telling[];
  /**
   * By clause number: the year that opens it, or that opened an earlier clause of its sentence; 0 where none does. A year
   * set off by a comma (2022年,…) holds for all that semicolons join to it.
   */
  readonly years: Int32Array;
  /** By sentence number: flat start of the row in which it stands, joined by semicolons or counted (。一是…。二是…). */
  readonly rowStarts: Int32Array;
}

export function readClauses(copy: Copy): Clauses {
  const { flat, clauseOf, sentenceOf } = copy;
  const count = flat.length === 0 ? 0 : (clauseOf[flat.length - 1] as number) + 1;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const years = new Int32Array(count);
  const sentences = flat.length === 0 ? 0 : (sentenceOf[flat.length - 1] as number) + 1;
  const sentenceStarts = new Int32Array(sentences);
  const sentenceEnds = new Int32Array(sentences);
  const rowStarts = new Int32Array(sentences);
  let sentence = -1;
  let year = 0;
  let yearOfRow = 0;
  for (let from = 0; from < flat.length; ) {
    const clause = clauseOf[from] as number;
    let to = from + 1;
    while (to < flat.length && clauseOf[to] === clause) to += 1;
    starts[clause] = from;
    ends[clause] = withoutWalls(flat, from, to);
    if (sentenceOf[from] !== sentence) {
      sentence = sentenceOf[from] as number;
      sentenceStarts[sentence] = from;
      const goesOn = flat[from - 1] === ';';
      const joins = goesOn || goesOnList(flat, from, sentenceStarts[sentence - 1]);
      rowStarts[sentence] = joins ? (rowStarts[sentence - 1] as number) : from;
      if (!goesOn || thisYear.test(flat.slice(from, from + 8))) yearOfRow = 0;
      year = yearOfRow;
    }
    sentenceEnds[sentence] = withoutWalls(flat, sentenceStarts[sentence] as number, to);
    const opening = yearAt(flat, from);
    if (opening !== null) {
      year = opening;
      yearOfRow = /年(?:度|全年)?,$/.test(flat.slice(from, to)) ? opening : 0;
    }
    years[clause] = year;
    from = to;
  }
  const found = telling.find(copy.units, 0, flat.length);
  const gather = (words: readonly string[]): Telling[] =>
    words
      .flatMap(word =>
        [...placesOf(found, telling.idOf(word))].map(start => ({ word, start, end: start + word.length })),
      )
      .sort((a, b) => a.start - b.start);
  // 发现将, 实现就: the word begins with the end of another.
  const announcements = gather(announcingWords).filter(
    ({ start }) => !'发实体表呈出兑涌'.includes(flat[start - 1] ?? '。'),
  );
  return {
    starts,
    ends,
    sentenceStarts,
    sentenceEnds,
    years,
    rowStarts,
    targets: gather(targetWords),
    shortfalls: gather(shortfallWords),
    announcements,
  };
}

/** Where a stretch ends without the walls that close it. */
function withoutWalls(flat: string, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && ',;:。!?\n'.includes(flat[end - 1] as string)) end -= 1;
  return end;
}

const openingYear =
  /^(?:[一二三四五六七八九十]是|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?(?:[我本全][省市县区旗州盟镇乡局委办厅院])?((?:19|20)\d\d)年(?!\d{1,2}月)(?:度?(?:[、和与及]|以及)((?:19|20)\d\d)年)?/;

/** 2023年度法治政府建设情况报告已报县政府: the year names a paper, not when it was sent. */
const datedPaper =
  /^(?:[我本全][省市县区旗州盟镇乡局委办厅院])?20\d\d年度?[^,;:。、\d]{2,24}报告(?:已|于|按|均|报|经|在|及时|如期)/;

/** The report's own year, said without its number at the head of a clause. */
const thisYear = /^(?:[一二三四五六七八九十]是)?(?:今年|本年|目前|现)/;

const counted = /^[一二三四五六七八九十]是/;

/** Whether a sentence is the next of a counted list, or the first one with a lead of its own before it. */
function goesOnList(flat: string, from: number, before: number | undefined): boolean {
  if (before === undefined || flat[from - 1] === '\n' || !counted.test(flat.slice(from, from + 2))) return false;
  return flat[from] === '一' || counted.test(flat.slice(before, before + 2)) || flat[before - 1] === ';';
}

/** A year that opens a clause as an adverb of time (2022年, 2022年全年, 我局2022年). A date of the next year is an event, not an adverb. */
function yearAt(flat: string, from: number): number | null {
  const first = flat.charCodeAt(from);
  const digit = first >= 0x30 && first <= 0x39;
  if (!digit && !'(我本全'.includes(flat[from] as string) && flat[from + 1] !== '是') return null;
  if (datedPaper.test(flat.slice(from, from + 40))) return null;
  const opening = openingYear.exec(flat.slice(from, from + 20));
  // 2022年、2023年: what is told holds for the later one too.
  return opening === null ? null : Number(opening[2] ?? opening[1]);
}

/** The first telling word wholly between `from` and `to` that the passage `said` does not hold itself. */
export function tellingBetween(
  words: readonly Telling[],
  from: number,
  to: number,
  flat: string,
  said: { readonly start: number; readonly end: number },
): Telling | null {
  for (let index = findFirst(words, from); index < words.length; index += 1) {
    const one = words[index] as Telling;
    if (one.start >= to) return null;
    if (one.end <= to && !flat.slice(said.start, said.end).includes(one.word)) return one;
  }
  return null;
}
