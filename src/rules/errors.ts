/** A mistake in a rule file, told to the person who made it: file, line, column, what is wrong, what to write. */
import type { ErrorObject } from 'ajv';
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import { type Bilingual, fill, type Lang } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';

export interface RuleError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** Where in the file, such as `requirements[22].points`; empty for the whole file. */
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

const both = (text: Bilingual, values: Record<string, string | number>): Bilingual => ({
  zh: fill(text.zh, values),
  en: fill(text.en, values),
});

/** `/groups/0/requirements/3/points` as segments; numbers are array places. */
export function segmentsOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

export function pathOf(segments: readonly (string | number)[]): string {
  let path = '';
  for (const segment of segments)
    path += typeof segment === 'number' ? `[${segment}]` : path === '' ? segment : `.${segment}`;
  return path;
}

/** What Ajv found, in words, at the offset of the value or key it is about. Null for errors that only repeat another. */
export function explain(
  error: ErrorObject,
  root: JsonNode,
  base: readonly (string | number)[],
): { offset: number; path: string; text: Bilingual } | null {
  const segments = [...base, ...segmentsOf(error.instancePath)];
  const node = findNodeAtLocation(root, segments as (string | number)[]) ?? root;
  const path = pathOf(segments);
  const shown = path === '' ? '(file)' : path;
  const params = error.params as Record<string, unknown>;
  const value = show(node);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const keys = Object.keys((error.parentSchema?.properties ?? {}) as object);
      const near = nearest(key, keys);
      const property = node.children?.find(child => child.children?.[0]?.value === key);
      return {
        offset: property?.offset ?? node.offset,
        path: pathOf([...segments, key]),
        text: both(near === null ? words.unknownKey : words.unknownKeyNear, {
          key,
          path: shown,
          near: near ?? '',
          known: keys.join(', '),
        }),
      };
    }
    case 'required':
      return {
        offset: node.offset,
        path,
        text: both(words.missingKey, { key: String(params.missingProperty), path: shown }),
      };
    case 'type': {
      const type = String(params.type);
      const quoted = typeof node.value === 'string' && type !== 'string' && /^-?\d+(\.\d+)?$/.test(node.value);
      return {
        offset: node.offset,
        path,
        text: both(quoted ? words.quotedNumber : words.wrongType, {
          path: shown,
          value,
          type: typeName(type, 'zh'),
          typeEn: typeName(type, 'en'),
          bare: String(node.value),
        }),
      };
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const near = nearest(String(node.value), allowed);
      return {
        offset: node.offset,
        path,
        text: both(near === null ? words.notAllowed : words.notAllowedNear, {
          path: shown,
          value,
          allowed: allowed.join(', '),
          near: near ?? '',
        }),
      };
    }
    case 'pattern':
    case 'minimum':
    case 'maximum':
    case 'minItems':
    case 'minLength':
    case 'const':
      return {
        offset: node.offset,
        path,
        text: both(words.outOfForm, { path: shown, value, detail: error.message ?? error.keyword }),
      };
    case 'anyOf':
      return { offset: node.offset, path, text: both(words.noneFits, { path: shown, value }) };
    default:
      return null;
  }
}

function typeName(type: string, lang: Lang): string {
  return words.types[type as keyof typeof words.types]?.[lang] ?? type;
}

function show(node: JsonNode): string {
  if (node.type === 'object') return '{…}';
  if (node.type === 'array') return '[…]';
  const text = JSON.stringify(node.value) ?? '';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The known word that differs least; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
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
