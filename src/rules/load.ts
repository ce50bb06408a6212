/** From the text of a rule file to a rule set ready for use, or to the list of its mistakes. */
import { createHash } from 'node:crypto';
import { Ajv, type ValidateFunction } from 'ajv';
import {
  findNodeAtLocation,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Bilingual } from '../words/bilingual.ts';
import { fill } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';
import { compileFile, type ReportMistake } from './compile.ts';
import { explain, lineAndColumn, pathOf, type RuleError } from './errors.ts';
import type { PhraseList, Terms } from './phrase.ts';
import { type Requirement, type RuleSetFile, requirementSchemas, ruleSetSchema } from './schema.ts';
import type { Genre, Power, Tier } from './types.ts';

/** A requirement with its group, its tier in the code's words, ready for assessing. */
export type RuledRequirement = Requirement & { readonly group: string; readonly tier: Tier };

export interface RuleSet {
  readonly id: string;
  readonly version: string;
  /** Of the file's bytes as UTF-8. */
  readonly sha256: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly notes: readonly Bilingual[];
  readonly genre: Genre;
  readonly terms: Terms;
  readonly sources: RuleSetFile['sources'];
  readonly powers: Readonly<
    Partial<Record<Power, { readonly levels: readonly string[]; readonly any: readonly string[] }>>
  >;
  readonly groups: readonly { readonly id: string; readonly title: Bilingual; readonly note: Bilingual | null }[];
  readonly requirements: readonly RuledRequirement[];
  readonly outcomes: RuleSetFile['outcomes'];
  /** Every phrase of every requirement, compiled once. */
  readonly phrases: PhraseList;
  readonly phraseIds: ReadonlyMap<string, number>;
}

export interface Loaded {
  readonly ruleSet: RuleSet | null;
  readonly errors: readonly RuleError[];
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, discriminator: true });
let validators: { file: ValidateFunction; kinds: Map<string, ValidateFunction> } | undefined;

function compiledSchemas(): { file: ValidateFunction; kinds: Map<string, ValidateFunction> } {
  if (validators === undefined) {
    // Requirements are checked apart, each against its own kind: a union would report one mistake once a kind.
    const loose = structuredClone(ruleSetSchema) as unknown as {
      properties: { groups: { items: { properties: { requirements: { items: unknown } } } } };
    };
    loose.properties.groups.items.properties.requirements.items = { type: 'object' };
    validators = {
      file: ajv.compile(loose),
      kinds: new Map(Object.entries(requirementSchemas).map(([kind, schema]) => [kind, ajv.compile(schema)])),
    };
  }
  return validators;
}

/** Reads, checks and compiles. Errors are values: a file with mistakes gives a null rule set and every mistake found. */
export function loadRuleSet(source: string, file: string): Loaded {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const errors: RuleError[] = [];
  const report = (offset: number, path: string, message: Bilingual, severity: 'error' | 'warning' = 'error') =>
    errors.push({ file, ...lineAndColumn(text, offset), severity, path, text: message });
  const failed = (): Loaded => ({ ruleSet: null, errors });

  if (text.trim() === '') {
    report(0, '', words.empty);
    return failed();
  }
  const syntax: ParseError[] = [];
  const root = parseTree(text, syntax, { allowTrailingComma: true, disallowComments: false });
  if (syntax.length > 0 || root === undefined) {
    const first = syntax[0];
    const offset = first?.offset ?? 0;
    report(offset, '', syntaxMessage(text, offset, first === undefined ? '' : printParseErrorCode(first.error)));
    return failed();
  }
  reportDuplicateKeys(root, report);
  const value = plainValue(root) as RuleSetFile;
  const schemas = compiledSchemas();
  reportSchema(schemas.file, value, root, [], report);
  if (errors.length > 0) return failed();

  value.groups.forEach((group, g) => {
    group.requirements.forEach((requirement, r) => {
      const at = ['groups', g, 'requirements', r];
      const check = schemas.kinds.get(requirement.kind);
      if (check === undefined) {
        const node = findNodeAtLocation(root, [...at, 'kind']) ?? findNodeAtLocation(root, at) ?? root;
        report(
          node.offset,
          pathOf(at),
          fillBoth(words.unknownKind, { path: pathOf(at), value: JSON.stringify(requirement.kind) ?? '—' }),
        );
      } else reportSchema(check, requirement, root, at, report);
    });
  });
  if (errors.length > 0) return failed();
  reportReferences(value, root, report);
  const compiled = compileFile(value, root, report);
  if (errors.some(error => error.severity === 'error') || compiled === null) return failed();

  const requirements = value.groups.flatMap(group =>
    group.requirements
      .filter(requirement => requirement.enabled !== false)
      .map(requirement => ({ ...requirement, group: group.id, tier: tierOf(requirement.tier) })),
  );
  return {
    errors,
    ruleSet: {
      id: value.id,
      version: value.version,
      sha256: createHash('sha256').update(source, 'utf8').digest('hex'),
      file,
      title: bilingual(value.title),
      notes: (value.notes ?? []).map(bilingual),
      genre: { recognise: value.recognise, zones: value.zones },
      terms: value.terms ?? {},
      sources: value.sources,
      powers: (value.powers ?? {}) as RuleSet['powers'],
      groups: value.groups.map(group => ({
        id: group.id,
        title: bilingual(group.title),
        note: group.note === undefined ? null : bilingual(group.note),
      })),
      requirements,
      outcomes: value.outcomes,
      ...compiled,
    },
  };
}

export function bilingual(text: string | { readonly zh: string; readonly en?: string }): Bilingual {
  return typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en ?? text.zh };
}

const tierWords: Readonly<Record<string, Tier>> = { 必报: 'mandatory', 应写: 'expected', 选写: 'optional' };
export const tierOf = (word: string): Tier => tierWords[word] ?? (word as Tier);

const fillBoth = (text: Bilingual, values: Record<string, string | number>): Bilingual => ({
  zh: fill(text.zh, values),
  en: fill(text.en, values),
});

const plainMarks: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '“': '"',
  '”': '"',
  '；': ',',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '、': ',',
};

function syntaxMessage(text: string, offset: number, code: string): Bilingual {
  const mark = text[offset] ?? '';
  const plain = plainMarks[mark];
  if (plain !== undefined) return fillBoth(words.chinesePunctuation, { mark, plain });
  return fillBoth(words.syntax, { detail: code });
}

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

function reportSchema(
  check: ValidateFunction,
  value: unknown,
  root: JsonNode,
  base: (string | number)[],
  report: ReportMistake,
): void {
  if (check(value)) return;
  const told = new Set<string>();
  for (const error of check.errors ?? []) {
    if (error.schemaPath.includes('/anyOf/') && error.keyword !== 'additionalProperties') continue;
    const explained = explain(error, root, base);
    if (explained === null) continue;
    const key = `${explained.offset}`;
    if (told.has(key)) continue;
    told.add(key);
    report(explained.offset, explained.path, explained.text);
  }
}

function reportReferences(value: RuleSetFile, root: JsonNode, report: ReportMistake): void {
  const ids = new Map<string, number>();
  const all = value.groups.flatMap((group, g) =>
    group.requirements.map((requirement, r) => ({ requirement, at: ['groups', g, 'requirements', r] })),
  );
  const offsetOf = (at: (string | number)[]) => (findNodeAtLocation(root, at) ?? root).offset;
  for (const { requirement, at } of all) {
    const offset = offsetOf([...at, 'id']);
    const earlier = ids.get(requirement.id);
    if (earlier !== undefined)
      report(offset, pathOf(at), fillBoth(words.duplicateId, { id: requirement.id, line: earlier }));
    ids.set(requirement.id, offset);
    requirement.basis?.forEach((basis, b) => {
      if (value.sources[basis.source] === undefined) {
        const place = [...at, 'basis', b, 'source'];
        report(
          offsetOf(place),
          pathOf(place),
          fillBoth(words.unknownSource, { path: pathOf(place), source: basis.source }),
        );
      }
    });
    if (
      requirement.kind === 'statement' &&
      !requirement.any &&
      !requirement.by &&
      !requirement.with &&
      !requirement.or
    ) {
      report(offsetOf(at), pathOf(at), fillBoth(words.needsAny, { path: pathOf(at) }));
    }
  }
  for (const { requirement, at } of all) {
    if (requirement.kind !== 'part') continue;
    requirement.facts?.of.forEach((id, f) => {
      const place = [...at, 'facts', 'of', f];
      if (!ids.has(id))
        report(offsetOf(place), pathOf(place), fillBoth(words.unknownFact, { path: pathOf(place), id }), 'warning');
    });
  }
}
