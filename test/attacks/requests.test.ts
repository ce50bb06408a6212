/** Some hundred made-up requests against the pages: none may end in a fault. `bench/requests.ts` sends ten thousand of each kind. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Serving, serveApp } from '../../src/web/index.ts';
import { fixtureText } from '../present/fixture.ts';
import { type RulesWorld, rulesWorld } from '../web/rules-world.ts';
import { campaign, faultsOf, tallyText } from './campaign.ts';
import { type Ground, grammarRequest, patternsOf, randomRequest } from './made-requests.ts';

const requests = suite('made-up requests');
let here: RulesWorld;
let serving: Serving;
let ground: Ground;
requests.before(async () => {
  here = await rulesWorld();
  await here.add('青禾县', ['出庭应诉率98%。']);
  const organ = await here.store.organs.add({
    name: '青禾县司法局',
    aliases: [],
    level: 'department',
    powers: [],
    contact: '',
    due: {},
  });
  serving = await serveApp({ app: here.app, host: '127.0.0.1', port: 0 });
  const [row] = await here.store.list();
  const ids = [row?.id ?? '', organ.id, 'small', 'lit.appearance', 'lit.cases', '2024', '1', fixtureText];
  ground = { port: serving.port, patterns: patternsOf(here.app), ids };
});
requests.after(async () => {
  await serving.close();
  await here.end();
});

for (const [what, make, patience] of [
  ['by a grammar', grammarRequest, null],
  ['by chance', randomRequest, 400],
] as const) {
  requests(`300 requests made ${what} end in no fault, and the pages are there afterwards`, async () => {
    const tally = await campaign(make, ground, { count: 300, seed: 1, atOnce: 24, patience });
    assert.is(faultsOf(tally), 0, `${tallyText(tally)}\n${JSON.stringify(tally.faults, null, 1)}`);
    assert.ok((tally.statuses.get('200') ?? 0) > 0, tallyText(tally));
    assert.is((await fetch(serving.url)).status, 200);
  });
}
requests.run();
