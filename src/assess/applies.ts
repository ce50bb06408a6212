/** Whether a requirement applies to this report: its year, its level, its powers, what it says there was none of. */
import type { Requirement } from '../rules/schema.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { levelWords, notApplicableWords } from '../words/findings.ts';
import { courtsAbove } from './above.ts';
import { type Context, countedZones, type FlatSpan, matchesOf, zoneAt } from './context.ts';
import { denials } from './denial.ts';
import { yearFits } from './ways.ts';

export interface NotApplicable {
  readonly reason: Bilingual;
  readonly evidence: readonly FlatSpan[];
  /** What it rests on: the rule's own conditions, a wording that says there was none, or silence. */
  readonly by: 'condition' | 'wording' | 'silence';
}

const put = (
  text: Bilingual,
  values: { zh: Record<string, string | number>; en: Record<string, string | number> },
): Bilingual => ({
  zh: fill(text.zh, values.zh),
  en: fill(text.en, values.en),
});

/**
 * Why the requirement does not apply; null where it does. An unknown level or year excludes nothing. `counted` tells that
 * the report has a number of what its wordings deny.
 */
export function notApplicable(context: Context, rule: Requirement, counted = false): NotApplicable | null {
  const { appliesTo } = rule;
  if (appliesTo === undefined) return null;
  const { level, year } = context;
  const because = (
    reason: Bilingual,
    by: NotApplicable['by'] = 'condition',
    evidence: readonly FlatSpan[] = [],
  ): NotApplicable => ({ reason, evidence, by });
  if (!yearFits(context, appliesTo)) {
    return because(put(notApplicableWords.year, { zh: { year: year ?? '' }, en: { year: year ?? '' } }));
  }
  const named = level === null ? { zh: '', en: '' } : levelWords[level];
  const ofLevel = { zh: { level: named.zh }, en: { level: named.en } };
  const excepted = appliesTo.exceptSubject?.some(word => context.subject.includes(word)) === true;
  if (level !== null && appliesTo.levels !== undefined && !appliesTo.levels.includes(level) && !excepted) {
    return because(put(notApplicableWords.level, ofLevel));
  }
  if (appliesTo.powers?.some(power => !context.powers.has(power)) === true)
    return because(context.powersStated ? notApplicableWords.powerStated : notApplicableWords.power);
  const [none] = denials(context, appliesTo.unless, {}).filter(
    ({ start, end }) => !(counted && ofSomeCause.test(context.text.flat.slice(start, end))),
  );
  if (none !== undefined) {
    const quote = context.text.flat.slice(none.start, none.end);
    return because(put(notApplicableWords.unless, { zh: { quote }, en: { quote } }), 'wording', [none]);
  }
  if (level !== null && appliesTo.optionalFor?.includes(level) === true && !excepted && isSilent(context, rule)) {
    return because(put(notApplicableWords.silent, ofLevel), 'silence');
  }
  return null;
}

/** 未发生因执法不当引发的行政诉讼, 没有行政相对人提起诉讼: none of that cause or from those dealt with, and of others those that are counted. */
const ofSomeCause = /因.+(?:引发|引起|导致|造成)|(?:相对人|当事人).{0,8}(?:提起|申请|提出)/;

/** No wording of the requirement stands in the zones where it would be looked for; what the courts told of the whole county is not the township's. */
function isSilent(context: Context, rule: Requirement): boolean {
  const zones = rule.appliesTo?.silentZones ?? countedZones;
  return !matchesOf(context, wordingsOf(rule)).some(
    match => zones.includes(zoneAt(context, match.start)) && !match.inTitle && courtsAbove(context, match) === null,
  );
}

const knownWordings = new WeakMap<Requirement, readonly string[]>();

/** The topic words tell; a rule without them is known by all it asks for. The same list each time, so that it is numbered once. */
function wordingsOf(rule: Requirement): readonly string[] {
  if (rule.about !== undefined) return rule.about;
  const known = knownWordings.get(rule);
  if (known !== undefined) return known;
  const wordings = allWordings(rule);
  knownWordings.set(rule, wordings);
  return wordings;
}

function allWordings(rule: Requirement): string[] {
  const wordings: string[] = [];
  const collect = (item: unknown): void => {
    if (typeof item === 'string') wordings.push(item);
    else if (Array.isArray(item)) item.forEach(collect);
    else if (item !== null && typeof item === 'object' && 'any' in item) collect(item.any);
  };
  if (rule.kind === 'quantity') collect([rule.of, rule.or, rule.zero]);
  if (rule.kind === 'statement') collect([rule.any, rule.or]);
  collect(rule.partial);
  return wordings;
}
