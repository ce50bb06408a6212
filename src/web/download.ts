/** Headers of a file that a person saves: its name, in Chinese too. That no copy stays behind is said for every answer. */
import type { Context } from 'hono';
import { type ExportFormat, mediaTypes } from '../present/formats.ts';
import type { Opened } from './open.ts';
import { type Env, wordsFor } from './page.ts';
import { nameOf } from './rows.ts';

/** A name for a saved file of a draft: what it is, unit, year and draft. */
export function draftFileName({ record, draft, organ }: Opened, lang: 'zh' | 'en', what: string | null = null): string {
  return fileName([
    what,
    organ?.name ?? nameOf(record, draft.source.name, lang),
    record.year,
    wordsFor(lang)('draftN', { n: draft.n }),
  ]);
}

export const fileName = (parts: readonly (string | number | null)[]): string =>
  parts
    .filter(part => part !== null)
    .join('-')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_');

/** `filename*` carries the name in Chinese; `filename` is for what cannot read it. */
export function download(c: Context<Env>, name: string, extension: string): void {
  const shown = extension === 'json' || extension === 'md' ? 'inline' : 'attachment';
  c.header(
    'Content-Disposition',
    `${shown}; filename="report.${extension}"; filename*=UTF-8''${encodeRfc5987(`${name}.${extension}`)}`,
  );
}

/** A file of the program's own making. */
export const fileAnswer = (c: Context<Env>, format: ExportFormat, content: string | Uint8Array): Response =>
  c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, { 'Content-Type': mediaTypes[format] });

const encodeRfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
