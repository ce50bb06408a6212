/** A mistake in a rule file, told to the person who made it: file, line, column, what is wrong, what to write. */
import type { ErrorObject } from 'ajv';
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { type Bilingual, fillBoth, type Lang } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';
import { requirementSchemas } from './schema.ts';

export interface RuleError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** Where in the file, such as `groups[5].requirements[0].points`; empty for the whole file. */
  readonly path: string;
  readonly text: Bilingual;
  readonly excerpt: Excerpt;
}

/** The line of a mistake: what stands before the place, and the rest. Long ones are cut. */
export interface Excerpt {
  readonly lead: string;
  readonly rest: string;
}

/** One mistake of a value, at an offset of the file. */
export interface Mistake {
  readonly offset: number;
  readonly path: string;
  readonly text: Bilingual;
}

export function formatRuleError(error: RuleError, lang: Lang): string {
  const where = `${error.file}:${error.line}:${error.column}`;
  return `${where}  ${lang === 'zh' ? (error.severity === 'error' ? '错误' : '提醒') : error.severity}  ${error.text[lang]}`;
}

export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

const shownBefore = 40;
const shownAfter = 40;

/** Line, column and excerpt of an offset, as an error tells them. */
export function placeAt(text: string, offset: number): Pick<RuleError, 'line' | 'column' | 'excerpt'> {
  const { line, column } = lineAndColumn(text, offset);
  const end = text.indexOf('\n', offset);
  const plain = (part: string): string => part.replace(/\p{Cc}/gu, ' ');
  const lead = plain(text.slice(offset - column + 1, offset)).trimStart();
  const rest = plain(text.slice(offset, end < 0 ? text.length : end)).trimEnd();
  return {
    line,
    column,
    excerpt: {
      lead: lead.length > shownBefore ? `…${lead.slice(-shownBefore)}` : lead,
      rest: rest.length > shownAfter ? `${rest.slice(0, shownAfter)}…` : rest,
    },
  };
}

type Segments = readonly (string | number)[];

/** `/groups/0/requirements/3/points` as segments; numbers are array places. */
function segmentsOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

export function pathOf(segments: Segments): string {
  let path = '';
  for (const segment of segments)
    path += typeof segment === 'number' ? `[${segment}]` : path === '' ? segment : `.${segment}`;
  return path;
}

/** A path as a reader finds it: a requirement by its id (`lit.appearance.points`), the whole file by that name. */
export function shownPath(root: JsonNode, segments: Segments): Bilingual {
  if (segments.length === 0) return words.file;
  const path = pathOf(segments);
  if (segments[0] !== 'groups' || segments[2] !== 'requirements' || segments.length < 4) return { zh: path, en: path };
  const id: unknown = findNodeAtLocation(root, [...segments.slice(0, 4), 'id'])?.value;
  if (typeof id !== 'string' || !/^[a-z]/.test(id)) return { zh: path, en: path };
  const shown = pathOf([id, ...segments.slice(4)]);
  return { zh: shown, en: shown };
}

/** `text` with `{path}` filled in each language, then the values. */
export function tellAt(
  text: Bilingual,
  root: JsonNode,
  segments: Segments,
  values: Readonly<Record<string, string | number>> = {},
): Bilingual {
  const path = shownPath(root, segments);
  return {
    zh: fillBoth(text, { ...values, path: path.zh }).zh,
    en: fillBoth(text, { ...values, path: path.en }).en,
  };
}

/** All that Ajv found about one value, in words: each mistake once, at the value or key it is about. */
export function explainAll(errors: readonly ErrorObject[], root: JsonNode, base: Segments): Mistake[] {
  const unions = errors.filter(error => error.keyword === 'anyOf');
  const meant = new Set(errors.map(error => `${error.instancePath} ${nearKey(error) ?? ''}`));
  const told = new Map<string, Mistake>();
  const lacking = new Map<string, string[]>();
  for (const error of errors) {
    if (unions.some(union => isSilenced(error, union, errors))) continue;
    if (error.keyword === 'required') {
      // "point" is unknown and "points" lacks: one mistake.
      if (meant.has(`${error.instancePath} ${error.params.missingProperty}`)) continue;
      const earlier = lacking.get(error.instancePath);
      lacking.set(error.instancePath, [...(earlier ?? []), String(error.params.missingProperty)]);
      continue;
    }
    const mistake = explain(error, root, base);
    if (mistake !== null) told.set(`${mistake.offset} ${mistake.text.en}`, mistake);
  }
  for (const [path, keys] of lacking) {
    const segments = [...base, ...segmentsOf(path)];
    const { offset } = findNodeAtLocation(root, segments) ?? root;
    const listed = (between: string): string => keys.map(key => JSON.stringify(key)).join(between);
    const text = tellAt(words.missingKey, root, segments, { keys: listed('、'), keysEn: listed(', ') });
    told.set(`${offset} ${text.en}`, { offset, path: pathOf(segments), text });
  }
  return [...told.values()];
}

/** Of a choice of forms only the form that the author began is worth telling; where none was, the forms themselves. */
function isSilenced(error: ErrorObject, union: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const begun = begunForms(union, errors);
  if (error === union) return begun.length === 1;
  const prefix = `${union.schemaPath}/`;
  if (!error.schemaPath.startsWith(prefix) || !isBelow(error.instancePath, union.instancePath)) return false;
  return begun.length !== 1 || !error.schemaPath.startsWith(`${prefix}${begun[0]}/`);
}

const isBelow = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`);

/** Numbers of the forms whose type the value has. */
function begunForms(union: ErrorObject, errors: readonly ErrorObject[]): number[] {
  return (union.schema as unknown[])
    .map((_, index) => index)
    .filter(
      index =>
        !errors.some(
          error =>
            error.keyword === 'type' &&
            error.instancePath === union.instancePath &&
            error.schemaPath === `${union.schemaPath}/${index}/type`,
        ),
    );
}

type Described = Readonly<Record<string, { readonly description?: unknown }>>;

const propertiesOf = (error: ErrorObject): Described => (error.parentSchema?.properties ?? {}) as Described;
const keysOf = (error: ErrorObject): string[] => Object.keys(propertiesOf(error));

/** Kinds of requirement that have a key. */
const kindsWith = (key: string): string[] =>
  Object.entries(requirementSchemas).flatMap(([kind, { properties }]) => (key in properties ? [kind] : []));

function nearKey(error: ErrorObject): string | null {
  if (error.keyword !== 'additionalProperties') return null;
  const word = String(error.params.additionalProperty);
  return nearest(word, keysOf(error)) ?? meant(word, keyNames(error));
}

/** A description begins with the Chinese name of the key: 分值，不小于 0。… */
const keyNames = (error: ErrorObject): [key: string, name: string][] =>
  Object.entries(propertiesOf(error)).map(([key, { description }]) => [
    key,
    String(description ?? '').split(/[，。；：、（\s]/)[0] ?? '',
  ]);

/** What a Chinese word stands for, by the Chinese name of each candidate: 县 for county 县级. */
function meant(word: string, meanings: readonly (readonly [value: string, name: string])[]): string | null {
  if (!/\p{Script=Han}/u.test(word)) return null;
  const fits = (name: string): boolean => name !== '' && (name.includes(word) || word.includes(name));
  const found = meanings.find(([, name]) => name === word) ?? meanings.find(([, name]) => fits(name));
  return found?.[0] ?? null;
}

/** The Chinese names of values, as a description lists them: county 县级、township 乡镇（街道）. */
export function meaningsIn(description: unknown, values: readonly string[]): [value: string, name: string][] {
  const [chinese = ''] = String(description ?? '').split(' / ');
  return values.map(value => [value, chinese.split(`${value} `)[1]?.split(/[、，；。：]/)[0] ?? '']);
}

/** One error of Ajv; null for those that only repeat another. */
function explain(error: ErrorObject, root: JsonNode, base: Segments): Mistake | null {
  const segments = [...base, ...segmentsOf(error.instancePath)];
  const node = findNodeAtLocation(root, segments) ?? root;
  const value = show(node);
  const say = (text: Bilingual, values: Record<string, string | number> = {}): Mistake => ({
    offset: node.offset,
    path: pathOf(segments),
    text: tellAt(text, root, segments, { value, ...values }),
  });
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const near = nearKey(error);
      const kinds = segments.length === 4 && segments[2] === 'requirements' ? kindsWith(key) : [];
      const property = node.children?.find(child => child.children?.[0]?.value === key);
      const { allowed: known, allowedEn: knownEn } = listed(keysOf(error), keyNames(error));
      return {
        ...(kinds.length > 0
          ? say(words.keyOfKind, { key, kinds: kinds.join(', '), known, knownEn })
          : say(near === null ? words.unknownKey : words.unknownKeyNear, { key, near: near ?? '', known, knownEn })),
        offset: property?.offset ?? node.offset,
        path: pathOf([...segments, key]),
      };
    }
    case 'type':
      return say(...typeWords(String(params.type), node, (error.parentSchema?.items as { type?: unknown })?.type));
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const word = String(node.value);
      const near = nearest(word, allowed) ?? meant(word, meaningsIn(error.parentSchema?.description, allowed));
      return say(near === null ? words.notAllowed : words.notAllowedNear, {
        ...listed(allowed, meaningsIn(error.parentSchema?.description, allowed)),
        near: near ?? '',
      });
    }
    case 'pattern': {
      if (!String(params.pattern).startsWith('^\\d')) return inForm(say, words.forms.id);
      const [, month = '', day = ''] = /^\D*(\d{1,2})\D+(\d{1,2})\D*$/.exec(String(node.value)) ?? [];
      const written = `"${month.padStart(2, '0')}-${day.padStart(2, '0')}"`;
      return month === '' ? inForm(say, words.forms.day) : say(words.formWrite, { written });
    }
    case 'minimum':
    case 'maximum':
    case 'minItems':
    case 'minLength':
      return inForm(say, fillBoth(words.forms[error.keyword], { limit: Number(params.limit) }));
    case 'anyOf': {
      const forms = (error.schema as { type?: string; properties?: object }[]).map(formName);
      return say(words.noneFits, {
        forms: forms.map(form => form.zh).join(words.or.zh),
        formsEn: forms.map(form => form.en).join(words.or.en),
      });
    }
    default:
      return null;
  }
}

/** Allowed values; for who reads Chinese each with its meaning, where it has one. */
function listed(allowed: readonly string[], meanings: readonly (readonly [value: string, name: string])[]) {
  const named = meanings.map(([value, name]) => (/\p{Script=Han}/u.test(name) ? `${value} ${name}` : value));
  return { allowed: named.join('、'), allowedEn: allowed.join(', ') };
}

function inForm(say: (text: Bilingual) => Mistake, wanted: Bilingual): Mistake {
  return say({
    zh: words.form.zh.replace('{wanted}', wanted.zh),
    en: words.form.en.replace('{wanted}', wanted.en),
  });
}

/** What to say of a value of the wrong type: a number in quotes and a text outside a list are the commonest. */
function typeWords(type: string, node: JsonNode, items: unknown): [Bilingual, Record<string, string>] {
  const name = typeName(type);
  const values = { type: name.zh, typeEn: name.en, bare: String(node.value) };
  if (typeof node.value === 'string') {
    const bare = bareOf(type, node.value);
    if (bare !== null) return [words.quoted, { ...values, bare }];
    if (type === 'array' && items !== 'object') return [words.unlisted, values];
  }
  return [words.wrongType, values];
}

/** A number or a choice that was written as a text: "5", "５", "5分", "TRUE", "否". */
function bareOf(type: string, text: string): string | null {
  if (type === 'boolean') {
    const said = text.trim().toLowerCase();
    return /^(?:true|yes|是|真)$/.test(said) ? 'true' : /^(?:false|no|否|假)$/.test(said) ? 'false' : null;
  }
  if (type !== 'number' && type !== 'integer') return null;
  return /^(-?\d+(?:\.\d+)?)\s*[%分条项件年]?$/.exec(text.normalize('NFKC').trim())?.[1] ?? null;
}

function typeName(type: string): Bilingual {
  return words.types[type as keyof typeof words.types] ?? { zh: type, en: type };
}

/** A form of a choice; an object by the key it is known by: { "zh": … }. */
function formName(form: { type?: string; properties?: object }): Bilingual {
  const [key] = Object.keys(form.properties ?? {});
  if (form.type !== 'object' || key === undefined) return typeName(form.type ?? '');
  const shape = `{ "${key}": … }`;
  return { zh: ` ${shape}`, en: shape };
}

function show(node: JsonNode): string {
  if (node.type === 'object') return '{…}';
  if (node.type === 'array') return '[…]';
  const text = JSON.stringify(node.value) ?? '';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The known word that differs least; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  // Of a word of two letters one may be left: "i" is "id" where nothing else has it.
  if (/^[a-z]$/i.test(word)) {
    const holding = known.filter(one => one.length === 2 && one.includes(word.toLowerCase()));
    return holding.length === 1 ? (holding[0] ?? null) : null;
  }
  let best: string | null = null;
  // One letter at least stays: 分值 is not near "id".
  let least = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    // Letters are left out more often than added: of two that are as near, the longer.
    if (distance < least || (distance === least && best !== null && candidate.length > best.length)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
