/** Damaged files of every format are read or refused in words; the long form is bench/fuzz-read.ts. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import readTask from '../../src/workers/read-task.ts';
import { mutated } from './mutate.ts';
import { sampleFiles } from './samples.ts';

const files = sampleFiles();

const whole = suite('samples as they are');
for (const [name, bytes] of files) {
  whole(`${name} is read`, async () => {
    const result = await readTask({ bytes, name, bytesLeft: 1_000_000 });
    if ('unpacked' in result) assert.is(result.unpacked.length, 3);
    else assert.ok('source' in result, JSON.stringify(result));
  });
}
whole.run();

const damaged = suite('samples damaged');
for (let from = 0; from < 300; from += 50) {
  damaged(`seeds from ${from}`, async () => {
    for (let seed = from; seed < from + 50; seed += 1) {
      const { name, bytes, how } = mutated(files, seed);
      const result = await readTask({ bytes, name, bytesLeft: 1_000_000 });
      if (!('refusal' in result)) continue;
      assert.is(result.refusal.detail, undefined, `seed ${seed}, ${name}: ${how}`);
      assert.ok(result.refusal.text.zh.length > 10 && result.refusal.text.en.length > 10);
    }
  });
}
damaged.run();
