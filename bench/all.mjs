/**
 * All figures in one run, one after the other: `npm run bench`. `npm run bench -- judging growth` takes some of them. The
 * peers are installed with `npm ci` in bench/peers; without them their lines are left out.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Fewer files and rounds, to see that it runs. */
const short = process.argv.includes('--short') ? ['--short'] : [];

const parts = {
  judging: ['--expose-gc', '--import', 'tsx', 'bench/assess.ts'],
  growth: ['--import', 'tsx', 'bench/growth.ts'],
  batch: ['--import', 'tsx', 'bench/batch.ts', ...short],
  edit: ['--import', 'tsx', 'bench/rule-effect.ts'],
  server: ['--import', 'tsx', 'bench/server.ts'],
};

const asked = process.argv.slice(2).filter(word => word in parts);
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.log(`\n# ${name}`);
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync(process.execPath, parts[name], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
