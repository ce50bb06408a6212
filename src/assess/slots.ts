/** What the slots of phrases may stand for in one report: numbers, dates, named documents. */
import type { Quantity } from '../quantities/types.ts';
import type { DocSpan, SlotTable } from '../rules/phrase.ts';

export function slotTable(flat: string, quantities: readonly Quantity[]): SlotTable {
  return {
    numbers: quantities.map(quantity => ({
      start: quantity.flatStart,
      end: quantity.flatEnd,
      unit: quantity.unit,
      kind: quantity.kind,
    })),
    dates: findDates(flat),
    docs: findDocs(flat),
  };
}

const digit = /[0-9〇○一二三四五六七八九十]/;

/** Dates with a month: 2023年8月, 9月6日, 10月21日. A year alone is no date. Parts of a month (上旬, 底) are left aside. */
function findDates(flat: string): { start: number; end: number }[] {
  const dates: { start: number; end: number }[] = [];
  for (let at = flat.indexOf('月'); at >= 0; at = flat.indexOf('月', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 2 && digit.test(flat[start - 1] as string)) start -= 1;
    if (start === at) continue;
    if (flat[start - 1] === '年') {
      let year = start - 1;
      while (year > 0 && start - 1 - year < 4 && digit.test(flat[year - 1] as string)) year -= 1;
      if (start - 1 - year === 4) start = year;
    }
    let end = at + 1;
    while (end < flat.length && end - at - 1 < 3 && digit.test(flat[end] as string)) end += 1;
    if (end > at + 1 && (flat[end] === '日' || flat[end] === '号')) end += 1;
    else end = at + 1;
    dates.push({ start, end });
  }
  return dates;
}

/** Outermost 《…》 of at most 120 characters that close within their paragraph. */
export function findDocs(flat: string): DocSpan[] {
  const docs: DocSpan[] = [];
  let start = -1;
  let depth = 0;
  for (let at = 0; at < flat.length; at += 1) {
    const unit = flat[at];
    if (unit === '《') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (unit === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) docs.push({ start, end: at + 1 });
    } else if (unit === '\n' || (depth > 0 && at - start > 120)) depth = 0;
  }
  return docs;
}
