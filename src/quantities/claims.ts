/** Figures as the sides of a sum or a rate: what the checks need to know of each, and how a relation is written down. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import type { Copy } from '../report/types.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import type { Figure } from './scan.ts';
import type { Quantity, Relation, RelationKind, RelationVerdict, Stance } from './types.ts';

export interface Claim {
  readonly quantity: Quantity;
  readonly value: number;
  /** What one unit of the last written digit is worth. */
  readonly step: number;
  readonly unit: string;
  /** A percentage, a level or a change. */
  readonly rate: boolean;
  readonly change: boolean;
  /** No 余, 近, 以上: the number is meant as it stands. */
  readonly exact: boolean;
  readonly stance: Stance;
  readonly clause: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** The words between the wall or figure before and this figure. */
  readonly label: string;
  /** Set in a row with the figure before by 、 or 和. */
  readonly row: boolean;
  /** Opened by 其中 or …中. */
  readonly among: boolean;
  /** Opened by 共, 合计 or the like. */
  readonly total: boolean;
  /** Opened by 其余, 剩余, 另有. */
  readonly rest: boolean;
  /** The only count in its clause. */
  readonly alone: boolean;
}

/** How many figures away the sides of a relation may stand. */
export const reach = 24;

const labelWalls = unitSet(',;:。!?\n、');

/** The figures of a report as claims, in text order. */
export function claimsOf(quantities: readonly Quantity[], figures: readonly Figure[], copy: Copy): Claim[] {
  const { flat, clauseOf, sentenceOf, paragraphOf } = copy;
  return quantities.map((quantity, index): Claim => {
    const { flatStart, flatEnd } = quantity;
    const floor = quantities[index - 1]?.flatEnd ?? 0;
    let from = flatStart;
    while (from > floor && flatStart - from < 40 && !holdsUnit(labelWalls, flat.charCodeAt(from - 1))) from -= 1;
    const label = flat.slice(from, flatStart);
    const clause = clauseOf[flatStart] as number;
    const earlier = quantities[index - 1];
    const later = quantities[index + 1];
    return {
      quantity,
      value: quantity.value,
      step: figures[index]?.step ?? 1,
      unit: quantity.unit,
      rate: quantity.unit === '%' || quantity.unit === '百分点' || quantity.kind === 'change',
      change: quantity.kind === 'change',
      exact: quantity.qualifier === 'exact',
      stance: quantity.stance,
      clause,
      sentence: sentenceOf[flatStart] as number,
      paragraph: paragraphOf[flatStart] as number,
      label,
      row: from > floor ? flat[from - 1] === '、' : /^[和及与]/.test(label),
      among: opensWith(flat, from, floor, label, '其中') || endsAmong(flat, from, label),
      total: /^[^、,]{0,4}(?:共|合计|总计|出具|累计)/.test(label),
      rest: /^(?:其余|剩余|余下|另有|另外|未审结|尚有|还有)/.test(label),
      alone:
        (earlier === undefined || clauseOf[earlier.flatStart] !== clause) &&
        (later === undefined || clauseOf[later.flatStart] !== clause) &&
        flatEnd > flatStart,
    };
  });
}

function opensWith(flat: string, from: number, floor: number, label: string, word: string): boolean {
  if (label.startsWith(word)) return true;
  // 其中,终止7件: the word has a wall of its own.
  return from - 1 > floor && flat[from - 1] !== '、' && flat.endsWith(word, from - 1);
}

/** 审结案件中,驳回21件; 的19件中,维持11件. */
function endsAmong(flat: string, from: number, label: string): boolean {
  return label.length > 0 && flat[from - 1] === ',' && flat[from - 2] === '中' && flat[from - 3] !== '其';
}

const groups: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['件', '起', '宗', '例'],
  ['家', '户'],
];

export function sameUnit(a: Claim, b: Claim): boolean {
  return a.unit === b.unit || groups.some(group => group.includes(a.unit) && group.includes(b.unit));
}

/** Whether two values are equal within `slack`, float error let off. */
export function fits(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack + 1e-9 * Math.max(1, Math.abs(b));
}

export function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toFixed(4)));
}

export function note(text: Bilingual, values: Readonly<Record<string, string | number>>): Bilingual {
  return { zh: fill(text.zh, values), en: fill(text.en, values) };
}

export function relation(
  kind: RelationKind,
  verdict: RelationVerdict,
  sides: readonly Claim[],
  stated: number,
  computed: number,
  said: Bilingual,
): Relation {
  return {
    kind,
    verdict,
    sides: sides.map(({ quantity: { start, end, quote, value } }) => ({ start, end, quote, value })),
    stated,
    computed: Number(computed.toFixed(4)),
    note: said,
  };
}
