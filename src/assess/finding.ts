/** From a verdict to the finding that people and scripts read: quotes with places, reasons in words, points. */
import { pageOf } from '../read/pages.ts';
import type { SourceText } from '../read/types.ts';
import { firstFrom } from '../rules/literals.ts';
import { bilingual, type RuledRequirement, tierOf } from '../rules/load.ts';
import { type Bilingual, fill, type Lang, pick, say } from '../words/bilingual.ts';
import { attentionWords, doubtWords, findingWords, refusalWords } from '../words/findings.ts';
import { unitWords } from '../words/terms.ts';
import { weigh } from './certainty.ts';
import { type Context, clauseAround, type FlatSpan, matchesOf, quoteAround, zoneAt } from './context.ts';
import { nearestOf } from './near.ts';
import type { Refusal, RefusalKind } from './refuse.ts';
import { round } from './score.ts';
import type { Basis, Evidence, Finding, NearMiss, Place } from './types.ts';
import type { Verdict } from './verdict.ts';
import { yearFits } from './ways.ts';

/** Most quotes shown for one finding; more would bury the telling one. */
const mostQuotes = 4;

/** Places of the text: line by offset, by binary search over line starts. */
export interface Lines {
  readonly placeOf: (start: number, end: number) => Place;
}

export function linesOf({ text, pages }: Pick<SourceText, 'text' | 'pages'>): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    placeOf: (start, end) => {
      const page = pageOf(pages, start);
      return { start, end, line: lineOf(start), ...(page !== undefined && { page }) };
    },
  };
}

export function toFinding(
  context: Context,
  lines: Lines,
  rule: RuledRequirement,
  judged: Verdict,
  lang: Lang,
): Finding {
  const { tier, points } = weightOf(context, rule);
  const refused = judged.status === 'met' ? null : nearestOf(context, judged.refused);
  const { certainty, ground } = weigh(context, rule, judged, refused);
  const doubt = ground === null ? '' : pick(doubtWords[ground], lang);
  const review = judged.status === 'review' || (tier === 'mandatory' && certainty === 'unsure');
  const status = review ? 'review' : judged.status;
  const weight = status === 'not-applicable' || status === 'review' ? 0 : points;
  const share = status === 'met' ? 1 : status === 'partial' ? 0.5 : 0;
  const alone = judged.evidence.length === 0;
  const nearest =
    status === 'met' || status === 'not-applicable'
      ? null
      : alone
        ? refused
        : nearestOf(context, besides(context, judged));
  const attention = [
    ...judged.attention,
    ...attentionOf(rule, judged, context),
    ...(judged.partYear ? [partYearNote(judged)] : nearlyYearNotes(judged)),
  ];
  return {
    requirement: rule.id,
    group: rule.group,
    title: pick(bilingual(rule.title), lang),
    tier,
    status,
    certainty,
    doubt,
    points: weight,
    worth: points,
    earned: round(weight * share, 2),
    evidence: evidenceOf(context, lines, judged),
    value: judged.figures[0] ?? null,
    values: judged.figures,
    unit: judged.figures.length === 0 ? null : judged.unit,
    attention: [...new Set(attention.map(note => pick(note, lang)))],
    nearest: nearest === null ? null : nearMiss(context, lines, nearest, lang),
    reason: sentence(
      status === 'review' && doubt !== ''
        ? say(findingWords.reviewMandatory, lang, { why: doubt })
        : reasonOf(rule, judged, status, nearest, lang),
    ),
    fix: status === 'met' || rule.fix === undefined ? '' : pick(bilingual(rule.fix), lang),
    fixable: !judged.settled,
    basis: basisOf(context, rule, lang),
    ruling: null,
  };
}

/** Refusals that say no more than that something lacks, which the reason says already. */
const bareRefusals: readonly RefusalKind[] = [
  'no-figure',
  'announcement',
  'mention',
  'heading',
  'title',
  'problem',
  'plan',
  'elsewhere',
  'other-part',
];

/** Refused passages; one that is accepted as partial at the same time only where its refusal tells something of its own. */
function besides(context: Context, judged: Verdict): readonly Refusal[] {
  const shown = joined(judged.evidence.map(span => quoteAround(context, span)));
  const starts = shown.map(({ start }) => start);
  return judged.refused.filter(({ kind, span }) => {
    const last = shown[firstFrom(starts, span.end) - 1];
    return !bareRefusals.includes(kind) || last === undefined || last.end <= span.start;
  });
}

/** Stretches by start, those that overlap or touch as one. */
function joined(spans: FlatSpan[]): FlatSpan[] {
  const apart: FlatSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const before = apart.at(-1);
    if (before === undefined || span.start > before.end) apart.push(span);
    else if (span.end > before.end) apart[apart.length - 1] = { start: before.start, end: span.end };
  }
  return apart;
}

/** Tier and points in force for the report's year. */
function weightOf(context: Context, rule: RuledRequirement): { tier: Finding['tier']; points: number } {
  const change = rule.byYear?.find(({ years }) => context.year !== null && yearFits(context, { years }));
  return { tier: change?.tier === undefined ? rule.tier : tierOf(change.tier), points: change?.points ?? rule.points };
}

/** Where the verdict rests on figures, the passages that hold one; else all of them. */
function telling(context: Context, judged: Verdict): readonly FlatSpan[] {
  const rests = judged.rests.toSorted((a, b) => a.flatStart - b.flatStart);
  const starts = rests.map(({ flatStart }) => flatStart);
  const holding = judged.evidence.filter(span => {
    // The figure may stand beside the words, in the part of the sentence that is quoted with them.
    const quote = quoteAround(context, span);
    const last = rests[firstFrom(starts, quote.end) - 1];
    return last !== undefined && last.flatEnd > quote.start;
  });
  if (holding.length === 0) return judged.evidence;
  const kept = new Set([...holding, ...judged.said].map(({ start }) => start));
  return judged.evidence.filter(({ start }) => kept.has(start));
}

function evidenceOf(context: Context, lines: Lines, judged: Verdict): Evidence[] {
  const quotes: FlatSpan[] = [];
  for (const span of telling(context, judged)) {
    const quote =
      judged.status === 'met' ? pastLeadIn(context, quoteAround(context, span)) : quoteAround(context, span);
    const last = quotes.findIndex(other => quote.start < other.end && quote.end > other.start);
    if (last >= 0)
      quotes[last] = {
        start: Math.min(quote.start, quotes[last]?.start ?? 0),
        end: Math.max(quote.end, quotes[last]?.end ?? 0),
      };
    else if (quotes.length < mostQuotes) quotes.push(quote);
  }
  const fields = judged.places.map(({ start, end }) => cut(context, lines, start, end));
  return [...fields, ...quotes.map(span => quoteOf(context, lines, span))].slice(
    0,
    Math.max(mostQuotes, fields.length),
  );
}

/** 究其原因, 存在问题的主要原因。 announce what follows. A cause told before the word (…的客观原因) or a heading (不足和原因) does not. */
const leadIn = /^.{0,16}(?:原因(?:分析|剖析|主要|如下)?|根源|症结|在于|主要是|主要有)[,:。]?$/;
const toldBefore = /(?:的|和|及其?|与|、)(?:客观|主观|根本|主要|直接|重要)?原因[,:。]?$/;
/** Shortest clause that says what a lead-in announces; farthest that a quote goes on. */
const shortestMatter = 6;
const farthestMatter = 80;

/** A quote that only leads up to what is meant goes on to the clause that says it. */
function pastLeadIn(context: Context, quote: FlatSpan): FlatSpan {
  const { flat } = context.report.copy;
  const said = flat.slice(quote.start, quote.end);
  if (!leadIn.test(said) || (toldBefore.test(said) && !/(?:问题|不足|短板|差距)的/.test(said))) return quote;
  const limit = Math.min(flat.length, quote.end + farthestMatter);
  for (let at = quote.end; at < limit; ) {
    const { start, end } = clauseAround(context, at);
    if (zoneAt(context, start) !== zoneAt(context, quote.start)) return quote;
    if (start >= quote.end && end - start >= shortestMatter) return { start: quote.start, end };
    at = Math.max(end, at) + 1;
  }
  return quote;
}

export function quoteOf(context: Context, lines: Lines, span: FlatSpan): Evidence {
  const { at } = context.report.copy;
  return cut(context, lines, at[span.start] ?? 0, (at[Math.max(span.start, span.end - 1)] ?? 0) + 1);
}

function cut(context: Context, lines: Lines, start: number, end: number): Evidence {
  return { quote: context.report.text.slice(start, end), ...lines.placeOf(start, end) };
}

function nearMiss(context: Context, lines: Lines, refusal: Refusal, lang: Lang): NearMiss {
  const quote = quoteOf(context, lines, quoteAround(context, refusal.span, 120));
  return { ...quote, why: fill(pick(refusalWords[refusal.kind], lang), { word: refusal.word ?? '' }) };
}

/** The value; of figures side by side (建议31件、政协提案44件) each with what it counts. */
function valueInWords(judged: Verdict, lang: Lang): string {
  const value = `${judged.figures[0]}${unitWords(judged.unit, lang)}`;
  const [first] = judged.rests;
  // A percentage that the wording means (全部) is told with the count that it speaks of.
  if (first !== undefined && first.value !== judged.figures[0] && judged.unit === '%')
    return `${value}（${first.quote}）`;
  return judged.beside.length < 2 ? value : judged.beside.map(({ what, quote }) => `${what}${quote}`).join('、');
}

/** What begins with words of a rule set, which are written to stand inside a sentence, begins with a capital. */
const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Kinds whose own reason for partial is a list of what lacks. */
const listing: readonly RuledRequirement['kind'][] = ['part', 'section', 'table'];

function reasonOf(
  rule: RuledRequirement,
  judged: Verdict,
  status: Finding['status'],
  nearest: Refusal | null,
  lang: Lang,
): string {
  const met = pick(bilingual(rule.met), lang);
  const gap = pick(bilingual(rule.gap), lang);
  const own = judged.reason === null ? null : pick(judged.reason, lang);
  if (status === 'review' || status === 'not-applicable') return own ?? gap;
  if (own !== null && !listing.includes(rule.kind)) return own;
  if (status === 'met') {
    const value = judged.figures.length === 0 ? null : valueInWords(judged, lang);
    return value === null ? say(findingWords.met, lang, { met }) : say(findingWords.metValue, lang, { met, value });
  }
  if (status === 'partial') {
    if (own !== null) return say(findingWords.partialPart, lang, { lacks: own });
    if (judged.partYear) {
      const period = periodInWords(judged.rests[0]?.period)[lang];
      return say(findingWords.partialPartYear, lang, { period, gap });
    }
    return say(findingWords.partial, lang, { gap });
  }
  if (own !== null) return say(findingWords.met, lang, { met: own });
  return say(nearest === null ? findingWords.missingNothing : findingWords.missing, lang, { gap });
}

function attentionOf(rule: RuledRequirement, judged: Verdict, context: Context): Bilingual[] {
  if (judged.status !== 'met' && judged.status !== 'partial') return [];
  const notes: Bilingual[] = [];
  for (const note of rule.attention ?? []) {
    const value = valueIn(judged, note.unit);
    const said =
      note.any === undefined ||
      matchesOf(context, note.any).some(match => judged.evidence.some(span => overlapsQuote(context, span, match)));
    if (!said) continue;
    const below = note.below !== undefined && value !== undefined && value < note.below;
    const above = note.above !== undefined && value !== undefined && value > note.above;
    if (!below && !above && (note.any === undefined || note.text === undefined)) continue;
    if (note.text !== undefined) {
      notes.push(bilingual(note.text));
      continue;
    }
    const values = { value: value ?? '', limit: (below ? note.below : note.above) ?? '' };
    const proposal = note.source === 'proposal' ? attentionWords.proposal : { zh: '', en: '' };
    const words = below ? attentionWords.below : attentionWords.above;
    notes.push({ zh: fill(words.zh, values) + proposal.zh, en: fill(words.en, values) + proposal.en });
  }
  return notes;
}

/** The value that a limit is held against: of the limit's own unit (审结51件 is no rate), else the first. */
function valueIn(judged: Verdict, unit: string | undefined): number | undefined {
  if (unit === undefined || judged.unit === unit) return judged.figures[0];
  return judged.rests.find(quantity => quantity.unit === unit)?.value;
}

function overlapsQuote(context: Context, span: FlatSpan, match: FlatSpan): boolean {
  const quote = quoteAround(context, span);
  return match.start < quote.end && match.end > quote.start;
}

/** `2023-H1`, `2023-01..2023-09` as people say it. */
function periodInWords(period: string | null | undefined): Bilingual {
  const half = /^(\d{4})-H([12])$/.exec(period ?? '');
  if (half !== null) {
    const first = half[2] === '1';
    return { zh: `${half[1]}年${first ? '上' : '下'}半年`, en: `the ${first ? 'first' : 'second'} half of ${half[1]}` };
  }
  const months = /^(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)$/.exec(period ?? '');
  if (months !== null) {
    const [from, to] = [Number(months[2]), Number(months[4])];
    if (months[1] !== months[3])
      return {
        zh: `${months[1]}年${from}月至${months[3]}年${to}月`,
        en: `${months[1]}-${months[2]} to ${months[3]}-${months[4]}`,
      };
    return { zh: `${months[1]}年${from}—${to}月`, en: `months ${from} to ${to} of ${months[1]}` };
  }
  return { zh: period ?? '', en: period ?? '' };
}

function partYearNote(judged: Verdict): Bilingual {
  const period = periodInWords(judged.rests.find(quantity => quantity.partYear)?.period);
  return {
    zh: fill(attentionWords.partYear.zh, { period: period.zh }),
    en: fill(attentionWords.partYear.en, { period: period.en }),
  };
}

/** 截至11月底 in a report signed in December counts; the reader is told what it covers. */
function nearlyYearNotes({ rests }: Verdict): Bilingual[] {
  const short = rests.find(({ period, partYear }) => !partYear && /-\d\d\.\./.test(period ?? ''));
  if (short === undefined) return [];
  const period = periodInWords(short.period);
  return [
    {
      zh: fill(attentionWords.nearlyYear.zh, { period: period.zh }),
      en: fill(attentionWords.nearlyYear.en, { period: period.en }),
    },
  ];
}

/** By a rule set's sources and a requirement: its bases for each level and language, which are the same for every report. */
const knownBases = new WeakMap<object, Map<RuledRequirement, Map<string, readonly Basis[]>>>();

function basisOf(context: Context, rule: RuledRequirement, lang: Lang): readonly Basis[] {
  const { sources } = context.ruleSet;
  const known = knownBases.get(sources) ?? new Map<RuledRequirement, Map<string, readonly Basis[]>>();
  if (known.size === 0) knownBases.set(sources, known);
  const ofRule = known.get(rule) ?? new Map<string, readonly Basis[]>();
  if (ofRule.size === 0) known.set(rule, ofRule);
  const key = `${lang} ${context.level}`;
  const before = ofRule.get(key);
  if (before !== undefined) return before;
  const made = makeBases(context, rule, lang);
  ofRule.set(key, made);
  return made;
}

function makeBases(context: Context, rule: RuledRequirement, lang: Lang): Basis[] {
  return (rule.basis ?? []).flatMap(({ source, article, reference }) => {
    const known = context.ruleSet.sources[source];
    if (known === undefined) return [];
    const byReference = context.level !== null && reference?.includes(context.level) === true;
    const named = pick(bilingual(known.title), lang);
    // A proposal of the tool is no document and bears no title marks.
    const title = lang === 'zh' && known.certainty !== 'proposal' ? `《${named}》` : named;
    return [
      {
        source,
        article: article ?? null,
        title: byReference ? (lang === 'zh' ? `参照${title}` : `by reference: ${title}`) : title,
        number: known.number ?? null,
        certainty: known.certainty,
      },
    ];
  });
}
