/** How many requests are worked on at once and how many wait: beyond that they are refused in words, so that memory stays bounded. */
import type { MiddlewareHandler } from 'hono';
import { storeError } from '../store/folder.ts';
import { keepingWords } from '../words/keeping.ts';
import type { Env } from './page.ts';
import { afterAll } from './under-way.ts';

export interface TurnLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Only requests for which `counts` is true take turns; a body is not read before it is its turn. */
export function inTurns({ atOnce, waiting }: TurnLimits, counts: (method: string) => boolean): MiddlewareHandler<Env> {
  const queue: (() => void)[] = [];
  let running = 0;
  const handOn = (): void => {
    const following = queue.shift();
    if (following === undefined) running -= 1;
    else following();
  };
  return async function takeTurn(c, next) {
    if (!counts(c.req.method)) return next();
    if (running >= atOnce) {
      if (queue.length >= waiting) throw storeError('busy', keepingWords.busy, {});
      // Whoever ends hands the turn on, so that nobody slips in between.
      await new Promise<void>(turn => queue.push(turn));
    } else {
      running += 1;
    }
    try {
      await next();
    } finally {
      await afterAll(c, handOn);
    }
  };
}
