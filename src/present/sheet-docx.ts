/** Result, checklist and working paper as Word files: what their pages of A4 hold, in tables that Word breaks by itself. */
import { inBrackets, type Lang, pick } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { type Para, type Section, sheetWidths } from './sheet.ts';
import { stampLine } from './stamp-line.ts';
import type { ResultView } from './view-types.ts';
import { fonts, footerId, type Look, pageNumber, paragraph, run, wordFile } from './word.ts';
import { cellLook, headCell, small, table, type WordCell } from './word-table.ts';

export interface SheetPaper {
  /** 待补正清单, 审核底稿 or 审核结果. */
  readonly heading: string;
  readonly result: ResultView;
  readonly sections: readonly Section[];
  /** Shows the score. */
  readonly internal: boolean;
  /** Has lines to be signed. */
  readonly signed: boolean;
}

/** The same paper gives the same bytes. */
export function sheetDocx(paper: SheetPaper): Uint8Array {
  const { result, sections } = paper;
  const t = (key: PageText): string => pick(pageTexts[key], result.lang);
  const content = [
    title(paper.heading),
    paragraph([run(result.heading, { ...cellLook, size: 28 })], { align: 'center', line: 440, after: 200 }),
    head(paper, t),
    ...(sections.length === 0 ? [text(result.recognised ? t('noGaps') : t('notScored'))] : []),
    ...sections.flatMap(section => [sectionTitle(section, result.lang), sectionTable(section)]),
    ...(paper.signed ? [signature(t)] : []),
    text(t('advisory'), { color: '595959', size: 18 }),
    text(stampLine(result.stamp, result.lang), { color: '595959', size: 15 }),
  ].join('');
  return wordFile(`${content}${pageOfA4(false)}`, [pageFoot]);
}

export const title = (words: string): string =>
  paragraph([run(words, { font: fonts.titles, size: 40 })], { align: 'center', line: 700, after: 120, keepNext: true });

export const text = (words: string, look: Look = {}): string =>
  paragraph([run(words, { ...cellLook, ...look })], { ...small, before: 80 });

export const heading = (words: string): string =>
  paragraph([run(words, { font: fonts.heads, size: 26 })], {
    align: 'left',
    line: 400,
    before: 240,
    after: 100,
    keepNext: true,
  });

export const pageFoot = paragraph([run('— ', cellLook), pageNumber(cellLook), run(' —', cellLook)], {
  align: 'center',
  line: 300,
});

/** The one section of the file, upright or across; margins of 18 mm at the sides. */
export const pageOfA4 = (across: boolean): string =>
  `<w:sectPr><w:footerReference w:type="default" r:id="${footerId(1)}"/><w:pgSz ${across ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'}/><w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>`;

/** What the result is about, its outcome and counts, as a table of two columns. */
function head({ result, internal }: SheetPaper, t: (key: PageText) => string): string {
  const { outcome, tallies } = result;
  const rows: (readonly [label: string, value: string])[] = [
    ...result.fields
      .filter(({ stated }) => stated)
      .map(({ label, value, given }) => [label, `${value}${given ? t('givenByPerson') : ''}`] as const),
    [
      t('outcome'),
      outcome === null
        ? `${result.notRecognised} ${result.why}`
        : `${outcome.title}${outcome.provisional ? t('provisionalShort') : ''}\n${outcome.because}`,
    ],
    ...(outcome === null
      ? []
      : [
          [
            `${t('mandatoryTally')} / ${t('expectedTally')}`,
            `${tallies.mandatoryMet}/${tallies.mandatoryOf} · ${tallies.expectedMet}/${tallies.expectedOf}`,
          ] as const,
          [`${t('gapCount')} / ${t('toReview')}`, `${tallies.gaps} · ${tallies.toReview}`] as const,
        ]),
    ...(outcome === null || !internal
      ? []
      : [[t('score'), [tallies.score, before(result)].filter(Boolean).join(' ')] as const]),
    ...(result.fenced.length === 0 ? [] : [[t('fencedNote'), result.fenced.map(one => one.title).join('\n')] as const]),
    ...(result.restricted.length === 0 ? [] : [[t('restrictedNotice'), result.restricted.join('\n')] as const]),
  ];
  return table(
    [40, 134],
    [],
    rows.map(([label, value]) => [headCell(label), { content: [plain(value)] }]),
  );
}

const before = ({ beforeRulings, lang }: ResultView): string =>
  beforeRulings === '' ? '' : pick(pageTexts.beforeRulings, lang).replace('{score}', beforeRulings);

const plain = (words: string, bold = false): string => paragraph([run(words, { ...cellLook, bold })], small);

const sectionTitle = ({ title, count }: Section, lang: Lang): string => heading(title + inBrackets(count, lang));

function sectionTable({ columns, rows }: Section): string {
  return table(
    columns.map(({ id }) => sheetWidths[id]),
    columns.map(({ label }) => headCell(label)),
    rows.map(({ cells }) =>
      cells.map(
        ({ tick, head: bold, paras }): WordCell => ({
          content: tick ? [plain('□')] : paras.map((para, i) => paraOf(para, bold && i === 0)),
        }),
      ),
    ),
  );
}

function paraOf({ label, text: words, after }: Para, bold: boolean): string {
  const runs = [
    ...(label === '' ? [] : [run(label, { ...cellLook, bold: true })]),
    run(words + after, { ...cellLook, bold }),
  ];
  return paragraph(runs, small);
}

const signature = (t: (key: PageText) => string): string =>
  paragraph(
    [
      run(
        `${t('signChecker')}______________　${t('signHead')}______________　${t('signDate')}______________`,
        cellLook,
      ),
    ],
    { align: 'left', line: 400, before: 400 },
  );
