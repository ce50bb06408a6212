/** Which rule set a text is checked by, where nobody has chosen: the one whose kind of report it is. */
import type { SourceText } from '../read/types.ts';
import { unbrokenCopy } from '../report/copy.ts';
import { kindSays } from '../report/cues.ts';
import { readReport } from '../report/index.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Genre } from '../rules/types.ts';

/** Title, disclosure table and opening lie within so many characters. */
const openingSize = 1500;

/**
 * The first of `rules` that recognises the text, by its title before by its opening; where none does, the first that finds its own words in the opening, else the
 * first of all, so that the text is told what it is not. Null where there are no rules. A text whose opening speaks of one
 * kind of report only is read no further.
 */
export function chooseRules<T extends { readonly ruleSet: RuleSet }>(
  source: SourceText,
  rules: readonly T[],
): T | null {
  const [only] = rules;
  if (only === undefined || rules.length === 1) return only ?? null;
  const opening = source.text.slice(0, openingSize);
  const spoken = rules.filter(({ ruleSet }) => speaksOf(opening, ruleSet.genre));
  if (spoken.length === 1) return spoken[0] as T;
  let recognised: T | null = null;
  for (const one of spoken.length > 0 ? spoken : rules) {
    const { genre } = one.ruleSet;
    const report = readReport(source, genre);
    if (!report.recognised) continue;
    // What the title says is surer than what the opening speaks of.
    if (speaksOf(report.meta.title?.value ?? '', genre)) return one;
    recognised ??= one;
  }
  return recognised ?? spoken[0] ?? only;
}

/** Whether a text has the genre's own words. */
function speaksOf(text: string, genre: Genre): boolean {
  return kindSays(genre, unbrokenCopy(text.replace(/[ \t\u3000]+/g, ''))).own;
}
