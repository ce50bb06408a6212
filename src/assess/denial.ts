/** Where a text says that there was none of something: what is counted is then zero, and what rests on it does not apply. */
import type { Match } from '../rules/phrase.ts';
import { type Context, clauseAround, matchesOf, zoneAt } from './context.ts';
import { type Conditions, refuse, refuseStance } from './refuse.ts';

/** The matches of wordings that deny which count under these conditions. */
export function denials(context: Context, phrases: readonly string[] | undefined, conditions: Conditions): Match[] {
  return matchesOf(context, phrases).filter(
    match => refuse(context, match, conditions) === null || toldOfYear(context, match, conditions),
  );
}

/** 虽然全年未发生行政诉讼案件,但…: of its year a fact, wherever it is told. 个别单位未制定… and 尚未… are shortcomings. */
function toldOfYear(context: Context, match: Match, conditions: Conditions): boolean {
  if (zoneAt(context, match.start) !== 'problem') return false;
  if (refuse(context, match, { ...conditions, zones: ['problem'] }) !== null) return false;
  if (refuseStance(context, match) !== null) return false;
  const { start, end } = clauseAround(context, match.start);
  const from = Math.max(start, match.start - longestTold);
  const said = context.text.flat.slice(from, Math.max(Math.min(end, match.end + longestTold), match.end));
  return ofYear.test(said) && !ofSome.test(said) && !aimedAt.test(said);
}

/** Characters of a clause looked at on either side of a wording. */
const longestTold = 300;

const ofYear = /全年|年内|本年|今年|年度|20\d\d年/;
/** 实现全年无行政诉讼案件: what is to be. */
const aimedAt = /实现|确保|做到|力争|保持|争取|达到|目标/;
const ofSome = /部分|个别|少数|多数|有的|有些|一些|某些|各[乡镇村局股科部单]|下属|所属|仍|还|尚|应当?(?!诉)|未能|没能/;
