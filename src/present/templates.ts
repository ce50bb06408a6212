/** Loads the page templates once and renders them in one language. */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { inBrackets, innerQuotes, type Lang, say } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';

const folder = new URL('../../templates/', import.meta.url);

const pageNames = [
  'register',
  'units',
  'unit',
  'seasons',
  'place',
  'progress',
  'intake',
  'arriving',
  'result',
  'checklist',
  'letter',
  'letters',
  'overview',
  'settings',
  'activity',
  'sign-in',
  'account',
  'review',
  'compare',
  'rules',
  'rule-set',
  'rule-edit',
  'rule-correct',
  'rule-try',
  'rule-history',
  'rule-diff',
  'self-check',
  'drafts',
  'error',
  'export',
  'export-paper',
  'export-overview',
] as const;
export type PageName = (typeof pageNames)[number];
/** Parts that are also served alone, into a page that is already open. */
export type PartName = 'rows' | 'rechecked';

export interface Renderer {
  page(name: PageName, view: object): string;
  part(name: PartName, view: object): string;
}

/** Reads and compiles every template. A field that a template names and a view lacks throws, so that no page goes out with a hole. */
export function createRenderer(lang: Lang): Renderer {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('t', (key: string, options: Handlebars.HelperOptions) => {
    if (!(key in pageTexts)) throw new Error(`no page text named ${key}`);
    return say(pageTexts[key as PageText], lang, options.hash as Record<string, string | number>);
  });
  handlebars.registerHelper('same', (a: unknown, b: unknown) => a === b);
  handlebars.registerHelper('inner', innerQuotes);
  handlebars.registerHelper('brackets', (words: string | number) => inBrackets(words, lang));
  // Sentences of Chinese follow each other without a blank.
  handlebars.registerHelper('between', () => (lang === 'zh' ? '' : ' '));
  const options = { strict: true, knownHelpers: { t: true, same: true, inner: true, brackets: true, between: true } };
  const compile = (file: string): HandlebarsTemplateDelegate => handlebars.compile(read(file), options);
  const parts = new Map(
    readdirSync(new URL('partials/', folder))
      .filter(file => file.endsWith('.hbs'))
      .map(file => [file.slice(0, -4), compile(`partials/${file}`)]),
  );
  for (const [name, template] of parts) handlebars.registerPartial(name, template);
  const pages = new Map<PageName, HandlebarsTemplateDelegate>();
  for (const name of pageNames) pages.set(name, compile(`${name}.hbs`));
  return {
    page: (name, view) => run(pages.get(name), name, view),
    part: (name, view) => run(parts.get(name), name, view),
  };
}

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

function run(template: HandlebarsTemplateDelegate | undefined, name: string, view: object): string {
  if (template === undefined) throw new Error(`no template named ${name}`);
  return template(view);
}

/** In this order: later files overrule earlier ones. */
const styles = [
  'base',
  'forms',
  'register',
  'result',
  'text',
  'sheets',
  'leaves',
  'overview',
  'rules',
  'narrow',
  'print',
];

/** The one style sheet of pages and exports. */
export function styleSheet(): string {
  return styles.map(name => read(`style/${name}.css`)).join('\n');
}
