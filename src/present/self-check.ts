/** The self-check sheet of one kind of body: what its report must, should and may state, on one page to tick. */
import { bilingual, type RuledRequirement, type RuleSet, tierOf } from '../rules/load.ts';
import type { Level, Tier } from '../rules/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { tierWords } from '../words/terms.ts';

export interface SelfCheckView {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly items: readonly SelfCheckItem[];
  }[];
  readonly count: number;
}

export interface SelfCheckItem {
  readonly id: string;
  readonly title: string;
  readonly tier: Tier;
  readonly tierWord: string;
  /** What to write, as short as the rule set allows. */
  readonly write: string;
  /** Asked only where the body has such work or power. */
  readonly ifAny: boolean;
}

/** Requirements of bodies of this level for reports of this year; suspended ones are not asked. */
export function selfCheckView(
  ruleSet: RuleSet,
  fenced: readonly string[],
  level: Level,
  year: number,
  lang: Lang,
): SelfCheckView {
  const asked = ruleSet.requirements.filter(rule => !fenced.includes(rule.id) && isAsked(rule, level, year));
  return {
    groups: ruleSet.groups
      .map(group => ({
        id: group.id,
        title: pick(group.title, lang),
        items: asked.filter(rule => rule.group === group.id).map(rule => itemOf(rule, ruleSet, level, year, lang)),
      }))
      .filter(group => group.items.length > 0),
    count: asked.length,
  };
}

function isAsked({ appliesTo, kind }: RuledRequirement, level: Level, year: number): boolean {
  // What the tool looks at by itself is nothing that a writer adds.
  if (kind === 'check') return false;
  const { years, levels } = appliesTo ?? {};
  return (levels === undefined || levels.includes(level)) && holdsIn(years, year);
}

const holdsIn = (years: { readonly from?: number; readonly to?: number } | undefined, year: number): boolean =>
  (years?.from ?? year) <= year && year <= (years?.to ?? year);

function itemOf(rule: RuledRequirement, ruleSet: RuleSet, level: Level, year: number, lang: Lang): SelfCheckItem {
  const tier = rule.byYear?.find(change => holdsIn(change.years, year))?.tier ?? rule.tier;
  const known = tierOf(tier);
  return {
    id: rule.id,
    title: pick(bilingual(rule.title), lang),
    tier: known,
    tierWord: pick(tierWords[known], lang),
    write: briefly(pick(bilingual(rule.fix ?? rule.met), lang)),
    ifAny:
      rule.appliesTo?.optionalFor?.includes(level) === true ||
      (rule.appliesTo?.powers ?? []).some(power => ruleSet.powers[power]?.levels.includes(level) !== true),
  };
}

/** 写明件数，例如：全年…____件。 is told by its model sentence alone. */
function briefly(text: string): string {
  const model = /[，,；;。]?\s*(?:例如|for example)[：:]\s*([\s\S]+)$/.exec(text)?.[1];
  return model?.includes('____') ? model : text;
}
