/** How far a long run has come: one line that is written over on a terminal; elsewhere a line from time to time. */

import { batchWords as words } from '../words/batch.ts';
import { type Lang, say } from '../words/bilingual.ts';

export interface ProgressTo {
  /** Writes as it is. */
  readonly write: (text: string) => void;
  /** Whether what was written can be written over. */
  readonly terminal: boolean;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** Milliseconds before the first line, and between two of them. */
const first = 600;
const between = { terminal: 120, lines: 10_000 } as const;

const eraseLine = '\r\x1b[K';
const barWidth = 24;

export class Progress {
  readonly #to: ProgressTo;
  readonly #lang: Lang;
  readonly #total: number;
  readonly #started: number;
  #next: number;
  #done = 0;
  #kept = 0;
  #shown = false;

  constructor(total: number, lang: Lang, to: ProgressTo) {
    this.#to = to;
    this.#lang = lang;
    this.#total = total;
    this.#started = to.now();
    this.#next = this.#started + (to.terminal ? first : between.lines);
  }

  /** `kept` where the result was there already: such files tell nothing of the rate. */
  step(kept = false): void {
    this.#done += 1;
    if (kept) this.#kept += 1;
    const now = this.#to.now();
    if (now < this.#next || this.#total < 2) return;
    this.#next = now + (this.#to.terminal ? between.terminal : between.lines);
    this.#show(now);
  }

  /** Writes something else to the same place, the bar out of the way. */
  aside(write: () => void): void {
    this.clear();
    write();
  }

  clear(): void {
    if (this.#shown && this.#to.terminal) this.#to.write(eraseLine);
    this.#shown = false;
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (this.#to.now() - this.#started) / 1000;
  }

  #show(now: number): void {
    const rate = ((this.#done - this.#kept) * 1000) / Math.max(1, now - this.#started);
    const left = rate === 0 ? '—' : duration((this.#total - this.#done) / rate, this.#lang);
    const line = say(words.progress, this.#lang, {
      done: this.#done,
      total: this.#total,
      percent: Math.floor((this.#done * 100) / this.#total),
      rate: rate < 10 ? rate.toFixed(1) : Math.round(rate),
      left,
    });
    if (this.#to.terminal) {
      const filled = Math.floor((this.#done * barWidth) / this.#total);
      this.#to.write(`${eraseLine}${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${line}`);
    } else this.#to.write(`${line}\n`);
    this.#shown = true;
  }
}

/** 42秒, 3分5秒, 1小时12分. */
export function duration(seconds: number, lang: Lang): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return say(words.seconds, lang, { s: whole });
  if (whole < 3600) return say(words.minutes, lang, { m: Math.floor(whole / 60), s: whole % 60 });
  return say(words.hours, lang, { h: Math.floor(whole / 3600), m: Math.floor((whole % 3600) / 60) });
}
