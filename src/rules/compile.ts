/** Compiles every phrase of a rule file, each once, and tells each mistake at its own place in the file. */
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import type { Bilingual } from '../words/bilingual.ts';
import { pathOf } from './errors.ts';
import { parseTerm } from './grammar.ts';
import { compilePhrases, PhraseError, type PhraseList } from './phrase.ts';
import type { RuleSetFile } from './schema.ts';

export type ReportMistake = (offset: number, path: string, message: Bilingual, severity?: 'error' | 'warning') => void;

export interface CompiledPhrases {
  readonly phrases: PhraseList;
  readonly phraseIds: ReadonlyMap<string, number>;
}

/** Keys whose strings are phrases. `zones` and other lists of words are not among them. */
const phraseKeys = new Set([
  'any',
  'by',
  'and',
  'not',
  'of',
  'zero',
  'partial',
  'about',
  'headings',
  'cues',
  'unless',
  'exceptSubject',
]);

type Path = readonly (string | number)[];

/** The phrases of requirements and powers, compiled; null where one breaks the grammar, after every mistake was reported. */
export function compileFile(value: RuleSetFile, root: JsonNode, report: ReportMistake): CompiledPhrases | null {
  const terms = value.terms ?? {};
  const own = new Map<string, Path>();
  value.groups.forEach((group, g) => {
    collect(group.requirements, ['groups', g, 'requirements'], false, own);
  });
  collect(value.powers ?? {}, ['powers'], false, own);
  const genre = new Map<string, Path>();
  collect(value.recognise, ['recognise'], false, genre);
  collect(value.zones, ['zones'], false, genre);

  let sound = true;
  const attempt = (at: Path, parse: () => unknown): void => {
    try {
      parse();
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      sound = false;
      const node = findNodeAtLocation(root, [...at]) ?? root;
      report(node.offset + 1 + error.at, pathOf(at), error.text);
    }
  };
  for (const [phrase, at] of [...own, ...genre]) attempt(at, () => compilePhrases([phrase], terms));
  for (const [name, list] of Object.entries(terms)) {
    for (const [index, phrase] of list.entries()) attempt(['terms', name, index], () => parseTerm(phrase, terms));
  }
  if (!sound) return null;
  const sources = [...own.keys()];
  return {
    phrases: compilePhrases(sources, terms),
    phraseIds: new Map(sources.map((phrase, index) => [phrase, index])),
  };
}

/** Every phrase that one requirement names. */
export function phrasesBelow(value: unknown): string[] {
  const found = new Map<string, Path>();
  collect(value, [], false, found);
  return [...found.keys()];
}

/** Phrases below a value, each with the first place where it stands. */
function collect(node: unknown, at: Path, inPhrases: boolean, found: Map<string, Path>): void {
  if (typeof node === 'string') {
    if (inPhrases && !found.has(node)) found.set(node, at);
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) collect(item, [...at, index], inPhrases, found);
  } else if (node !== null && typeof node === 'object') {
    for (const [key, item] of Object.entries(node)) {
      if (key === 'examples' || key.startsWith('x-')) continue;
      collect(item, [...at, key], phraseKeys.has(key) && Array.isArray(item), found);
    }
  }
}
