/** The overview of a season as files: tables for a workbook and CSV, and plain data. */
import { type Lang, pick } from '../words/bilingual.ts';
import { exportTexts } from '../words/exports.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { statusWords } from '../words/terms.ts';
import type { OverviewView, UnitView } from './overview.ts';
import { type CellValue, csvText, type TableSheet, xlsxFile } from './sheet-files.ts';

/** An overview that is to leave the program. */
export interface OverviewPaper {
  readonly heading: string;
  readonly view: OverviewView;
  readonly rank: boolean;
  readonly lang: Lang;
  /** When it was made, as it is told; '' where that must not be told. */
  readonly time: string;
}

export const overviewXlsx = (paper: OverviewPaper): Promise<Uint8Array> => xlsxFile(overviewSheets(paper));

/** One table: a row a unit, with what the workbook has on two sheets. */
export function overviewCsv(paper: OverviewPaper): string {
  const [units, matrix] = overviewSheets(paper);
  const [name, ...requirements] = matrix.head;
  const plain = units.head.length - stamps.length;
  return csvText({
    head: [...units.head.slice(0, plain), ...(name === undefined ? [] : requirements), ...units.head.slice(plain)],
    rows: units.rows.map((row, i) => [
      ...row.slice(0, plain),
      ...requirements.map((_, column) => matrix.rows[i]?.[column + 1] ?? null),
      ...row.slice(plain),
    ]),
  });
}

const stamps = ['stampRules', 'stampRulesHash', 'stampSource'] as const;

/** Rule sets by which the units were checked, each once. */
const ruleSetsOf = ({ units }: OverviewView): readonly string[] => [
  ...new Set(units.map(({ stamp }) => `${stamp.ruleSet} (${stamp.ruleSetHash})`)),
];

/** What stands at the foot of an overview: tool, rule sets and time; source hashes stand beside the units. */
export const overviewStamp = ({ view, lang, time }: OverviewPaper): string =>
  [view.units[0]?.stamp.tool ?? '', `${pick(pageTexts.ruleSetShort, lang)} ${ruleSetsOf(view).join('; ')}`, time]
    .filter(part => part !== '')
    .join(' · ');

export const paragraphText = ({ paragraph }: OverviewView): string => paragraph.map(({ text }) => text).join('');

/** Units, units by requirements, shared gaps, and what it rests on. */
export function overviewSheets(paper: OverviewPaper): readonly [TableSheet, TableSheet, TableSheet, TableSheet] {
  const { view, rank, lang, time } = paper;
  const t = (key: PageText): string => pick(pageTexts[key], lang);
  const x = (key: keyof typeof exportTexts): string => pick(exportTexts[key], lang);
  const score = (text: string): CellValue => (text === '—' ? null : Number(text));
  const row = (unit: UnitView): readonly CellValue[] => [
    ...(rank ? [unit.rank === '' ? null : Number(unit.rank)] : []),
    unit.name,
    unit.kind,
    unit.draft,
    unit.receivedOn === null ? null : { day: unit.receivedOn },
    unit.timely,
    unit.outcome,
    // A fraction would become a date in a spreadsheet.
    ...unit.mandatory.split('/').map(Number),
    ...unit.expected.split('/').map(Number),
    score(unit.score),
    unit.gaps,
    unit.toReview,
    unit.stamp.ruleSet,
    unit.stamp.ruleSetHash,
    unit.stamp.sourceHash,
  ];
  return [
    {
      name: t('sheetUnits'),
      head: [
        ...(rank ? [t('rank')] : []),
        ...(
          [
            'subject',
            'kindOfBody',
            'draft',
            'received',
            'timely',
            'outcome',
            'mandatoryMet',
            'mandatoryAsked',
            'expectedMet',
            'expectedAsked',
            'score',
            'gapCount',
            'toReview',
          ] as const
        ).map(t),
        ...stamps.map(x),
      ],
      rows: [
        ...view.units.map(row),
        ...view.awaited.map(unit => [...(rank ? [null] : []), unit.name, unit.kind, '—', null, unit.timely]),
      ],
      widths: [...(rank ? [6] : []), 30, 12, 8, 12, 12, 22, 10, 10, 10, 10, 8, 8, 10, 28, 16, 16],
    },
    {
      name: t('sheetMatrix'),
      head: [t('subject'), ...view.requirements.map(({ title }) => title)],
      rows: view.units.map(unit => [unit.name, ...unit.states.map(({ word }) => word)]),
      widths: [30, 12],
    },
    {
      name: t('sheetShared'),
      head: [
        t('requirementTitle'),
        t('tierColumn'),
        t('sharedApplies'),
        ...(['missing', 'partial', 'review'] as const).map(status => pick(statusWords[status], lang)),
        t('sharedShare'),
        t('sharedUnits'),
      ],
      rows: view.shared.map(gap => [
        gap.title,
        gap.tierWord,
        gap.applies,
        gap.missing,
        gap.partial,
        gap.toReview,
        { share: gap.shareOf },
        gap.units.map(({ name }) => name).join(t('listSeparator')),
      ]),
      widths: [40, 8, 10, 10, 10, 10, 8, 80],
    },
    {
      name: x('tableSummary'),
      head: [x('summaryItem'), x('summaryText')],
      rows: [
        [t('overview'), paper.heading],
        [t('overviewUnits'), view.facts],
        [t('timely'), view.timely],
        [t('overviewShared'), paragraphText(view)],
        [x('stampTool'), view.units[0]?.stamp.tool ?? null],
        ...ruleSetsOf(view).map(words => [x('stampRules'), words]),
        ...(time === '' ? [] : [[x('stampTime'), time]]),
      ],
      widths: [18, 90],
    },
  ];
}

/** Statuses by the ids of the requirements, and everything else by name. */
export function overviewData({ heading, view, rank, time }: OverviewPaper) {
  return {
    heading,
    facts: view.facts,
    timely: view.timely,
    shared: paragraphText(view),
    ruleSets: ruleSetsOf(view),
    ...(time === '' ? {} : { time }),
    requirements: view.requirements,
    units: view.units.map(unit => ({
      name: unit.name,
      kind: unit.kind,
      ...(rank ? { rank: unit.rank === '' ? null : Number(unit.rank) } : {}),
      draft: unit.draft,
      received: unit.receivedOn,
      timely: unit.timely,
      outcome: unit.outcome,
      mandatory: unit.mandatory,
      expected: unit.expected,
      score: unit.score === '—' ? null : Number(unit.score),
      gaps: unit.gaps,
      toReview: unit.toReview,
      statuses: Object.fromEntries(view.requirements.map(({ id }, i) => [id, unit.states[i]?.status ?? null])),
      stamp: unit.stamp,
    })),
    awaited: view.awaited.map(({ name, kind, due, timely }) => ({ name, kind, due, timely })),
    gaps: view.shared.map(({ id, title, applies, missing, partial, toReview, count, units }) => ({
      requirement: id,
      title,
      applies,
      missing,
      partial,
      toReview,
      count,
      units: units.map(({ name }) => name),
    })),
  };
}
