/** The accounts of a data folder: one file, changed by the command line and by the pages, each change seen by both at once. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keepingWords } from '../words/keeping.ts';
import { codeOf } from './codes.ts';
import { systemDisk } from './disk.ts';
import { storeError } from './folder.ts';
import { DamagedFile, JsonFile } from './json-file.ts';
import { makeFolder } from './make-folder.ts';
import { Owned, own } from './owner.ts';
import {
  type Cost,
  hasCost,
  hashOfNobody,
  hashPassword,
  isPassword,
  type PasswordHash,
  usualCost,
} from './password.ts';
import { type Role, roles } from './roles.ts';

export interface Account {
  readonly name: string;
  readonly role: Role;
  readonly password: PasswordHash;
  /** ISO times. */
  readonly createdAt: string;
  /** When the password was set; sessions of an earlier one have ended. */
  readonly passwordAt: string;
}

interface AccountFile {
  readonly schema: 1;
  readonly accounts: readonly Account[];
}

const fileName = 'accounts.json';
/** Sign-ins that may wait for their turn; each takes a part of a second and 32 MiB. */
const mostWaiting = 20;
/** How often, and how long apart (milliseconds), a change waits for another process to finish its own. */
const lockTries = 40;
const lockPause = 50;

export class Accounts {
  readonly #folder: string;
  readonly #clock: () => Date;
  readonly #cost: Cost;
  #known: { readonly mark: string; readonly accounts: readonly Account[] } | null = null;
  #nobody: Promise<PasswordHash> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(folder: string, clock: () => Date, cost: Cost = usualCost) {
    this.#folder = folder;
    this.#clock = clock;
    this.#cost = cost;
  }

  get #path(): string {
    return join(this.#folder, fileName);
  }

  /**
   * As the file has them now.
   * @throws StoreError where the file is damaged or of a newer version: then nobody is let in
   */
  async list(): Promise<readonly Account[]> {
    const mark = await markOf(this.#path);
    if (mark === null) return [];
    if (this.#known?.mark === mark) return this.#known.accounts;
    const accounts = await this.#read();
    this.#known = { mark, accounts };
    return accounts;
  }

  /** Capitals and forms of full width make no difference in a name. */
  async get(name: string): Promise<Account | null> {
    const folded = foldAccount(name);
    return (await this.list()).find(account => foldAccount(account.name) === folded) ?? null;
  }

  /** False where the name is taken. */
  async add(name: string, role: Role, password: string): Promise<boolean> {
    const hash = await hashPassword(password, this.#cost);
    const now = this.#clock().toISOString();
    const added: Account = { name: name.normalize('NFKC'), role, password: hash, createdAt: now, passwordAt: now };
    return this.#change(accounts => (find(accounts, name) === undefined ? [...accounts, added] : null));
  }

  /** False where there is no such account; so for the two below. */
  remove(name: string): Promise<boolean> {
    return this.#change(accounts => {
      const gone = find(accounts, name);
      return gone === undefined ? null : accounts.filter(account => account !== gone);
    });
  }

  setRole(name: string, role: Role): Promise<boolean> {
    return this.#replace(name, account => ({ ...account, role }));
  }

  async setPassword(name: string, password: string): Promise<boolean> {
    const hash = await hashPassword(password, this.#cost);
    const passwordAt = this.#clock().toISOString();
    return this.#replace(name, account => ({ ...account, password: hash, passwordAt }));
  }

  /** The account where the password is its own, else null; an unknown name takes as long. `busy` where too many wait. */
  async check(name: string, password: string): Promise<Account | null | 'busy'> {
    if (this.#waiting >= mostWaiting) return 'busy';
    this.#waiting += 1;
    const turn = this.#turn.then(() => this.#check(name, password));
    this.#turn = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #check(name: string, password: string): Promise<Account | null> {
    const account = await this.get(name);
    this.#nobody ??= hashOfNobody(this.#cost);
    const right = await isPassword(password, account?.password ?? (await this.#nobody));
    if (account === null || !right) return null;
    if (!hasCost(account.password, this.#cost)) {
      // The cost has changed since: the same password is kept at the new one, and its sessions go on.
      const hash = await hashPassword(password, this.#cost);
      await this.#replace(name, kept => (kept.passwordAt === account.passwordAt ? { ...kept, password: hash } : kept));
    }
    return account;
  }

  #replace(name: string, change: (account: Account) => Account): Promise<boolean> {
    return this.#change(accounts => {
      const before = find(accounts, name);
      return before === undefined ? null : accounts.map(account => (account === before ? change(account) : account));
    });
  }

  /** Saves what `change` makes of the accounts; null leaves them. One process at a time. */
  async #change(change: (accounts: readonly Account[]) => readonly Account[] | null): Promise<boolean> {
    makeFolder(this.#folder);
    const letGo = await this.#lock();
    try {
      const accounts = change(await this.#read());
      if (accounts === null) return false;
      await new JsonFile<AccountFile>(this.#path, systemDisk).write({ schema: 1, accounts });
      this.#known = null;
      return true;
    } catch (error) {
      throw this.#refusal(error);
    } finally {
      await letGo();
    }
  }

  async #lock(): Promise<() => Promise<void>> {
    const path = join(this.#folder, 'accounts.lock');
    for (let tries = 1; ; tries += 1) {
      try {
        return (await own(path, systemDisk)).letGo;
      } catch (error) {
        if (!(error instanceof Owned) || tries === lockTries) throw this.#refusal(error);
        await new Promise(done => setTimeout(done, lockPause));
      }
    }
  }

  async #read(): Promise<readonly Account[]> {
    let value: unknown;
    try {
      value = await new JsonFile<unknown>(this.#path, systemDisk).read();
    } catch (error) {
      if (error instanceof DamagedFile)
        throw storeError('unwritable', keepingWords.accountsDamaged, { file: this.#path });
      throw this.#refusal(error);
    }
    if (value === null) return [];
    if (!isAccountFile(value)) throw storeError('unwritable', keepingWords.accountsDamaged, { file: this.#path });
    return value.accounts;
  }

  #refusal(error: unknown): unknown {
    const code = codeOf(error);
    const reason = error instanceof Owned ? 'accounts.lock' : code;
    if (reason === '') return error;
    if (code === 'ENOSPC' || code === 'EDQUOT') return storeError('full', keepingWords.full, {}, error);
    return storeError('unwritable', keepingWords.unwritable, { folder: this.#folder, reason }, error);
  }
}

/** How names are compared. */
export const foldAccount = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Letters (Chinese too), digits and a few signs; at most 40. */
export const isAccountName = (name: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._·-]{0,39}$/u.test(name.normalize('NFKC'));

const find = (accounts: readonly Account[], name: string): Account | undefined =>
  accounts.find(account => foldAccount(account.name) === foldAccount(name));

function isAccountFile(value: unknown): value is AccountFile {
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== 1) return false;
  return 'accounts' in value && Array.isArray(value.accounts) && value.accounts.every(isAccount);
}

function isAccount(value: unknown): value is Account {
  if (typeof value !== 'object' || value === null) return false;
  const { name, role, password, passwordAt } = value as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !isAccountName(name) || typeof passwordAt !== 'string') return false;
  if (!roles.some(known => known === role) || typeof password !== 'object' || password === null) return false;
  const { kind, N, r, p, salt, hash } = password as Readonly<Record<string, unknown>>;
  const bounded = [N, r, p].every(each => Number.isInteger(each) && Number(each) > 0 && Number(each) <= 2 ** 20);
  return kind === 'scrypt' && bounded && typeof salt === 'string' && typeof hash === 'string' && hash.length >= 40;
}

/** Tells one state of the file from the next; null where there is none. */
async function markOf(path: string): Promise<string | null> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
