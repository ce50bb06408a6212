/**
 * All figures in one run, one after the other: `npm run bench`. `npm run bench -- judging growth` takes some of them. The
 * peers are installed with `npm ci` in bench/peers; without them their lines are left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));
const workshop = mkdtempSync(join(tmpdir(), 'fajian-bench-'));
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));

/** Fewer files and rounds, to see that it runs. */
const short = process.argv.includes('--short') ? ['--short'] : [];

const parts = {
  judging: ['--expose-gc', built('bench/assess.ts')],
  growth: ['--import', 'tsx', 'bench/growth.ts'],
  batch: ['--import', 'tsx', 'bench/batch.ts', ...short],
  edit: ['--import', 'tsx', 'bench/rule-effect.ts'],
  server: ['--import', 'tsx', 'bench/server.ts'],
};

const asked = process.argv.slice(2).filter(word => word in parts);
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, parts[name], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;

/** Judging is measured as the program runs it, built: loaded from its sources, every function made is given its name again. */
function built(entry) {
  const outfile = join(workshop, 'judging.mjs');
  buildSync({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
