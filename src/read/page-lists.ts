/** Numbers that a browser sets before the items of a page's lists, as text; signs without a number are left out. */
import { type Around, kindIn, type ListStyles, listStyles, styled } from './list-styles.ts';
import { formatNumber } from './number-formats.ts';
import { isElement, type PageElement, type PageNode, type PageRoot } from './page-nodes.ts';

type Kind = string | null;

/** Kinds by the class names that an editor much used on such sites (UEditor) gives to lists, and draws as pictures. */
const editorClasses: Readonly<Record<string, Around>> = {
  custom_cn: ['chineseCountingThousand', '', '、'],
  custom_cn1: ['chineseCountingThousand', '', '）'],
  custom_cn2: ['chineseCountingThousand', '（', '）'],
  custom_num: ['decimal', '', '.'],
  custom_num1: ['decimal', '', ')'],
  custom_num2: ['decimal', '（', '）'],
};

/** Levels of headings in official papers, from above. */
const ladder: readonly Around[] = [
  ['chineseCountingThousand', '', '、'],
  ['chineseCountingThousand', '（', '）'],
  ['decimal', '', '.'],
  ['decimal', '（', '）'],
  ['decimalEnclosedCircle', '', ''],
];

const byType: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** A number that somebody typed at the front of a text. */
const typedNumber =
  /^\s*(?:第[一二三四五六七八九十\d]{1,3}(?:部分|[条章])|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、)）]|[.．](?!\d))|[①-⑳⑴-⒛㈠-㈩])/;

/** Whether a text begins with a number, so that it needs none of its list. */
export const isNumbered = (text: string): boolean => typedNumber.test(text);

/** A list while its items are counted. */
interface Counting {
  readonly element: PageElement;
  readonly depth: number;
  next: number;
  readonly step: 1 | -1;
}

const isList = ({ name }: PageElement): boolean => name === 'ol' || name === 'ul' || name === 'menu';

/**
 * The number of each item that bears one, by the item's element.
 * @param byOffice the page was written by LibreOffice, which writes Chinese numbers as a list of no kind, opens a list that
 *   goes on behind a paragraph by the one inside it, and then leaves out where it goes on
 */
export function listLabels(root: PageRoot, byOffice: boolean): ReadonlyMap<PageElement, string> {
  const { items, lists, typed } = gather(root);
  const labels = new Map<PageElement, string>();
  if (items.length === 0) return labels;
  const styles = listStyles(root);
  const deepest = lists.reduce((most, { depth }) => Math.max(most, depth), 0);
  const top = byOffice ? topOfLadder(typed, deepest) : null;
  const kinds = new Map<PageElement, Around | null>();
  for (const { element, depth } of lists) {
    const kind = kindOf(element, styles);
    const unnamed = kind === null && element.name === 'ol' && top !== null;
    kinds.set(element, unnamed ? (ladder[Math.min(top + depth - 1, 4)] as Around) : aroundOf(kind, element));
  }
  count(items, byOffice, (item, list, value) => {
    const own = kindOf(item, styles);
    const around = styles.drawnBefore(item) ?? (own === null ? (kinds.get(list) ?? null) : (styled[own] ?? null));
    if (around !== null) labels.set(item, around[1] + formatNumber(value, around[0]) + around[2]);
  });
  return labels;
}

function aroundOf(kind: Kind, list: PageElement): Around | null {
  const drawn = namesOf(list).find(name => Object.hasOwn(editorClasses, name));
  if (drawn !== undefined) return editorClasses[drawn] ?? null;
  const named = kind ?? (list.name === 'ol' ? 'decimal' : 'none');
  return Object.hasOwn(styled, named) ? (styled[named] ?? null) : null;
}

/** Where in the ladder lists of the first depth stand, told by what is typed beside them; a single list is one of 1., 2. */
function topOfLadder(typed: ReadonlySet<string>, deepest: number): number {
  if (!typed.has('一、') && (deepest > 1 || typed.has('（一）'))) return 0;
  return !typed.has('（一）') && (deepest > 1 || typed.has('1.')) ? 1 : 2;
}

interface Gathered {
  readonly items: readonly { readonly item: PageElement; readonly list: Counting }[];
  readonly lists: readonly Counting[];
  /** Numbers typed at the front of paragraphs outside lists: 一、, （一） or 1.; （一） anywhere. */
  readonly typed: ReadonlySet<string>;
}

/** Lists and items in order, each item with the nearest list around it. */
function gather(root: PageRoot): Gathered {
  const items: { item: PageElement; list: Counting }[] = [];
  const lists: Counting[] = [];
  const typed = new Set<string>();
  const open: { node: PageNode; list: Counting | null; inItem: boolean }[] = [];
  const push = (nodes: readonly PageNode[], list: Counting | null, inItem: boolean): void => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) open.push({ node: nodes[at] as PageNode, list, inItem });
  };
  let opening = '';
  push(root.children, null, false);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, list, inItem } = next;
    if (!isElement(node)) {
      if (node.type !== 'text') continue;
      if (!inItem && opening.length < 8) opening += node.data.trim();
      // Headings that run on within a paragraph.
      if (/[（(]一[）)]/.test(node.data)) typed.add('（一）');
      continue;
    }
    if (node.name === 'p' || /^h\d$/.test(node.name)) {
      note(opening, typed);
      opening = '';
    }
    const own = isList(node) ? countingOf(node, (list?.depth ?? 0) + 1) : null;
    if (own !== null) lists.push(own);
    const counted = node.name === 'li' && list !== null && !/display\s*:\s*none/i.test(node.attribs.style ?? '');
    if (counted) items.push({ item: node, list });
    push(node.children, own ?? list, inItem || counted);
  }
  note(opening, typed);
  return { items, lists, typed };
}

function note(opening: string, typed: Set<string>): void {
  if (/^[一二三四五六七八九十]{1,3}[、.．]/.test(opening)) typed.add('一、');
  else if (/^[（(][一二三四五六七八九十]{1,3}[）)]/.test(opening)) typed.add('（一）');
  else if (/^\d{1,2}[.．、](?!\d)/.test(opening)) typed.add('1.');
}

const whole = (written: string | undefined): number | null =>
  written !== undefined && /^\s*-?\d{1,6}/.test(written) ? Number.parseInt(written, 10) : null;

function countingOf(element: PageElement, depth: number): Counting {
  const step = element.name === 'ol' && element.attribs.reversed !== undefined ? -1 : 1;
  const own = element.children.filter(child => isElement(child) && child.name === 'li').length;
  return { element, depth, next: whole(element.attribs.start) ?? (step === 1 ? 1 : own), step };
}

/** Counts the items in their order; `tell` hears of each with its list and number. */
function count(
  items: Gathered['items'],
  byOffice: boolean,
  tell: (item: PageElement, list: PageElement, value: number) => void,
): void {
  /** Number given last at each depth, to go on from. */
  const last: number[] = [];
  const begun = new Set<Counting>();
  for (const { item, list } of items) {
    if (byOffice && !begun.has(list) && opensWithList(list.element)) list.next = (last[list.depth] ?? 0) + 1;
    begun.add(list);
    const value = whole(item.attribs.value) ?? list.next;
    list.next = value + list.step;
    last.length = Math.min(last.length, list.depth);
    last[list.depth] = value;
    tell(item, list.element, value);
  }
}

function opensWithList({ children }: PageElement): boolean {
  const first = children.find(isElement);
  return first !== undefined && isList(first);
}

const namesOf = (element: PageElement): string[] => (element.attribs.class ?? '').split(/\s+/);

/** What the element's own attributes, or else the page's styles, say of the kind; null where they say nothing. */
const kindOf = (element: PageElement, styles: ListStyles): Kind =>
  kindIn(element.attribs.style ?? '') ?? byType[element.attribs.type ?? ''] ?? styles.kindOf(element);
