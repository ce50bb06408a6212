/** Starts the serving process and asks it things, one after the other. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ServingProcess {
  ask<T>(what: string, value?: number): Promise<T>;
}

export async function startServing(): Promise<ServingProcess> {
  const child = fork(fileURLToPath(new URL('serving.ts', import.meta.url)), [], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  let ended = (_: Error): void => {};
  child.on('exit', code => ended(new Error(`the serving process ended: ${code}`)));
  const next = <T>(): Promise<T> =>
    new Promise((done, fail) => {
      ended = fail;
      child.once('message', message => done((message as { value: T }).value));
    });
  await next();
  return {
    ask: (what, value = 0) => {
      const answer = next<never>();
      child.send({ what, value });
      return answer;
    },
  };
}
