/** A world that asks who is there: accounts with a cheap hash, an administrator and a reviewer, and browsers that keep cookies. */
import { writeFile } from 'node:fs/promises';
import { Accounts, ActivityLog, type Role } from '../../src/store/index.ts';
import { type Access, Sessions, Throttle } from '../../src/web/index.ts';
import { post, type World, world } from './world.ts';

/** Enough to tell right from wrong; the usual cost would keep the tests waiting. */
export const cheap = { N: 16, r: 1, p: 1 } as const;

export const passwords = { 管理员甲: '山高水长一句话 2025', 审核人乙: 'correct horse battery' } as const;
export type Name = keyof typeof passwords;

export interface OfficeWorld extends World {
  readonly accounts: Accounts;
  readonly activity: ActivityLog;
  damageAccounts(): Promise<void>;
  /** Moves the clock on; milliseconds. */
  later(by: number): void;
}

/** `secure` as behind https. */
export async function officeWorld(
  options: { readonly secure?: boolean; readonly proxy?: string | null } = {},
): Promise<OfficeWorld> {
  let ahead = 0;
  let kept = '';
  const made: { accounts?: Accounts; activity?: ActivityLog } = {};
  const here = await world({
    more: (folder, plainClock) => {
      kept = folder;
      const clock = () => new Date(plainClock().getTime() + ahead);
      const accounts = new Accounts(folder, clock, cheap);
      const activity = new ActivityLog(`${folder}/activity`);
      Object.assign(made, { accounts, activity });
      const access: Access = {
        accounts,
        sessions: new Sessions(clock),
        throttle: new Throttle(clock),
        secure: options.secure ?? false,
        proxy: options.proxy ?? null,
      };
      // As behind a proxy: browsers know the pages by another name than the program.
      const origin = options.proxy == null ? {} : { origin: 'https://fajian.example' };
      return { access, activity, clock, ...origin };
    },
  });
  const { accounts, activity } = made;
  if (accounts === undefined || activity === undefined) throw new Error('the world was not made');
  const roles: Readonly<Record<Name, Role>> = { 管理员甲: 'administrator', 审核人乙: 'reviewer' };
  for (const name of ['管理员甲', '审核人乙'] as const) await accounts.add(name, roles[name], passwords[name]);
  const later = (by: number): void => {
    ahead += by;
  };
  const damageAccounts = (): Promise<void> => writeFile(`${kept}/accounts.json`, '{"schema":1,"acc');
  return { ...here, accounts, activity, later, damageAccounts };
}

/** A browser: it keeps the cookies that it is given, and sends them. */
export class Browser {
  readonly #here: World;
  readonly cookies = new Map<string, string>();

  constructor(here: World) {
    this.#here = here;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#kept(await this.#here.app.request(path, { headers: { Cookie: this.#cookie(), ...headers } }));
  }

  async send(path: string, fields: Readonly<Record<string, string>> | FormData = {}): Promise<Response> {
    const form = fields instanceof FormData ? fields : new URLSearchParams(fields);
    // A browser tells the length of what it sends.
    const length = form instanceof FormData ? {} : { 'Content-Length': String(form.toString().length) };
    return this.#kept(await this.#here.app.request(path, post(form, { Cookie: this.#cookie(), ...length })));
  }

  async signIn(name: Name, password: string = passwords[name]): Promise<Response> {
    return this.send('/sign-in', { name, password });
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #kept(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
