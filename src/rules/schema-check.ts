/** Checks the value of a rule file against its JSON Schema: the file as a whole, and each requirement against its kind. */
import { Ajv, type ValidateFunction } from 'ajv';
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { ruleErrors as words } from '../words/rules.ts';
import type { ReportMistake } from './compile.ts';
import { explainAll, nearest, pathOf, tellAt } from './errors.ts';
import { requirementSchemas, ruleSetSchema } from './schema.ts';

// To make the checks shorter takes as long as to write them, and they run no faster.
const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, discriminator: true, code: { optimize: false } });
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

/** What the schema says of the file, its requirements left out. */
export function reportFile(value: unknown, root: JsonNode, report: ReportMistake): void {
  reportSchema(compiledSchemas().file, value, root, [], report);
}

/** Checks each requirement against the schema of its kind; gives those that break it. */
export function reportRequirements(value: unknown, root: JsonNode, report: ReportMistake): ReadonlySet<unknown> {
  const { kinds } = compiledSchemas();
  const wrong = new Set<unknown>();
  const { groups } = (value ?? {}) as { readonly groups?: unknown };
  for (const [g, group] of listOf(groups).entries()) {
    for (const [r, requirement] of listOf(
      (group as { readonly requirements?: unknown } | null)?.requirements,
    ).entries()) {
      if (requirement === null || typeof requirement !== 'object') continue;
      const at = ['groups', g, 'requirements', r];
      const { kind } = requirement as { readonly kind?: unknown };
      const check = typeof kind === 'string' ? kinds.get(kind) : undefined;
      if (check === undefined) reportKind(kind, root, at, [...kinds.keys()], report);
      else if (check(requirement)) continue;
      else reportSchema(check, requirement, root, at, report);
      wrong.add(requirement);
    }
  }
  return wrong;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

type Path = readonly (string | number)[];

function reportSchema(
  check: ValidateFunction,
  value: unknown,
  root: JsonNode,
  base: Path,
  report: ReportMistake,
): void {
  if (check(value)) return;
  for (const { offset, path, text } of explainAll(check.errors ?? [], root, base)) report(offset, path, text);
}

function reportKind(kind: unknown, root: JsonNode, at: Path, kinds: readonly string[], report: ReportMistake): void {
  const node = findNodeAtLocation(root, [...at, 'kind']) ?? findNodeAtLocation(root, [...at]) ?? root;
  const near = typeof kind === 'string' ? nearest(kind, kinds) : null;
  const text = kind === undefined ? words.missingKind : near === null ? words.unknownKind : words.unknownKindNear;
  const values = { value: JSON.stringify(kind) ?? '', near: near ?? '', known: kinds.join(', ') };
  report(node.offset, pathOf(at), tellAt(text, root, at, values));
}
