/** Phrases that a passage suggests: the words that carry its meaning, known terms and number slots, with gaps between, the smallest first. */
import type { ReadText } from '../assess/examples.ts';
import { findDocs } from '../assess/slots.ts';
import { phrasesIn } from '../rules/compile.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import { compilePhrases, findPhrases, PhraseError } from '../rules/phrase.ts';

/** A stretch of a passage as a phrase would say it; flat offsets, end exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** In the phrase language. */
  readonly text: string;
  readonly kind: 'word' | 'term' | 'slot';
  /** How much the word belongs to the requirement: 0 to 2. */
  readonly own: number;
  /** How many requirements say it too. */
  readonly shared: number;
}

export interface Wording {
  readonly phrase: string;
  readonly pieces: readonly Piece[];
  /** Smaller is better: short, of the requirement's own words, close together. */
  readonly cost: number;
}

/** Words that say nothing of the matter. */
const empty = new Set(
  (
    '的 了 和 与 及 或 等 在 对 为 以 由 于 向 将 把 被 并 且 共 全 年 月 日 本 我 各 均 已 其 中 至 从 到 让 使 该 此 个 是 也 又 都 就 地 得 着 之 所 ' +
    '其中 以及 通过 根据 按照 进一步 不断 积极 认真 切实 扎实 深入 持续 全面 大力 充分 有效 严格 着力 及时 先后 累计 共计 分别 全年 今年 去年 年内 本年度 年度 一年来 以来 期间 有关 相关 各项 各类 各级 予以 加以 我局 我县 我镇 全县 全市 全局 全镇 本局 期 余 多'
  ).split(' '),
);
/** Verbs and nouns that go with any matter. */
const common = new Set(
  '开展 组织 进行 推进 推动 加强 落实 完成 实现 工作 情况 活动 制度 机制 要求 方面 内容 建设 提出 坚持 强化 做好 纳入 达到 参加 学习 围绕 建立 健全 完善 方式 问题 部门 单位 人员'.split(
    ' ',
  ),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** The pieces of a passage in the order of its text; terms stand beside the words they cover. */
export function piecesOf(ruleSet: RuleSet, rule: RuledRequirement, { report, quantities }: ReadText): Piece[] {
  const { flat, inTitle } = report.copy;
  const weigh = weightsIn(ruleSet, rule);
  const free = (start: number, end: number): boolean =>
    inTitle[start] === 0 && !quantities.some(({ flatStart, flatEnd }) => start < flatEnd && end > flatStart);
  const words = wordsOf(ruleSet, flat).flatMap(({ start, end }): Piece[] => {
    const text = flat.slice(start, end);
    if (text.length < 2 || !free(start, end) || empty.has(text)) return [];
    return [{ start, end, text: literal(text), kind: 'word', ...weigh(text) }];
  });
  return [...words, ...termsOf(ruleSet, rule, flat), ...slotsOf(rule, flat, quantities)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** The words of a text: those that the rules themselves say, the longest first, then the dictionary's, then what it leaves in single characters. */
function wordsOf(ruleSet: RuleSet, flat: string): { readonly start: number; readonly end: number }[] {
  const { words: known } = vocabularyOf(ruleSet);
  const segments = [...segmenter.segment(flat)].map(({ segment, index }) => ({
    start: index,
    end: index + segment.length,
  }));
  const found: { start: number; end: number; loose: boolean }[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const { start, end } = segments[index] as { start: number; end: number };
    if (!isHan(flat.slice(start, end))) continue;
    const last = segments.findLastIndex(
      (one, at) => at > index && one.end - start <= longestWord && known.has(flat.slice(start, one.end)),
    );
    if (last > index) {
      found.push({ start, end: segments[last]?.end ?? end, loose: false });
      index = last;
      continue;
    }
    const before = found.at(-1);
    const single = end - start === 1 && !empty.has(flat.slice(start, end));
    // 过会, 轮训: a word that the dictionary lacks.
    if (single && before?.loose === true && before.end === start && end - before.start <= 3) before.end = end;
    else if (end - start > 1 || single) found.push({ start, end, loose: single });
  }
  return found;
}

const longestWord = 8;
/** Phrase characters keep their own meaning only inside 「」. */
export const literal = (text: string): string => (/[[\](){}<>|…「」]/.test(text) ? `「${text}」` : text);

/** Named lists that the requirement itself uses, where one of their phrases stands in the passage. */
function termsOf(ruleSet: RuleSet, rule: RuledRequirement, flat: string): Piece[] {
  const names = new Set(
    phrasesIn(rule).flatMap(phrase => [...phrase.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string)),
  );
  const length = flat.length;
  const text = {
    flat,
    clauseOf: new Int32Array(length),
    sentenceOf: new Int32Array(length),
    inTitle: new Uint8Array(length),
  };
  return [...names].flatMap(name => {
    try {
      const list = compilePhrases([`{${name}}`], ruleSet.terms);
      return findPhrases(list, text)
        .filter(({ start, end, gap }) => gap === 0 && end - start <= 14 && !/[,。;:、]/.test(flat.slice(start, end)))
        .map(({ start, end }): Piece => ({ start, end, text: `{${name}}`, kind: 'term', own: 1, shared: 8 }));
    } catch (error) {
      // A list of short words may stand beside others only.
      if (error instanceof PhraseError) return [];
      throw error;
    }
  });
}

function slotsOf(rule: RuledRequirement, flat: string, quantities: ReadText['quantities']): Piece[] {
  const known = phrasesIn(rule).flatMap(phrase =>
    [...phrase.matchAll(/<n([^>]+)>/g)].map(([, units]) => units as string),
  );
  const numbers = quantities.flatMap(({ flatStart: start, flatEnd: end, kind, unit }): Piece[] => {
    if (kind === 'rate') return [{ start, end, text: '<rate>', kind: 'slot', own: 0, shared: 99 }];
    if (kind === 'change' || kind === 'duration') return [];
    const like = known.filter(units => units.split('/').includes(unit));
    const units = like.toSorted((a, b) => count(known, b) - count(known, a))[0] ?? unit;
    return [{ start, end, text: `<n${units}>`, kind: 'slot', own: 0, shared: 99 }];
  });
  const docs = findDocs(flat).flatMap(({ start, end }): Piece[] => {
    const title = /\p{Script=Han}{2,4}$/u.exec(flat.slice(start + 1, end - 1))?.[0];
    return title === undefined ? [] : [{ start, end, text: `<doc ${title}>`, kind: 'slot', own: 1, shared: 8 }];
  });
  return [...numbers, ...docs];
}

const count = (list: readonly string[], one: string): number => list.filter(each => each === one).length;

interface Vocabulary {
  /** Words that phrases say. */
  readonly words: ReadonlySet<string>;
  /** Pairs of characters, each with the requirements that say it. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
}

const vocabularies = new WeakMap<RuleSet, Vocabulary>();

function vocabularyOf(ruleSet: RuleSet): Vocabulary {
  const known = vocabularies.get(ruleSet);
  if (known !== undefined) return known;
  const words = new Set<string>();
  const pairs = new Map<string, Set<string>>();
  for (const rule of ruleSet.requirements) {
    const title = typeof rule.title === 'string' ? rule.title : rule.title.zh;
    const { not: _, appliesTo: __, ...says } = rule;
    const said = phrasesIn(says)
      .map(phrase => unfolded(phrase, ruleSet))
      .join(' ');
    for (const [word] of said.matchAll(/\p{Script=Han}{2,8}/gu)) words.add(word);
    for (const pair of pairsIn(`${title} ${said}`)) pairs.set(pair, (pairs.get(pair) ?? new Set()).add(rule.id));
  }
  const vocabulary = { words, pairs };
  vocabularies.set(ruleSet, vocabulary);
  return vocabulary;
}

/** How much a word is this requirement's: its pairs of characters stand in its phrases and in those of few others. */
function weightsIn(ruleSet: RuleSet, rule: RuledRequirement): (word: string) => Pick<Piece, 'own' | 'shared'> {
  const { pairs } = vocabularyOf(ruleSet);
  const few = ruleSet.requirements.length / 8;
  return word => {
    const found = pairsIn(word);
    const shared = common.has(word) ? 99 : Math.min(...found.map(pair => pairs.get(pair)?.size ?? 0));
    const own = found.filter(pair => pairs.get(pair)?.has(rule.id) === true);
    if (common.has(word) || own.length * 2 < found.length || own.length === 0) return { own: 0, shared };
    return { own: own.some(pair => (pairs.get(pair)?.size ?? 0) <= few) ? 2 : 1, shared };
  };
}

const unfolded = (phrase: string, { terms }: RuleSet): string =>
  phrase.replace(/\{([^}]+)\}/g, (_, name: string) => ` ${(terms[name] ?? []).join(' ')} `);

const pairsIn = (text: string): string[] =>
  [...text.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(([run]) =>
    [...run].slice(1).map((character, index) => `${[...run][index]}${character}`),
  );

/** Most words of a phrase that is still small. */
const mostPieces = 3;

export interface Wanted {
  /** A stretch that has to be said. */
  readonly must: { readonly start: number; readonly end: number } | null;
  /** How much of the requirement's own words there has to be, and how much more where none of them is rare. */
  readonly own: number;
  readonly more: number;
  /** One word alone is enough, whatever its length. */
  readonly single: boolean;
}

/** Phrases made of one to three pieces of one sentence, the cheapest first. */
export function wordingsOf(
  pieces: readonly Piece[],
  { report }: ReadText,
  { must, own, more, single }: Wanted,
): Wording[] {
  const { flat, clauseOf, sentenceOf } = report.copy;
  const found = new Map<string, Wording>();
  const grow = (chosen: readonly Piece[], from: number): void => {
    if (chosen.length > 0) take(chosen);
    if (chosen.length === mostPieces) return;
    const last = chosen.at(-1);
    for (let index = from; index < pieces.length; index += 1) {
      const next = pieces[index] as Piece;
      if (last !== undefined) {
        if (next.start < last.end) continue;
        if (sentenceOf[next.start] !== sentenceOf[last.start] || next.start - last.end > 60) break;
      }
      grow([...chosen, next], index + 1);
    }
  };
  const take = (chosen: readonly Piece[]): void => {
    const words = chosen.filter(({ kind }) => kind !== 'slot');
    const length = words.reduce((sum, { start, end }) => sum + end - start, 0);
    // A rare word says the matter alone; words that other requirements say too need one more beside them.
    const rare = words.some(({ shared }) => shared <= 1);
    if (words.length === 0 || words.reduce((sum, piece) => sum + piece.own, 0) < own + (rare ? 0 : more)) return;
    if (!single && chosen.length === 1 && length < (rare && words[0]?.shared === 0 ? 3 : 5)) return;
    if (must !== null && !chosen.some(piece => piece.start <= must.start && piece.end >= must.end)) return;
    let phrase = '';
    // The rules failed for a word that they do not know: a phrase that says it reaches least far.
    let cost = generality(Math.min(...words.map(({ shared }) => shared)));
    for (const [index, piece] of chosen.entries()) {
      const before = chosen[index - 1];
      if (before !== undefined) {
        const gap = gapBetween(before, piece, clauseOf);
        phrase += gap;
        cost += gap === '' ? 0 : gap === '…句…' ? 6 : 1 + (piece.start - before.end) / 15;
      }
      phrase += piece.text;
      cost += costOf(piece, flat);
    }
    // One short word alone reaches far.
    cost += Math.max(0, enoughSaid - length) / 2;
    const known = found.get(phrase);
    if (known === undefined || known.cost > cost) found.set(phrase, { phrase, pieces: chosen, cost });
  };
  grow([], 0);
  return [...found.values()].sort((a, b) => a.cost - b.cost || (a.phrase < b.phrase ? -1 : 1));
}

/** The most of its own words that a requirement finds in one sentence of these pieces, two words at most. */
export function mostOwn(pieces: readonly Piece[]): number {
  const [first = 0, second = 0] = pieces.map(({ own }) => own).sort((a, b) => b - a);
  return first + second;
}

/** So many characters of its own make a phrase that says one thing; more make it no better. */
const enoughSaid = 8;

/** How little a phrase leaves open: the characters that it says, gaps taken off; a named list or a slot stands for a word. */
export function narrowness(phrase: string): number {
  const open = [...phrase.matchAll(gap)].reduce(
    (sum, [, size]) => sum + (size === '句' ? 45 : Number(size ?? 15)) / 30,
    0,
  );
  const said = phrase
    .replace(gap, '')
    .replace(/\{[^}]*\}|<[^>]*>/g, '二字')
    .replace(/[^\p{Script=Han}]/gu, '').length;
  return Math.min(said, 2 * enoughSaid) - open;
}

/** A gap of the phrase language, with its size where it names one. */
const gap = /…(?:(\d+|句)…)?/g;

const generality = (shared: number): number => (shared === 0 ? 0 : shared <= 3 ? 2 : shared <= 10 ? 4 : 6);

function costOf(piece: Piece, flat: string): number {
  if (piece.kind !== 'word') return piece.kind === 'slot' ? 1.5 : 2;
  const said = flat.slice(piece.start, piece.end);
  return 4 - piece.own + said.length / 8 + (common.has(said) ? 2 : 0);
}

/** Sizes of gaps that the shipped rules use, so that the next report's few words more still fit. */
const gaps = [4, 8, 15, 30, 60];

function gapBetween(before: Piece, piece: Piece, clauseOf: Int32Array): string {
  const distance = piece.start - before.end;
  if (distance === 0) return '';
  if (clauseOf[before.end - 1] !== clauseOf[piece.start]) return '…句…';
  const size = gaps.find(each => each > distance) ?? 60;
  return size === 15 ? '…' : `…${size}…`;
}
