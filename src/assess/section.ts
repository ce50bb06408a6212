/** Judges a section: is it there under its heading, and does it speak of what it must speak of? */
import { zoneNames } from '../report/types.ts';
import { bilingual } from '../rules/load.ts';
import type { Match } from '../rules/phrase.ts';
import type { Section as SectionRule } from '../rules/schema.ts';
import type { Bilingual } from '../words/bilingual.ts';
import { sectionWords } from '../words/findings.ts';
import { type Context, countedZones, type FlatSpan, matchesOf, zoneAt } from './context.ts';
import { inOrder, type Section, sectionsUnder } from './sections.ts';
import { mentions, spans, tryPartial } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';

export function judgeSection(context: Context, rule: SectionRule): Verdict {
  const sections = sectionsUnder(context, rule.headings).filter(isWanted(context, rule));
  const judged = rule.topics === undefined ? judgeContent(context, sections) : judgeTopics(context, rule, sections);
  if (judged.status === 'missing') {
    const partial = tryPartial(context, rule.partial, { zones: rule.zones, not: rule.not });
    if (partial.evidence.length > 0) {
      const reason = rule.headings === undefined ? null : sectionWords.ownHeading;
      return verdict('partial', { evidence: spans(partial.evidence).slice(0, 3), refused: partial.refused, reason });
    }
    return {
      ...judged,
      refused: [...judged.refused, ...partial.refused, ...mentions(context, rule.about, { not: rule.not })],
    };
  }
  return inOrder(context, rule, judged);
}

/** A heading that one of `not` stands in is another one. */
const isWanted =
  (context: Context, rule: SectionRule) =>
  ({ heading }: Section): boolean =>
    !matchesOf(context, rule.not).some(match => match.start < heading.end && match.end > heading.start);

/** A heading with anything below it, be it 无. */
function judgeContent(context: Context, sections: readonly Section[]): Verdict {
  const filled = sections.find(({ body }) =>
    /[\p{L}\p{N}]/u.test(context.report.copy.flat.slice(body.start, body.end)),
  );
  if (filled !== undefined) return verdict('met', { evidence: [filled.heading, opening(context, filled.body)] });
  const [bare] = sections;
  if (bare === undefined) return verdict('missing');
  return verdict('partial', { evidence: [bare.heading], reason: sectionWords.content });
}

/** The first sentence of a body that is not only punctuation. */
function opening(context: Context, { start, end }: FlatSpan): FlatSpan {
  const { flat } = context.report.copy;
  let from = start;
  while (from < end && !/[\p{L}\p{N}]/u.test(flat[from] as string)) from += 1;
  const stop = flat.slice(from, Math.min(end, from + 120)).search(/[。\n]/);
  return { start: from, end: stop > 0 ? from + stop : Math.min(end, from + 120) };
}

function judgeTopics(context: Context, rule: SectionRule, sections: readonly Section[]): Verdict {
  const topics = rule.topics ?? [];
  const headless = rule.headings !== undefined && sections.length === 0;
  const zones = rule.zones ?? (rule.headings === undefined || headless ? countedZones : zoneNames);
  const counts = (match: Match): boolean =>
    zones.includes(zoneAt(context, match.start)) &&
    !match.inTitle &&
    (sections.length === 0 || sections.some(({ body }) => match.start >= body.start && match.end <= body.end)) &&
    !matchesOf(context, rule.not).some(other => other.start < match.end && other.end > match.start);
  const found = topics.map(topic => matchesOf(context, topic.any).find(counts) ?? null);
  const spoken = found.flatMap(match => match ?? []);
  const lacks: Bilingual[] = topics.filter((_, nth) => found[nth] === null).map(({ name }) => bilingual(name));
  // Without its heading a section is known by what it is first of all about.
  if (headless && found[0] === null) return verdict('missing');
  const headings = sections.slice(0, 1).map(({ heading }) => heading);
  const evidence = [...headings, ...spans(spoken)];
  if (!headless && spoken.length >= (rule.atLeast ?? topics.length)) return verdict('met', { evidence });
  if (spoken.length >= (rule.some ?? 1))
    return verdict('partial', { evidence, reason: joined(headless ? [sectionWords.ownHeading, ...lacks] : lacks) });
  const refused = [...headings.map(span => ({ kind: 'heading' as const, span, word: null }))];
  return verdict('missing', { refused });
}

/** Names one after the other, as a list. */
export function joined(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
