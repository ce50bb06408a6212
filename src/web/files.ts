/** Files of one stored report to save and pass on: result, letter, checklist and working paper in every format they have. */
import { Hono } from 'hono';
import { reportFile } from '../present/exports.ts';
import { type ExportFormat, endings, formatsOf, type ReportDocument } from '../present/formats.ts';
import { pick } from '../words/bilingual.ts';
import { documentWords } from '../words/exports.ts';
import { note } from './actor.ts';
import { download, draftFileName, fileAnswer } from './download.ts';
import { errorPage } from './errors.ts';
import { letterAsked } from './letter.ts';
import { openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import type { Env, PageContext, Pages } from './page.ts';

/** Where each document lies: the result has names of its own, the Word letter is its page's. */
const addresses: readonly (readonly [address: string, document: ReportDocument, format: ExportFormat])[] = [
  ['assessment.json', 'result', 'json'],
  ...formatsOf.result
    .filter(format => format !== 'json' && format !== 'table')
    .map(format => [`report.${endings[format]}`, 'result', format] as const),
  ...(['letter', 'checklist', 'working-paper'] as const).flatMap(document =>
    formatsOf[document].map(format => [`${document}.${endings[format]}`, document, format] as const),
  ),
];

export function fileRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const renderers = { zh: pages.renderer('zh'), en: pages.renderer('en') } as const;

  for (const [address, document, format] of addresses) {
    routes.get(`/:id/${address}`, async (c: PageContext) => {
      const { lang } = c.var;
      const opened = await openDraft(options, c.req.param('id') ?? '', c.req.query('draft'), lang);
      if (opened === null) return errorPage(c, pages, 404);
      const letter = document === 'letter' ? await letterAsked(options, c, opened) : null;
      const paper = {
        result: opened.result,
        assessment: opened.assessment,
        text: opened.draft.source.text,
        letter: () => {
          if (letter === null) throw new Error('no letter was asked for');
          return letter;
        },
      };
      if (letter !== null) note(c, 'letter', opened.record.id, `${opened.draft.n} ${endings[format]}`);
      const content = await reportFile(document, format, paper, renderers[lang]);
      const what = document === 'result' ? null : pick(documentWords[document], lang);
      download(c, draftFileName(opened, lang, what), endings[format]);
      return fileAnswer(c, format, content);
    });
  }

  return routes;
}
