/** Work on many things at a time, handed on in their order, with few of them waiting. */

/**
 * At most `ahead` are begun and not yet handed on. After `stopped` says so nothing more is begun, and what was begun is
 * handed on.
 */
export async function* inOrder<Item, Done>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Done>,
  stopped: () => boolean,
): AsyncGenerator<Done, void> {
  const begun: Promise<Done>[] = [];
  let next = 0;
  for (;;) {
    while (begun.length < ahead && next < items.length && !stopped()) {
      const one = work(items[next] as Item);
      // Told when its turn comes.
      one.catch(() => {});
      begun.push(one);
      next += 1;
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield await first;
  }
}
