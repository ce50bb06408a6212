/** Reads a saved web page: its article, with title and disclosure fields above, without what surrounds it. */
import type { Charset } from './charset.ts';
import { fieldLines } from './page-fields.ts';
import { linesOf } from './page-lines.ts';
import { listLabels } from './page-lists.ts';
import {
  elementsBelow,
  isElement,
  noWeight,
  type PageElement,
  type PageRoot,
  parsePage,
  type Weight,
  weigh,
} from './page-nodes.ts';

type Skip = (element: PageElement) => boolean;

/** The charset a page names in its head, as written and as it is decoded; null where it names none or another. */
export function charsetLabel(html: string): { readonly written: string; readonly charset: Charset } | null {
  const written = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(html.slice(0, 8192))?.[1];
  if (written === undefined) return null;
  const label = written.toLowerCase();
  if (/^utf-?8$/.test(label)) return { written, charset: 'utf-8' };
  if (/^(?:gb[\w-]*|x-gbk|chinese)$/.test(label)) return { written, charset: 'gb18030' };
  return null;
}

/** LibreOffice and its kin end lines of a file at blanks of the text, never between two characters. */
const officeMade = /<meta\s+name="generator"\s+content="(?:LibreOffice|OpenOffice)/i;

/**
 * Text of a page: `label:value` lines of its disclosure table, its title, its article.
 * @param name file name, for the error
 * @throws ReadError `too-large` when the page is beyond any real one
 */
export function pageText(html: string, name: string): string {
  const root = parsePage(html, name);
  const unseen = unseenParts(root);
  const weights = weigh(root, unseen);
  const article = findArticle(root, unseen, weights);
  const skip: Skip = article.dense ? element => unseen(element) || isLinkList(element, weights) : unseen;
  const byOffice = officeMade.test(html.slice(0, 8192));
  const labels = listLabels(root, byOffice);
  const body = article.parts.flatMap(part => linesOf(part, skip, weights, byOffice, labels));
  if (body.length === 0) return '';

  const inArticle = new Set<PageElement>(article.parts.filter(isElement));
  const around = linesOf(root, element => unseen(element) || inArticle.has(element), weights, byOffice);
  const opening = body.slice(0, 12).map(bare);
  const shown = fieldLines(around);
  const dated = [...shown, ...opening].some(line => /^(?:发布|公开|公布)(?:日期|时间):/.test(bare(line)));
  const fields = [...shown, ...(dated ? [] : headLines(root))].filter(
    line => !opening.some(said => said.includes(bare(line))),
  );
  const title = pageTitle(root, element => unseen(element) || inArticle.has(element));
  const titled = title === null || opening.some(line => line.includes(bare(title)));
  return [...fields, ...(titled ? [] : [title]), ...body, ...ownStamp(html)].join('\n');
}

/** What a page of this program says of itself at its foot, which is no part of its article. */
function ownStamp(html: string): readonly string[] {
  const said = /<p class="stamp">((?:法鉴|Fajian) \d[\s\S]{0,600}?)<\/p>/.exec(html)?.[1];
  return said === undefined ? [] : [said.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')];
}

/**
 * Lines of the page header and footer of a document that LibreOffice saved as a page; none of any other page.
 * @throws ReadError as `pageText`
 */
export function pageEdges(html: string, name: string): string[] {
  if (!/<div title="(?:header|footer)"/.test(html)) return [];
  const root = parsePage(html, name);
  const all: Skip = () => false;
  const weights = weigh(root, all);
  const edges = [...elementsBelow(root, all)].filter(isPageEdge);
  const lines = edges.flatMap(edge => linesOf(edge, all, weights)).map(line => line.trim());
  return [...new Set(lines.filter(line => line !== ''))];
}

function bare(line: string): string {
  return line.replace(/[\s\u3000]/g, '').replaceAll('：', ':');
}

const unseenTags = new Set(
  `script style template noscript title nav footer aside select button textarea iframe frame object embed svg canvas
  video audio map input`.split(/\s+/),
);

/** Class names and ids, whole or in parts (`top-nav`), of what surrounds an article. */
const aroundNames = new Set(
  `nav navbar menu submenu breadcrumb breadcrumbs crumb crumbs footer foot share bdshare bdsharebuttonbox copyright
  friendlink friendlinks sidebar search searchbox login toolbar qrcode ewm erweima related recommend pager pagination
  dqwz weizhi mbx mianbaoxie guanbi dayin`.split(/\s+/),
);

/** What a reader of the page does not see, or sees beside the article only. */
function unseenParts(root: PageRoot): Skip {
  const always: Skip = element => unseenTags.has(element.name) || isPageEdge(element);
  const weights = weigh(root, always);
  const total = seenBelow(root, weights);
  const unseen = new Set<PageElement>();
  for (const element of elementsBelow(root, always)) {
    const share = (weights.get(element) ?? noWeight).all / Math.max(1, total);
    // Pages hide an article until a script shows it, and call a whole page `search`: most of the text is never dropped.
    if ((isHidden(element) && share < 0.5) || (isNamedAround(element) && share < 0.3)) unseen.add(element);
  }
  return element => always(element) || unseen.has(element);
}

/** The header and footer of a document that LibreOffice saved as a page. */
function isPageEdge({ name, attribs }: PageElement): boolean {
  return name === 'div' && (attribs.title === 'header' || attribs.title === 'footer');
}

function seenBelow(root: PageRoot, weights: ReadonlyMap<PageElement, Weight>): number {
  let total = 0;
  for (const child of root.children) if (isElement(child)) total += (weights.get(child) ?? noWeight).all;
  return total;
}

function isHidden(element: PageElement): boolean {
  if (element.attribs.hidden !== undefined) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(element.attribs.style ?? '');
}

function namesOf(element: PageElement): string[] {
  return `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`.split(/\s+/).filter(name => name !== '');
}

function isNamedAround(element: PageElement): boolean {
  return namesOf(element).some(name =>
    [name, ...name.split(/[-_]|(?<=[a-z])(?=[A-Z])/)].some(part => aroundNames.has(part.toLowerCase())),
  );
}

/** Names that content systems of government sites give to the article, and to nothing else. */
const articleNames = new Set(
  `zoom trs_editor trs_ueditor trs_editor_view ucap-content js_content vsb_content v_news_content wp_articlecontent
  zoomcon zoomtitle_content artibody mainbody-content zwnr nr_content article-content article_content articlecontent
  arti_content pages_content news_content newscontent info_content infocontent xxgk_content zfxxgk_content j-fontcontent
  bt-article-02 gsj_htmlcon bodytext ivs_content zfxxgk_zw_content xl_content detail-news art-con printarea
  maintext`.split(/\s+/),
);

/** Names that an article often has, and at times the whole page. */
const likelyNames = new Set(
  `content article arc con contents main-content maincontent main_content content_box contentbox detail details
  detail-content detail_content conten text txt text_content bt_content news neirong nr xl xilan view mainbox article-box articlebox wznr cont`.split(
    /\s+/,
  ),
);

interface Article {
  readonly parts: readonly (PageRoot | PageElement)[];
  /** Found by where the text stands, not by name, so that lists of links may still lie in it. */
  readonly dense: boolean;
}

function findArticle(root: PageRoot, unseen: Skip, weights: ReadonlyMap<PageElement, Weight>): Article {
  const prose = (element: PageElement): number => {
    const weight = weights.get(element) ?? noWeight;
    return weight.all - weight.linked;
  };
  const elements = elementsBelow(root, unseen);
  const total = root.children.reduce((sum, child) => sum + (isElement(child) ? prose(child) : 0), 0);

  const named = outermost(elements, element => namesOf(element).some(name => articleNames.has(name.toLowerCase())));
  const namedProse = named.reduce((sum, element) => sum + prose(element), 0);
  if (namedProse >= 20 && namedProse >= total * 0.2) return { parts: named, dense: false };

  let best: PageElement | null = null;
  for (const element of elements) {
    const likely = element.name === 'article' || namesOf(element).some(name => likelyNames.has(name.toLowerCase()));
    if (likely && prose(element) >= total * 0.5 && (best === null || prose(element) <= prose(best))) best = element;
  }
  return { parts: [densest(best ?? root, prose, unseen)], dense: true };
}

/** Elements that answer `wanted` and lie in no other that does. */
function outermost(elements: readonly PageElement[], wanted: Skip): PageElement[] {
  const inside = new Set<PageElement>();
  const found: PageElement[] = [];
  for (const element of elements) {
    const parent = element.parent;
    const within = parent !== null && isElement(parent) && inside.has(parent);
    if (within || wanted(element)) inside.add(element);
    if (!within && inside.has(element)) found.push(element);
  }
  return found;
}

/** Goes down from `start` for as long as one child holds nearly all of the prose. */
function densest(
  start: PageRoot | PageElement,
  prose: (element: PageElement) => number,
  unseen: Skip,
): PageRoot | PageElement {
  let node = start;
  for (;;) {
    const children = node.children.filter(isElement).filter(child => !unseen(child));
    const sum = children.reduce((total, child) => total + prose(child), 0);
    const heaviest = children.reduce<PageElement | null>(
      (best, child) => (best === null || prose(child) > prose(best) ? child : best),
      null,
    );
    if (heaviest === null || sum === 0 || prose(heaviest) < sum * 0.85) return node;
    const looseText = node.children.some(child => child.type === 'text' && /\p{L}{8}/u.test(child.data));
    if (looseText || /^(?:p|ol|span|font|b|strong|a|h[1-6])$/.test(heaviest.name)) return node;
    node = heaviest;
  }
}

function isLinkList(element: PageElement, weights: ReadonlyMap<PageElement, Weight>): boolean {
  if (!/^(?:ul|ol|dl|div|table|td|section)$/.test(element.name)) return false;
  const weight = weights.get(element) ?? noWeight;
  return weight.all > 0 && weight.linked > weight.all * 0.6;
}

/** The heading of the page outside the article, or the page's own name without the site's; null when neither says much. */
function pageTitle(root: PageRoot, skip: Skip): string | null {
  const butTitle: Skip = element => element.name !== 'title' && skip(element);
  let heading: string | null = null;
  let pageName: string | null = null;
  let metaName: string | null = null;
  for (const element of elementsBelow(root, butTitle)) {
    if (
      element.name === 'h1' ||
      namesOf(element).some(name => /^(?:article|arc|news|info|con(?:tent)?)?[-_]?title$/i.test(name))
    ) {
      const text = textOf(element, skip);
      if (isTitle(text)) heading ??= text;
    } else if (element.name === 'title') {
      pageName ??= textOf(element, () => false);
    } else if (
      element.name === 'meta' &&
      /^(?:ArticleTitle|og:title)$/i.test(element.attribs.name ?? element.attribs.property ?? '')
    ) {
      metaName ??= (element.attribs.content ?? '').trim();
    }
  }
  if (heading !== null) return heading;
  if (metaName !== null && isTitle(metaName)) return metaName;
  const parts = (pageName ?? '')
    .replace(/[-–—]+[^-–—]{2,20}(?:政府|网|网站|平台|局|厅|委|办)$/u, '')
    .split(/\s*[_|]\s*|\s+[-–—]+\s+/u)
    .filter(isTitle);
  return parts[0] ?? null;
}

/** What government sites say of a page in its head: the day it was published, unless the page itself shows one. */
function headLines(root: PageRoot): string[] {
  const said = new Map<string, string>();
  for (const { name, attribs } of elementsBelow(root)) {
    if (name === 'meta' && attribs.name !== undefined) said.set(attribs.name.toLowerCase(), attribs.content ?? '');
  }
  const day = /^\s*((?:19|20)\d\d-\d\d?-\d\d?)/.exec(said.get('pubdate') ?? '')?.[1];
  return day === undefined ? [] : [`发布日期:${day}`];
}

/** Who keeps a site, or what it is called: no title of what stands on its pages. */
const nameOnly = /(?:政府|办公[室厅]|办事处|委员会|[局厅委办院]|网站?|平台|门户|首页)$/u;

function isTitle(text: string): boolean {
  return text.length <= 120 && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6 && !nameOnly.test(text);
}

function textOf(element: PageElement, skip: Skip): string {
  return linesOf(element, skip, new Map()).join('').trim();
}
