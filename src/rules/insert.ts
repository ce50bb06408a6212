/** Writes one member more into a list of a rule file; comments, order and layout of all else stay as they are. */
import { findNodeAtLocation, type Node as JsonNode, parseTree } from 'jsonc-parser';

/** Keys and indexes that lead from the root of the file to a value. */
export type JsonPath = readonly (string | number)[];

/** A change of a text: `text` is put in at an offset. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Where the requirement with this id stands in the text itself; null where it stands in a file that this one builds on. */
export function pathOfRequirement(text: string, id: string): JsonPath | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  for (const [g, group] of items(root, ['groups']).entries()) {
    for (const [r, requirement] of items(group, ['requirements']).entries()) {
      if (valueAt(requirement, ['id']) === id) return ['groups', g, 'requirements', r];
    }
  }
  return null;
}

/** Whether something stands at this path in the text itself. */
export function hasPath(text: string, path: JsonPath): boolean {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root !== undefined && findNodeAtLocation(root, [...path]) !== undefined;
}

/**
 * Adds `member` at the end of the list at `path`. A list that is not there is made: after the last of the keys named in
 * `after` that its object has, else at the object's end. Throws RangeError where the object itself is not there.
 */
export function addMember(text: string, path: JsonPath, member: unknown, after: readonly string[] = []): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const list = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  if (list?.type === 'array') return inserted(text, intoList(text, list, written(member)));
  const owner = root === undefined ? undefined : findNodeAtLocation(root, path.slice(0, -1));
  if (owner?.type !== 'object') throw new RangeError(`no object at ${path.slice(0, -1).join('.')}`);
  const property = `${JSON.stringify(path.at(-1))}: [${written(member)}]`;
  return inserted(text, intoObject(text, owner, property, after));
}

/** Adds a key with its value to the object at `path`, behind the last of the keys named in `after`, else at its end. */
export function addKey(
  text: string,
  path: JsonPath,
  key: string,
  value: unknown,
  after: readonly string[] = [],
): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const owner = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  if (owner?.type !== 'object') throw new RangeError(`no object at ${path.join('.')}`);
  return inserted(text, intoObject(text, owner, `${JSON.stringify(key)}: ${written(value)}`, after));
}

/** As the shipped files write short values: `{ "any": ["…"] }`. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${written(inner)}`)
    .join(', ')} }`;
}

function intoList(text: string, list: JsonNode, member: string): readonly Insertion[] {
  const last = list.children?.at(-1);
  if (last === undefined) return [{ at: list.offset + 1, text: member }];
  return behind(text, list, last, list.children?.at(-2) ?? null, member);
}

function intoObject(text: string, owner: JsonNode, property: string, after: readonly string[]): readonly Insertion[] {
  const known = owner.children ?? [];
  const named = known.findLast(one => after.includes(String(one.children?.[0]?.value)));
  const place = named ?? known.at(-1);
  if (place === undefined) return [{ at: owner.offset + 1, text: ` ${property} ` }];
  return behind(text, owner, place, known[known.indexOf(place) - 1] ?? null, property);
}

/** Puts a member behind another one: on a line of its own where that one begins a line, else beside it. */
function behind(
  text: string,
  holder: JsonNode,
  place: JsonNode,
  before: JsonNode | null,
  member: string,
): readonly Insertion[] {
  const end = place.offset + place.length;
  const lineStart = text.lastIndexOf('\n', place.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const beginsLine = lineStart + indent.length === place.offset && lineStart > holder.offset;
  const commaAt = commaAfter(text, end, holder.offset + holder.length - 1);
  const isLast = holder.children?.at(-1) === place;
  if (!beginsLine && (before === null || !text.slice(before.offset, place.offset).includes('\n'))) {
    if (commaAt === null || isLast) return [{ at: end, text: `, ${member}` }];
    return [{ at: commaAt + 1, text: ` ${member},` }];
  }
  // A remark at the end of the line stays with what it is about.
  const from = commaAt === null ? end : commaAt + 1;
  const lineEnd = text.indexOf('\n', from);
  const rest = text.slice(from, lineEnd < 0 ? text.length : lineEnd);
  const remark = /^[ \t]*(?:\/\/.*|\/\*[^\n]*?\*\/[ \t]*)?$/.test(rest) ? rest.trimEnd().length : 0;
  return [
    ...(commaAt === null ? [{ at: end, text: ',' }] : []),
    { at: from + remark, text: `\n${indent}${member}${commaAt === null ? '' : ','}` },
  ];
}

/** The comma that follows a member, comments stepped over; null where none does. */
function commaAfter(text: string, from: number, to: number): number | null {
  const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  blank.lastIndex = from;
  const at = from + (blank.exec(text)?.[0].length ?? 0);
  return at < to && text[at] === ',' ? at : null;
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let out = '';
  let from = 0;
  for (const { at, text: more } of insertions) {
    out += text.slice(from, at) + more;
    from = at;
  }
  return out + text.slice(from);
}

function items(node: JsonNode | undefined, path: JsonPath): readonly JsonNode[] {
  const list = node === undefined ? undefined : findNodeAtLocation(node, [...path]);
  return list?.type === 'array' ? (list.children ?? []) : [];
}

const valueAt = (node: JsonNode, path: JsonPath): unknown => findNodeAtLocation(node, [...path])?.value;
