/**
 * Worker processes that are started when they are needed and stopped when they take too long or too much memory. They
 * are no threads: where one list grows too fast for the limit of a thread's heap, its whole process ends.
 */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { workerEntry } from './entry.ts';

export interface PoolOptions {
  /** Module whose default export takes a task and gives its result: `new URL('./some-task.ts', import.meta.url)`. */
  readonly module: URL;
  /** Seconds for one task, counted from when it is begun. */
  readonly seconds: number;
  /** Megabytes of heap of one process. */
  readonly megabytes: number;
  /** Most processes at a time; one for each core but one where it is not told. */
  readonly threads?: number;
}

/** A task that was stopped, or that took its process with it. */
export class WorkerStopped extends Error {
  readonly why: 'time' | 'memory';
  constructor(why: WorkerStopped['why'], cause?: unknown) {
    super(`a worker was stopped: ${why}`, { cause });
    this.name = 'WorkerStopped';
    this.why = why;
  }
}

/** What tinypool says of a process that ended by itself, as V8 ends one whose heap is full. */
const unexpectedExit = 'Worker exited unexpectedly';

/**
 * Run first in each process: what it prints goes nowhere, as its results and errors come back another way. Where its heap is
 * full the engine writes pages about itself, which nobody who reads a report can use. Ctrl+C, which a terminal sends to all
 * processes, is for the program that started it: what was begun is finished.
 */
const silent = `data:text/javascript,${encodeURIComponent(
  "import { closeSync, openSync } from 'node:fs'; import { devNull } from 'node:os';" +
    "for (const output of [1, 2]) { closeSync(output); openSync(devNull, 'w'); }" +
    "process.on('SIGINT', () => {});",
)}`;

/** A smaller room for what is young: each process holds some 20 MB less, and takes no longer. */
const youngLimit = '--max-semi-space-size=8';

/** Runs one task after the other in each of its processes; the next task of a stopped one runs in a new one. */
export class Pool<Task, Result> {
  readonly #options: PoolOptions;
  readonly #threads: number;
  #pool: Promise<Tinypool> | null = null;
  #forget = (): void => {};
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  }

  /** @throws WorkerStopped, or what the task threw */
  async run(task: Task): Promise<Result> {
    if (this.#running >= this.#threads) await new Promise<void>(go => this.#waiting.push(go));
    else this.#running += 1;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#options.seconds * 1000);
    try {
      this.#pool ??= this.#start();
      const pool = await this.#pool;
      return (await pool.run(task, { signal: stop.signal })) as Result;
    } catch (error) {
      if (stop.signal.aborted) throw new WorkerStopped('time');
      if (error instanceof Error && error.message === unexpectedExit) throw new WorkerStopped('memory', error);
      throw error instanceof Error ? error : Object.assign(new Error(), error);
    } finally {
      clearTimeout(timer);
      // A place goes straight to who waits longest, so that nobody else takes it in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** Ends all processes; a task after it starts them anew. */
  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await (await pool)?.destroy();
    this.#forget();
  }

  async #start(): Promise<Tinypool> {
    const { Tinypool } = await import('tinypool');
    const pool = new Tinypool({
      filename: workerEntry(this.#options.module),
      runtime: 'child_process',
      serialization: 'advanced',
      env: Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
      minThreads: 0,
      maxThreads: this.#threads,
      idleTimeout: 60_000,
      execArgv: [`--max-old-space-size=${this.#options.megabytes}`, youngLimit, '--import', silent],
    });
    // One that was ended from outside while it had nothing to do: the next task starts another.
    pool.on('error', () => {});
    // A program that ends at once leaves none behind that is busy for ever.
    const endAll = (): void => {
      for (const { threadId } of pool.threads) process.kill(threadId, 'SIGKILL');
    };
    process.on('exit', endAll);
    this.#forget = () => process.off('exit', endAll);
    return pool;
  }
}
