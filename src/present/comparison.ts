/** Two results side by side, put into words. */
import type { Assessment, Finding } from '../assess/types.ts';
import { type Comparison, compareAssessments, type Pair } from '../compare/assessments.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatNumber, formatPoints } from '../words/dates.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { statusGlyphs, statusWords, tierWords, unitWords } from '../words/terms.ts';

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
  /** What a reader needs: why it is a gap, or the words that mended it. */
  readonly said: string;
  /** True where `said` is quoted from the later text. */
  readonly quoted: boolean;
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
  readonly points: readonly { readonly title: string; readonly change: string; readonly up: boolean }[];
  /** The rule sets are not the same: a difference may come from the rules. */
  readonly otherRules: boolean;
}

export function comparisonView(
  before: Assessment,
  after: Assessment,
  lang: Lang,
  lapsed: Parameters<typeof compareAssessments>[2] = {},
): ComparisonView {
  const compared = compareAssessments(before, after, lapsed);
  const group = (id: keyof Comparison & ('added' | 'mended' | 'remaining' | 'open'), title: PageText) => ({
    id,
    title: pick(pageTexts[title], lang),
    pairs: compared[id].map(pair => pairView(pair, id === 'mended', lang)),
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
    points: compared.points.map(pair => ({ title: titleOf(pair), change: signed(pair.change), up: pair.change > 0 })),
    otherRules: before.ruleSet.sha256 !== after.ruleSet.sha256,
  };
}

const titleOf = ({ before, after, requirement }: Pair): string => (after ?? before)?.title ?? requirement;

function pairView(pair: Pair, mended: boolean, lang: Lang): PairView {
  const { before, after } = pair;
  const tier = (after ?? before)?.tier;
  const quote = mended ? (after?.evidence[0]?.quote ?? '') : '';
  return {
    title: titleOf(pair),
    tierWord: tier === undefined ? '' : pick(tierWords[tier], lang),
    before: stateView(before, lang),
    after: stateView(after, lang),
    said: quote === '' ? (after?.reason ?? '') : quote,
    quoted: quote !== '',
    fix: mended || after?.fixable === false ? '' : (after?.fix ?? ''),
  };
}

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
