/** How far an import of many files is, file by file, for the page that waits for it. */
import { isMarked } from '../report/restricted.ts';
import { type Bilingual, type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { Arrival } from './arrivals.ts';
import type { IntakeEntry, Taken } from './intake-entry.ts';

interface Line {
  readonly state: IntakeEntry['state'];
  readonly file: string;
  readonly text: Bilingual;
}

export class IntakeProgress implements Arrival {
  readonly href = '';
  readonly #lines: Line[] = [];
  #all: number;
  #stopped: { readonly text: Bilingual; readonly id: string } | null = null;

  constructor(files: number) {
    this.#all = files;
  }

  get hasStopped(): boolean {
    return this.#stopped !== null;
  }

  /** An archive turned out to hold more than one file. */
  readonly found = (more: number): void => {
    this.#all += more;
  };

  readonly told = (taken: Taken): void => {
    this.#lines.push({ file: taken.file, ...lineOf(taken) });
  };

  /** It ended before its end: `text` says why, `id` stands in the log. */
  readonly stopped = (text: Bilingual, id: string): void => {
    this.#stopped = { text, id };
  };

  in(lang: Lang): object {
    const done = this.#lines.length;
    const numbers = { done, all: Math.max(this.#all, done) };
    const stopped = this.#stopped;
    return {
      ...numbers,
      told: say(stopped === null ? pageTexts.arrivingSoFar : pageTexts.arrivingStopped, lang, numbers),
      stopped: stopped === null ? '' : pick(stopped.text, lang),
      faultId: stopped?.id ?? '',
      // The last one stands on top, where it is seen.
      entries: this.#lines.map(({ state, file, text }) => ({ state, file, message: pick(text, lang) })).reverse(),
    };
  }
}

function lineOf(taken: Taken): Pick<Line, 'state' | 'text'> {
  switch (taken.state) {
    case 'failed':
      return { state: 'failed', text: taken.error.text };
    case 'skipped':
      return { state: 'skipped', text: taken.why };
    case 'held':
      return { state: 'held', text: isMarked(taken.restricted) ? pageTexts.heldMarked : pageTexts.heldPersonal };
    case 'other':
      return { state: 'unrecognised', text: pageTexts.arrivedOther };
    case 'checked':
      return { state: 'done', text: pageTexts.checkedOnly };
    case 'stored':
      return taken.receipt.outcome === 'already-there'
        ? { state: 'same', text: pageTexts.arrivedSame }
        : { state: 'done', text: pageTexts.arrived };
  }
}
