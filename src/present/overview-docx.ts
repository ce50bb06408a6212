/** The overview of a season as a Word file: shared gaps to paste, units, and units by requirements, on A4 across. */
import { inBrackets, pick } from '../words/bilingual.ts';
import { exportTexts } from '../words/exports.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import type { OverviewView, SharedGap } from './overview.ts';
import { type OverviewPaper, overviewStamp, paragraphText } from './overview-files.ts';
import { heading, pageFoot, pageOfA4, text, title } from './sheet-docx.ts';
import { paragraph, run, wordFile } from './word.ts';
import { cellLook, headCell, small, table, type WordCell } from './word-table.ts';

/** Half points; the tables have many columns. */
const look = { ...cellLook, size: 18 };
const cell = (words: string): WordCell => ({ content: [paragraph([run(words, look)], { ...small, line: 260 })] });

/** Units beside each other in one table of units by requirements. */
const perTable = 14;

export function overviewDocx(paper: OverviewPaper): Uint8Array {
  const { view, lang } = paper;
  const t = (key: PageText): string => pick(pageTexts[key], lang);
  const content = [
    title(paper.heading),
    text(view.facts),
    text(view.timely),
    heading(t('overviewShared')),
    text(paragraphText(view)),
    heading(t('overviewUnits') + inBrackets(view.units.length, paper.lang)),
    units(paper, t),
    ...(view.shared.length === 0 ? [] : [heading(t('sheetShared')), shared(view, t)]),
    heading(t('overviewMatrix')),
    text(t('overviewMatrixHint')),
    ...matrices(view, t),
    text(t('advisory'), { color: '595959', size: 18 }),
    text(overviewStamp(paper), { color: '595959', size: 15 }),
  ].join('');
  return wordFile(`${content}${pageOfA4(true)}`, [pageFoot]);
}

function units({ view, rank, lang }: OverviewPaper, t: (key: PageText) => string): string {
  const columns: readonly (readonly [label: string, width: number])[] = [
    ...(rank ? ([[t('rank'), 12]] as const) : []),
    [t('subject'), rank ? 36 : 48],
    [t('kindOfBody'), 20],
    [t('draft'), 15],
    [t('received'), 34],
    [t('timely'), 20],
    [t('outcome'), 28],
    [t('mandatoryTally'), 15],
    [t('expectedTally'), 15],
    [t('score'), 14],
    [t('gapCount'), 12],
    [t('toReview'), 12],
    [pick(exportTexts.stampSource, lang), 28],
  ];
  return table(
    columns.map(([, width]) => width),
    columns.map(([label]) => headCell(label)),
    [
      ...view.units.map(unit =>
        [
          ...(rank ? [unit.rank] : []),
          unit.name,
          unit.kind,
          unit.draft,
          unit.received,
          unit.timely,
          unit.outcome,
          unit.mandatory,
          unit.expected,
          unit.score,
          String(unit.gaps),
          String(unit.toReview),
          unit.stamp.sourceHash,
        ].map(cell),
      ),
      ...view.awaited.map(unit => [...(rank ? [''] : []), unit.name, unit.kind, '—', '—', unit.timely].map(cell)),
    ],
  );
}

const shared = ({ shared: gaps }: OverviewView, t: (key: PageText) => string): string =>
  table(
    [70, 16, 20, 16, 18, 121],
    [t('requirementTitle'), t('tierColumn'), t('sharedApplies'), t('gapCount'), t('sharedShare'), t('sharedUnits')].map(
      headCell,
    ),
    gaps.map(gap =>
      [gap.title, gap.tierWord, String(gap.applies), String(gap.count), gap.share, unitsByWord(gap, t)].map(cell),
    ),
  );

/** 未写明：甲、乙；不完整：丙. */
function unitsByWord({ units }: SharedGap, t: (key: PageText) => string): string {
  const words = [...new Set(units.map(({ word }) => word))];
  const named = (of: string): string =>
    units
      .filter(({ word }) => word === of)
      .map(({ name }) => name)
      .join(t('listSeparator'));
  return words.map(word => `${word}${t('colon')}${named(word)}`).join(t('sharedBetween'));
}

/** Requirements down the side, a few units across, as often as it takes. */
function matrices({ units: all, requirements }: OverviewView, t: (key: PageText) => string): readonly string[] {
  const tables: string[] = [];
  for (let from = 0; from < all.length; from += perTable) {
    const some = all.slice(from, from + perTable);
    const width = Math.min(30, 196 / some.length);
    tables.push(
      table(
        [64, ...some.map(() => width)],
        [headCell(t('requirementTitle')), ...some.map(({ name }) => ({ ...cell(name), shaded: true }))],
        requirements.map((requirement, i) => [
          cell(requirement.title),
          ...some.map(({ states }) => cell(states[i]?.glyph ?? '')),
        ]),
      ),
      paragraph([], small),
    );
  }
  return tables;
}
