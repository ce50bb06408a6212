/** Gives every page its frame: language, title, warnings and stamp. */
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { htmlLang } from '../present/html.ts';
import { createRenderer, type PageName, type PartName, type Renderer } from '../present/templates.ts';
import type { StampView } from '../present/view-types.ts';
import type { Excerpt } from '../rules/errors.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { type Deed, isAdministrator, type Person } from './actor.ts';
import type { AppOptions } from './options.ts';

export interface Env {
  readonly Variables: {
    lang: Lang;
    /** Stands in the log, and on a page that tells of a fault. */
    requestId: string;
    /** Who is signed in; null where nobody has to be. */
    person: Person;
    /** What this request has done, to be written down. */
    deeds: Deed[];
    /** What goes on after the answer; it never fails. */
    underWay: Promise<void> | undefined;
  };
}
export type PageContext = Context<Env>;

export interface Frame {
  readonly title: string;
  readonly section?: 'register' | 'rules' | 'overview' | 'settings' | 'account';
  /** Class of the page's body. */
  readonly kind?: string;
  readonly stamp?: StampView;
  /** Seconds after which a browser without script asks again. */
  readonly refresh?: number;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507;
}

export interface Pages {
  page(c: PageContext, name: PageName, frame: Frame, view: object): Response | Promise<Response>;
  part(c: PageContext, name: PartName, view: object, status?: Frame['status']): Response | Promise<Response>;
  renderer(lang: Lang): Renderer;
}

/** What the handlers of a resource work with. */
export interface Site {
  readonly options: AppOptions;
  readonly pages: Pages;
}

const yearInSeconds = 365 * 24 * 3600;

/** `?lang=en` or `?lang=zh` chooses the language and is remembered; without a choice it is Chinese. */
export const chooseLanguage: MiddlewareHandler<Env> = async (c, next) => {
  const asked = c.req.query('lang');
  const kept = getCookie(c, 'lang');
  const lang: Lang = asked === 'en' || asked === 'zh' ? asked : kept === 'en' ? 'en' : 'zh';
  if (asked !== undefined && lang !== kept) {
    setCookie(c, 'lang', lang, { path: '/', maxAge: yearInSeconds, sameSite: 'Lax', httpOnly: true });
  }
  c.set('lang', lang);
  await next();
};

export function createPages(options: AppOptions, assetsVersion: string): Pages {
  const renderers: Readonly<Record<Lang, Renderer>> = { zh: createRenderer('zh'), en: createRenderer('en') };
  const frameView = (c: PageContext, frame: Frame): object => {
    const { lang } = c.var;
    const other: Lang = lang === 'zh' ? 'en' : 'zh';
    return {
      title: frame.title,
      section: frame.section ?? '',
      kind: frame.kind ?? '',
      // What was typed is given back, and stored nowhere.
      refused: frame.status === 409 || frame.status === 422,
      htmlLang: htmlLang(lang),
      otherLang: htmlLang(other),
      otherHref: inLanguage(c, other),
      assets: assetsVersion,
      refresh: frame.refresh ?? 0,
      account: c.var.person?.name ?? '',
      // Who is not signed in is offered no way that leads back to the sign-in.
      inside: options.access === undefined || c.var.person != null,
      administrator: isAdministrator(c),
      warnings:
        options.access === undefined || c.var.person != null
          ? warnings(options, lang, options.editing !== undefined && isAdministrator(c))
          : [],
      stamp: frame.stamp ?? toolStamp(options, lang),
    };
  };
  return {
    renderer: lang => renderers[lang],
    page: (c, name, frame, view) => {
      keepNothing(c, options);
      return c.html(renderers[c.var.lang].page(name, { ...view, page: frameView(c, frame) }), frame.status ?? 200);
    },
    part: (c, name, view, status) => {
      keepNothing(c, options);
      return c.html(renderers[c.var.lang].part(name, view), status ?? 200);
    },
  };
}

/** On a computer that others use too, a page may not be brought back after the sign-out; on one's own it may be shown again at once. */
function keepNothing(c: PageContext, { access }: AppOptions): void {
  c.header('Cache-Control', access === undefined ? 'no-cache' : 'no-store');
}

/** The same page in the other language; the answer to a POST has no address of its own, so it leads to the register. */
function inLanguage(c: PageContext, lang: Lang): string {
  if (c.req.method !== 'GET') return `/?lang=${lang}`;
  const url = new URL(c.req.url);
  url.searchParams.set('lang', lang);
  // Two slashes at the beginning would name another site.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}

function toolStamp(options: AppOptions, lang: Lang): StampView {
  const tool = `${pick(pageTexts.product, lang)} ${options.toolVersion}`;
  return { tool, ruleSet: '', ruleSetHash: '', sourceHash: '', time: '' };
}

const mostWarnings = 3;

interface Warning {
  readonly heading: string;
  readonly errors: readonly (Excerpt & { readonly where: string; readonly text: string; readonly href: string })[];
  /** '' where all are shown. */
  readonly more: string;
}

/** What every page must say while it is so: rule files with mistakes. The first few tell where to look. */
function warnings(options: AppOptions, lang: Lang, editable: boolean): Warning[] {
  const lastGood = options.rules
    .list()
    .flatMap(({ ruleSet, errors }) => errors.map(error => ({ error, id: ruleSet.id })));
  const unused = (options.rules.problems?.() ?? []).map(error => ({ error, id: idOfFile(error.file) }));
  const told = (heading: PageText, found: typeof lastGood): Warning[] => {
    const errors = found.filter(({ error }) => error.severity === 'error');
    if (errors.length === 0) return [];
    const more = errors.length - mostWarnings;
    return [
      {
        heading: pick(pageTexts[heading], lang),
        errors: errors.slice(0, mostWarnings).map(({ error, id }) => ({
          where: say(pageTexts.mistakeAt, lang, { file: error.file, line: error.line, column: error.column }),
          text: error.text[lang],
          ...error.excerpt,
          href: !editable ? '' : `/rules/${encodeURIComponent(id)}/edit?line=${error.line}`,
        })),
        more: more > 0 ? say(pageTexts.moreMistakes, lang, { n: more }) : '',
      },
    ];
  };
  return [...told('rulesBroken', lastGood), ...told('rulesUnused', unused)];
}

const idOfFile = (file: string): string => file.replace(/^.*\//, '').replace(/\.json$/, '');

/** Texts of one language, for handlers. */
export function wordsFor(lang: Lang): (key: PageText, values?: Readonly<Record<string, string | number>>) => string {
  return (key, values = {}) => say(pageTexts[key], lang, values);
}
