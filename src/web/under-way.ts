/** Work that goes on after its request was answered: it keeps its turn, is written down when it is done, and is waited for at the end. */
import type { Bilingual } from '../words/bilingual.ts';
import { faultText, tellFault } from './errors.ts';
import type { AppOptions } from './options.ts';
import type { PageContext } from './page.ts';

/** All work of a program that goes on without anybody who waits for its answer. */
export class UnderWay {
  readonly #work = new Set<Promise<void>>();

  add(work: Promise<void>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** When all of it has ended, or after so many milliseconds. */
  async ended(most: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<void>(done => {
      late = setTimeout(done, most);
    });
    await Promise.race([Promise.all(this.#work), patience]);
    clearTimeout(late);
  }
}

/** Begins the work; where it fails, that stands in the log, and `stopped` is told what to say of it. */
export function goOn(
  options: AppOptions,
  c: PageContext,
  work: () => Promise<void>,
  stopped: (text: Bilingual, id: string) => void,
): void {
  const ended = work().catch((error: unknown) => {
    const fault = error instanceof Error ? error : new Error(String(error));
    tellFault(options, c, fault);
    stopped(faultText(fault), c.var.requestId ?? '');
  });
  c.set('underWay', ended);
  options.underWay?.add(ended);
}

/** Does something when the request has been answered and all that goes on after it has ended. */
export async function afterAll(c: PageContext, then: () => void | Promise<void>): Promise<void> {
  const { underWay } = c.var;
  if (underWay === undefined) await then();
  else void underWay.then(then);
}
