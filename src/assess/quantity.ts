/** Judges a quantity: is it stated, for the report year, as done? */
import type { Quantity } from '../quantities/types.ts';
import type { Match } from '../rules/phrase.ts';
import type { QuantityRule } from '../rules/schema.ts';
import { type Bound, bind } from './bind.ts';
import { type Context, clauseAround, type FlatSpan, matchesOfNth, quantitiesBetween, zoneAt } from './context.ts';
import { denials } from './denial.ts';
import { coversYear } from './part-year.ts';
import { type Conditions, ownYears, type Refusal, refuse, refuseFigure, withoutFigure } from './refuse.ts';
import { judgeWays, mentions, tryPartial } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';
import { ownOf, slotQuantities } from './way-figures.ts';

interface Found {
  readonly quantity: Quantity;
  readonly span: FlatSpan;
  readonly bridged: boolean;
  readonly phrase: number;
}

export function judgeQuantity(context: Context, rule: QuantityRule): Verdict {
  const conditions: Conditions = { zones: rule.zones, not: rule.not };
  const refused: Refusal[] = [];
  const accepted: Found[] = [];
  const partYear: Found[] = [];
  const covered: FlatSpan[] = [];
  const zero = denials(context, rule.zero, conditions);

  rule.of.forEach((_, order) => {
    for (const match of matchesOfNth(context, rule.of, order)) {
      const refusal = refuse(context, match, conditions) ?? deniedBy(zero, match);
      if (refusal !== null) {
        refused.push(refusal);
        continue;
      }
      const found = figuresOf(context, rule, match, order);
      for (const one of found) sort(context, one, accepted, partYear, refused);
      if (found.length === 0) {
        if (rule.coverage === true && saysAll(context, match)) covered.push(match);
        else if (tellsChange(context, match)) refused.push({ kind: 'change', span: match, word: null });
        else refused.push(withoutFigure(context, match, rule.unit));
      }
    }
  });

  // 上半年4次,下半年5次 is the year told in two.
  if (accepted.length === 0 && coversYear(partYear.map(({ quantity }) => quantity)))
    accepted.push(...partYear.map(found => ({ ...found, bridged: true })));
  if (accepted.length > 0) {
    const best = accepted.toSorted((a, b) => a.phrase - b.phrase || a.span.start - b.span.start);
    const rests = best.map(found => found.quantity);
    return verdict('met', {
      evidence: best.map(found => found.span),
      figures: [...new Set(rests.map(quantity => quantity.value))],
      unit: rests[0]?.unit ?? null,
      certainty: best[0]?.bridged === true ? 'likely' : 'sure',
      rests,
      beside: besideFirst(context, best),
      rivals: hasRival(context, best),
      refused,
    });
  }
  if (zero.length > 0)
    return verdict('met', { evidence: zero, figures: [0], unit: zeroUnit(context, rule, zero), refused });
  if (covered.length > 0) {
    return verdict('met', {
      evidence: covered,
      figures: rule.unit.includes('%') ? [100] : [],
      unit: rule.unit.includes('%') ? '%' : null,
      certainty: 'likely',
      refused,
    });
  }
  const others = judgeWays(context, {}, rule.or ?? [], conditions);
  if (others.status === 'met')
    return { ...others, beside: saidAgain(context, others.rests), refused: [...refused, ...others.refused] };
  if (partYear.length > 0) {
    const rests = partYear.map(found => found.quantity);
    return verdict('partial', {
      evidence: partYear.map(found => found.span),
      figures: [...new Set(rests.map(quantity => quantity.value))],
      unit: rests[0]?.unit ?? null,
      partYear: true,
      rests,
      refused,
    });
  }
  if (others.partYear) return { ...others, refused: [...refused, ...others.refused] };
  const partial = tryPartial(context, rule.partial, conditions);
  refused.push(...partial.refused);
  if (partial.evidence.length > 0) return verdict('partial', { evidence: partial.evidence, refused });
  return verdict('missing', { refused: [...refused, ...mentions(context, rule.about, conditions)] });
}

/** 未制定规范性文件,对以往印发的2件作了清理: what the text denies is not what the figure behind it counts. */
function deniedBy(zero: readonly FlatSpan[], { start, end }: FlatSpan): Refusal | null {
  const denied = zero.some(none => none.start <= start && start < none.end && none.end < end);
  return denied ? { kind: 'negated', span: { start, end }, word: null } : null;
}

/** 出庭应诉率100% here and 出庭应诉率87.5% there, in the same words. */
function hasRival(context: Context, best: readonly Found[]): boolean {
  const [first] = best;
  if (first === undefined || first.quantity.kind !== 'rate') return false;
  const { sentenceOf } = context.report.copy;
  return best.some(
    ({ quantity, phrase }) =>
      phrase === first.phrase &&
      quantity.kind === 'rate' &&
      quantity.value !== first.quantity.value &&
      quantity.what === first.quantity.what &&
      sentenceOf[quantity.flatStart] !== sentenceOf[first.quantity.flatStart],
  );
}

/** Most figures told as one value. */
const mostBeside = 3;

/** Figures of the first one's wording, sentence and unit, each once. */
function besideFirst(context: Context, best: readonly Found[]): Quantity[] {
  const { sentenceOf } = context.report.copy;
  const [first] = best;
  const row = new Map<number, Quantity>();
  for (const { quantity, phrase } of best) {
    const same = phrase === first?.phrase && quantity.unit === first.quantity.unit;
    if (same && sentenceOf[quantity.flatStart] === sentenceOf[first.quantity.flatStart])
      row.set(quantity.flatStart, quantity);
  }
  return [...row.values()].slice(0, mostBeside);
}

/** 镇长出庭3次、分管副镇长出庭5次: the same is counted of two, one right behind the other, and the value is both. */
function saidAgain(context: Context, rests: readonly Quantity[]): Quantity[] {
  const { flat } = context.report.copy;
  const row = rests.slice(0, 1);
  for (;;) {
    const last = row.at(-1);
    if (last === undefined || row.length === mostBeside) return row;
    const said = flat.slice(last.flatStart - 2, last.flatStart);
    const next = rests.find(({ flatStart, unit }) => {
      const between = flat.slice(last.flatEnd, flatStart);
      return (
        flatStart >= last.flatEnd &&
        unit === last.unit &&
        /^[、,][^、,;:。\d]{2,14}$/.test(between) &&
        between.endsWith(said)
      );
    });
    if (next === undefined || flat.startsWith('其中', last.flatEnd + 1)) return row;
    row.push(next);
  }
}

function figuresOf(context: Context, rule: QuantityRule, match: Match, phrase: number): Found[] {
  const accepts = (quantity: Quantity) =>
    quantity.kind === 'rate'
      ? rule.unit.includes('%')
      : quantity.kind !== 'change' && rule.unit.includes(quantity.unit);
  const held = slotQuantities(context, [match]);
  if (held.length > 0) {
    return held.map(quantity => {
      const own = ownOf(context, match, quantity, accepts);
      return foundAt(context, match, { quantity: own, bridged: false }, phrase);
    });
  }
  return bind(context, match, accepts, rule.not).map(bound => foundAt(context, match, bound, phrase));
}

function foundAt(context: Context, match: Match, { quantity, bridged }: Bound, phrase: number): Found {
  const beside = ownYears(context, quantity);
  const meant = beside ?? quantity;
  return {
    quantity: meant,
    span: { start: Math.min(match.start, meant.flatStart), end: Math.max(match.end, meant.flatEnd) },
    bridged: bridged || beside !== null,
    phrase,
  };
}

function sort(context: Context, found: Found, accepted: Found[], partYear: Found[], refused: Refusal[]): void {
  const { quantity, span } = found;
  const others = ofOthers(context, quantity);
  const foreign = refuseFigure(context, quantity, span);
  if (others !== null) refused.push({ kind: 'excluded', span, word: others });
  else if (foreign !== null) refused.push(foreign);
  else if (quantity.stance === 'problem' && zoneAt(context, quantity.flatStart) === 'problem')
    refused.push({ kind: 'problem', span, word: null });
  else if (quantity.partYear) {
    partYear.push(found);
    refused.push({ kind: 'part-year', span, word: quantity.period });
  } else accepted.push(found);
}

/** 全省行政机关出庭应诉率95% in a county's report: the figure of those above, named at the head of its clause. */
function ofOthers(context: Context, quantity: Quantity): string | null {
  const { level, subject } = context;
  if (level === null || level === 'province' || /省|自治区|厅/.test(subject)) return null;
  const clause = clauseAround(context, quantity.flatStart);
  const said = context.text.flat.slice(clause.start, quantity.flatStart);
  return (
    /^(?:20\d\d年)?(全省|全国|全自治区)(?!率先|首|唯|第|前|领先|各地)[^、]*(?:率|平均|案件|数)/.exec(said)?.[1] ?? null
  );
}

/** 败诉率同比下降2个百分点: a change and no level stands in the clause of the term. */
function tellsChange(context: Context, match: Match): boolean {
  const clause = clauseAround(context, match.start);
  const end = Math.max(clause.end, match.end);
  return quantitiesBetween(context, match.start, end).some(({ kind, flatEnd }) => kind === 'change' && flatEnd <= end);
}

const allWords = [
  '全覆盖',
  '全部',
  '均',
  '全面',
  '件件',
  '百分之百',
  '百分百',
  '无一缺席',
  '应出尽出',
  '应审尽审',
  '应备尽备',
];

/** Of none: a rate where the text speaks of one (败诉率为零), else a number (无败诉案件). */
function zeroUnit(context: Context, rule: QuantityRule, zero: readonly FlatSpan[]): string | null {
  const said = zero.map(span => context.text.flat.slice(span.start, span.end)).join('');
  const counted = rule.unit.find(unit => unit !== '%');
  return (said.includes('率') && rule.unit.includes('%') ? '%' : counted) ?? rule.unit[0] ?? null;
}

/** Full coverage in words, in the clause of the term. */
function saysAll(context: Context, match: Match): boolean {
  const clause = clauseAround(context, match.start);
  const said = context.text.flat.slice(clause.start, Math.max(clause.end, match.end));
  return allWords.some(word => said.includes(word));
}
