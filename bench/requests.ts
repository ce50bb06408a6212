/**
 * Sends made-up requests to the running program: `node --import tsx bench/requests.ts [count] [seed]` (10,000 of each kind, seed 1).
 * The program is started on a data folder of its own with reports, units and a season in it; what is told is what was
 * answered, every fault with the request that made it, and whether the program lives. Exit code 1 where there was a fault.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { campaign, faultsOf, type Tally, tallyText } from '../test/attacks/campaign.ts';
import { type Ground, grammarRequest, patternsOf, randomRequest } from '../test/attacks/made-requests.ts';
import { world } from '../test/web/world.ts';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fajian-requests-'));
cpSync(join(project, 'rules'), join(folder, 'rules'), { recursive: true });

const program = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    'src/main.ts',
    'serve',
    '--port',
    '0',
    '--data',
    join(folder, 'data'),
    '--rules',
    join(folder, 'rules'),
  ],
  { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
);
let told = '';
let log = '';
program.stdout.setEncoding('utf8').on('data', text => {
  told += text;
});
program.stderr.setEncoding('utf8').on('data', text => {
  log += text;
});
const port = await new Promise<number>((found, fail) => {
  program.once('exit', () => fail(new Error(`the program ended: ${log}`)));
  program.stdout.on('data', () => {
    const shown = /:(\d+)\//.exec(told)?.[1];
    if (shown !== undefined) found(Number(shown));
  });
});

const origin = `http://127.0.0.1:${port}`;
const post = (path: string, body: FormData | URLSearchParams): Promise<Response> =>
  fetch(`${origin}${path}`, { method: 'POST', body, headers: { Origin: origin }, redirect: 'manual' });
const files = new FormData();
const seeds = join(project, 'seeds');
for (const name of readdirSync(seeds).filter(file => file.endsWith('.txt')))
  files.append('files', new File([readFileSync(join(seeds, name))], name));
await post('/reports', files);
await post('/units', new URLSearchParams({ units: '青禾县司法局\n青禾县财政局', year: '2024' }));
/** A connection that was kept open may be closed at the moment when it is used again. */
const asked = (path: string): Promise<Response> => fetch(`${origin}${path}`).catch(() => fetch(`${origin}${path}`));
const idsIn = async (path: string): Promise<string[]> =>
  [...(await (await asked(path)).text()).matchAll(/\/(?:reports|units)\/([ro]-[a-z2-7]+)/g)].map(([, id = '']) => id);
const here = await world();
const ground: Ground = {
  port,
  patterns: patternsOf(here.app),
  ids: [
    ...new Set([...(await idsIn('/?year=all')), ...(await idsIn('/units'))]),
    'fazhi-annual-report',
    'lit.appearance',
    '2024',
    '1',
  ],
};
await here.end();
console.log(`${ground.ids.length} ids, ${ground.patterns.length} routes`);

const resident = (): string => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1];
  return `${Math.round(Number(kilobytes) / 1024)} MB`;
};
let faults = 0;
async function run(what: string, make: typeof grammarRequest, patience: number | null): Promise<void> {
  const began = performance.now();
  const before = resident();
  const tally: Tally = await campaign(make, ground, { count, seed, atOnce: 16, patience });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  faults += faultsOf(tally);
  console.log(
    `${count} requests ${what} (${seconds} s, memory ${before} to ${resident()}): ${tallyText(tally)}; 5xx ${faultsOf(tally)}`,
  );
  for (const fault of tally.faults) console.log(JSON.stringify(fault));
}
await run('by a grammar', grammarRequest, null);
await run('by chance', randomRequest, 500);

const alive = program.exitCode === null && (await asked('/healthz')).status === 200;
console.log(
  `the program ${alive ? 'lives' : 'does not live'}; faults in its log: ${log.split('"event":"fault"').length - 1}`,
);
if (faults > 0) console.log(log.slice(0, 5000));
program.kill('SIGTERM');
await new Promise(ended => program.once('exit', ended));
rmSync(folder, { recursive: true });
process.exitCode = faults > 0 || !alive ? 1 : 0;
