/** Every document as every kind of file that makes sense of it: one pure renderer a pair, for pages and command line alike. */
import Handlebars from 'handlebars';
import type { Assessment } from '../assess/types.ts';
import { pick } from '../words/bilingual.ts';
import { documentWords } from '../words/exports.ts';
import { pageTexts } from '../words/pages.ts';
import type { DocumentName, ExportFormat, ReportDocument } from './formats.ts';
import { htmlLang, resultHtml } from './html.ts';
import type { Judged, LetterView } from './letter.ts';
import { lettersDocx } from './letter-docx.ts';
import { letterLeaves } from './letter-leaves.ts';
import { resultMarkdown } from './markdown.ts';
import { overviewDocx } from './overview-docx.ts';
import {
  type OverviewPaper,
  overviewCsv,
  overviewData,
  overviewStamp,
  overviewXlsx,
  paragraphText,
} from './overview-files.ts';
import { assessmentData } from './result-data.ts';
import { resultSections } from './result-sections.ts';
import { checklistSections, workingPaperSections } from './sheet.ts';
import { sheetDocx } from './sheet-docx.ts';
import { checklistLeaves, workingPaperLeaves } from './sheet-leaves.ts';
import { resultTable } from './table.ts';
import { tablesCsv, tablesData, tablesXlsx } from './table-files.ts';
import { checklistTables, type ExportTable, resultTables, workingPaperTables } from './tables.ts';
import { type Renderer, styleSheet } from './templates.ts';
import type { ResultView } from './view-types.ts';

/** A report judged, and the text that the offsets count in. */
export interface ReportPaper extends Judged {
  readonly text: string;
  /** Asked for where a letter is wanted. */
  readonly letter: () => LetterView;
}

type Content = string | Uint8Array;

/** One document on one report. The pair must be one of `formatsOf`. */
export async function reportFile(
  document: ReportDocument,
  format: ExportFormat,
  paper: ReportPaper,
  renderer: Renderer,
): Promise<Content> {
  if (format === 'json') return jsonText(reportData(document, paper));
  if (document === 'letter') return letterFile(format, paper.letter(), renderer);
  const { result, text } = paper;
  if (document === 'result') {
    switch (format) {
      case 'table':
        return resultTable(result);
      case 'html':
        return resultHtml(result, renderer);
      case 'md':
        return resultMarkdown(result);
    }
  }
  const { heading, internal, sections, tables } = sheetOf(document, paper);
  switch (format) {
    case 'docx':
      return sheetDocx({ heading, result, sections: sections(result), internal, signed: document !== 'result' });
    case 'xlsx':
      return tablesXlsx(tables(paper, text));
    case 'csv':
      return tablesCsv(tables(paper, text), result.lang);
    case 'html':
      return paperHtml(renderer, result.lang, `${heading} · ${result.heading}`, {
        letter: null,
        heading,
        internal,
        result,
        leaves: document === 'checklist' ? checklistLeaves(result) : workingPaperLeaves(result),
      });
    default:
      throw new Error(`no ${format} of ${document}`);
  }
}

/** What the JSON of a document holds. */
export function reportData(document: ReportDocument, paper: ReportPaper): object {
  const { result, assessment, text } = paper;
  if (document === 'result') return assessmentData(assessment, text);
  if (document === 'letter') return { schemaVersion: 1, document, ...paper.letter() };
  const { heading, tables } = sheetOf(document, paper);
  return { ...origin(document, assessment, result), heading, tables: tablesData(tables(paper, text)) };
}

export const overviewJson = (paper: OverviewPaper): object => ({
  schemaVersion: 1,
  document: 'overview',
  lang: paper.lang,
  ...overviewData(paper),
});

/** An overview of many reports. */
export async function overviewFile(format: ExportFormat, paper: OverviewPaper, renderer: Renderer): Promise<Content> {
  switch (format) {
    case 'xlsx':
      return overviewXlsx(paper);
    case 'docx':
      return overviewDocx(paper);
    case 'csv':
      return overviewCsv(paper);
    case 'json':
      return jsonText(overviewJson(paper));
    case 'html':
      return renderer.page('export-overview', {
        page: { htmlLang: htmlLang(paper.lang) },
        css: css(),
        heading: paper.heading,
        view: paper.view,
        rank: paper.rank,
        paragraph: paragraphText(paper.view),
        stamp: overviewStamp(paper),
      });
    default:
      throw new Error(`no ${format} of an overview`);
  }
}

const jsonText = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;

function letterFile(format: ExportFormat, letter: LetterView, renderer: Renderer): Content {
  switch (format) {
    case 'docx':
      return lettersDocx([letter]);
    case 'html':
      return paperHtml(renderer, letter.lang, letter.title, { letter, leaves: letterLeaves(letter) });
    default:
      throw new Error(`no ${format} of a letter`);
  }
}

interface Sheet {
  readonly heading: string;
  readonly internal: boolean;
  readonly sections: (result: ResultView) => ReturnType<typeof checklistSections>;
  readonly tables: (judged: Judged, text: string) => readonly ExportTable[];
}

function sheetOf(document: 'result' | 'checklist' | 'working-paper', { result: { lang } }: Judged): Sheet {
  switch (document) {
    case 'result':
      return {
        heading: pick(documentWords.result, lang),
        internal: true,
        sections: resultSections,
        tables: resultTables,
      };
    case 'checklist':
      return {
        heading: pick(pageTexts.checklistTitle, lang),
        internal: false,
        sections: checklistSections,
        tables: checklistTables,
      };
    case 'working-paper':
      return {
        heading: pick(pageTexts.workingPaperTitle, lang),
        internal: true,
        sections: workingPaperSections,
        tables: workingPaperTables,
      };
  }
}

/** Where a document comes from, as its JSON tells it. */
const origin = (document: DocumentName, { source, ruleSet, tool, lang }: Assessment, { stamp }: ResultView) => ({
  schemaVersion: 1,
  document,
  lang,
  tool,
  source,
  ruleSet,
  ...(stamp.time === '' ? {} : { time: stamp.time }),
});

const paperHtml = (renderer: Renderer, lang: ResultView['lang'], title: string, view: object): string =>
  renderer.page('export-paper', { page: { htmlLang: htmlLang(lang) }, css: css(), title, ...view });

// The project's own file, so no foreign text passes unescaped.
const css = (): Handlebars.SafeString => new Handlebars.SafeString(styleSheet());
