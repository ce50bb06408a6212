/** Which of the patterns a text has, as rules of json-rules-engine; it cannot tell where: `node rules-engine.js FOLDER`. */
import { readdirSync, readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';
import { patterns } from './patterns.mjs';

const folder = process.argv[2];
const engine = new Engine();
engine.addOperator('matches', (text, pattern) => pattern.test(text));
for (const pattern of patterns) {
  const value = new RegExp(pattern);
  engine.addRule({ conditions: { all: [{ fact: 'text', operator: 'matches', value }] }, event: { type: pattern } });
}
for (const name of readdirSync(folder).sort()) {
  const { events } = await engine.run({ text: readFileSync(`${folder}/${name}`, 'utf8') });
  console.log(name, JSON.stringify(events.map(event => event.type)));
}
