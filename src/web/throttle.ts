/** Slows down the guessing of passwords: failed sign-ins are counted by account and by address, within a quarter of an hour. */

const windowMs = 15 * 60_000;
/** How many failures are let pass: of one account from one address, of one account from anywhere, from one address. */
const most = { pair: 5, account: 30, address: 30 } as const;
const mostKeys = 10_000;

export class Throttle {
  readonly #clock: () => Date;
  /** Times of failures, oldest first. */
  readonly #failures = new Map<string, number[]>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /**
   * Counts a try as failed before it is made, so that many at once are counted too; null, or after how many minutes
   * the next one will be taken. It is the same for a name that has no account.
   */
  begin(account: string, address: string): number | null {
    const now = this.#clock().getTime();
    const counted = keysOf(account, address).map(({ key, limit }) => ({ key, limit, times: this.#recent(key, now) }));
    const waits = counted
      .filter(({ times, limit }) => times.length >= limit)
      .map(({ times, limit }) => (times[times.length - limit] ?? now) + windowMs - now);
    if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) / 60_000));
    for (const { key, times } of counted) this.#keep(key, [...times, now]);
    return null;
  }

  /** The try was right: it counts no longer, and the mistakes before it are forgiven to this account at this address. */
  succeed(account: string, address: string): void {
    for (const { key, isPair } of keysOf(account, address)) {
      const times = this.#failures.get(key) ?? [];
      if (isPair || times.length <= 1) this.#failures.delete(key);
      else this.#failures.set(key, times.slice(0, -1));
    }
  }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter(time => now - time < windowMs);
  }

  #keep(key: string, times: number[]): void {
    // Put at the end: what was counted longest ago is forgotten first when there are too many.
    this.#failures.delete(key);
    this.#failures.set(key, times);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > mostKeys && oldest !== undefined) this.#failures.delete(oldest);
  }
}

function keysOf(account: string, address: string) {
  const from = networkOf(address);
  return [
    { key: `both ${account} ${from}`, limit: most.pair, isPair: true },
    { key: `account ${account}`, limit: most.account, isPair: false },
    { key: `address ${from}`, limit: most.address, isPair: false },
  ];
}

/** Of IPv6 the half that names a network: its owner has all the rest. */
function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
