/** Changes to one finding's evidence that must change its verdict. */
import type { Assessment, Finding } from '../../src/assess/types.ts';

export interface Spot {
  readonly start: number;
  readonly end: number;
}

/** The whole sentence around an offset range of the text. */
export function sentenceAround(text: string, start: number, end: number): Spot {
  let from = start;
  while (from > 0 && !'。；;！\n'.includes(text[from - 1] as string)) from -= 1;
  let to = end;
  while (to < text.length && !'。；;！\n'.includes(text[to] as string)) to += 1;
  if (to < text.length && text[to] !== '\n') to += 1;
  return { start: from, end: to };
}

/** Text without these stretches. */
export function without(text: string, spots: readonly Spot[]): string {
  let out = '';
  let at = 0;
  for (const spot of [...spots].sort((a, b) => a.start - b.start)) {
    if (spot.start > at) out += text.slice(at, spot.start);
    at = Math.max(at, spot.end);
  }
  return out + text.slice(at);
}

/** Requirements whose evidence is a passage of the body. */
export function bodyFindings(result: Assessment): Finding[] {
  return result.findings.filter(
    ({ requirement, status }) => status === 'met' && /^(?:fr|doc|dec|lit|rec|enf|svc|sup|soc)\./.test(requirement),
  );
}

export const statusOf = (result: Assessment, id: string): string =>
  result.findings.find(one => one.requirement === id)?.status ?? 'none';

/** The model sentence of a suggestion (“…”), its blanks filled; null where the suggestion holds none. */
export function filledSuggestion(fix: string, year: number): string | null {
  const quoted = [...fix.matchAll(/“([^”]*(?:“[^”]*”[^”]*)*)”/g)]
    .map(found => found[1] ?? '')
    .filter(one => one.length > 10);
  const model = quoted[0] ?? (fix.includes('____') ? fix : null);
  if (model === null) return null;
  let filled = model.replace(/20__年|20____年|____年(?=度|，|,|法治)/g, `${year}年`);
  let next = 3;
  filled = filled
    .replace(/_{2,}(?=[%％])/g, '100')
    .replace(/_{2,}(?=月)/g, '6')
    .replace(/_{2,}(?=日)/g, '12')
    .replace(/_{2,}/g, () => String(next++));
  filled = filled.replace(/(?:××|XX)/g, '青禾');
  return /[。;；]$/.test(filled) ? filled : `${filled}。`;
}
