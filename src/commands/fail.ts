/** An error of the person at the terminal: told in one line, exit code 2. */
import { type Bilingual, fill } from '../words/bilingual.ts';

export class CommandError extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, values: Readonly<Record<string, string | number>> = {}) {
    super(fill(text.en, values));
    this.name = 'CommandError';
    this.text = { zh: fill(text.zh, values), en: fill(text.en, values) };
  }
}

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes as it is, without a line end of its own. */
  readonly raw: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
}
