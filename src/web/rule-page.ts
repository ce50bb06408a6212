/** What the pages of one rule set share: the rule set as it is in force, its file, and the ways between its pages. */
import type { RuleText } from '../store/rule-keeping.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import type { PageText } from '../words/pages.ts';
import { isAdministrator } from './actor.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { type PageContext, wordsFor } from './page.ts';

export type RuleSetPage = 'manual' | 'edit' | 'try' | 'history' | 'self-check';
/** Pages that stand beside the tabs are none of them. */
export type OpenPage = RuleSetPage | 'correct';

const pages: readonly (readonly [RuleSetPage, PageText])[] = [
  ['manual', 'manualPage'],
  ['edit', 'editPage'],
  ['try', 'tryPage'],
  ['history', 'historyPage'],
  ['self-check', 'selfCheckPage'],
];

export interface RuleSetFrame {
  readonly id: string;
  readonly title: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}

/** `rules` is null for a file of which no good version is known: it can be edited, and nothing else. */
export function ruleSetFrame(
  options: AppOptions,
  id: string,
  rules: RulesInForce | null,
  current: OpenPage,
  c: PageContext,
): RuleSetFrame {
  const { lang } = c.var;
  const t = wordsFor(lang);
  const shown = pages.filter(([page]) => {
    if (options.editing === undefined && (page === 'edit' || page === 'history')) return false;
    if (page === 'edit' && !isAdministrator(c)) return false;
    return rules !== null || page === 'edit' || page === 'history';
  });
  return {
    id,
    title: rules === null ? id : pick(rules.ruleSet.title, lang),
    links: shown.map(([page, label]) => ({
      href: `/rules/${id}${page === 'manual' ? '' : `/${page}`}`,
      label: t(label),
      current: page === current,
    })),
  };
}

/** The rule set that one builds on, by its title; of a file that is not in force its name, and empty where there is none. */
export function baseOf(options: AppOptions, { bases }: RulesInForce, lang: Lang): string {
  const [file] = Object.keys(bases ?? {});
  if (file === undefined) return '';
  const title = options.rules.list().find(({ ruleSet }) => ruleSet.file === file)?.ruleSet.title;
  return title === undefined ? file : pick(title, lang);
}

/** The file of a rule set that may be edited here; null where there is none. */
export async function ruleFile(options: AppOptions, id: string): Promise<RuleText | null> {
  return (await options.editing?.read(id)) ?? null;
}
