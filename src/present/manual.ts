/** A rule set made ready for reading, as a manual for people who do not open the file. */
import type { Status } from '../assess/types.ts';
import { bilingual, type RuledRequirement, type RuleSet } from '../rules/load.ts';
import type { Example } from '../rules/schema.ts';
import type { Level, Text, Tier } from '../rules/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatDate, formatPoints } from '../words/dates.ts';
import { manualTexts } from '../words/manual.ts';
import { levelWords, sourceCertainty, statusGlyphs, statusWords, tierWords, zoneWords } from '../words/terms.ts';
import { articleWords } from './articles.ts';
import { whenWords } from './outcomes.ts';
import { phraseWords } from './phrase-words.ts';
import { structureDetails } from './structure.ts';
import type { BasisView } from './view-types.ts';

export interface ManualView {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly count: number;
  readonly notes: readonly string[];
  /** Suspended requirements. */
  readonly fenced: readonly { readonly id: string; readonly title: string }[];
  readonly outcomes: readonly { readonly id: string; readonly title: string; readonly when: string }[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly points: string;
    readonly items: readonly RuleView[];
  }[];
  readonly sources: readonly {
    readonly title: string;
    readonly number: string;
    readonly inForce: string;
    readonly certainty: string;
    readonly note: string;
  }[];
}

export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly tier: Tier;
  readonly tierWord: string;
  readonly points: string;
  readonly fenced: boolean;
  readonly met: string;
  readonly gap: string;
  readonly fix: string;
  readonly details: readonly Detail[];
  readonly basis: readonly BasisView[];
  readonly examples: readonly {
    readonly status: Status;
    readonly statusWord: string;
    readonly glyph: string;
    readonly text: string;
    readonly note: string;
  }[];
}

export interface Detail {
  readonly label: string;
  readonly text: string;
  readonly phrases: readonly string[];
}

export function manualView(ruleSet: RuleSet, fenced: readonly string[], lang: Lang): ManualView {
  const groups = ruleSet.groups.map(group => ({
    group,
    rules: ruleSet.requirements.filter(rule => rule.group === group.id),
  }));
  return {
    id: ruleSet.id,
    title: pick(ruleSet.title, lang),
    version: ruleSet.version,
    hash: ruleSet.sha256.slice(0, 12),
    count: ruleSet.requirements.length,
    notes: ruleSet.notes.map(note => pick(note, lang)),
    fenced: ruleSet.requirements
      .filter(rule => fenced.includes(rule.id))
      .map(rule => ({ id: rule.id, title: words(rule.title, lang) })),
    outcomes: ruleSet.outcomes.map(outcome => ({
      id: outcome.id,
      title: words(outcome.title, lang),
      when: whenWords(outcome.when, lang),
    })),
    groups: groups.map(({ group, rules }) => ({
      id: group.id,
      title: pick(group.title, lang),
      note: group.note === null ? '' : pick(group.note, lang),
      points: formatPoints(rules.reduce((sum, rule) => sum + rule.points, 0)),
      items: rules.map(rule => ruleView(rule, ruleSet, fenced.includes(rule.id), lang)),
    })),
    sources: Object.values(ruleSet.sources).map(source => ({
      title: words(source.title, lang),
      number: source.number ?? '—',
      inForce: `${source.from ? formatDate(source.from, lang) : '—'}${source.until ? ` – ${formatDate(source.until, lang)}` : ''}`,
      certainty: sourceCertainty(source.certainty, lang),
      note: source.note === undefined ? '' : words(source.note, lang),
    })),
  };
}

const words = (text: Text, lang: Lang): string => pick(bilingual(text), lang);

function ruleView(rule: RuledRequirement, ruleSet: RuleSet, fenced: boolean, lang: Lang): RuleView {
  return {
    id: rule.id,
    title: words(rule.title, lang),
    tier: rule.tier,
    tierWord: pick(tierWords[rule.tier], lang),
    points: formatPoints(rule.points),
    fenced,
    met: words(rule.met, lang),
    gap: words(rule.gap, lang),
    fix: rule.fix === undefined ? '' : words(rule.fix, lang),
    details: detailsOf(rule, lang).filter(detail => detail.text !== '' || detail.phrases.length > 0),
    basis: (rule.basis ?? []).flatMap(basis => {
      const source = ruleSet.sources[basis.source];
      if (source === undefined) return [];
      return [
        {
          title: words(source.title, lang),
          number: source.number ?? '',
          article: articleWords(basis.article ?? '', lang),
          certainty: sourceCertainty(source.certainty, lang),
          verified: source.certainty === 'verified',
        },
      ];
    }),
    examples: exampleViews(rule, lang),
  };
}

function detailsOf(rule: RuledRequirement, lang: Lang): Detail[] {
  const detail = (label: keyof typeof manualTexts, text: string, phrases: readonly string[] = []): Detail => ({
    label: pick(manualTexts[label], lang),
    text,
    // Two ways may share a wording.
    phrases: [...new Set(phrases.map(phrase => phraseWords(phrase, lang)))],
  });
  const list = (items: readonly string[]): string => items.join(pick(manualTexts.listSeparator, lang));
  const partial = (rule.partial ?? []).flatMap(way => (typeof way === 'string' ? [way] : wayPhrases(way)));
  return [
    ...structureDetails(rule, lang),
    detail('acceptedPhrases', '', acceptedPhrases(rule)),
    'unit' in rule && rule.unit ? detail('unitWords', list(rule.unit)) : detail('unitWords', ''),
    detail('askPerson', rule.kind === 'manual' ? words(rule.ask, lang) : ''),
    detail('partialPhrases', '', partial),
    detail('refusedPhrases', '', rule.not ?? []),
    detail('doubtPhrases', '', rule.doubt?.any ?? []),
    detail('zonesWords', list((rule.zones ?? []).map(zone => pick(zoneWords[zone], lang)))),
    detail('appliesTo', appliesWords(rule, lang)),
    detail('appliesUnless', '', rule.appliesTo?.unless ?? []),
    detail(
      'notes',
      (rule.attention ?? [])
        .map(note => attentionWords(note, lang))
        .filter(Boolean)
        .join(pick(manualTexts.clauseSeparator, lang)),
    ),
  ];
}

function acceptedPhrases(rule: RuledRequirement): readonly string[] {
  switch (rule.kind) {
    case 'statement':
      return [...wayPhrases(rule), ...(rule.or ?? []).flatMap(wayPhrases)];
    case 'quantity':
      return [...rule.of, ...(rule.zero ?? []), ...(rule.or ?? []).flatMap(wayPhrases)];
    case 'table':
      return (rule.or ?? []).flatMap(wayPhrases);
    case 'part':
      return [...(rule.headings ?? []), ...(rule.cues ?? []), ...(rule.facts?.any ?? [])];
    default:
      return [];
  }
}

const wayPhrases = (way: {
  readonly any?: readonly string[];
  readonly by?: readonly string[];
  readonly and?: readonly string[];
}): string[] => [...(way.by ?? []), ...(way.any ?? []), ...(way.and ?? [])];

function attentionWords(note: NonNullable<RuledRequirement['attention']>[number], lang: Lang): string {
  if (note.text !== undefined) return words(note.text, lang);
  if (note.below !== undefined) return say(manualTexts.noteBelow, lang, { n: note.below });
  if (note.above !== undefined) return say(manualTexts.noteAbove, lang, { n: note.above });
  return '';
}

function appliesWords(rule: RuledRequirement, lang: Lang): string {
  const applies = rule.appliesTo;
  const levels = (list: readonly Level[]): string =>
    list.map(level => pick(levelWords[level], lang)).join(pick(manualTexts.listSeparator, lang));
  const parts = [applies?.levels === undefined ? pick(manualTexts.levelsAll, lang) : levels(applies.levels)];
  const years = applies?.years;
  if (years?.from !== undefined && years.to !== undefined)
    parts.push(say(manualTexts.appliesYears, lang, { from: years.from, to: years.to }));
  else if (years?.from !== undefined) parts.push(say(manualTexts.appliesFrom, lang, { from: years.from }));
  else if (years?.to !== undefined) parts.push(say(manualTexts.appliesUntil, lang, { to: years.to }));
  if (applies?.optionalFor !== undefined)
    parts.push(say(manualTexts.optionalFor, lang, { levels: levels(applies.optionalFor) }));
  return parts.join(pick(manualTexts.clauseSeparator, lang));
}

function exampleViews(rule: RuledRequirement, lang: Lang): RuleView['examples'] {
  const order: readonly Status[] = ['met', 'partial', 'missing', 'review', 'not-applicable'];
  return order.flatMap(status =>
    (rule.examples?.[status] ?? []).map((example: Example) => ({
      status,
      statusWord: pick(statusWords[status], lang),
      glyph: statusGlyphs[status],
      text: typeof example === 'string' ? example : example.text,
      note: typeof example === 'string' ? '' : exampleNote(example, lang),
    })),
  );
}

/** What an example says besides its text. */
function exampleNote({ zone, level, year, value }: Exclude<Example, string>, lang: Lang): string {
  return [
    zone === undefined ? '' : say(manualTexts.exampleZone, lang, { zone: pick(zoneWords[zone], lang) }),
    level === undefined ? '' : say(manualTexts.exampleLevel, lang, { level: pick(levelWords[level], lang) }),
    year === undefined ? '' : say(manualTexts.exampleYear, lang, { year }),
    value === undefined ? '' : say(manualTexts.exampleValue, lang, { value }),
  ].join('');
}
