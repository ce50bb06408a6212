/** The text of a rule file cut for editing: where a requirement stands, the line of a mistake with a mark under its place. */
import { getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { givenTitle } from '../compare/rule-changes.ts';
import { formatRuleError, type RuleError } from '../rules/errors.ts';
import type { Bilingual, Lang } from '../words/bilingual.ts';
import { cellWidth } from './table.ts';

/** A stretch of lines, counted from 1, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A text in up to three parts of whole lines: joined with \n they are the text again. Null where there is no such part. */
export interface Cut {
  readonly before: string | null;
  readonly here: string;
  readonly after: string | null;
  readonly lines: Lines;
  readonly count: number;
}

export function cutAt(text: string, lines: Lines | null): Cut {
  const all = text.split('\n');
  const first = Math.min(Math.max(lines?.first ?? 1, 1), all.length);
  const last = Math.max(first, Math.min(lines?.last ?? all.length, all.length));
  return {
    before: first === 1 ? null : all.slice(0, first - 1).join('\n'),
    here: all.slice(first - 1, last).join('\n'),
    after: last === all.length ? null : all.slice(last).join('\n'),
    lines: { first, last },
    count: all.length,
  };
}

/** Lines of the requirement with this id; null where there is none. A file with mistakes is read as far as it goes. */
export function linesOfRequirement(text: string, id: string): Lines | null {
  return requirementLines(text, node => idOf(node) === id);
}

/** A group or requirement of a text, to be chosen by its title. */
export interface Listed {
  readonly id: string;
  /** Null where the text leaves it to the file it builds on. */
  readonly title: Bilingual | null;
}

export interface ListedGroup extends Listed {
  readonly requirements: readonly (Listed & Lines)[];
}

/** What a text holds, group by group, in its order. A file with mistakes is read as far as it goes. */
export function requirementsOf(text: string): readonly ListedGroup[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root === undefined) return [];
  const lineOf = lineCounter(text);
  return (child(root, 'groups')?.children ?? []).map(group => ({
    ...listed(group),
    requirements: (child(group, 'requirements')?.children ?? [])
      .map(node => ({ ...listed(node), ...linesOf(node, lineOf) }))
      .filter(({ id }) => id !== ''),
  }));
}

function listed(node: Node): Listed {
  const id = idOf(node);
  const title = child(node, 'title');
  return { id: typeof id === 'string' ? id : '', title: title === undefined ? null : givenTitle(getNodeValue(title)) };
}

const linesOf = (node: Node, lineOf: (offset: number) => number): Lines => ({
  first: lineOf(node.offset),
  last: lineOf(node.offset + Math.max(0, node.length - 1)),
});

/** Lines of the requirement that holds a line, or some lines around it. */
export function linesAround(text: string, line: number): Lines {
  const holding = requirementLines(text, (_node, lines) => lines.first <= line && line <= lines.last);
  const at = Math.min(line, text.split('\n').length);
  return holding ?? { first: at - around, last: at + around };
}

const around = 12;

function requirementLines(text: string, fits: (node: Node, lines: Lines) => boolean): Lines | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root === undefined) return null;
  const lineOf = lineCounter(text);
  for (const group of child(root, 'groups')?.children ?? []) {
    for (const node of child(group, 'requirements')?.children ?? []) {
      const lines = linesOf(node, lineOf);
      if (fits(node, lines)) return lines;
    }
  }
  return null;
}

const child = (node: Node, key: string): Node | undefined =>
  node.children?.find(property => property.children?.[0]?.value === key)?.children?.[1];

const idOf = (node: Node): unknown => child(node, 'id')?.value;

/** Line of an offset; asked in rising order it reads the text once. */
function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return offset => {
    if (offset < at) {
      at = 0;
      line = 1;
    }
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1;
      line += 1;
    }
    return line;
  };
}

export interface MistakeView {
  readonly line: number;
  readonly column: number;
  readonly warning: boolean;
  readonly text: string;
  /** The line of the file around the place: what stands before it, and the rest. */
  readonly lead: string;
  readonly rest: string;
}

export function mistakeView(error: RuleError, lang: Lang): MistakeView {
  const { line, column, severity, text, excerpt } = error;
  return { line, column, warning: severity === 'warning', text: text[lang], ...excerpt };
}

/** A mistake for a terminal: where and what in one line, then the line of the file with a mark under the place. */
export function mistakeLines(error: RuleError, lang: Lang): string[] {
  const { lead, rest } = error.excerpt;
  const said = formatRuleError(error, lang);
  return lead === '' && rest === '' ? [said] : [said, `    ${lead}${rest}`, `    ${' '.repeat(cellWidth(lead))}^`];
}
