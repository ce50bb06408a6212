/** Long work in steps, so that a server answers others in between. */

export type Steps<T> = Generator<void, T>;

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Lets others have their turn between steps. */
export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  const pause = createPause();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Milliseconds for which nothing else is answered. */
const longestBreath = 30;

/** To be awaited after each step: it waits for others where the last such wait is long ago. */
export function createPause(): () => Promise<void> {
  let breath = performance.now();
  return async () => {
    if (performance.now() - breath < longestBreath) return;
    await new Promise(done => setImmediate(done));
    breath = performance.now();
  };
}
