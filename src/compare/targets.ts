/** Which list of a requirement a new phrase may join, and which phrases it takes. */
import type { JsonPath } from '../rules/insert.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { QuantityRule, Statement, Way } from '../rules/schema.ts';
import type { Addition } from './rule-edit.ts';

export interface Target {
  readonly list: JsonPath;
  /** The phrase as the list holds it. */
  readonly member: (phrase: string) => unknown;
  /** Its phrases name a figure themselves: one that names none would ask for less. */
  readonly figure: boolean;
  /** How far the change reaches beyond a phrase among its like. */
  readonly cost: number;
  readonly known: readonly string[];
}

type Phrased = (Statement | QuantityRule) & Pick<RuledRequirement, 'group' | 'tier'>;

/** Requirements that ask for phrases; null for the other kinds. */
export const phrased = (rule: RuledRequirement): Phrased | null =>
  rule.kind === 'statement' || rule.kind === 'quantity' ? (rule as Phrased) : null;

/** Lists by which a passage may come to count. */
export function countingTargets(ruleSet: RuleSet, rule: Phrased): readonly Target[] {
  const target = (list: JsonPath, known: readonly string[] | undefined, cost: number, asked = false): Target[] =>
    known === undefined
      ? []
      : [{ list, known, cost, member: phrase => phrase, figure: !asked && namesFigures(ruleSet, known) }];
  const ofWay = (path: JsonPath, way: Way): Target[] => {
    const asked = way.with !== undefined;
    return [
      ...target([...path, 'any'], way.any, path.length, asked),
      ...target([...path, 'by'], way.by, path.length + 1, asked),
      ...target([...path, 'and'], way.and, path.length + 1, asked),
    ];
  };
  const own =
    rule.kind === 'quantity'
      ? [...target(['of'], rule.of, 0, true), ...target(['zero'], rule.zero, 1, true)]
      : ofWay([], rule);
  const others = (rule.or ?? []).flatMap((way, index) => ofWay(['or', index], way));
  const lists = [...own, ...others];
  const another: Target = {
    list: ['or'],
    member: phrase => ({ any: [phrase] }),
    figure:
      rule.kind === 'quantity' || lists.some(({ figure, list }) => figure && list.at(-1) === 'any') || asksFigure(rule),
    cost: 5,
    known: [],
  };
  return [...lists, another];
}

const asksFigure = (rule: Phrased): boolean =>
  [rule.kind === 'statement' ? rule.with : undefined, ...(rule.or ?? []).map(way => way.with)].some(
    wanted => wanted?.includes('count') === true || wanted?.includes('rate') === true,
  );

/** Most of these phrases hold a number or a rate. */
function namesFigures({ terms }: RuleSet, phrases: readonly string[]): boolean {
  const said = (phrase: string): boolean =>
    /<(?:n|rate)/.test(phrase.replace(/\{([^}]+)\}/g, (_, name: string) => (terms[name] ?? []).join(' ')));
  return phrases.filter(said).length * 2 > phrases.length;
}

export const namesFigure = (phrase: string): boolean => /<(?:n|rate)/.test(phrase);

/** Lists by which a passage may cease to count. */
export function refusingTargets(rule: Phrased): readonly Target[] {
  const target = (list: JsonPath, known: readonly string[] | undefined, cost: number): Target => ({
    list,
    known: known ?? [],
    cost,
    member: phrase => phrase,
    figure: false,
  });
  return [
    target(['not'], rule.not, 0),
    ...(rule.or ?? []).map((way, index) => target(['or', index, 'not'], way.not, 2)),
  ];
}

export const addition = (target: Target, phrase: string): Addition => ({
  list: target.list,
  member: target.member(phrase),
});
