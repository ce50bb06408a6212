/** The schema of rule files as editors use it: every shape once, a requirement by its kind, and files that build on another. */

import { meaningsIn } from './errors.ts';
import { requirementSchemas, ruleSetSchema } from './schema.ts';
import { about } from './shapes.ts';

type Schema = { readonly [key: string]: unknown };
type Properties = Readonly<Record<string, Schema>>;

/** JSON Schema, draft 7 with `$defs`. */
export function editorSchema(): Schema {
  const file = plain(ruleSetSchema) as Schema & { properties: Properties; required: readonly string[] };
  const { recognise, groups, outcomes, ...rest } = file.properties;
  const kinds = Object.entries(plain(requirementSchemas) as Readonly<Record<string, Schema>>);
  const requirement = byKind(kinds);
  const change = changeOf(kinds);
  const group = itemsOf(groups);
  const groupsOf = (item: Schema, requirements: Schema): Schema => {
    const properties = item.properties as Properties;
    const list = { ...properties.requirements, items: requirements };
    return { ...groups, items: { ...item, properties: { ...properties, requirements: list } } };
  };
  const whole = {
    properties: { recognise, groups: groupsOf(group, requirement), outcomes },
    required: file.required,
  };
  const extending = {
    properties: {
      recognise: { ...recognise, required: [] },
      groups: groupsOf({ ...group, required: ['id'] }, change),
      outcomes: { ...outcomes, items: { ...itemsOf(outcomes), required: ['id'] } },
    },
    required: ['id', 'version', 'title'],
  };
  const described = (schema: Schema | undefined): Schema => ({ description: schema?.description });
  const written = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Fajian rule set',
    type: 'object',
    properties: {
      ...rest,
      extends: {
        type: 'string',
        ...about('以另一个审核标准文件为基础，只写不同的地方', 'another rule file that this one builds on', {
          examples: ['./fazhi-annual-report.json'],
        }),
      },
      recognise: described(recognise),
      groups: described(groups),
      outcomes: described(outcomes),
    },
    patternProperties: file.patternProperties,
    additionalProperties: false,
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: extending,
    else: whole,
  };
  return shared(withMeanings(written) as Schema);
}

/** Beside the values of a list what each one means, for editors that show it: taken from the description of the list. */
function withMeanings(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withMeanings);
  if (node === null || typeof node !== 'object') return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withMeanings(value)]));
  const { enum: values, description, enumDescriptions } = inner;
  if (!Array.isArray(values) || enumDescriptions !== undefined) return inner;
  const meanings = meaningsIn(description, values as string[]);
  if (meanings.some(([, name]) => name === '')) return inner;
  return { ...inner, enumDescriptions: meanings.map(([value, name]) => `${name} / ${value}`) };
}

const plain = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema));

const itemsOf = (list: Schema | undefined): Schema => (list?.items ?? {}) as Schema;

function kindWords(kinds: readonly (readonly [string, Schema])[]): Schema {
  const words = kinds.map(([, schema]) =>
    String((schema.properties as Properties).kind?.description).replace('类型：', ''),
  );
  const names = kinds.map(([name]) => name);
  return {
    enum: names,
    enumDescriptions: words,
    description: names.map((name, index) => `${name} ${words[index]}`).join('; '),
  };
}

/** A requirement: its `kind` first, then the keys of that kind, so that an editor tells one mistake once. */
function byKind(kinds: readonly (readonly [string, Schema])[]): Schema {
  return {
    type: 'object',
    properties: { kind: kindWords(kinds) },
    required: ['kind'],
    allOf: kinds.map(([name, schema]) => ({
      if: { properties: { kind: { const: name } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: schema,
    })),
  };
}

/** A requirement in a file that builds on another: any key of any kind; the loader knows what it is laid over. */
function changeOf(kinds: readonly (readonly [string, Schema])[]): Schema {
  const properties = Object.assign({}, ...kinds.toReversed().map(([, schema]) => schema.properties)) as Properties;
  const [first] = kinds;
  return {
    type: 'object',
    properties: { ...properties, kind: kindWords(kinds) },
    patternProperties: first?.[1].patternProperties,
    required: ['id'],
    additionalProperties: false,
  };
}

/** What is shorter written out than named. */
const worthNaming = 90;

/** Every shape that stands more than once moves to `$defs`, named after the key under which it stands first. */
function shared(schema: Schema): Schema {
  const counts = new Map<string, number>();
  const count = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if (isShape(node)) {
      const text = JSON.stringify(node);
      const seen = counts.get(text) ?? 0;
      counts.set(text, seen + 1);
      // What stands inside a shape already seen is counted with it.
      if (seen > 0) return;
    }
    for (const inner of Object.values(node)) count(inner);
  };
  count(schema);
  const defs: Record<string, unknown> = {};
  const names = new Map<string, string>();
  const refer = (node: unknown, key: string): unknown => {
    if (Array.isArray(node)) return node.map(item => refer(item, key));
    if (node === null || typeof node !== 'object') return node;
    const text = JSON.stringify(node);
    const inside = (): unknown =>
      Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, refer(inner, nameFor(name, key))]));
    if (!isShape(node) || (counts.get(text) ?? 0) < 2 || text.length < worthNaming) return inside();
    const known = names.get(text);
    if (known !== undefined) return { $ref: `#/$defs/${known}` };
    let name = key;
    for (let n = 2; Object.hasOwn(defs, name); n += 1) name = `${key}-${n}`;
    names.set(text, name);
    defs[name] = null;
    defs[name] = inside();
    return { $ref: `#/$defs/${name}` };
  };
  const root = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, refer(value, key)]));
  return { ...root, $defs: defs };
}

/** A schema of a value, not a list of properties or of examples. */
const isShape = (node: object): boolean =>
  !Array.isArray(node) &&
  (('type' in node && typeof node.type === 'string') ||
    'anyOf' in node ||
    ('enum' in node && Array.isArray(node.enum)));

const keywords = ['items', 'anyOf', 'allOf', 'then', 'else', 'if', 'properties', 'patternProperties'];
const nameFor = (name: string, key: string): string =>
  name === 'items' ? `${key}-item` : keywords.includes(name) || name.startsWith('^') ? key : name;
