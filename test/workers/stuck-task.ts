/** A task for the tests of the pool: goes wrong in the way it is told. */
export default function task(how: string): string {
  if (how === 'loop') for (;;);
  if (how === 'hoard') {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
  }
  if (how === 'jump') {
    // One list alone, which grows by half each time: the limit of a thread's heap is passed in one step.
    const list: unknown[] = [];
    for (let at = 0; at < 2 ** 31; at += 1) list[at] = how;
  }
  if (how === 'throw') throw new TypeError('as told');
  if (how === 'pid') return String(process.pid);
  if (how === 'slow') for (const end = Date.now() + 500; Date.now() < end; );
  return how;
}
