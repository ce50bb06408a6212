/** The tree of a web page: parsed within bounds, walked without recursion, its text counted. */
import { type CheerioAPI, load } from 'cheerio/slim';
import { readingWords } from '../words/reading.ts';
import { refusal } from './refusal.ts';

export type PageRoot = ReturnType<CheerioAPI['root']>[number];
export type PageNode = PageRoot['children'][number];
export type PageElement = Extract<PageNode, { attribs: unknown }>;

/** A saved page of a government site has some thousand tags and is some dozen deep; parsing time grows with both. */
const mostTags = 300_000;
const deepest = 3_000;

/** Tags that HTML lets stand open, so that their number says nothing about depth. */
const openTags = new Set(
  'p li td th tr dt dd option br hr img input meta link base col source wbr embed param area tbody thead tfoot'.split(
    ' ',
  ),
);

/**
 * Parses a page.
 * @throws ReadError `too-large` for more tags or deeper nesting than any real page has
 */
export function parsePage(html: string, name: string): PageRoot {
  let tags = 0;
  let depth = 0;
  for (const [closing, tag] of tagsOf(html)) {
    tags++;
    if (!openTags.has(tag)) depth += closing ? -1 : 1;
    if (depth < 0) depth = 0;
    if (tags > mostTags || depth > deepest) throw refusal('too-large', readingWords.pageTooComplex, { name });
  }
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0];
  if (root === undefined) throw refusal('no-text', readingWords.pageWithoutText, { name });
  return root;
}

/** The tags of a page in order, as `[closing, name]`; comments and the content of scripts are passed over. */
function* tagsOf(html: string): Generator<readonly [boolean, string]> {
  const tag = /<(?:!--|(\/?)([a-z][\w:-]*))/gi;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const name = match[2]?.toLowerCase();
    const end = name === undefined ? '-->' : name === 'script' || name === 'style' ? `</${name}` : null;
    if (name !== undefined) yield [match[1] === '/', name];
    if (end === null || match[1] === '/') continue;
    const at = html.indexOf(end, tag.lastIndex);
    if (at < 0) return;
    tag.lastIndex = at;
  }
}

export function isElement(node: PageNode | PageRoot): node is PageElement {
  return 'attribs' in node;
}

/** All elements below `root`, parents before children; `skip` leaves an element and all below it out. */
export function elementsBelow(root: PageRoot | PageElement, skip?: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const open: PageNode[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node) || skip?.(node)) continue;
    found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return found;
}

/** Characters that carry meaning (letters, Chinese characters, digits) below an element, and how many of them are links. */
export interface Weight {
  readonly all: number;
  readonly linked: number;
}

export const noWeight: Weight = { all: 0, linked: 0 };

/** Weight of every element below `root` that `skip` does not leave out. */
export function weigh(
  root: PageRoot | PageElement,
  skip: (element: PageElement) => boolean,
): ReadonlyMap<PageElement, Weight> {
  const weights = new Map<PageElement, Weight>();
  for (const element of elementsBelow(root, skip).reverse()) {
    let all = 0;
    let linked = 0;
    for (const child of element.children) {
      if (isElement(child)) {
        const weight = weights.get(child) ?? noWeight;
        all += weight.all;
        linked += weight.linked;
      } else if (child.type === 'text') {
        all += meaning(child.data);
      }
    }
    weights.set(element, { all, linked: element.name === 'a' ? all : linked });
  }
  return weights;
}

function meaning(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
