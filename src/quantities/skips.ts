/** Stretches with numbers that count nothing and are stepped over whole: quotations, dates, codes. */
import { isDigit, numberAt, type WrittenNumber } from './numbers.ts';

/** A quotation longer than this has lost its closing mark. */
const longestQuote = 80;

/** Numbers inside “” are names or citations; a mark without its partner in reach is stepped over. */
export function afterQuote(text: string, at: number): number {
  for (let i = at + 1; i < text.length && i - at <= longestQuote; i += 1) {
    const c = text[i];
    if (c === '”') return i + 1;
    if (c === '“' || c === '\n') break;
  }
  return at + 1;
}

/** After the date whose 年, 月 or the like stands at `at`. */
export function afterDate(text: string, at: number): number {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end)) || '年月日号时分至-—–~到'.includes(text[end] ?? '。')) {
    if (isDigit(text.charCodeAt(end))) {
      const number = numberAt(text, end);
      if (number === null || !'年月日号时分'.includes(text[number.end] ?? '。')) return end;
      end = number.end;
    }
    end += 1;
  }
  return end;
}

/** Steps over 1+6+31+N, 7×24, 0739-5323212, GB/T 1234. */
export function afterCode(text: string, at: number): number {
  let end = at + 1;
  while (
    end < text.length &&
    (isLatin(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || '+×*·/.:-=_'.includes(text[end] as string))
  ) {
    end += 1;
  }
  return end;
}

/** Whether the number can be a calendar year. */
export function isYear(number: WrittenNumber): boolean {
  return number.value >= 1900 && number.value <= 2100 && number.decimals === 0 && !number.more && !number.large;
}

export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
