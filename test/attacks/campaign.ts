/** Sends made-up requests over sockets, several at a time, and counts what is answered. */
import { connect } from 'node:net';
import { drawing, type Ground } from './made-requests.ts';

export interface Tally {
  /** How often each status was answered; `none` where the connection was closed or silent without an answer. */
  readonly statuses: ReadonlyMap<string, number>;
  /** The first requests that were answered with 5xx. */
  readonly faults: readonly { readonly seed: number; readonly status: string; readonly request: string }[];
}

export interface CampaignOptions {
  readonly count: number;
  readonly seed: number;
  readonly atOnce?: number;
  /** How long half a request may keep its connection before it is given up, in milliseconds; null where all are whole. */
  readonly patience?: number | null;
}

export async function campaign(
  make: (draw: () => number, ground: Ground) => Buffer,
  ground: Ground,
  { count, seed, atOnce = 8, patience = null }: CampaignOptions,
): Promise<Tally> {
  const statuses = new Map<string, number>();
  const faults: { seed: number; status: string; request: string }[] = [];
  let next = seed;
  const worker = async (): Promise<void> => {
    while (next < seed + count) {
      const mine = next;
      next += 1;
      const bytes = make(drawing(mine), ground);
      for (const status of await exchange(ground.port, bytes, patience)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status.startsWith('5') && faults.length < 20)
          faults.push({ seed: mine, status, request: bytes.toString('latin1').slice(0, 600) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { statuses, faults };
}

/** The statuses that come back; one request may be taken for several. */
function exchange(port: number, bytes: Buffer, patience: number | null): Promise<string[]> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const finish = (): void => {
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      const found = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status = '']) => status);
      resolve(found.length === 0 ? ['none'] : found);
    };
    let timer: NodeJS.Timeout | undefined;
    socket.on('connect', () => {
      socket.write(bytes);
      if (patience !== null) timer = setTimeout(() => socket.end(), patience);
    });
    socket.setTimeout(30_000, finish);
    socket.on('data', data => chunks.push(data));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      finish();
    });
  });
}

export const tallyText = ({ statuses }: Tally): string =>
  [...statuses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, n]) => `${status}: ${n}`)
    .join(', ');

export const faultsOf = ({ statuses }: Tally): number =>
  [...statuses].filter(([status]) => status.startsWith('5')).reduce((sum, [, n]) => sum + n, 0);
