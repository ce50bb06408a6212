/** The office that signs letters written by a command: its settings in the data folder, which is only read. */
import { type Office, officeFrom } from '../present/office.ts';
import { settingsIn } from '../store/settings-in.ts';
import type { Options } from './options.ts';

export async function officeOf({ data, office }: Pick<Options, 'data' | 'office'>): Promise<Office> {
  const kept = officeFrom((await settingsIn(data)).office);
  return office === null ? kept : { ...kept, name: office };
}
