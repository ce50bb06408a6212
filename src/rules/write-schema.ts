/** Writes rules/ruleset.schema.json, for editors, from the schema that the loader checks with. */
import { writeFileSync } from 'node:fs';
import { ruleSetSchema } from './schema.ts';

const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Fajian rule set', ...ruleSetSchema };
writeFileSync(new URL('../../rules/ruleset.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
