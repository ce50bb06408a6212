/** What a page's own style sheets say of the numbers of its lists. */
import { elementsBelow, type PageElement, type PageRoot } from './page-nodes.ts';

/** A kind of numbers: its name in `formatNumber` and what stands around a number. */
export type Around = readonly [kind: string, before: string, behind: string];

/** Kinds by their names in style sheets. */
export const styled: Readonly<Record<string, Around>> = {
  decimal: ['decimal', '', '.'],
  'decimal-leading-zero': ['decimalZero', '', '.'],
  'lower-alpha': ['lowerLetter', '', '.'],
  'lower-latin': ['lowerLetter', '', '.'],
  'upper-alpha': ['upperLetter', '', '.'],
  'upper-latin': ['upperLetter', '', '.'],
  'lower-roman': ['lowerRoman', '', '.'],
  'upper-roman': ['upperRoman', '', '.'],
  'cjk-ideographic': ['chineseCountingThousand', '', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '', '、'],
  'trad-chinese-informal': ['chineseCountingThousand', '', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '', '、'],
  'japanese-informal': ['japaneseCounting', '', '、'],
  'cjk-decimal': ['ideographDigital', '', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '', '、'],
};

export interface ListStyles {
  /** The kind of numbers that the sheets give to a list or an item; null where they say nothing. */
  kindOf(element: PageElement): string | null;
  /** The number that the sheets draw before an item (`content: "（" counter(x, cjk-ideographic) "）"`); null where they draw none. */
  drawnBefore(item: PageElement): Around | null;
}

/** `ol.cn` as one of a chain; `child`: the one before it in the chain is its parent, not any element around it. */
interface Compound {
  readonly tag: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly child: boolean;
}

interface StyleRule {
  readonly chain: readonly Compound[];
  readonly weight: number;
  readonly kind: string | null;
  readonly drawn: Around | null;
}

/** A site's sheets have a handful of rules for lists; time grows with them. */
const mostRules = 100;
/** So many elements around one are looked at. */
const farthest = 40;
const longestSelector = 200;

/** The kind that declarations give to a list; words that say nothing of it (inside, inherit) are none. */
export function kindIn(declarations: string): string | null {
  const value = /(?:^|[;{\s])list-style(?:-type)?\s*:\s*([^;}]{1,80})/i.exec(declarations)?.[1]?.toLowerCase();
  const words = (value ?? '').replace(/url\([^)]*\)/g, '').split(/[\s!]+/);
  return words.find(word => Object.hasOwn(styled, word) || /^(?:none|disc|circle|square)$/.test(word)) ?? null;
}

/** The rules for lists in the sheets of a page; of two that fit, the more exact one holds, then the later one. */
export function listStyles(root: PageRoot): ListStyles {
  const rules = elementsBelow(root)
    .filter(({ name }) => name === 'style')
    .flatMap(({ children }) => rulesIn(children.map(child => (child.type === 'text' ? child.data : '')).join('')))
    .slice(0, mostRules);
  const classes = new WeakMap<PageElement, ReadonlySet<string>>();
  const classesOf = (element: PageElement): ReadonlySet<string> => {
    const known = classes.get(element) ?? new Set((element.attribs.class ?? '').split(/\s+/));
    classes.set(element, known);
    return known;
  };
  const best = (of: readonly StyleRule[]): ((element: PageElement) => StyleRule | null) => {
    // Items of one list that look alike have one answer.
    const known = new WeakMap<object, Map<string, StyleRule | null>>();
    return element => {
      const { name, attribs, parent } = element;
      const beside = known.get(parent ?? root) ?? new Map<string, StyleRule | null>();
      known.set(parent ?? root, beside);
      const look = `${name} ${attribs.id ?? ''} ${attribs.class ?? ''}`;
      let held = beside.get(look);
      if (held === undefined) {
        held = null;
        for (const rule of of) {
          if (rule.weight >= (held?.weight ?? 0) && fits(rule.chain, element, classesOf)) held = rule;
        }
        beside.set(look, held);
      }
      return held;
    };
  };
  const ofKind = best(rules.filter(({ kind }) => kind !== null));
  const drawing = best(rules.filter(({ drawn }) => drawn !== null));
  return {
    kindOf: element => ofKind(element)?.kind ?? null,
    drawnBefore: item => drawing(item)?.drawn ?? null,
  };
}

function rulesIn(sheet: string): StyleRule[] {
  const rules: StyleRule[] = [];
  for (const [selectors, body] of blocksOf(withoutComments(sheet))) {
    const kind = kindIn(body);
    const drawn = drawnIn(body);
    if (kind === null && drawn === null) continue;
    if (rules.length >= mostRules) break;
    for (const selector of selectors.split(',').slice(0, mostRules)) {
      const drawing = /::?before\s*$/.test(selector);
      const chain = chainOf(selector.replace(/::?before\s*$/, ''));
      if (chain === null || (drawing ? drawn === null : kind === null)) continue;
      rules.push({ chain, weight: weightOf(chain), kind: drawing ? null : kind, drawn: drawing ? drawn : null });
    }
  }
  return rules;
}

function withoutComments(sheet: string): string {
  let kept = '';
  let from = 0;
  for (let open = sheet.indexOf('/*'); open !== -1; open = sheet.indexOf('/*', from)) {
    kept += sheet.slice(from, open);
    const close = sheet.indexOf('*/', open + 2);
    if (close === -1) return kept;
    from = close + 2;
  }
  return kept + sheet.slice(from);
}

/** Selectors and declarations, those for screens among them; of @page, @font-face and the like nothing. */
function* blocksOf(sheet: string): Generator<readonly [selectors: string, body: string]> {
  const brace = /[{}]/g;
  let from = 0;
  for (let match = brace.exec(sheet); match !== null; match = brace.exec(sheet)) {
    const before = sheet
      .slice(from, match.index)
      .replace(/^[\s\S]*;/, '')
      .replace(/<!--|-->/g, '')
      .trim();
    from = match.index + 1;
    if (match[0] === '}' || /^@(?:media(?! *(?:only )?print)|supports|layer)/i.test(before)) continue;
    const end = endOfBlock(sheet, from);
    if (!before.startsWith('@')) yield [before, sheet.slice(from, end)];
    from = end + 1;
    brace.lastIndex = from;
  }
}

/** Where the block that was opened before `from` is closed. */
function endOfBlock(sheet: string, from: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = from;
  let depth = 1;
  for (let match = brace.exec(sheet); match !== null; match = brace.exec(sheet)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return match.index;
  }
  return sheet.length;
}

/** A chain of plain compounds; null for selectors of another form. */
function chainOf(selector: string): Compound[] | null {
  const said = selector.trim();
  if (said === '' || said.length > longestSelector) return null;
  const chain: Compound[] = [];
  for (const part of said.replace(/\s*>\s*/g, ' >').split(/\s+/)) {
    const [, child, tag = '', names = ''] =
      /^(>?)([a-z][a-z0-9]*|\*)?((?:[.#][\w\u00a0-\uffff-]+)*)$/i.exec(part) ?? [];
    if (child === undefined || tag + names === '') return null;
    const list = names.match(/[.#][^.#]+/g) ?? [];
    const starting = (sign: string): string[] => list.filter(one => one.startsWith(sign)).map(one => one.slice(1));
    chain.push({ tag: tag.toLowerCase(), ids: starting('#'), classes: starting('.'), child: child === '>' });
  }
  return chain;
}

const weightOf = (chain: readonly Compound[]): number =>
  chain.reduce(
    (sum, { tag, ids, classes }) => sum + ids.length * 10_000 + classes.length * 100 + (/^[a-z]/.test(tag) ? 1 : 0),
    0,
  );

type ClassesOf = (element: PageElement) => ReadonlySet<string>;

/** Whether an element stands at the end of the chain; the nearest element around it that fits is taken for each link. */
function fits(chain: readonly Compound[], element: PageElement, classesOf: ClassesOf): boolean {
  let node: PageElement | null = element;
  let climbed = 0;
  for (let nth = chain.length - 1; nth >= 0; nth -= 1) {
    const compound = chain[nth] as Compound;
    const near = nth === chain.length - 1 || (chain[nth + 1] as Compound).child;
    while (!near && node !== null && !isOne(node, compound, classesOf) && climbed < farthest) {
      node = parentOf(node);
      climbed += 1;
    }
    if (node === null || !isOne(node, compound, classesOf)) return false;
    node = parentOf(node);
  }
  return true;
}

function isOne(element: PageElement, { tag, ids, classes }: Compound, classesOf: ClassesOf): boolean {
  if (tag !== '' && tag !== '*' && element.name !== tag) return false;
  if (ids.some(id => element.attribs.id !== id)) return false;
  return classes.length === 0 || classes.every(name => classesOf(element).has(name));
}

function parentOf({ parent }: PageElement): PageElement | null {
  return parent !== null && 'attribs' in parent ? parent : null;
}

const counterIn =
  /(?:^|[;{\s])content\s*:\s*((?:"[^"]{0,8}"\s*|'[^']{0,8}'\s*)?)counters?\(\s*[\w-]+\s*(?:,\s*["'][^"']{0,4}["']\s*)?(?:,\s*([\w-]+)\s*)?\)((?:\s*"[^"]{0,8}"|\s*'[^']{0,8}')?)/i;

/** The number that declarations draw; null where they draw none, or one of a kind that is not known. */
function drawnIn(body: string): Around | null {
  const match = counterIn.exec(body);
  if (match === null) return null;
  const [, before = '', said = 'decimal', behind = ''] = match;
  const kind = said.toLowerCase();
  const known = Object.hasOwn(styled, kind) ? styled[kind] : undefined;
  const bare = (text: string): string => text.trim().slice(1, -1);
  return known === undefined ? null : [known[0], bare(before), bare(behind).trimEnd()];
}
