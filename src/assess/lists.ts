/** The lists of phrases that a rule set's requirements name, each with the numbers of its phrases, made out once. */

export interface PhraseNumbers {
  /** Number of the list itself. */
  readonly list: number;
  readonly phrases: readonly number[];
}

/** Numbers by list object: asked for thousands of times a report, so no phrase is looked up by its text again. */
export class PhraseLists {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #known = new WeakMap<readonly string[], PhraseNumbers>();
  #count = 0;

  /** How many lists have been asked for so far. */
  get size(): number {
    return this.#count;
  }

  constructor(ids: ReadonlyMap<string, number>) {
    this.#ids = ids;
  }

  /** A list made anew for each report would be numbered anew: callers keep theirs. */
  of(list: readonly string[]): PhraseNumbers {
    const known = this.#known.get(list);
    if (known !== undefined) return known;
    const phrases = list.map(phrase => this.#ids.get(phrase)).filter(id => id !== undefined);
    const numbers = { list: this.#count, phrases };
    this.#count += 1;
    this.#known.set(list, numbers);
    return numbers;
  }
}

const byRuleSet = new WeakMap<ReadonlyMap<string, number>, PhraseLists>();

/** The lists of the rule set that numbers its phrases like this. */
export function listsOf(ids: ReadonlyMap<string, number>): PhraseLists {
  const known = byRuleSet.get(ids);
  if (known !== undefined) return known;
  const lists = new PhraseLists(ids);
  byRuleSet.set(ids, lists);
  return lists;
}
