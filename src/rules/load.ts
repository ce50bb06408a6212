/** From the text of a rule file to a rule set ready for use, or to the list of its mistakes. */
import { createHash } from 'node:crypto';
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { type Bilingual, fill, fillBoth } from '../words/bilingual.ts';
import { extendErrors, ruleErrors as words } from '../words/rules.ts';
import {
  checkPhrases,
  compileSources,
  ownPhrases,
  type ReportMistake,
  reportUnusedTerms,
  unusedTerms,
} from './compile.ts';
import { placeAt, type RuleError } from './errors.ts';
import { asBase, isOutside, layOver, misspeltExtends, pathOfBase, type ReadRuleFile } from './extend.ts';
import { mostCharacters, whyNoRules } from './foreign.ts';
import { keptPhrases } from './kept-lists.ts';
import type { PhraseList, Terms } from './phrase.ts';
import { plainJson } from './plain.ts';
import { readJson } from './recover.ts';
import { reportReferences } from './references.ts';
import type { Requirement, RuleSetFile } from './schema.ts';
import { reportFile, reportRequirements } from './schema-check.ts';
import type { Genre, Power, Tier } from './types.ts';
import { uniform } from './uniform.ts';

/** A requirement with its group, its tier in the code's words, ready for assessing. */
export type RuledRequirement = Requirement & { readonly group: string; readonly tier: Tier };

export interface RuleSet {
  readonly id: string;
  readonly version: string;
  /** Of the file's bytes as UTF-8; of a file that builds on another, of both. */
  readonly sha256: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly notes: readonly Bilingual[];
  readonly genre: Genre;
  readonly terms: Terms;
  readonly sources: RuleSetFile['sources'];
  readonly powers: Readonly<Partial<Record<Power, NonNullable<RuleSetFile['powers']>[string]>>>;
  readonly groups: readonly { readonly id: string; readonly title: Bilingual; readonly note: Bilingual | null }[];
  readonly requirements: readonly RuledRequirement[];
  readonly outcomes: RuleSetFile['outcomes'];
  /** Every phrase of every requirement, compiled once. */
  readonly phrases: PhraseList;
  readonly phraseIds: ReadonlyMap<string, number>;
}

/** Files that were found without errors before, as whoever keeps such things tells: form and phrases are not checked again. */
export interface SoundFiles {
  /** The warnings that this text gave under this name; null where it is not known. */
  warningsOf(file: string, sha256: string): readonly RuleError[] | null;
  keepSound(file: string, sha256: string, warnings: readonly RuleError[]): void;
}

const noneKnown: SoundFiles = { warningsOf: () => null, keepSound: () => {} };

export interface Loaded {
  readonly ruleSet: RuleSet | null;
  readonly errors: readonly RuleError[];
  /** Files that this one builds on, the nearest first, those that were not found included. */
  readonly bases: readonly string[];
}

/** Reads, checks and compiles. Errors are values: a file with mistakes gives a null rule set and every mistake found. */
export function loadRuleSet(
  source: string,
  file: string,
  readFile: ReadRuleFile = () => null,
  sound: SoundFiles = noneKnown,
): Loaded {
  const { value, phrases, sha256, errors, bases } =
    soundFile(source, file, sound) ?? checkFile(source, file, readFile, [], sound);
  if (value === null) return { ruleSet: null, errors, bases };
  sound.keepSound(file, sha256, errors);
  const terms = value.terms ?? {};
  const requirements = value.groups.flatMap(group =>
    group.requirements
      .filter(requirement => requirement.enabled !== false)
      .map(requirement => uniform({ ...requirement, group: group.id, tier: tierOf(requirement.tier) })),
  );
  return {
    errors,
    bases,
    ruleSet: {
      id: value.id,
      version: value.version,
      sha256,
      file,
      title: bilingual(value.title),
      notes: (value.notes ?? []).map(bilingual),
      genre: { name: genreName(value), recognise: value.recognise, zones: value.zones },
      terms,
      sources: value.sources,
      powers: (value.powers ?? {}) as RuleSet['powers'],
      groups: value.groups.map(group => ({
        id: group.id,
        title: bilingual(group.title),
        note: group.note === undefined ? null : bilingual(group.note),
      })),
      requirements,
      outcomes: value.outcomes,
      ...compileSources(phrases, terms, keptPhrases),
    },
  };
}

/** 法治政府建设年度报告审核标准 is the name of the rules; the report is called without its last words. */
function genreName({ recognise, title }: RuleSetFile): Bilingual {
  const { zh, en } = bilingual(recognise.name ?? title);
  return { zh: zh.replace(/审核标准$/, ''), en };
}

interface Checked {
  /** Null when there are errors; what it builds on is then in it. */
  readonly value: RuleSetFile | null;
  readonly root: JsonNode | null;
  readonly phrases: readonly string[];
  readonly sha256: string;
  readonly errors: readonly RuleError[];
  readonly bases: readonly string[];
}

/** A sound file of plain JSON that builds on no other, without the places of its values; null for any of which something is to be told. */
function soundFile(source: string, file: string, sound: SoundFiles): Checked | null {
  const text = withoutMark(source);
  if (text.length > mostCharacters) return null;
  const value = plainJson(text) as RuleSetFile | null;
  if (value === null || 'extends' in value) return null;
  const sha256 = sha256Of(source);
  const known = sound.warningsOf(file, sha256);
  const phrases = known === null ? soundPhrases(value, text) : [...ownPhrases(value).keys()];
  return phrases === null ? null : { value, root: null, phrases, sha256, errors: known ?? [], bases: [] };
}

/** The phrases of a value; null where there is anything to tell, for which its places are needed. */
function soundPhrases(value: RuleSetFile, text: string): readonly string[] | null {
  const told = new Error('something to tell');
  const nowhere: JsonNode = { type: 'object', offset: 0, length: 0 };
  try {
    const phrases = phrasesOf(value, nowhere, text, () => {
      throw told;
    });
    return unusedTerms(value).length > 0 ? null : phrases;
  } catch (error) {
    if (error === told) return null;
    throw error;
  }
}

const withoutMark = (source: string): string => (source.startsWith('\uFEFF') ? source.slice(1) : source);

/** `above` are the files that led here by `extends`, the first one first. */
function checkFile(
  source: string,
  file: string,
  readFile: ReadRuleFile,
  above: readonly string[],
  sound: SoundFiles,
): Checked {
  const text = withoutMark(source);
  const errors: RuleError[] = [];
  const bases: string[] = [];
  let sha256 = sha256Of(source);
  let extendsAt = 0;
  /** So many of the errors are of the writing. */
  let written = 0;
  const report = (offset: number, path: string, message: Bilingual, severity: 'error' | 'warning' = 'error') => {
    // A warning about the base was given when the base itself was checked.
    if (isOutside(offset) && severity === 'warning') return;
    const place = placeAt(text, isOutside(offset) ? extendsAt : offset);
    errors.push({ file, ...place, severity, path, text: message });
  };
  // What is wrong with the writing comes first: the rest may come of it.
  const inOrder = (): RuleError[] => {
    const rank = (error: RuleError): number => (errors.indexOf(error) < written ? 0 : 1);
    const places = new Map(errors.toReversed().map(error => [`${error.line}:${error.column}`, error]));
    return [...places.values()].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
  };
  const failed = (): Checked => ({ value: null, root: null, phrases: [], sha256, errors: inOrder(), bases });

  const foreign = whyNoRules(text);
  if (foreign !== null) {
    report(foreign.offset, '', foreign.text);
    return failed();
  }
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) report(lost, '', words.unreadable);
  const { tree: own, mistakes: syntax } = readJson(text);
  for (const mistake of syntax) report(mistake.offset, '', mistake.text);
  written = errors.length;
  if (own === null) {
    if (errors.length === 0) report(0, '', words.empty);
    return failed();
  }
  reportDuplicateKeys(own, report);
  const misspelt = misspeltExtends(own);
  if (misspelt !== null) {
    report(misspelt.offset, '', misspelt.text);
    return failed();
  }
  let root = own;
  const named = own.type === 'object' ? findNodeAtLocation(own, ['extends']) : undefined;
  if (named !== undefined) {
    extendsAt = named.offset;
    const base = checkBase(named, file, readFile, above, sound);
    bases.push(...base.bases);
    for (const message of base.mistakes) report(extendsAt, 'extends', message);
    if (base.root === null) return failed();
    sha256 = sha256Of(`${source}\0${base.sha256}`);
    const laid = layOver(asBase(base.root), own, text);
    for (const mistake of laid.mistakes) report(mistake.offset, 'groups', mistake.text);
    if (laid.mistakes.length > 0) return failed();
    root = laid.tree;
  }
  const value = plainValue(root) as RuleSetFile;
  const known = sound.warningsOf(file, sha256);
  if (known !== null) return { value, root, phrases: [...ownPhrases(value).keys()], sha256, errors: known, bases };
  const phrases = phrasesOf(value, root, text, report);
  if (errors.some(error => error.severity === 'error') || phrases === null) return failed();
  reportUnusedTerms(value, own, report);
  return { value, root, phrases, sha256, errors: inOrder(), bases };
}

/** The phrases of a value of which all is checked; null where one may not be found, after every mistake was reported. */
function phrasesOf(value: RuleSetFile, root: JsonNode, text: string, report: ReportMistake): readonly string[] | null {
  reportMisplaced(value, root, report);
  let shaped = true;
  reportFile(value, root, (offset, path, message, severity) => {
    if (shapesAll.test(path)) shaped = false;
    report(offset, path, message, severity);
  });
  const wrong = reportRequirements(value, root, report);
  if (!shaped) return null;
  reportReferences(value, text, root, wrong, report);
  return checkPhrases(value, root, report);
}

/** A requirement pasted among the groups; what the schema would say of it is taken away by making an empty group of it. */
function reportMisplaced(value: { groups?: unknown } | null, root: JsonNode, report: ReportMistake): void {
  if (!Array.isArray(value?.groups)) return;
  for (const [g, group] of value.groups.entries()) {
    if (group === null || typeof group !== 'object' || !('kind' in group) || 'requirements' in group) continue;
    const { offset } = findNodeAtLocation(root, ['groups', g]) ?? root;
    report(offset, `groups[${g}]`, words.misplaced);
    value.groups[g] = { id: 'misplaced', title: '……', requirements: [] };
  }
}

/** Parts without which nothing can be said of phrases and of what names other places of the file. */
const shapesAll = /^(?:$|groups|terms|sources|powers|recognise|zones)/;

interface Base {
  readonly root: JsonNode | null;
  readonly sha256: string;
  readonly bases: readonly string[];
  readonly mistakes: readonly Bilingual[];
}

/** The file that `extends` names, checked like any other; its mistakes are told with its own places. */
function checkBase(
  named: JsonNode,
  file: string,
  readFile: ReadRuleFile,
  above: readonly string[],
  sound: SoundFiles,
): Base {
  const none = { root: null, sha256: '', bases: [] };
  const path = typeof named.value === 'string' ? pathOfBase(file, named.value) : null;
  if (path === null) return { ...none, mistakes: [extendErrors.notRelative] };
  const chain = [...above, pathOfBase('', file) ?? file];
  if (chain.includes(path)) {
    const circle = [...chain.slice(chain.indexOf(path)), path].join(' → ');
    return { ...none, mistakes: [fillBoth(extendErrors.circle, { chain: circle })] };
  }
  const source = readFile(path);
  if (source === null) return { ...none, bases: [path], mistakes: [fillBoth(extendErrors.missing, { path })] };
  const checked = checkFile(source, path, readFile, chain, sound);
  const mistakes = checked.errors
    .filter(error => error.severity === 'error')
    .slice(0, mostTold)
    .map(error => {
      const where = `${error.file}:${error.line}:${error.column}`;
      const put = (lang: 'zh' | 'en') => fill(extendErrors.brokenBase[lang], { where, text: error.text[lang] });
      return { zh: put('zh'), en: put('en') };
    });
  return { root: checked.root, sha256: checked.sha256, bases: [path, ...checked.bases], mistakes };
}

/** So many mistakes of a base are told in the file that builds on it; the base itself tells them all. */
const mostTold = 3;

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export function bilingual(text: string | { readonly zh: string; readonly en?: string }): Bilingual {
  return typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en ?? text.zh };
}

const tierWords: Readonly<Record<string, Tier>> = { 必报: 'mandatory', 应写: 'expected', 选写: 'optional' };
export const tierOf = (word: string): Tier => tierWords[word] ?? (word as Tier);

/** The plain value of a tree, so that comments cost nothing and duplicate keys were seen before. */
function plainValue(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type === 'object') {
    return Object.fromEntries(
      (node.children ?? []).flatMap(property => {
        const [key, value] = property.children ?? [];
        return key === undefined || value === undefined ? [] : [[String(key.value), plainValue(value)]];
      }),
    );
  }
  return node.value;
}

function reportDuplicateKeys(node: JsonNode, report: ReportMistake): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      if (key === undefined) continue;
      if (seen.has(String(key.value)))
        report(key.offset, String(key.value), fillBoth(words.duplicateKey, { key: String(key.value) }));
      seen.add(String(key.value));
    }
  }
  for (const child of node.children ?? []) reportDuplicateKeys(child, report);
}
