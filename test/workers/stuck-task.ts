/** A task for the tests of the pool: goes wrong in the way it is told. */
export default function task(how: string): string {
  if (how === 'loop') for (;;);
  if (how === 'hoard') {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
  }
  if (how === 'throw') throw new TypeError('as told');
  return how;
}
