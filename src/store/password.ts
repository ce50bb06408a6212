/** Passwords as they are kept: scrypt with its parameters beside the hash, compared in constant time. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Parameters of scrypt; memory is 128 × N × r bytes. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export interface PasswordHash extends Cost {
  readonly kind: 'scrypt';
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
}

/** 32 MiB and about a quarter of a second: one of the settings that OWASP's cheat sheet on storing passwords names. */
export const usualCost: Cost = { N: 2 ** 15, r: 8, p: 3 };
const hashBytes = 32;

export async function hashPassword(password: string, cost: Cost = usualCost): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, hashBytes, cost);
  const { N, r, p } = cost;
  return { kind: 'scrypt', N, r, p, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

export async function isPassword(password: string, kept: PasswordHash): Promise<boolean> {
  const wanted = Buffer.from(kept.hash, 'base64');
  const found = await derive(password, Buffer.from(kept.salt, 'base64'), wanted.length, kept);
  return timingSafeEqual(found, wanted);
}

/** A hash that no password has, to be compared with where there is no account: the answer then takes as long. */
export async function hashOfNobody(cost: Cost = usualCost): Promise<PasswordHash> {
  return hashPassword(randomBytes(32).toString('base64'), cost);
}

export const hasCost = (kept: PasswordHash, { N, r, p }: Cost): boolean => kept.N === N && kept.r === r && kept.p === p;

function derive(password: string, salt: Buffer, length: number, { N, r, p }: Cost): Promise<Buffer> {
  // Digits and letters of full width, which an input method may give, are the same password.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export type PasswordMistake = 'passwordShort' | 'passwordLong' | 'passwordIsName' | 'passwordPlain';

export const passwordLength = { least: 10, most: 256 } as const;
const leastSigns = 5;

/** Why a new password is not taken; null where it is. */
export function passwordMistake(password: string, name: string): PasswordMistake | null {
  const signs = [...password.normalize('NFKC')];
  if (signs.length < passwordLength.least) return 'passwordShort';
  if (signs.length > passwordLength.most) return 'passwordLong';
  const plain = signs.join('').toLowerCase();
  if (name !== '' && plain.replaceAll(name.toLowerCase(), '').length < 4) return 'passwordIsName';
  return new Set(signs).size < leastSigns || isCounted(plain) ? 'passwordPlain' : null;
}

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const leastRun = 3;

/** Nothing but runs of digits, letters or keys in their order, forward or backward: what is tried first. */
function isCounted(plain: string): boolean {
  const signs = [...plain];
  const follows = (one: string, other: string): boolean => rows.some(row => row.includes(one + other));
  for (let at = 0; at < signs.length; ) {
    const run = (step: (one: string, other: string) => boolean): number => {
      let end = at + 1;
      while (end < signs.length && step(signs[end - 1] ?? '', signs[end] ?? '')) end += 1;
      return end - at;
    };
    const length = Math.max(
      run(follows),
      run((one, other) => follows(other, one)),
      run((one, other) => one === other),
    );
    if (length < leastRun) return false;
    at += length;
  }
  return true;
}
