/** The choices of the office in a data folder that another process may own: read as they lie there, nothing is changed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forward } from './versions.ts';

/** None where there is no such file, or none that can be understood. */
export async function settingsIn(folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const text = await readFile(join(folder, 'settings.json'), 'utf8');
    const found = forward('settings', JSON.parse(text.replace(/^\uFEFF/, '')));
    if (typeof found === 'string') return {};
    const { settings } = found.value;
    return typeof settings === 'object' && settings !== null ? (settings as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
