/** Writes rules/ruleset.schema.json, for editors, from the schema that the loader checks with. */
import { writeFileSync } from 'node:fs';
import { editorSchema } from './editor-schema.ts';

writeFileSync(
  new URL('../../rules/ruleset.schema.json', import.meta.url),
  `${JSON.stringify(editorSchema(), null, 2)}\n`,
);
