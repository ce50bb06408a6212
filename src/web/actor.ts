/** Who asks, and what is noted of what they did. */
import type { ActivityKind, Role } from '../store/index.ts';
import type { PageContext } from './page.ts';

/** Null where accounts are not needed: then whoever sits at this computer. */
export type Person = { readonly name: string; readonly role: Role } | null;

/** One deed of a request, kept when it is answered. */
export interface Deed {
  readonly action: ActivityKind;
  readonly of: string;
  readonly detail: string;
  /** Who did it, where that is not who asks: a sign-in. */
  readonly by?: string;
}

/** What only an administrator may do is open to whoever sits at a computer that needs no account. */
export const isAdministrator = (c: PageContext): boolean =>
  c.var.person === undefined || c.var.person === null || c.var.person.role === 'administrator';

/** Notes a deed that has been done; ids only, never a word of a report or of a form. */
export function note(c: PageContext, action: ActivityKind, of = '', detail: string | number = '', by?: string): void {
  c.var.deeds?.push({ action, of, detail: String(detail), ...(by !== undefined && { by }) });
}
