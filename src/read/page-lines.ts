/** Turns a part of a web page into lines of text: block elements end a line, table cells are set apart by a tab. */
import { pairedRow } from './page-fields.ts';
import { isElement, noWeight, type PageElement, type PageNode, type PageRoot, type Weight } from './page-nodes.ts';

const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul`.split(
    /\s+/,
  ),
);

/** A cell with more than this holds prose (pages laid out by tables), and its blocks end lines as elsewhere. */
const longestCell = 200;

/**
 * Lines of the text below `from`, trimmed, without empty ones. A table row whose cells are pairs of a known label and
 * a value becomes one `label:value` line a pair.
 */
export function linesOf(
  from: PageRoot | PageElement,
  skip: (element: PageElement) => boolean,
  weights: ReadonlyMap<PageElement, Weight>,
): string[] {
  const lines: string[] = [];
  let cells: string[] = [];
  let line = '';
  let inCell = 0;
  let inPre = 0;

  const endCell = (): void => {
    cells.push(tidy(line));
    line = '';
  };
  const endLine = (): void => {
    endCell();
    const row = cells.filter((cell, index) => cell !== '' || index < cells.length - 1);
    cells = [];
    const pairs = row.length > 1 ? pairedRow(row) : null;
    for (const text of pairs ?? [row.join('\t').trim()]) if (text !== '') lines.push(text);
  };
  const breakLine = (): void => {
    if (inCell > 0) line += ' ';
    else endLine();
  };
  const isDataCell = (element: PageElement): boolean =>
    (element.name === 'td' || element.name === 'th') &&
    (weights.get(element) ?? noWeight).all <= longestCell &&
    !element.children.some(child => isElement(child) && child.name === 'table');

  const enter = (element: PageElement): void => {
    if (element.name === 'br') breakLine();
    else if (isDataCell(element)) inCell++;
    else if (element.name === 'td' || element.name === 'th') breakLine();
    else if (element.name === 'dd' && cells.length > 0) return;
    else if (blocks.has(element.name)) breakLine();
    if (element.name === 'pre') inPre++;
  };
  const leave = (element: PageElement): void => {
    if (isDataCell(element)) {
      inCell--;
      if (inCell === 0) endCell();
    } else if (element.name === 'dt' && inCell === 0) endCell();
    else if (blocks.has(element.name) || element.name === 'td' || element.name === 'th') breakLine();
    if (element.name === 'pre') inPre--;
  };

  const open: (PageNode | { readonly left: PageElement })[] = [...from.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('left' in next) {
      leave(next.left);
    } else if (isElement(next)) {
      if (skip(next)) continue;
      enter(next);
      open.push({ left: next });
      for (let at = next.children.length - 1; at >= 0; at--) {
        const child = next.children[at];
        if (child !== undefined) open.push(child);
      }
    } else if (next.type === 'text') {
      if (inPre > 0 && inCell === 0) {
        const [first = '', ...rest] = next.data.split(/\r?\n/);
        line += first;
        for (const text of rest) {
          endLine();
          line = text;
        }
      } else {
        line += inline(next.data);
      }
    }
  }
  endLine();
  return lines;
}

/** Blanks as a browser shows them: a run is one; a line end of the file between two Chinese characters is none. */
function inline(text: string): string {
  return text.replace(/(?<=[^\p{ASCII}])[ \t]*\r?\n\s*(?=[^\p{ASCII}])/gu, '').replace(/[ \t\r\n\f]+/g, ' ');
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}
