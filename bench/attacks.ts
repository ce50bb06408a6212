/**
 * Carries out every attack of test/attacks and prints them as a table in Markdown: what is done, what should come of it, what does.
 * `node --import tsx bench/attacks.ts`; exit code 1 where something else was seen than expected.
 */
import { hostile, markupAttacks } from '../test/attacks/content.ts';
import { fileAttacks } from '../test/attacks/files.ts';
import { peopleAttacks } from '../test/attacks/people.ts';
import { requestAttacks } from '../test/attacks/requests.ts';
import { type Attack, shortTimes, target } from '../test/attacks/target.ts';

let carriedOut = 0;
let failed = 0;
let kind = '';

const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/[\r\n\t]+/g, ' ');

async function carryOut<T>(attacks: readonly Attack<T>[], at: T): Promise<void> {
  for (const one of attacks) {
    if (one.kind !== kind) {
      kind = one.kind;
      console.log(`\n**${kind}**\n\n| attack | expected | seen |\n|---|---|---|`);
    }
    const seen = await one.see(at);
    carriedOut += 1;
    if (seen !== one.expected) failed += 1;
    console.log(
      `| ${cell(one.attack)} | ${cell(one.expected)} | ${seen === one.expected ? '' : '**'}${cell(seen)}${seen === one.expected ? '' : '**'} |`,
    );
  }
}

const plain = await target(null, { limits: shortTimes });
await carryOut(requestAttacks, plain);
await plain.end();
const among = await hostile();
await carryOut([...markupAttacks, ...fileAttacks], among);
await among.end();
await carryOut(peopleAttacks, null);
console.log(`\n${carriedOut} attacks, ${failed} not as expected`);
process.exitCode = failed > 0 ? 1 : 0;
