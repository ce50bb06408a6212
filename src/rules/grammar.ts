/** The phrase language: from `听取…[工作]汇报<n次>` to a tree. Grammar and meaning: docs/rule-language.md. */
import { normaliseUnits } from '../read/copy-table.ts';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { phraseErrors } from '../words/phrases.ts';
import { nearest } from './errors.ts';

export type Slot =
  | { readonly kind: 'number'; readonly units: readonly string[] }
  | { readonly kind: 'rate' }
  | { readonly kind: 'date' }
  | { readonly kind: 'doc'; readonly title: readonly Node[] };

export type Node =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'choice'; readonly options: readonly (readonly Node[])[] }
  | { readonly type: 'slot'; readonly slot: Slot }
  | { readonly type: 'gap'; readonly max: number; readonly scope: 'clause' | 'sentence' };

/** Named phrase lists: `{name}` inside a phrase stands for any phrase of the list. */
export type Terms = Readonly<Record<string, readonly string[]>>;

/** A phrase that breaks the grammar, with the place of the mistake inside it. */
export class PhraseError extends Error {
  readonly phrase: string;
  readonly at: number;
  readonly text: Bilingual;
  constructor(phrase: string, at: number, text: Bilingual) {
    super(text.en);
    this.name = 'PhraseError';
    this.phrase = phrase;
    this.at = at;
    this.text = text;
  }
}

const defaultGap = 15;
const longestGap = 60;
const sentenceGap = 200;
const deepestNesting = 8;
const deepestTerm = 5;
/** A phrase that unfolds to more nodes than this is refused: it could not be read aloud, nor matched quickly. */
const mostNodes = 4000;

/** 100% in a phrase: a report may as well write it in words. */
const wholes = ['100%', '百分之百', '百分百'];
const whole: Node = { type: 'choice', options: wholes.map(text => [{ type: 'literal', text }]) };

const fullWidthOperators: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '＜': '<',
  '＞': '>',
  '｜': '|',
  '／': '/',
};

interface State {
  readonly phrase: string;
  readonly source: string;
  readonly terms: Terms;
  readonly open: readonly string[];
  at: number;
  nodes: { count: number };
  /** How many term lists stand inside one another at most. */
  readonly deepest: { depth: number };
}

/** What was read already, for term lists of this content. */
interface Trees {
  readonly phrases: Map<string, readonly Node[]>;
  /** Members of the lists. */
  readonly members: Map<string, readonly Node[]>;
  readonly terms: Map<string, TermTree>;
}

interface TermTree {
  readonly choice: Node;
  /** Nodes below it. */
  readonly nodes: number;
  /** Lists inside it, one in another. */
  readonly depth: number;
}

const treesByTerms = new WeakMap<Terms, Trees>();
const treesByContent = new Map<string, Trees>();
/** Contents of term lists remembered: the rule sets in force and those being edited. */
const mostTrees = 6;
const mostPhrases = 20_000;

/** An edited file is read again and again, and most of its phrases stay. */
function treesOf(terms: Terms): Trees {
  const known = treesByTerms.get(terms);
  if (known !== undefined) return known;
  const content = JSON.stringify(terms);
  const trees = treesByContent.get(content) ?? { phrases: new Map(), members: new Map(), terms: new Map() };
  treesByContent.delete(content);
  treesByContent.set(content, trees);
  const [oldest] = treesByContent.keys();
  if (treesByContent.size > mostTrees && oldest !== undefined) treesByContent.delete(oldest);
  treesByTerms.set(terms, trees);
  return trees;
}

/** The tree of a phrase. Throws PhraseError. */
export function parsePhrase(phrase: string, terms: Terms = {}): readonly Node[] {
  const { phrases } = treesOf(terms);
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  const nodes = checkedPhrase(phrase, terms);
  if (phrases.size >= mostPhrases) phrases.clear();
  phrases.set(phrase, nodes);
  return nodes;
}

function checkedPhrase(phrase: string, terms: Terms): readonly Node[] {
  const nodes = parseWith(phrase, terms, [], { count: 0 });
  checkEnds(phrase, nodes);
  if (!isSelective(nodes)) {
    throw new PhraseError(phrase, 0, {
      zh: `短语「${phrase}」太宽：至少要有两个连续的固定字，或一个 <…> 数值位`,
      en: `The phrase "${phrase}" is too wide: it needs at least two fixed characters in a row, or a <…> slot`,
    });
  }
  return nodes;
}

/** The tree of a member of a term list: it may be short, for only the phrase that uses it is ever looked for. Throws PhraseError. */
export function parseTerm(phrase: string, terms: Terms = {}): readonly Node[] {
  const { members } = treesOf(terms);
  const nodes = members.get(phrase) ?? parseWith(phrase, terms, [], { count: 0 });
  if (nodes.length === 1 && nodes[0]?.type === 'gap') throw new PhraseError(phrase, 0, phraseErrors.restOfNothing);
  members.set(phrase, nodes);
  return nodes;
}

function parseWith(
  phrase: string,
  terms: Terms,
  open: readonly string[],
  count: { count: number },
  deepest = { depth: open.length },
): readonly Node[] {
  let source = '';
  for (const unit of phrase) source += fullWidthOperators[unit] ?? unit;
  const state: State = { phrase, source, terms, open, at: 0, nodes: count, deepest };
  const nodes = readSequence(state, 0, '');
  if (state.at < source.length) fail(state, `多余的「${source[state.at]}」`, `unexpected "${source[state.at]}"`);
  return nodes;
}

function fail(state: State, zh: string, en: string, at = state.at): never {
  throw new PhraseError(state.phrase, at, {
    zh: `短语「${state.phrase}」第${at + 1}个字处：${zh}`,
    en: `Phrase "${state.phrase}", character ${at + 1}: ${en}`,
  });
}

function refuse(state: State, text: Bilingual, values: Record<string, string | number> = {}, at = state.at): never {
  const { zh, en } = fillBoth(text, values);
  fail(state, zh, en, at);
}

function readSequence(state: State, depth: number, closing: string): Node[] {
  if (depth > deepestNesting)
    fail(state, `括号嵌套超过${deepestNesting}层`, `brackets nest deeper than ${deepestNesting}`);
  const nodes: Node[] = [];
  let literal = '';
  const flush = () => {
    const text = normaliseUnits(literal).replace(/\s+/g, '');
    for (const piece of text.split(/(100%)/)) {
      if (piece !== '') push(state, nodes, piece === '100%' ? whole : { type: 'literal', text: piece });
    }
    literal = '';
  };
  while (state.at < state.source.length) {
    const unit = state.source[state.at] as string;
    if (unit === '|' || unit === closing) {
      if (closing === '') {
        const said = balanced(state.phrase) ? phraseErrors.noBar : phraseErrors.openBar;
        refuse(state, said, { phrase: state.phrase }, 0);
      }
      break;
    }
    const dots = /^(?:\.{3,}|。{3,}|\.?\*)/.exec(state.source.slice(state.at, state.at + 8))?.[0];
    if (dots !== undefined) refuse(state, phraseErrors.dots, { mark: dots, plain: '…' });
    if (unit === '…') {
      flush();
      push(state, nodes, readGap(state));
    } else if (unit === '[' || unit === '(') {
      flush();
      push(state, nodes, readChoice(state, depth, unit));
    } else if (unit === '{') {
      flush();
      push(state, nodes, readTerm(state));
    } else if (unit === '<') {
      flush();
      push(state, nodes, readSlot(state));
    } else if (unit === '「') {
      const end = state.source.indexOf('」', state.at);
      if (end < 0) fail(state, '「 没有配对的 」', 'a 「 without its 」');
      // Raw text is cut from the phrase as written, so that a full-width bracket in it stays itself.
      literal += state.phrase.slice(state.at + 1, end);
      state.at = end + 1;
    } else if (unit === ')' || unit === ']' || unit === '}' || unit === '>' || unit === '」') {
      fail(
        state,
        `多余的「${unit}」；要表示这个字本身，写成「${unit}」，保留两边的「」`,
        `unexpected "${unit}"; to mean the character itself write 「${unit}」`,
      );
    } else {
      literal += unit;
      state.at += 1;
    }
  }
  flush();
  return nodes;
}

function push(state: State, nodes: Node[], node: Node): void {
  state.nodes.count += 1;
  if (state.nodes.count > mostNodes) refuse(state, phraseErrors.tooLong);
  nodes.push(node);
}

function readGap(state: State): Node {
  const start = state.at;
  while (state.source[state.at] === '…') state.at += 1;
  const dots = state.at - start;
  if (dots > 2) fail(state, '省略号太多，写「…」即可', 'too many dots, write one "…"', start);
  const rest = state.source.slice(state.at);
  const sentence = /^句…{1,2}/.exec(rest);
  if (sentence) {
    state.at += sentence[0].length;
    return { type: 'gap', max: sentenceGap, scope: 'sentence' };
  }
  const sized = /^(\d+)…{1,2}/.exec(rest);
  if (sized) {
    const max = Number(sized[1]);
    if (max > longestGap) {
      const said = max > 999 ? phraseErrors.digitsInGap : phraseErrors.gapTooWide;
      refuse(state, said, { most: longestGap, found: sized[1] ?? '' }, start);
    }
    state.at += sized[0].length;
    return { type: 'gap', max, scope: 'clause' };
  }
  const said = /^(\d{1,2}个?字|[二三四五六七八九十]{1,3}个?字?)…/.exec(rest)?.[1];
  if (said !== undefined)
    refuse(state, phraseErrors.gapInWords, { said, size: Math.min(longestGap, numeralIn(said)) }, start);
  return { type: 'gap', max: defaultGap, scope: 'clause' };
}

/** 15字, 十五, 二十个字 as a number; of what is no number the usual length. */
function numeralIn(said: string): number {
  const word = said.replace(/个?字$/, '');
  if (/^\d+$/.test(word)) return Number(word);
  const [, tens, ones = ''] = /^(?:(.?)十)?(.?)$/.exec(word) ?? [];
  const digit = (mark: string): number => '零一二三四五六七八九'.indexOf(mark);
  const of = (tens === undefined ? 0 : tens === '' ? 10 : digit(tens) * 10) + (ones === '' ? 0 : digit(ones));
  return of > 0 ? of : defaultGap;
}

function readChoice(state: State, depth: number, opening: '[' | '('): Node {
  const start = state.at;
  const closing = opening === '[' ? ']' : ')';
  state.at += 1;
  const options: Node[][] = [];
  for (;;) {
    const option = readSequence(state, depth + 1, closing);
    if (option.length === 0) refuse(state, phraseErrors.emptyChoice);
    options.push(option);
    const unit = state.source[state.at];
    if (unit === undefined)
      fail(state, `「${opening}」没有配对的「${closing}」`, `a "${opening}" without its "${closing}"`, start);
    state.at += 1;
    if (unit === closing) break;
  }
  if (opening === '[') options.push([]);
  return { type: 'choice', options };
}

function readTerm(state: State): Node {
  const start = state.at;
  const end = state.source.indexOf('}', start);
  if (end < 0) fail(state, '「{」没有配对的「}」', 'a "{" without its "}"');
  const name = state.phrase.slice(start + 1, end);
  const list = state.terms[name];
  if (list === undefined) {
    const names = Object.keys(state.terms);
    const near = nearest(name, names);
    const values = { name, near: near ?? '', put: `{${near}}`, known: names.join('、') };
    refuse(state, near === null ? phraseErrors.noTerm : phraseErrors.noTermNear, values);
  }
  if (list.length === 0) refuse(state, phraseErrors.emptyTerm, { name });
  // A list that was read once goes round in no circle.
  const known = treesOf(state.terms).terms.get(name);
  if (known !== undefined && state.open.length + known.depth < deepestTerm) {
    state.at = end + 1;
    state.nodes.count += known.nodes;
    state.deepest.depth = Math.max(state.deepest.depth, state.open.length + 1 + known.depth);
    if (state.nodes.count > mostNodes) refuse(state, phraseErrors.tooLong);
    return known.choice;
  }
  if (state.open.includes(name)) fail(state, `词表「${name}」引用了自己`, `the term list "${name}" uses itself`);
  if (state.open.length >= deepestTerm)
    fail(state, `词表引用超过${deepestTerm}层`, `term lists nest deeper than ${deepestTerm}`);
  state.at = end + 1;
  const before = state.nodes.count;
  const deepest = { depth: state.open.length + 1 };
  const open = [...state.open, name];
  const options = list.map(phrase => parseWith(phrase, state.terms, open, state.nodes, deepest));
  state.deepest.depth = Math.max(state.deepest.depth, deepest.depth);
  const choice: Node = { type: 'choice', options };
  const depth = deepest.depth - state.open.length - 1;
  treesOf(state.terms).terms.set(name, { choice, nodes: state.nodes.count - before, depth });
  return choice;
}

function readSlot(state: State): Node {
  const end = state.source.indexOf('>', state.at);
  if (end < 0) fail(state, '「<」没有配对的「>」', 'a "<" without its ">"');
  const body = state.source.slice(state.at + 1, end).trim();
  let slot: Slot;
  if (body === 'rate') slot = { kind: 'rate' };
  else if (body === 'date') slot = { kind: 'date' };
  else if (body === 'doc') slot = { kind: 'doc', title: [] };
  else if (body.startsWith('doc ')) {
    slot = {
      kind: 'doc',
      title: parseWith(body.slice(4).trim(), state.terms, state.open, state.nodes, state.deepest),
    };
  } else if (/^n(?![a-z])/.test(body)) {
    const units = body
      .slice(1)
      .split('/')
      .map(unit => normaliseUnits(unit.trim()))
      .filter(unit => unit !== '');
    if (units.some(unit => unit === '%' || unit === '百分比')) refuse(state, phraseErrors.percentSlot, { body });
    slot = { kind: 'number', units };
  } else {
    refuse(state, /^\p{Script=Han}{1,2}$/u.test(body) ? phraseErrors.slotUnit : phraseErrors.slot, { body });
  }
  state.at = end + 1;
  return { type: 'slot', slot };
}

function checkEnds(phrase: string, nodes: readonly Node[]): void {
  if (nodes.length === 0) throw new PhraseError(phrase, 0, { zh: '短语是空的', en: 'the phrase is empty' });
  if (nodes.length === 1 && nodes[0]?.type === 'gap') throw new PhraseError(phrase, 0, phraseErrors.restOfNothing);
  if (startsOrEndsWithGap(nodes)) {
    const bare = phrase.replace(/^…(?:\d*…)?|…(?:\d*…)?$/g, '');
    throw new PhraseError(phrase, 0, fillBoth(phraseErrors.gapAtEnd, { phrase, bare }));
  }
}

function startsOrEndsWithGap(nodes: readonly Node[]): boolean {
  const edge = (node: Node | undefined): boolean =>
    node !== undefined &&
    (node.type === 'gap' ||
      (node.type === 'choice' && node.options.some(option => edge(option[0]) || edge(option.at(-1)))));
  return edge(nodes[0]) || edge(nodes.at(-1));
}

/** Whether every reading of the phrase holds a literal of two characters or a slot. */
function isSelective(nodes: readonly Node[]): boolean {
  let run = 0;
  for (const node of nodes) {
    if (node.type === 'slot') return true;
    if (node.type === 'literal') {
      run += node.text.length;
      if (run >= 2) return true;
    } else if (node.type === 'choice') {
      if (node.options.every(option => option.length > 0 && isSelective(option))) return true;
      const shortest = Math.min(
        ...node.options.map(option => (option.every(n => n.type === 'literal') ? literalLength(option) : 0)),
      );
      run = shortest > 0 ? run + shortest : 0;
      if (run >= 2) return true;
    } else run = 0;
  }
  return false;
}

function literalLength(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + (node.type === 'literal' ? node.text.length : 0), 0);
}

/** Whether round and square brackets come in pairs. */
function balanced(phrase: string): boolean {
  const open: string[] = [];
  for (const mark of phrase) {
    if (mark === '(' || mark === '[') open.push(mark);
    if ((mark === ')' && open.pop() !== '(') || (mark === ']' && open.pop() !== '[')) return false;
  }
  return open.length === 0;
}
