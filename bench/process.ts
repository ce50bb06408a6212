/** Runs a command to its end and tells its time, its processor time and the most memory that it held, with all processes that it starts. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of all cores; 0 where the system does not tell. Others who use the machine change it less than the clock. */
  readonly cpu: number;
  /** Most megabytes resident at one time, of all its processes together; 0 where the system does not tell. */
  readonly memory: number;
}

export interface Command {
  readonly name: string;
  readonly words: readonly string[];
  readonly folder?: string;
  /** Exit codes that mean it did its work. */
  readonly fine?: readonly number[];
}

/** Throws where it ends with a code that it should not; what it prints is not kept. */
export async function measure({ name, words, folder, fine = [0] }: Command): Promise<Measured> {
  const [program = '', ...args] = words;
  const started = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    said = (said + text).slice(-2000);
  });
  /** By process: one that has ended keeps what it took. */
  const cpu = new Map<number, number>();
  let memory = 0;
  const look = setInterval(() => {
    let held = 0;
    for (const pid of withChildren(child.pid ?? 0)) {
      const seen = lookAt(pid);
      cpu.set(pid, Math.max(cpu.get(pid) ?? 0, seen.cpu));
      held += seen.memory;
    }
    memory = Math.max(memory, held);
  }, 10);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  clearInterval(look);
  if (code === null || !fine.includes(code)) throw new Error(`${name} ended with ${code}: ${said}`);
  const all = [...cpu.values()].reduce((sum, one) => sum + one, 0);
  return { wall: performance.now() - started, cpu: all, memory };
}

/** A hundredth of a second each, as Linux counts. */
const tick = 10;

/** A process and those below it; they are listed under the thread that started them. */
function withChildren(pid: number): readonly number[] {
  try {
    const below = readdirSync(`/proc/${pid}/task`).flatMap(thread =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...below.flatMap(withChildren)];
  } catch {
    return [];
  }
}

function lookAt(pid: number): { cpu: number; memory: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const now = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return { cpu: (Number(fields[11]) + Number(fields[12])) * tick, memory: Number(now?.[1] ?? 0) / 1024 };
  } catch {
    return { cpu: 0, memory: 0 };
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Every command in every round, one after the other, so that whatever else the machine does meets all of them. */
export async function interleaved(
  commands: readonly Command[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const all = new Map<string, Measured[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const command of commands) all.get(command.name)?.push(await measure(command));
  return all;
}

/** Median of the quotients of the same round. */
export function ratio(of: readonly Measured[], to: readonly Measured[], by: 'wall' | 'cpu'): number {
  return median(of.map((one, round) => one[by] / Math.max(1, to[round]?.[by] ?? 1)));
}
