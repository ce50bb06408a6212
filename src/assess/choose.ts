/** Which rule set a text is checked by, where nobody has chosen: the one whose kind of report it is. */
import { normaliseUnits } from '../read/copy-table.ts';
import type { SourceText } from '../read/types.ts';
import { unbrokenCopy } from '../report/copy.ts';
import { kindSays } from '../report/cues.ts';
import { readReport } from '../report/index.ts';
import type { RuleSet } from '../rules/load.ts';

/** Title, disclosure table and opening lie within so many characters. */
const openingSize = 1500;

/**
 * The first of `rules` that recognises the text; where none does, the first that finds its own words in the opening, else the
 * first of all, so that the text is told what it is not. Null where there are no rules. A text whose opening speaks of one
 * kind of report only is read no further.
 */
export function chooseRules<T extends { readonly ruleSet: RuleSet }>(
  source: SourceText,
  rules: readonly T[],
): T | null {
  const [only] = rules;
  if (only === undefined || rules.length === 1) return only ?? null;
  const flat = normaliseUnits(source.text.slice(0, openingSize)).replace(/[ \t]+/g, '');
  const opening = unbrokenCopy(flat);
  const spoken = rules.filter(({ ruleSet }) => kindSays(ruleSet.genre, opening).own);
  if (spoken.length === 1) return spoken[0] as T;
  const asked = spoken.length > 0 ? spoken : rules;
  return asked.find(({ ruleSet }) => readReport(source, ruleSet.genre).recognised) ?? spoken[0] ?? only;
}
