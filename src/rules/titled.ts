/** Names of documents inside a gap: 审查《…》《…》等规范性文件 stands as near together as 审查规范性文件. */

/** Most characters of names that one gap passes over beside its own. */
export const mostTitled = 200;

const known = new WeakMap<Uint8Array, Int32Array | null>();

/** By place, how many characters before it stand inside 《》; null where none does. Made out once for a text. */
export function titledBefore(inTitle: Uint8Array): Int32Array | null {
  const made = known.get(inTitle);
  if (made !== undefined) return made;
  const counts = inTitle.includes(1) ? countTitled(inTitle) : null;
  known.set(inTitle, counts);
  return counts;
}

function countTitled(inTitle: Uint8Array): Int32Array {
  const before = new Int32Array(inTitle.length + 1);
  for (let at = 0; at < inTitle.length; at += 1) {
    before[at + 1] = (before[at] as number) + (inTitle[at] as number);
  }
  return before;
}

/** Characters from one place to a later one, those of names left out. */
export function distance(titled: Int32Array | null, from: number, to: number): number {
  return titled === null ? to - from : to - from - (titled[to] as number) + (titled[from] as number);
}

/** The earliest place from which another is no farther than `most` characters. */
export function reach(titled: Int32Array | null, place: number, most: number): number {
  let from = Math.max(0, place - most);
  if (titled === null) return from;
  for (;;) {
    const wider = Math.max(0, place - most - (titled[place] as number) + (titled[from] as number));
    if (wider >= from) return from;
    from = wider;
  }
}
