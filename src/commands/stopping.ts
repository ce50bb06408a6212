/** What Ctrl+C and an ordinary end from outside ask for: the first an orderly end, the next an end at once. */

/** Exit code of a program that was interrupted. */
export const interrupted = 130;

/** Milliseconds in which one Ctrl+C may come twice: npm passes on what the terminal has sent already. */
const sameAsk = 500;

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Calls `first` once an end is asked for. Gives what ends the waiting for it. */
export function onStopAsked(first: () => void): () => void {
  let askedAt: number | null = null;
  const ask = (): void => {
    const at = performance.now();
    if (askedAt !== null && at - askedAt > sameAsk) process.exit(interrupted);
    if (askedAt === null) first();
    askedAt ??= at;
  };
  for (const signal of signals) process.on(signal, ask);
  return () => {
    for (const signal of signals) process.off(signal, ask);
  };
}
