/** Which zone each place of a copy lies in. */
import { type ZoneStretch, zoneNames } from './types.ts';

/** Zone of each flat index, as an index into `zoneNames`. */
export function zoneIndex(size: number, zones: readonly ZoneStretch[]): Uint8Array {
  const index = new Uint8Array(size);
  for (const stretch of zones) index.fill(zoneNames.indexOf(stretch.zone), stretch.flatStart, stretch.flatEnd);
  return index;
}
