/** Finds every phrase of a rule file, tells each mistake at its own place in the file, and compiles each phrase once. */
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';
import { nearest, pathOf } from './errors.ts';
import { type Node, parsePhrase, parseTerm } from './grammar.ts';
import { type compilePhrases, PhraseError, type PhraseList, phraseList, type Terms } from './phrase.ts';
import type { RuleSetFile } from './schema.ts';

export type ReportMistake = (offset: number, path: string, message: Bilingual, severity?: 'error' | 'warning') => void;

export interface CompiledPhrases {
  readonly phrases: PhraseList;
  readonly phraseIds: ReadonlyMap<string, number>;
}

/** Of phrases that `checkPhrases` let pass. */
export function compileSources(
  sources: readonly string[],
  terms: Terms,
  compile?: typeof compilePhrases,
): CompiledPhrases {
  return {
    phrases: phraseList(sources, terms, compile),
    phraseIds: new Map(sources.map((phrase, index) => [phrase, index])),
  };
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
  'under',
  'after',
  'subject',
  'form',
  'exceptSubject',
]);

type Path = readonly (string | number)[];

/** The phrases of requirements and powers; null where one breaks the grammar, after every mistake was reported. */
export function checkPhrases(value: RuleSetFile, root: JsonNode, report: ReportMistake): readonly string[] | null {
  const given = value.terms ?? {};
  const own = ownPhrases(value);
  const genre = genrePhrases(value);

  const said = namesSaid([...own.keys(), ...genre.keys(), ...Object.values(given).flat()]);
  const wrong = misnamed(given, said);
  const meant = Object.fromEntries(wrong.map(({ name, near }) => [near, given[name] ?? []]));
  const terms = wrong.length === 0 ? given : { ...given, ...meant };
  for (const { name, near } of wrong) {
    report(placeOfTerm(root, name), `terms.${name}`, fillBoth(words.termMeant, { name, near }));
  }

  let sound = wrong.length === 0;
  const brokenMembers = new Set<string>();
  const attempt = (phrase: string, at: Path, parse: () => unknown): void => {
    const start = (): number => (findNodeAtLocation(root, [...at]) ?? root).offset + 1;
    const copied = copiedMark(phrase, given);
    const lone = copied === null ? loneBracket(phrase) : null;
    if (copied !== null) report(start() + copied.at, pathOf(at), copied.text, 'warning');
    if (lone !== null) {
      const text = fillBoth(words.loneBracket, { phrase, bracket: lone.text });
      report(start() + lone.at, pathOf(at), text, 'warning');
    }
    try {
      parse();
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      sound = false;
      // A broken member of a term list was told where it stands, not where the list is used.
      if (error.phrase !== phrase && brokenMembers.has(error.phrase)) return;
      if (at[0] === 'terms') brokenMembers.add(phrase);
      // The mistake may be in the title of a <doc …> inside the phrase, or in a term that is fine by itself.
      const inside = Math.max(0, phrase.indexOf(error.phrase));
      report(start() + inside + (phrase.includes(error.phrase) ? error.at : 0), pathOf(at), error.text);
    }
  };
  for (const [name, list] of Object.entries(given)) {
    for (const [index, phrase] of list.entries())
      attempt(phrase, ['terms', name, index], () => parseTerm(phrase, terms));
  }
  for (const [phrase, at] of [...own, ...genre]) attempt(phrase, at, () => parsePhrase(phrase, terms));
  if (!sound) return null;
  let pieces = 0;
  for (const [phrase, at] of [...own, ...genre]) {
    pieces += piecesOf(parsePhrase(phrase, terms));
    if (pieces <= mostPieces) continue;
    const { offset } = findNodeAtLocation(root, [...at]) ?? root;
    report(offset, pathOf(at), fillBoth(words.tooManyPhrases, { found: mostPieces, most: mostPieces }));
    return null;
  }
  return [...own.keys()];
}

/** Names of the term lists that no phrase uses; an empty one is there to be filled. */
export function unusedTerms(value: RuleSetFile): readonly string[] {
  const terms = value.terms ?? {};
  const said = new Set(
    namesSaid([...ownPhrases(value).keys(), ...genrePhrases(value).keys(), ...Object.values(terms).flat()]),
  );
  return Object.entries(terms).flatMap(([name, list]) => (said.has(name) || list.length === 0 ? [] : [name]));
}

/** Warns of unused lists, of those that the file itself has: `own` is its text, without what it builds on. */
export function reportUnusedTerms(value: RuleSetFile, own: JsonNode, report: ReportMistake): void {
  for (const name of unusedTerms(value)) {
    if (findNodeAtLocation(own, ['terms', name]) === undefined) continue;
    report(placeOfTerm(own, name), `terms.${name}`, fillBoth(words.termUnused, { name }), 'warning');
  }
}

/** Where the name of a term list stands. */
function placeOfTerm(root: JsonNode, name: string): number {
  return findNodeAtLocation(root, ['terms', name])?.parent?.children?.[0]?.offset ?? root.offset;
}

/** The phrases by which reports and their parts are told. */
function genrePhrases(value: RuleSetFile): ReadonlyMap<string, Path> {
  const genre = new Map<string, Path>();
  collect(value.recognise, ['recognise'], false, genre);
  collect(value.zones, ['zones'], false, genre);
  return genre;
}

/** The phrases of requirements and powers, each with the first place where it stands. */
export function ownPhrases(value: RuleSetFile): ReadonlyMap<string, Path> {
  const own = new Map<string, Path>();
  value.groups.forEach((group, g) => {
    collect(group.requirements, ['groups', g, 'requirements'], false, own);
  });
  collect(value.powers ?? {}, ['powers'], false, own);
  return own;
}

/** The names of term lists that phrases say, each as often as it is said. */
function namesSaid(phrases: readonly string[]): readonly string[] {
  const using = phrases.filter(phrase => /[{｛]/.test(phrase));
  return using.flatMap(phrase => [...phrase.matchAll(/[{｛]([^}｝]*)[}｝]/g)].map(found => found[1] ?? ''));
}

/** Lists whose name no phrase says, where phrases say again and again one that is not there: the name of the list is wrong. */
function misnamed(terms: Terms, said: readonly string[]): { readonly name: string; readonly near: string }[] {
  const lost = [...new Set(said.filter((name, index) => terms[name] === undefined && said.indexOf(name) !== index))];
  return Object.keys(terms).flatMap(name => {
    const near = said.includes(name) ? null : nearest(name, lost);
    return near === null ? [] : [{ name, near }];
  });
}

/** The phrases below a value of a rule file, such as one requirement, each once. */
export function phrasesIn(value: unknown): readonly string[] {
  const found = new Map<string, Path>();
  collect(value, [], false, found);
  return [...found.keys()];
}

/** Pieces of all phrases of a rule file; the shipped one has a twentieth of them. */
const mostPieces = 400_000;

/** Phrases keep their nodes from one version of a file to the next. */
const counted = new WeakMap<readonly Node[], number>();

/** Pieces of a phrase with its term lists put in. */
function piecesOf(nodes: readonly Node[]): number {
  const known = counted.get(nodes);
  if (known !== undefined) return known;
  let pieces = 0;
  for (const node of nodes) {
    pieces += 1;
    if (node.type === 'choice') for (const option of node.options) pieces += piecesOf(option);
  }
  counted.set(nodes, pieces);
  return pieces;
}

/** A ( ) that offers no choice, mostly meant as the bracket of the report; 「」 are left aside. */
function loneBracket(phrase: string): { readonly at: number; readonly text: string } | null {
  const bare = phrase.replace(/「[^」]*」/g, raw => '\0'.repeat(raw.length));
  const found = /[(（][^()（）|｜\0]*[)）]/.exec(bare);
  return found === null ? null : { at: found.index, text: found[0] };
}

/** Marks by which pages and `rules explain` show a phrase, taken over into one: (机关/部门), 〔顾问〕. */
function copiedMark(phrase: string, terms: Terms): { readonly at: number; readonly text: Bilingual } | null {
  if (!/[/〔]/.test(phrase)) return null;
  const bare = phrase.replace(/「[^」]*」|[<＜][^>＞]*[>＞]/g, raw => '\0'.repeat(raw.length));
  const choice = /[([（［][^()[\]（）［］|｜]*[^\s()[\]（）［］|｜]\/[^()[\]（）［］|｜]+[)\]）］]/.exec(bare);
  if (choice !== null) {
    const said = phrase.slice(choice.index, choice.index + choice[0].length);
    const written = said.replaceAll('/', '|');
    return { at: choice.index, text: fillBoth(words.slashInBrackets, { phrase, written }) };
  }
  const term = /〔([^〔〕]+)〕/.exec(bare);
  const name = term?.[1] ?? '';
  if (term === null || terms[name] === undefined) return null;
  return { at: term.index, text: fillBoth(words.termInBrackets, { phrase, name, written: `{${name}}` }) };
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
