/** Tells on which page of the paper a place of a text stands. */
import type { PageStart } from './types.ts';

/** The number of the page that holds `offset`; undefined where the format has no pages. */
export function pageOf(pages: readonly PageStart[] | undefined, offset: number): number | undefined {
  return (pages?.findLast(page => page.start <= offset) ?? pages?.[0])?.number;
}
