/** A process killed while it saves: what it acknowledged is there, and nothing is damaged. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { killRounds } from './kill.ts';

const kill = suite('killed while saving');
kill('what was acknowledged is there, whole', async () => {
  const { acknowledged, lost, damaged, example } = await killRounds(6, 150, Math.random);
  assert.is(lost, 0, example);
  assert.is(damaged, 0);
  assert.ok(acknowledged > 0);
});
kill.run();
