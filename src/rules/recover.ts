/** Reads a rule file that is no good JSON as far as possible: each mistake once, reading on as if what is said were written. */
import { type Node as JsonNode, type ParseError, parseTree } from 'jsonc-parser';
import { fillBoth } from '../words/bilingual.ts';
import { syntaxErrors as words } from '../words/rules.ts';
import { lineAndColumn } from './errors.ts';
import { explainSyntax, type Fix, type SyntaxMistake } from './syntax.ts';

export interface Recovered {
  /** Offsets are those of the text as given. Null where reading stopped before the end. */
  readonly tree: JsonNode | null;
  readonly mistakes: readonly SyntaxMistake[];
}

/** More are not looked for: then something else is wrong with the file than its punctuation. */
const mostMistakes = 20;

export function readJson(text: string): Recovered {
  const mistakes: SyntaxMistake[] = [];
  const fixes: Fix[] = [];
  let current = text;
  let reached = -1;
  for (;;) {
    const found: ParseError[] = [];
    const tree = parseTree(current, found, { allowTrailingComma: true, disallowComments: false });
    const [first] = found;
    if (first === undefined && tree !== undefined)
      return { tree: fixes.length === 0 ? tree : placedIn(tree, fixes), mistakes };
    if (first === undefined) return { tree: null, mistakes };
    if (mistakes.length >= mostMistakes) {
      const rest = { offset: originalOf(first.offset, fixes), text: words.more, fix: null };
      return { tree: null, mistakes: [...mistakes, rest] };
    }
    // What stops reading where it stopped before, or earlier, is the echo of a mistake that was taken for another.
    if (first.offset < reached) return { tree: null, mistakes };
    const mistake = explainSyntax(current, first);
    const open = breaksOff(current, mistake.offset);
    if (open !== null) {
      const text = fillBoth(words.cutOff, { n: open });
      return { tree: null, mistakes: [...mistakes, { offset: originalOf(mistake.offset, fixes), text, fix: null }] };
    }
    const told = { ...mistake, offset: originalOf(mistake.offset, fixes) };
    if (isEcho(text, told, mistakes.at(-1))) return { tree: null, mistakes };
    mistakes.push(told);
    const { fix } = mistake;
    if (fix === null) return { tree: null, mistakes };
    current = current.slice(0, fix.at) + fix.put + current.slice(fix.at + fix.remove);
    reached = fix.at;
    fixes.push(fix);
  }
}

/** On one line another mistake may follow a wrong mark; after anything else it comes of the mistake before. */
function isEcho(text: string, mistake: SyntaxMistake, before: SyntaxMistake | undefined): boolean {
  if (before === undefined) return false;
  if (mistake.offset === before.offset) return true;
  if (before.fix?.remove === 1 && before.fix.put.length === 1) return false;
  return lineAndColumn(text, mistake.offset).line === lineAndColumn(text, before.offset).line;
}

/** An offset of the text after the fixes, as one of the text before them. */
function originalOf(offset: number, fixes: readonly Fix[]): number {
  let place = offset;
  for (const { at, remove, put } of fixes.toReversed()) {
    if (place >= at + put.length) place += remove - put.length;
    else if (place > at) place = at;
  }
  return place;
}

const placedIn = (node: JsonNode, fixes: readonly Fix[]): JsonNode => ({
  ...node,
  offset: originalOf(node.offset, fixes),
  ...(node.children && { children: node.children.map(child => placedIn(child, fixes)) }),
});

/** Fewer open brackets at the end were more likely forgotten. */
const fewestCut = 3;

/** How many brackets stay open where a mistake on the last line ends the text in the middle; null where it is another mistake. */
function breaksOff(text: string, offset: number): number | null {
  const end = text.trimEnd();
  if (end.endsWith('}') || end.slice(offset).includes('\n')) return null;
  let depth = 0;
  for (const [piece] of end.matchAll(brackets))
    depth += /[[{]/.test(piece[0] ?? '') ? 1 : /[\]}]/.test(piece[0] ?? '') ? -1 : 0;
  return depth >= fewestCut ? depth : null;
}

/** Texts and comments, in which brackets do not count, and brackets. */
const brackets = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|[[{]|[\]}]/g;

/** Where brackets outside texts stand more than `most` deep; null where they do not. Reading them would take the stack. */
export function tooDeepAt(text: string, most: number): number | null {
  let depth = 0;
  const pieces = new RegExp(brackets);
  for (let piece = pieces.exec(text); piece !== null; piece = pieces.exec(text)) {
    if (piece[0] === '[' || piece[0] === '{') depth += 1;
    else if (piece[0] === ']' || piece[0] === '}') depth = Math.max(0, depth - 1);
    if (depth > most) return piece.index;
  }
  return null;
}
