/** What a requirement on sections, tables, equations or deadlines asks, in words, for the manual of a rule set. */
import { bilingual, type RuledRequirement } from '../rules/load.ts';
import type { Headed } from '../rules/schema.ts';
import type { Level } from '../rules/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatDay } from '../words/dates.ts';
import { manualTexts } from '../words/manual.ts';
import { levelWords } from '../words/terms.ts';
import type { Detail } from './manual.ts';
import { phraseWords } from './phrase-words.ts';

type Label = keyof typeof manualTexts;

/** Nothing for the kinds that only look for wordings. */
export function structureDetails(rule: RuledRequirement, lang: Lang): Detail[] {
  const detail = (label: Label, text: string, phrases: readonly string[] = []): Detail => ({
    label: pick(manualTexts[label], lang),
    text,
    phrases: phrases.map(phrase => phraseWords(phrase, lang)),
  });
  const list = (items: readonly string[]): string => items.join(pick(manualTexts.listSeparator, lang));
  const name = (asked: Pick<Headed, 'name'>): string => pick(bilingual(asked.name), lang);
  const names = (asked: readonly Headed[]): string => list(asked.map(name));
  const levels = (of: readonly Level[]): string => list(of.map(level => pick(levelWords[level], lang)));
  switch (rule.kind) {
    case 'section': {
      const topics = rule.topics ?? [];
      const counts = { of: topics.length, n: rule.atLeast ?? topics.length, some: rule.some ?? 1 };
      const told =
        topics.length === 0
          ? ''
          : `${list(topics.map(name))}${lang === 'zh' ? '；' : '; '}${say(manualTexts.topicsCount, lang, counts)}`;
      return [
        detail('underHeadings', '', rule.headings),
        detail('afterHeadings', '', rule.after),
        detail('topicsWords', told),
        ...topics.map(topic => ({
          ...detail('topicsWords', '', topic.any),
          label: say(manualTexts.topicWordings, lang, { name: name(topic) }),
        })),
      ];
    }
    case 'table':
      return [
        detail('underHeadings', '', rule.headings),
        detail('afterHeadings', '', rule.after),
        detail('cellsWords', names([...(rule.rows ?? []), ...(rule.columns ?? [])])),
      ];
    case 'equation': {
      const side = (of: readonly Headed[]): string => of.map(name).join(' + ');
      const told = `${side(rule.left)} = ${side(rule.right)}`;
      const tolerance =
        rule.tolerance === undefined ? '' : say(manualTexts.toleranceWords, lang, { n: rule.tolerance });
      return [
        detail('underHeadings', '', rule.headings),
        detail('equationWords', [told, tolerance].filter(Boolean).join(lang === 'zh' ? '；' : '; ')),
      ];
    }
    case 'element': {
      const dates = rule.dates?.map(({ levels: of, by, grace }) =>
        say(manualTexts.deadlineOf, lang, {
          levels: levels(of),
          by: formatDay(by, lang),
          grace: formatDay(grace, lang),
        }),
      );
      return [detail('deadlineWords', (dates ?? []).join(lang === 'zh' ? '；' : '; '))];
    }
    default:
      return [];
  }
}
