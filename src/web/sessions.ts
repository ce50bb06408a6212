/** Who is signed in: kept in memory by the hash of a random token, so that a restart or a copied folder lets nobody in. */
import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../store/accounts.ts';

/** Milliseconds without a request after which a session ends, and after which it ends in any case. */
export const sessionTimes = { idle: 2 * 3600_000, whole: 12 * 3600_000 } as const;
const mostSessions = 5000;
const mostOfOne = 20;

interface Session {
  readonly name: string;
  /** Of the account when the session began: a password changed since ends it. */
  readonly passwordAt: string;
  readonly began: number;
  seen: number;
}

export class Sessions {
  readonly #clock: () => Date;
  /** By the hash of the token, least recently begun first. */
  readonly #sessions = new Map<string, Session>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The token for the browser: 256 random bits, known nowhere else. */
  begin({ name, passwordAt }: Pick<Account, 'name' | 'passwordAt'>): string {
    const now = this.#clock().getTime();
    for (const [key, session] of this.#sessions) if (hasEnded(session, now)) this.#sessions.delete(key);
    const own = [...this.#sessions].filter(([, session]) => session.name === name);
    for (const [key] of own.slice(0, Math.max(0, own.length - mostOfOne + 1))) this.#sessions.delete(key);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= mostSessions && oldest !== undefined) this.#sessions.delete(oldest);
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(keyOf(token), { name, passwordAt, began: now, seen: now });
    return token;
  }

  /** Null for a token that is none, or whose time is over. */
  find(token: string): Pick<Account, 'name' | 'passwordAt'> | null {
    const session = this.#sessions.get(keyOf(token));
    if (session === undefined) return null;
    const now = this.#clock().getTime();
    if (hasEnded(session, now)) {
      this.#sessions.delete(keyOf(token));
      return null;
    }
    session.seen = now;
    return session;
  }

  end(token: string): void {
    this.#sessions.delete(keyOf(token));
  }

  endAllOf(name: string): void {
    for (const [key, session] of this.#sessions) if (session.name === name) this.#sessions.delete(key);
  }
}

const hasEnded = ({ began, seen }: Session, now: number): boolean =>
  now - seen > sessionTimes.idle || now - began > sessionTimes.whole;

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64');
