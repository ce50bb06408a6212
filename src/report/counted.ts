/** How numbered items stand to a zone that a sentence opened before them: they begin anew in it, go on in it, or go on with the work. */
import { readNumeral } from '../read/numerals.ts';
import { styleOf } from './headed.ts';
import { nextYearIn, type Opener, type ZoneSources } from './openers.ts';

const first = /^\(?[一1①](?!\d)/;

/** Whether a heading counts from one again, as one before it did. */
export function restarts(openers: readonly Opener[], { from, level, marker }: Opener): boolean {
  if (!first.test(marker)) return false;
  return openers.some(other => other.from < from && other.level === level && other.marker === marker);
}

/**
 * Whether the item at `nth` goes on inside a zone that a sentence opened at `from` (null where it is not known which), rather than counting on
 * before it.
 */
export function heldByCue(openers: readonly Opener[], nth: number, from: number | null): boolean {
  const { level, marker } = openers[nth] as Opener;
  if (marker === '' || first.test(marker) || from === null) return true;
  const before = openers.slice(0, nth).findLast(other => other.level === level);
  // Counting on from an item before the sentence: it spoke for that item only.
  return before === undefined || before.from >= from;
}

/** 3.不足 and 4.2024年打算 below each part: a heading that stands in three of them or more opens its zone however early. */
export function recurs(openers: readonly Opener[], quote: (opener: Opener) => string, opener: Opener): boolean {
  if (opener.marker === '') return false;
  const said = quote(opener);
  return openers.filter(other => other.level === opener.level && quote(other) === said).length > 2;
}

/** 下一步,我局将做好以下工作: what follows is what the sentence speaks of. */
const announces = /(?::|(?:如下|以下|下列|下述)[^。:]{0,16}[:。])\s*$/;

const intends =
  /将(?!本|此|其|[^,。;]{1,20}(?:纳入|列入|作为))|[拟需要](?=[^求点素闻件])|计划|力争|争取|确保|打算|准备|今后|明年|下一?步|下一?阶段|不少于|不低于|至少|(?:提高|达|提升|增加)到|^[^。;]{0,12}(?:继续|进一步|持续)/;
const lacks = /不(?:够|足|高|强|到位|规范|及时|平衡)|薄弱|滞后|欠缺|缺乏|有待|差距|仅有?\d|原因/;
const done =
  /全年|年内|今年以来|一年来|累计|共(?:计|\d)|已(?:经|完成|全部|建|累计|实现)|\d[\d,.]*(?:余|多)?万?(?:件|次|场|期|份|人次|起|户|家|宗|部)/;

/**
 * Whether the item at `nth` counts on from one that stands before `from`, where another zone was opened, and it and those
 * that count on from it tell what was done.
 */
export function resumesWork(sources: ZoneSources, openers: readonly Opener[], nth: number, from: number): boolean {
  const opener = openers[nth] as Opener;
  const style = styleOf(opener.marker);
  const alike = (other: Opener): boolean => other.level === opener.level && styleOf(other.marker) === style;
  const before = openers.slice(0, nth).findLast(alike);
  if (before === undefined || before.from >= from || !countsOn(before, opener)) return false;
  if (announces.test(sources.copy.flat.slice(from, opener.from))) return false;
  const tells: (Told | null)[] = [];
  let last = before;
  for (const [place, other] of openers.entries()) {
    if (place < nth || other.level > opener.level) continue;
    if (!alike(other) || !countsOn(last, other) || headsOther(sources, other)) break;
    const next = openers.slice(place + 1).find(({ level }) => level <= other.level);
    tells.push(told(sources.copy.flat.slice(other.to, next?.from ?? sources.tailFrom)));
    last = other;
  }
  const [opening] = tells;
  if (opening === undefined || opening === 'intention') return false;
  const count = (what: Told): number => tells.filter(one => one === what).length;
  return count('work') > count('intention');
}

type Told = 'work' | 'intention';

const numberOf = ({ marker }: Opener): number =>
  readNumeral(marker.replace(/[^一二三四五六七八九十\d]/g, ''))?.value ?? 0;

const countsOn = (before: Opener, opener: Opener): boolean =>
  numberOf(opener) > 1 && numberOf(opener) === numberOf(before) + 1;

const headsOther = (sources: ZoneSources, opener: Opener): boolean =>
  opener.says.has('problem') || opener.says.has('plan') || nextYearIn(sources, opener) !== undefined;

/** By the first of its sentences that says either. */
function told(item: string): Told | null {
  for (const sentence of item.split(/[。\n]/)) {
    if (intends.test(sentence) || lacks.test(sentence)) return 'intention';
    if (done.test(sentence)) return 'work';
  }
  return null;
}

/** (一)工作开展情况 (二)存在问题 (三)下一步打算: where nothing stands above them these are the parts, however short the first is. */
export function ownPart(openers: readonly Opener[], named: string): boolean {
  if (openers.some(({ level, runIn }) => level === 1 && !runIn)) return false;
  return /^(?:存在|面临)的?(?:主要|突出)?(?:问题|不足|困难)/.test(named);
}
