/** What the gap checklist (待补正清单) and the working paper (审核底稿) hold: sections of rows, before they are cut into pages. */
import { type Lang, pick } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { itemWords, tierOrder } from './items.ts';
import { standOf } from './letter.ts';
import type { BasisView, FindingView, ResultView } from './view-types.ts';

/** One paragraph of a cell. */
export interface Para {
  /** Set in bold before the text; '' for none. */
  readonly label: string;
  readonly text: string;
  readonly quote: boolean;
  /** Behind a quote: its place. */
  readonly after: string;
}

export interface Row {
  /** In the order of the columns; a column to tick has none. */
  readonly cells: readonly {
    readonly column: SheetColumn;
    readonly tick: boolean;
    readonly head: boolean;
    readonly paras: readonly Para[];
  }[];
}

export type SheetColumn = 'tick' | 'item' | 'side' | 'status' | 'rest' | 'middle' | 'narrow';

/** Widths in millimetres as the style sheet has them; each set of columns adds up to 174. */
export const sheetWidths: Readonly<Record<SheetColumn, number>> = {
  tick: 13,
  item: 36,
  side: 36,
  status: 26,
  rest: 125,
  middle: 99,
  narrow: 102,
};

export interface Column {
  readonly id: SheetColumn;
  readonly label: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

type Words = (key: PageText) => string;

const numerals = '一二三四五六七八九十';
/** Sections that hold something, numbered in their order. */
export function numbered(sections: readonly Section[], lang: Lang): readonly Section[] {
  return sections
    .filter(section => section.rows.length > 0)
    .map((section, i) => ({
      ...section,
      title: lang === 'zh' ? `${numerals[i] ?? i + 1}、${section.title}` : `${i + 1}. ${section.title}`,
    }));
}

export const para = (text: string, label = '', quote = false, after = ''): Para => ({ label, text, quote, after });
export const cell = (column: SheetColumn, paras: readonly Para[], head = false) => ({
  column,
  tick: false,
  head,
  paras: paras.filter(({ label, text }) => label + text !== ''),
});
const box = { column: 'tick', tick: true, head: false, paras: [] } as const;

export function checklistSections(result: ResultView): readonly Section[] {
  const { lang } = result;
  const t: Words = key => pick(pageTexts[key], lang);
  const { stated, pending } = standOf(result);
  const columns: readonly Column[] = [
    { id: 'tick', label: t('done') },
    { id: 'item', label: t('requirement') },
    { id: 'rest', label: t('whatLacks') },
  ];
  const group = (id: string, title: PageText, items: readonly FindingView[]): Section => ({
    id,
    title: t(title),
    count: items.length,
    columns,
    rows: items.map(finding => ({
      cells: [
        box,
        cell('item', [para(itemWords(finding.item, finding.title, lang)), para(stateOf(finding, t))], true),
        cell('rest', [
          para(finding.reason),
          ...(finding.fix === '' ? [] : [para(finding.fix, t('fix') + t('colon'))]),
          ...finding.alarms.map(({ note }) => para(note, t('alarm') + t('colon'))),
          ...nearOf(finding, t),
          ...basisOf(finding.basis, t),
        ]),
      ],
    })),
  });
  const heads = { mandatory: 'listMandatory', expected: 'listExpected', optional: 'listOptional' } as const;
  // As in the letter: the gaps, the figures, what waits for a person.
  return numbered(
    [
      ...tierOrder.map(tier =>
        group(
          tier,
          heads[tier],
          stated.filter(finding => finding.tier === tier),
        ),
      ),
      figures(result, true, t),
      group('review', 'listReview', pending),
      rulings(result, t),
    ],
    lang,
  );
}

export const workingPaperSections = (result: ResultView): readonly Section[] =>
  numbered(recordSections(result), result.lang);

/** Every finding with its grounds, figures, oddities and decisions, not yet numbered. */
export function recordSections(result: ResultView): readonly Section[] {
  const { lang } = result;
  const t: Words = key => pick(pageTexts[key], lang);
  const columns: readonly Column[] = [
    { id: 'tick', label: t('paperNumber') },
    { id: 'item', label: t('requirement') },
    { id: 'status', label: t('paperFinding') },
    { id: 'middle', label: t('paperBasisOf') },
  ];
  const findings = result.sections.map(
    ({ id, title, items }): Section => ({
      id,
      title,
      count: items.length,
      columns,
      rows: items.map(finding => ({
        cells: [
          cell('tick', [para(String(finding.number))]),
          cell('item', [para(finding.title)], true),
          cell('status', [
            para(`${finding.glyph} ${finding.statusWord}`),
            para(`${finding.tierWord} ${finding.points === '0' ? '' : `${finding.earned}/${finding.points}`}`),
            para(finding.value),
            para(finding.plainCertainty),
          ]),
          cell('middle', [
            para(finding.saidReason),
            ...(finding.plainCertainty === '' ? [para(finding.certainty, t('certainty'))] : []),
            ...finding.evidence.map(quote =>
              para(quote.text, t('quotes') + t('colon'), true, inPlace(quote.words, lang)),
            ),
            ...nearOf(finding, t),
            ...(finding.lacks ? [para(finding.fix, finding.fix === '' ? '' : t('fix') + t('colon'))] : []),
            ...finding.attention.map(note => para(note, t('attention') + t('colon'))),
            ...finding.alarms.map(({ note }) => para(note, t('alarm') + t('colon'))),
            para(finding.lapsed),
            ...(finding.ruling === null ? [] : [para(rulingWords(finding.ruling), t('review') + t('colon'))]),
            ...basisOf(finding.basis, t),
          ]),
        ],
      })),
    }),
  );
  const anomalies: Section = {
    id: 'anomalies',
    title: t('anomalies'),
    count: result.anomalies.length,
    columns: [
      { id: 'side', label: t('anomalyKind') },
      { id: 'narrow', label: t('passage') },
      { id: 'side', label: t('place') },
    ],
    rows: result.anomalies.map(({ kind, quote, place }) => ({
      cells: [
        cell('side', [para(kind)], true),
        cell('narrow', [para(quote, '', true)]),
        cell('side', [para(place.words)]),
      ],
    })),
  };
  const history: Section = {
    id: 'history',
    title: t('reviewHistory'),
    count: result.history.length,
    columns: [
      { id: 'side', label: t('reviewTime') },
      { id: 'narrow', label: t('decision') },
      { id: 'side', label: t('reviewer') },
    ],
    rows: result.history.map(({ time, draft, title, decision, reason, note, by }) => ({
      cells: [
        cell('side', [para(time)], true),
        cell('narrow', [para([title, decision, reason, note].filter(Boolean).join(' · '))]),
        cell('side', [para(by), para(draft)]),
      ],
    })),
  };
  return [...findings, figures(result, false, t), anomalies, history];
}

function figures(result: ResultView, ticked: boolean, t: Words): Section {
  const failing = result.relations.filter(relation => !relation.holds);
  // What a requirement asks is one of the gaps already; the letter tells the others, by their numbers.
  const told = failing.filter(({ required }) => !required);
  const rows = ticked ? [...told, ...failing.filter(({ required }) => required)] : result.relations;
  return {
    id: 'figures',
    title: t(ticked ? 'listFigures' : 'relations'),
    count: rows.length,
    columns: [
      { id: 'tick', label: ticked ? t('done') : t('paperNumber') },
      { id: 'item', label: t('relationKind') },
      { id: 'rest', label: t('note') },
    ],
    rows: rows.map(({ kind, verdict, note, sides }, i) => ({
      cells: [
        ticked ? box : cell('tick', [para(String(i + 1))]),
        cell(
          'item',
          [para(ticked ? itemWords(i < told.length ? i + 1 : 0, kind, result.lang) : kind), para(verdict)],
          true,
        ),
        cell('rest', [
          para(note),
          ...sides.map(({ quote, place }) => para(quote, '', true, inPlace(place, result.lang))),
        ]),
      ],
    })),
  };
}

function rulings(result: ResultView, t: Words): Section {
  const changed = result.sections
    .flatMap(section => section.items)
    .filter(finding => finding.ruling?.changed === true)
    .sort((a, b) => a.number - b.number);
  return {
    id: 'rulings',
    title: t('listRulings'),
    count: changed.length,
    columns: [
      { id: 'side', label: t('requirement') },
      { id: 'narrow', label: t('decision') },
      { id: 'side', label: t('reviewer') },
    ],
    rows: changed.flatMap(({ title, ruling }) =>
      ruling === null
        ? []
        : [
            {
              cells: [
                cell('side', [para(title)], true),
                cell('narrow', [para([ruling.decision, ruling.reason, ruling.note].filter(Boolean).join(' · '))]),
                cell('side', [para(ruling.by), para(ruling.at)]),
              ],
            },
          ],
    ),
  };
}

const stateOf = (finding: FindingView, t: Words): string =>
  `${finding.tierWord} · ${finding.statusWord}${finding.ruling === null ? '' : ` · ✔ ${t('reviewed')}`}`;

const rulingWords = ({ decision, reason, note, by, at }: NonNullable<FindingView['ruling']>): string =>
  [decision, reason, note, by, at].filter(Boolean).join(' · ');

const inPlace = (place: string, lang: Lang): string =>
  place === '' ? '' : pick(pageTexts.inPlace, lang).replace('{place}', place);

function nearOf({ nearest }: FindingView, t: Words): Para[] {
  if (nearest === null) return [];
  const { quote, why } = nearest;
  return [
    para(quote.text, t('nearest') + t('colon'), true, t('inPlace').replace('{place}', quote.words)),
    para(why, t('whyRefused') + t('colon')),
  ];
}

function basisOf(basis: readonly BasisView[], t: Words): Para[] {
  if (basis.length === 0) return [];
  const words = basis.map(({ title, number, article, certainty }) =>
    `${title}${number === '' ? '' : t('basisNumber').replace('{number}', number)} ${article} [${certainty}]`.replace(
      / +/g,
      ' ',
    ),
  );
  return [para(words.join(t('listStop')), t('basis') + t('colon'))];
}
