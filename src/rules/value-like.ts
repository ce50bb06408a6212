/** What may stand behind a key of a rule file, as the schema's own examples show it; for a key whose value was forgotten. */
import { requirementSchemas, ruleSetSchema } from './schema.ts';

interface Schema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

let known: ReadonlyMap<string, string> | undefined;

/** As JSON; null for a key that the schema does not have, or of which it shows no value. */
export function valueLike(key: string): string | null {
  known ??= collected();
  return known.get(key) ?? null;
}

function collected(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (schema: Schema): void => {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      const value = exampleOf(inner);
      if (value !== undefined && !found.has(key)) found.set(key, JSON.stringify(value));
      visit(inner);
    }
    if (schema.items !== undefined) visit(schema.items);
    for (const form of schema.anyOf ?? []) visit(form);
  };
  for (const schema of Object.values(requirementSchemas)) visit(schema as Schema);
  visit(ruleSetSchema as Schema);
  return found;
}

function exampleOf(schema: Schema): unknown {
  const given = schema.examples?.[0] ?? schema.const ?? schema.enum?.[0] ?? schema.default;
  if (given !== undefined) return given;
  if (schema.anyOf !== undefined) return schema.anyOf.map(exampleOf).find(value => value !== undefined);
  if (schema.type === 'string') return '……';
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return 1;
  return undefined;
}
