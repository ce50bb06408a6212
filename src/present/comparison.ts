/** Two results side by side, put into words. */
import type { Assessment, Evidence, Finding, QuantityEntry } from '../assess/types.ts';
import { type Comparison, compareAssessments, type Pair } from '../compare/assessments.ts';
import { compareFigures, type FigurePair } from '../compare/figures.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatNumber, formatPoints } from '../words/dates.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { statusGlyphs, statusWords, tierWords, unitWords } from '../words/terms.ts';
import { bareReason } from './bare-reason.ts';
import { withoutNumbers } from './masked.ts';
import { linesOf, placerOf } from './places.ts';

interface StateView {
  readonly status: string;
  readonly glyph: string;
  readonly word: string;
}

export interface PairView {
  readonly title: string;
  readonly tierWord: string;
  readonly before: StateView;
  readonly after: StateView;
  /** Why it is a gap, where no words mended it. */
  readonly said: string;
  /** The words of the later text that mended it. */
  readonly quotes: readonly string[];
  readonly fix: string;
}

export interface ComparisonView {
  readonly groups: readonly { readonly id: string; readonly title: string; readonly pairs: readonly PairView[] }[];
  readonly figures: readonly {
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly change: string;
  }[];
  /** Figures in the text that are not the same in two drafts; null where these are no drafts of one report. */
  readonly changed: FigureChanges | null;
  readonly points: readonly { readonly title: string; readonly change: string; readonly up: boolean }[];
  /** The rule sets are not the same: a difference may come from the rules. */
  readonly otherRules: boolean;
}

export interface FigureChanges {
  /** Another value, or gone; '' for a figure that a draft does not have. */
  readonly rows: readonly FigureRow[];
  /** In the later draft alone. */
  readonly added: readonly FigureRow[];
}

interface FigureRow {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** The requirements that quote it. */
  readonly of: string;
  /** Where it stands: in the later draft where it is there. */
  readonly place: string;
}

/** A result with the text that its offsets count in. */
export interface Side {
  readonly assessment: Assessment;
  readonly text: string;
}

/** `isOneReport`: two drafts of it, whose figures can be set against each other. */
export function comparisonView(
  earlier: Side,
  later: Side,
  lang: Lang,
  {
    isOneReport = false,
    lapsed = {},
  }: { readonly isOneReport?: boolean; readonly lapsed?: Parameters<typeof compareAssessments>[2] } = {},
): ComparisonView {
  const [one, other] = [earlier, later].map(({ assessment, text }) => withoutNumbers(assessment, text)) as [Side, Side];
  const [before, after] = [one.assessment, other.assessment];
  const compared = compareAssessments(before, after, lapsed);
  const group = (id: keyof Comparison & ('added' | 'mended' | 'remaining' | 'open'), title: PageText) => ({
    id,
    title: pick(pageTexts[title], lang),
    pairs: compared[id].map(pair => pairView(pair, id === 'mended' ? { one, other } : null, lang)),
  });
  return {
    groups: [
      group('added', 'gapsAdded'),
      group('remaining', 'gapsRemaining'),
      group('mended', 'gapsMended'),
      group('open', 'gapsOpen'),
    ],
    figures: compared.figures.map(pair => ({
      title: titleOf(pair),
      before: figure(pair.before, lang),
      after: figure(pair.after, lang),
      change: changeOf(pair),
    })),
    changed: isOneReport ? figureChanges(one, other, lang) : null,
    points: compared.points.map(pair => ({ title: titleOf(pair), change: signed(pair.change), up: pair.change > 0 })),
    otherRules: before.ruleSet.sha256 !== after.ruleSet.sha256,
  };
}

const titleOf = ({ before, after, requirement }: Pair): string => (after ?? before)?.title ?? requirement;

/** `mended` has the texts of both sides where the gap is one no more. */
function pairView(pair: Pair, mended: { readonly one: Side; readonly other: Side } | null, lang: Lang): PairView {
  const { before, after } = pair;
  const tier = (after ?? before)?.tier;
  const quotes = mended === null ? [] : mendedBy(after?.evidence ?? [], mended.one.text, mended.other.text);
  return {
    title: titleOf(pair),
    tierWord: tier === undefined ? '' : pick(tierWords[tier], lang),
    before: stateView(before, lang),
    after: stateView(after, lang),
    said: quotes.length === 0 ? bareReason(after?.reason ?? '', lang) : '',
    quotes,
    fix: mended !== null || after?.fixable === false ? '' : (after?.fix ?? ''),
  };
}

const bare = (text: string): string => text.replace(/\s/g, '');

const mostQuotes = 3;

/** What the later draft says that the earlier did not: of its quotes those that are new and more than a heading. */
function mendedBy(evidence: readonly Evidence[], earlier: string, later: string): readonly string[] {
  const known = bare(earlier);
  const says = (one: Evidence): boolean => !isLeadIn(one, later);
  const fresh = evidence.filter(({ quote }) => !known.includes(bare(quote)));
  const told = fresh.filter(says);
  if (told.length > 0) return told.slice(0, mostQuotes).map(({ quote }) => quote);
  const one = fresh[0] ?? evidence.find(says) ?? evidence[0];
  return one === undefined ? [] : [says(one) ? one.quote : withNext(one, later)];
}

const longestHeading = 40;

/** A heading on a line of its own, or words that announce what follows. */
function isLeadIn({ quote, start, end }: Evidence, text: string): boolean {
  if (/^\s*[：:]/.test(text.slice(end, end + 3)) || /[：:]\s*$/.test(quote)) return true;
  const isLine =
    /(?:^|[\r\n])\s*$/.test(text.slice(Math.max(0, start - 9), start)) && /^\s*[\r\n]/.test(text.slice(end, end + 9));
  return isLine && quote.length <= longestHeading && !/[。；！？]/.test(quote);
}

const longestNext = 120;

/** The quote with the sentence after it, since it only says what comes. */
function withNext({ start, end, quote }: Evidence, text: string): string {
  const rest = text.slice(end, end + longestNext);
  const next = /^[\s：:。]*[^。；！？\r\n]+[。；！？]?/.exec(rest)?.[0] ?? '';
  return next.trim() === '' ? quote : text.slice(start, end + next.length).trim();
}

function figureChanges(one: Side, other: Side, lang: Lang): FigureChanges {
  const pairs = compareFigures(one.assessment.quantities, other.assessment.quantities);
  const placers = [one, other].map(({ assessment, text }) =>
    placerOf(text, linesOf(text), assessment.report, assessment.source.pages),
  );
  const row = ({ before, after }: FigurePair): FigureRow => {
    const figure = after ?? before;
    const side = after === null ? 0 : 1;
    const { findings } = [one, other][side]?.assessment ?? { findings: [] };
    return {
      what: figure?.what ?? '',
      before: before?.quote ?? '',
      after: after?.quote ?? '',
      of: [...new Set(findings.filter(finding => quotes(finding, figure)).map(({ title }) => title))].join(
        lang === 'zh' ? '；' : '; ',
      ),
      place: placers[side]?.words(figure?.start ?? 0, lang) ?? '',
    };
  };
  return {
    rows: pairs.filter(({ before }) => before !== null).map(row),
    added: pairs.filter(({ before }) => before === null).map(row),
  };
}

const quotes = ({ evidence }: Finding, figure: QuantityEntry | null): boolean =>
  figure !== null && evidence.some(({ start, end }) => start <= figure.start && figure.end <= end);

function stateView(finding: Finding | null, lang: Lang): StateView {
  if (finding === null) return { status: 'not-applicable', glyph: '－', word: pick(pageTexts.notAsked, lang) };
  const { status } = finding;
  return { status, glyph: statusGlyphs[status], word: pick(statusWords[status], lang) };
}

const figure = (finding: Finding | null, lang: Lang): string =>
  finding === null || finding.value === null ? '—' : `${formatNumber(finding.value)}${unitWords(finding.unit, lang)}`;

/** '' where the two cannot be set against each other. */
function changeOf({ before, after }: Pair): string {
  if (before === null || after === null || before.value === null || after.value === null) return '';
  return before.unit === after.unit ? signed(after.value - before.value) : '';
}

function signed(change: number): string {
  const rounded = Number(formatPoints(Math.abs(change)));
  return rounded === 0 ? '0' : `${change > 0 ? '+' : '−'}${formatNumber(rounded)}`;
}
