/** A rule file that builds on another (`extends`): its tree laid over the tree of its base. */
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { extendErrors as words } from '../words/rules.ts';
import { lineAndColumn, nearest } from './errors.ts';

/** The text of a rule file; null when there is none. Paths are written as the file's own, so that errors can name them. */
export type ReadRuleFile = (path: string) => string | null;

/** Parts of the base have no place in the file: their offsets lie this far below its beginning. */
const outside = -1_000_000_000;

/** Whether an offset belongs to the base; such a mistake is told where the file names its base. */
export const isOutside = (offset: number): boolean => offset < 0;

/** The tree of a base, its places moved out of the file that builds on it. */
export function asBase(node: JsonNode): JsonNode {
  return { ...node, offset: outside, ...(node.children && { children: node.children.map(asBase) }) };
}

/** `./other.json`, named in `rules/local/own.json`, as `rules/local/other.json`; null where it is no relative path. */
export function pathOfBase(file: string, named: string): string | null {
  const plain = named.replaceAll('\\', '/');
  if (plain === '' || plain.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(plain)) return null;
  const parts: string[] = [];
  for (const part of [...file.replaceAll('\\', '/').split('/').slice(0, -1), ...plain.split('/')]) {
    if (part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '' && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

export interface LayMistake {
  readonly offset: number;
  readonly text: Bilingual;
}

export interface Laid {
  readonly tree: JsonNode;
  /** Names of requirements and groups that do not meet with the base. */
  readonly mistakes: readonly LayMistake[];
}

/** What the extending file says for itself alone. */
const ownKeys = ['$schema', 'id', 'version', 'title'];
/** Objects in which a given key replaces the base's and the others stay. */
const byKey = ['recognise', 'powers', 'sources', 'terms'];

/** A key that names a rule file and is no `extends`: without its base, all the rest of the file would seem to be missing. */
export function misspeltExtends(own: JsonNode): LayMistake | null {
  if (own.type !== 'object') return null;
  const properties = [...propertiesOf(own)];
  if (properties.some(([key]) => key === 'extends')) return null;
  for (const [key, { children, offset }] of properties) {
    const value = children?.[1]?.value;
    if (ownKeys.includes(key) || typeof value !== 'string' || !value.endsWith('.json')) continue;
    return { offset, text: fillBoth(words.namesBase, { key }) };
  }
  return null;
}

/** `own` laid over `base`. What is malformed in `own` is taken as it is, for the schema to tell. */
export function layOver(base: JsonNode, own: JsonNode, ownText: string): Laid {
  if (own.type !== 'object') return { tree: own, mistakes: [] };
  const mistakes = namesThatMiss(base, own, ownText);
  const above = [...propertiesOf(own)].filter(([key]) => key !== 'extends');
  const below = [...propertiesOf(base)].filter(([key]) => !ownKeys.includes(key) && !key.startsWith('x-'));
  return { tree: withProperties(own, merged(new Map(below), new Map(above), layKey)), mistakes };
}

type Properties = Map<string, JsonNode>;
type Lay = (key: string, base: JsonNode, own: JsonNode) => JsonNode;

function layKey(key: string, base: JsonNode, own: JsonNode): JsonNode {
  if (base.type !== own.type) return own;
  if (byKey.includes(key)) return layGiven(base, own);
  if (key === 'groups') return byId(base, own, layGroup, 'after');
  // The first outcome that holds is taken, and the last of the base always holds.
  if (key === 'outcomes') return byId(base, own, layGiven, 'before');
  return layValue(key, base, own);
}

/** The entry of a list that stands for all entries of the base's list. */
const isRest = (node: JsonNode): boolean => typeof node.value === 'string' && /^(?:…{1,2}|\.{3})$/.test(node.value);

/** A value takes the place of the base's; a list that holds "…" keeps the base's entries there. */
function layValue(key: string, base: JsonNode, own: JsonNode): JsonNode {
  if (base.type !== own.type) return own;
  if (own.type === 'array') {
    const children = own.children?.flatMap(item => (isRest(item) ? (base.children ?? []) : [item])) ?? [];
    return { ...own, children };
  }
  if (key !== 'examples') return own;
  const below = propertiesOf(base);
  const children = own.children?.map(property => {
    const [name, list] = property.children ?? [];
    const like = below.get(String(name?.value))?.children?.[1];
    if (name === undefined || list === undefined || like === undefined) return property;
    return { ...property, children: [name, layValue('', like, list)] };
  });
  return { ...own, children: children ?? [] };
}

function layGroup(base: JsonNode, own: JsonNode): JsonNode {
  const lay: Lay = (key, below, above) =>
    key === 'requirements' && above.type === 'array'
      ? byId(below, above, layRequirement, 'after')
      : layValue(key, below, above);
  return withProperties(own, merged(propertiesOf(base), propertiesOf(own), lay));
}

/** Another kind has other keys: then nothing of the base is kept. */
function layRequirement(base: JsonNode, own: JsonNode): JsonNode {
  const kind = wordAt(own, 'kind');
  return kind !== null && kind !== wordAt(base, 'kind') ? own : layGiven(base, own);
}

function layGiven(base: JsonNode, own: JsonNode): JsonNode {
  return withProperties(own, merged(propertiesOf(base), propertiesOf(own), layValue));
}

/** Lists whose members are known by their id: a known one is laid over its like, a new one stands before or after. */
function byId(
  base: JsonNode,
  own: JsonNode,
  lay: (base: JsonNode, own: JsonNode) => JsonNode,
  place: 'before' | 'after',
): JsonNode {
  const members = [...(base.children ?? [])];
  const added: JsonNode[] = [];
  for (const item of own.children ?? []) {
    const id = wordAt(item, 'id');
    const at = members.findIndex(member => id !== null && wordAt(member, 'id') === id);
    const like = members[at];
    if (like === undefined) added.push(item);
    else members[at] = lay(like, item);
  }
  return { ...own, children: place === 'before' ? [...added, ...members] : [...members, ...added] };
}

/** Property nodes by key. */
function propertiesOf(node: JsonNode): Properties {
  return new Map((node.children ?? []).map(property => [String(property.children?.[0]?.value), property]));
}

function merged(base: Properties, own: Properties, lay: Lay): Properties {
  const all: Properties = new Map(base);
  for (const [key, property] of own) {
    const below = base.get(key)?.children?.[1];
    const [name, above] = property.children ?? [];
    const both = below !== undefined && name !== undefined && above !== undefined;
    all.set(key, both ? { ...property, children: [name, lay(key, below, above)] } : property);
  }
  return all;
}

const withProperties = (node: JsonNode, properties: Properties): JsonNode => ({
  ...node,
  children: [...properties.values()],
});

function wordAt(node: JsonNode, key: string): string | null {
  const value: unknown = node.type === 'object' ? findNodeAtLocation(node, [key])?.value : null;
  return typeof value === 'string' ? value : null;
}

const itemsAt = (node: JsonNode, key: string): readonly JsonNode[] => {
  const list = node.type === 'object' ? findNodeAtLocation(node, [key]) : undefined;
  return list?.type === 'array' ? (list.children ?? []) : [];
};

/** Ids that were meant to name something of the base and do not, or name it twice or in the wrong group. */
function namesThatMiss(base: JsonNode, own: JsonNode, text: string): LayMistake[] {
  const mistakes: LayMistake[] = [];
  const tell = (node: JsonNode, said: Bilingual, values: Record<string, string | number>) =>
    mistakes.push({ offset: node.offset, text: fillBoth(said, values) });
  const idOf = (node: JsonNode) => findNodeAtLocation(node, ['id']) ?? node;

  const id = wordAt(own, 'id');
  if (id !== null && id === wordAt(base, 'id')) tell(idOf(own), words.sameId, { id });
  const groups = itemsAt(base, 'groups').flatMap(group => wordAt(group, 'id') ?? []);
  const groupOf = new Map(
    itemsAt(base, 'groups').flatMap(group =>
      itemsAt(group, 'requirements').map(one => [wordAt(one, 'id') ?? '', wordAt(group, 'id') ?? ''] as const),
    ),
  );
  const seen = new Map<string, number>();
  for (const group of itemsAt(own, 'groups')) {
    const name = wordAt(group, 'id');
    const isNew = name !== null && !groups.includes(name);
    if (isNew && findNodeAtLocation(group, ['title']) === undefined) {
      const near = nearest(name, groups);
      tell(idOf(group), near === null ? words.unknownGroup : words.unknownGroupNear, {
        id: name,
        near: near ?? '',
        known: groups.join(', '),
      });
      continue;
    }
    for (const requirement of itemsAt(group, 'requirements')) {
      const ruled = wordAt(requirement, 'id');
      if (ruled === null) continue;
      const node = idOf(requirement);
      const earlier = seen.get(ruled);
      const home = groupOf.get(ruled);
      if (earlier !== undefined) tell(node, words.twice, { id: ruled, line: earlier });
      else if (home === undefined && findNodeAtLocation(requirement, ['kind']) === undefined) {
        const near = nearest(ruled, [...groupOf.keys()]);
        tell(node, near === null ? words.unknownRequirement : words.unknownRequirementNear, {
          id: ruled,
          near: near ?? '',
        });
      } else if (home !== undefined && name !== null && home !== name) {
        tell(node, words.otherGroup, { id: ruled, group: home });
      }
      seen.set(ruled, earlier ?? lineAndColumn(text, node.offset).line);
    }
  }
  return mistakes;
}
