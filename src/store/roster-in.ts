/** The roster in a data folder that another process may own: read as it lies there, nothing is changed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOrgan, isOrganId } from './record.ts';
import type { Organ } from './types.ts';
import { forward } from './versions.ts';

/** In the order in which they were added. None where there is no roster; a file that cannot be understood is left out. */
export async function rosterIn(folder: string): Promise<readonly Organ[]> {
  const names = await readdir(join(folder, 'organs')).catch(() => []);
  const ids = names.flatMap(name => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [])).filter(isOrganId);
  const organs = (await Promise.all(ids.map(id => organIn(folder, id)))).filter(organ => organ !== null);
  return organs.sort(byAge);
}

/** Those of one paste have one time: their ids keep the order stable. */
export function byAge(one: Organ, other: Organ): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

async function organIn(folder: string, id: string): Promise<Organ | null> {
  try {
    const text = await readFile(join(folder, 'organs', `${id}.json`), 'utf8');
    const found = forward('organ', JSON.parse(text.replace(/^\uFEFF/, '')));
    return typeof found === 'string' ? null : checkOrgan(found.value, id);
  } catch {
    return null;
  }
}
