/** Pieces of which the forms of a report are made: headings, title, lines, pages, points, dates and numbers written otherwise. */
import { inChinese } from './transformations.ts';

export const units = '(?:件|次|人|份|场|条|名|册|户|起|宗|家|项|个|万|余|多|部|批|篇|元|张|吨|亩|页|本)';
const hanDigits = '〇一二三四五六七八九';
export const numerals = '一二三四五六七八九十';

/** 2024 → 二〇二四, with another character for the zero where wanted. */
const yearInWords = (digits: string, zero: string): string =>
  [...digits].map(one => (one === '0' ? zero : hanDigits[Number(one)])).join('');

export const datesInWords = (text: string, zero: string): string =>
  text
    .replace(/(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/g, (_, year: string, month: string, day: string) => {
      const rest = `${inChinese(Number(month))}月${inChinese(Number(day))}日`;
      return `${yearInWords(year, zero)}年${rest}`;
    })
    .replace(/(?<!\d)((?:19|20)\d\d)(?=年)/g, year => yearInWords(year, zero));

export const isHeading = (line: string): boolean =>
  /^[\s　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/.test(line) &&
  line.trim().length <= 40 &&
  !line.includes('。');

export const perLine = (text: string, change: (line: string, at: number) => string): string =>
  text.split('\n').map(change).join('\n');

/** The line that is the title: the first of the head that ends like one. */
export const titleAt = (lines: readonly string[]): number =>
  lines.findIndex(
    (line, at) =>
      at < 14 &&
      /(?:报告|总结)(?:[（(][^）)]*[）)])?\s*$/.test(line) &&
      line.trim().length > 8 &&
      line.trim().length < 60 &&
      !/[：:，,。]/.test(line),
  );

export const onTitle = (text: string, change: (title: string) => string): string => {
  const lines = text.split('\n');
  const at = titleAt(lines);
  if (at < 0) return text;
  lines[at] = change(lines[at] as string);
  return lines.join('\n');
};

export const spaced = (line: string, blank = ' '): string => [...line.trim()].join(blank);

/** Every line from the title on broken after so many characters, as the layers of text in printed files are. */
export const wrappedAt =
  (size: number, indent = '') =>
  (text: string): string => {
    const head = titleAt(text.split('\n'));
    return text
      .split('\n')
      .flatMap((line, at) => {
        // What a page sets above the title is not wrapped with it.
        if (at < head) return [line];
        const chars = [...(line.trim() === '' ? '' : indent + line.trim())];
        const out: string[] = [];
        let from = 0;
        while (chars.length - from > size) {
          let to = from + size;
          // Word processors begin no line with a mark that closes and end none with one that opens.
          while (
            to > from + size - 3 &&
            (/[，。、；：！？）》”〕,.;:!?)\]%％]/.test(chars[to] ?? '') || /[（《“〔([]/.test(chars[to - 1] ?? ''))
          )
            to -= 1;
          out.push(chars.slice(from, to).join(''));
          from = to;
        }
        out.push(chars.slice(from).join(''));
        return out;
      })
      .join('\n');
  };

/** `what` put into the middle of each long paragraph, on lines of its own, as where a page ends. */
export const atPageBreaks = (text: string, what: (page: number) => string): string => {
  let page = 1;
  return perLine(text, line => {
    const chars = [...line];
    if (chars.length < 120) return line;
    let at = Math.floor(chars.length / 2);
    while (at < chars.length - 2 && (/[\d.]/.test(chars[at] ?? '') || /[，。、；：！？）》”%％]/.test(chars[at] ?? '')))
      at += 1;
    page += 1;
    return `${chars.slice(0, at).join('')}\n${what(page)}\n${chars.slice(at).join('')}`;
  });
};

export const reversed = (from: number, to: number, skip: RegExp): Map<string, string> => {
  const made = new Map<string, string>();
  for (let unit = from; unit <= to; unit += 1) {
    const own = String.fromCharCode(unit);
    const plain = own.normalize('NFKC');
    if (plain.length === 1 && plain !== own && !skip.test(plain) && !made.has(plain)) made.set(plain, own);
  }
  return made;
};
export const kangxi = reversed(0x2f00, 0x2fd5, /[一二十]/);
export const compatible = reversed(0xf900, 0xfaff, /^$/);
export const byMap = (text: string, map: ReadonlyMap<string, string>): string =>
  [...text].map(one => map.get(one) ?? one).join('');

/** 一是 … 二是 …: where an enumerated point begins. */
const point = /(?<=^|[\n。；;：:，,]\s*)([一二三四五六七八九十])是(?!否)/g;
export const pointsAs = (text: string, made: (nth: number) => string): string =>
  text.replace(point, (_, digit: string) => made(numerals.indexOf(digit) + 1));

export const level1 = /^([ \t　]*)([一二三四五六七八九十]{1,2})、(?=[^\n]{2,60}$)/gm;
export const level2 = /^([ \t　]*)[（(]([一二三四五六七八九十]{1,2})[）)]/gm;
export const numberOf = (words: string): number =>
  words === '十'
    ? 10
    : words.startsWith('十')
      ? 10 + numerals.indexOf(words[1] ?? '') + 1
      : numerals.indexOf(words[0] ?? '') + 1;

export const thousands = (digits: string, mark: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);
export const bigCounts = new RegExp(`(?<![\\d.．,，年〔\\[(（第号-])(\\d{4,9})(?=${units})`, 'g');
