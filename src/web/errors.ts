/** Pages for what goes wrong; a fault of the program gets a number that also stands in the log. */
import { HTTPException } from 'hono/http-exception';
import { StoreError, type StoreErrorCode } from '../store/types.ts';
import { type Bilingual, pick } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import type { AppOptions } from './options.ts';
import { type Frame, type PageContext, type Pages, wordsFor } from './page.ts';
import { faultOf, requestOf } from './request-log.ts';

const texts = {
  400: ['badRequestTitle', 'badRequestText'],
  403: ['forbiddenTitle', 'forbiddenText'],
  404: ['notFoundTitle', 'notFoundText'],
  413: ['tooLargeTitle', 'tooLargeText'],
  500: ['failedTitle', 'failedText'],
} as const satisfies Readonly<Record<number, readonly [PageText, PageText]>>;

/** What a store refuses is nobody's fault on this side of it, but for what was made from something old. */
const storeStatus: Readonly<Record<StoreErrorCode, 404 | 409 | 503 | 507>> = {
  'not-found': 404,
  newer: 409,
  history: 409,
  replaced: 409,
  backup: 409,
  full: 507,
  unwritable: 503,
  unsure: 503,
  locked: 503,
  lost: 503,
  gone: 503,
  busy: 503,
  closed: 503,
};

/** `text` takes the place of what is said for the status. */
export function errorPage(
  c: PageContext,
  pages: Pages,
  status: keyof typeof texts,
  text: PageText = texts[status][1],
  id = '',
): Response | Promise<Response> {
  const t = wordsFor(c.var.lang ?? 'zh');
  return problemPage(c, pages, status, { title: t(texts[status][0]), text: t(text), id });
}

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly id: string;
  /** A form that was not taken, to be sent again. */
  readonly held?: {
    readonly action: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly files: string;
  };
}

/** A page that says what went wrong; whatever part htmx asked for, this page takes its place. */
export function problemPage(
  c: PageContext,
  pages: Pages,
  status: NonNullable<Frame['status']>,
  error: Problem,
): Response | Promise<Response> {
  // Whatever part of a page htmx asked for, what it gets is this page.
  if (c.req.header('HX-Request') === 'true') {
    c.header('HX-Retarget', '#main');
    c.header('HX-Reselect', '#main');
    c.header('HX-Reswap', 'outerHTML show:window:top');
  }
  return pages.page(c, 'error', { title: error.title, status }, { error: { held: null, ...error } });
}

export function createErrorHandler(options: AppOptions, pages: Pages) {
  return function answerError(error: Error, c: PageContext): Response | Promise<Response> {
    if (c.var.lang === undefined) c.set('lang', 'zh');
    const id = c.var.requestId ?? '';
    if (error instanceof HTTPException) {
      const { status } = error;
      if (status === 400 || status === 403 || status === 404 || status === 413) return errorPage(c, pages, status);
      if (status < 500) return errorPage(c, pages, 400);
    }
    if (error instanceof StoreError) {
      const missing = error.code === 'not-found';
      if (!missing) tellFault(options, c, error);
      if (error.code === 'busy') c.header('Retry-After', '5');
      return problemPage(c, pages, storeStatus[error.code], {
        title: wordsFor(c.var.lang)(error.code === 'gone' ? 'storeGoneTitle' : 'storeFailedTitle'),
        text: pick(error.text, c.var.lang),
        id: missing ? '' : id,
      });
    }
    // Whoever sent it has gone, in the middle of it: nobody is at fault, and nobody reads the answer.
    if (c.req.raw.signal.aborted) return errorPage(c, pages, 400);
    tellFault(options, c, error);
    return errorPage(c, pages, 500, undefined, id);
  };
}

/** Writes down what went wrong, under the number of the request. */
export function tellFault({ log }: AppOptions, c: PageContext, error: Error): void {
  const of = { level: 'error', id: c.var.requestId ?? '', ...requestOf(c) } as const;
  if (error instanceof StoreError) {
    const { cause } = error;
    const from = cause instanceof Error && 'code' in cause ? { message: String(cause.code) } : {};
    log?.({ ...of, event: 'store', code: error.code, ...from });
  } else log?.({ ...of, event: 'fault', ...faultOf(error) });
}

/** What a person is told of it. */
export const faultText = (error: Error): Bilingual => (error instanceof StoreError ? error.text : pageTexts.failedText);
