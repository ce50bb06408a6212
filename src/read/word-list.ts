/** Words asked for by the place where one of them may begin or end; the character there tells most places apart. */

export class WordList {
  readonly #byFirst = new Map<number, string[]>();
  readonly #byLast = new Map<number, string[]>();

  /** Of several words that stand at one place the earlier in `words` is given. None is empty. */
  constructor(words: readonly string[]) {
    for (const word of words) {
      add(this.#byFirst, word.charCodeAt(0), word);
      add(this.#byLast, word.charCodeAt(word.length - 1), word);
    }
  }

  /** The word that begins at `at`. */
  at(text: string, at: number): string | undefined {
    const row = this.#byFirst.get(text.charCodeAt(at));
    if (row === undefined) return undefined;
    for (const word of row) if (text.startsWith(word, at)) return word;
    return undefined;
  }

  /** The word that ends before `end`. */
  before(text: string, end: number): string | undefined {
    const row = this.#byLast.get(text.charCodeAt(end - 1));
    if (row === undefined) return undefined;
    for (const word of row) if (text.endsWith(word, end)) return word;
    return undefined;
  }
}

function add(rows: Map<number, string[]>, unit: number, word: string): void {
  const row = rows.get(unit);
  if (row === undefined) rows.set(unit, [word]);
  else row.push(word);
}
