/** Kills a process that saves, at random instants, opens what it left, and compares with what it had acknowledged. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openStore, type Store } from '../../src/store/store.ts';
import { ticking } from './sample.ts';

export interface Kills {
  readonly rounds: number;
  /** Saves that were acknowledged, over all rounds. */
  readonly acknowledged: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** Rounds after which something was told to be damaged. */
  readonly damaged: number;
  /** Saves under way when the process was killed: found done, found not done. */
  readonly cut: { readonly done: number; readonly notDone: number };
  /** The first loss, in words. */
  readonly example: string;
}

/** Settings, a unit, and reports: each saved by a worker of its own. */
const workers = 8;

/** @param longest milliseconds for which a process may work before it is killed */
export async function killRounds(rounds: number, longest: number, random: () => number): Promise<Kills> {
  const parent = await mkdtemp(join(tmpdir(), 'fajian-kill-'));
  const folder = join(parent, 'data');
  const writer = join(parent, 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('kill-writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  let [acknowledged, lost, damaged, done, notDone, example] = [0, 0, 0, 0, 0, ''];
  let last: number[] = Array.from({ length: workers }, () => 0);
  for (let round = 0; round < rounds; round++) {
    const child = spawn(process.execPath, [writer, folder, JSON.stringify(last)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = await untilKilled(child, () => random() * longest);
    const [acks, tries] = [[...last], [...last]];
    for (const line of lines) {
      const [word, k, n] = line.split(' ');
      if (word === 'ack') {
        acks[Number(k)] = Number(n);
        acknowledged += 1;
      } else if (word === 'try') tries[Number(k)] = Number(n);
    }
    const store = await openStore(folder, { clock: ticking(), indexDelay: 60_000 });
    if (store.problems.length > 0) damaged += 1;
    last = [];
    for (let k = 0; k < workers; k++) {
      const [acked, tried] = [acks[k] ?? 0, tries[k] ?? 0];
      const found = await stateOf(store, k);
      if (found === stateAfter(k, tried) && tried !== acked) done += 1;
      else if (found === stateAfter(k, acked)) notDone += tried === acked ? 0 : 1;
      else {
        lost += 1;
        if (example === '')
          example = `round ${round}, worker ${k}: acknowledged ${acked}, tried ${tried}, found ${found}`;
      }
      last.push(found === stateAfter(k, acked) ? acked : tried);
    }
    await store.close();
  }
  await rm(parent, { recursive: true });
  return { rounds, acknowledged, lost, damaged, cut: { done, notDone }, example };
}

/** Lines that the process wrote before it was killed, whole ones only. */
function untilKilled(child: ChildProcess, wait: () => number): Promise<readonly string[]> {
  return new Promise((ended, failed) => {
    let text = '';
    let isReady = false;
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (isReady || !text.startsWith('ready\n')) return;
      isReady = true;
      setTimeout(() => child.kill('SIGKILL'), wait());
    });
    child.on('error', failed);
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') ended(text.split('\n').slice(0, -1));
      else failed(new Error(`the writer ended by itself: ${text.slice(-200)}`));
    });
  });
}

/** What must be there once step `n` of worker `k` was saved. */
function stateAfter(k: number, n: number): string {
  if (n === 0) return 'none';
  if (k < 2) return String(n);
  const at = n % 10;
  return at === 8 ? `removed ${n - 1}` : `kept ${at === 9 ? n - 2 : n}`;
}

async function stateOf(store: Store, k: number): Promise<string> {
  if (k === 0) return String((await store.settings()).n ?? 'none');
  if (k === 1) return store.organs.list()[0]?.contact ?? 'none';
  const name = `第${k}局`;
  const rows = (await store.list()).filter(row => row.issuer === name);
  const removed = (await store.listRemoved()).filter(({ row }) => row.issuer === name);
  if (rows.length + removed.length > 1) return 'twice';
  const row = rows[0];
  if (row === undefined) return removed[0] === undefined ? 'none' : `removed ${removed[0].row.subject}`;
  const record = await store.get(row.id);
  const isWhole = (record?.drafts[0]?.source.text.length ?? 0) > 30_000;
  return isWhole ? `kept ${record?.subject}` : 'half';
}
