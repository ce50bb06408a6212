/** A result, checklist or working paper as tables of typed cells: what workbook, CSV and JSON are made of. */
import type { Assessment, Finding } from '../assess/types.ts';
import { pick } from '../words/bilingual.ts';
import { columnWords, exportTexts } from '../words/exports.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { qualifierWords, quantityKindWords } from '../words/terms.ts';
import { type Judged, standOf } from './letter.ts';
import { withoutNumbers } from './masked.ts';
import type { CellValue } from './sheet-files.ts';
import type { FindingView, ResultView } from './view-types.ts';

export type ColumnId = keyof typeof columnWords;

export interface ExportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: ColumnId; readonly label: string }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Everything a result holds. */
export function resultTables(input: Judged, text: string): readonly ExportTable[] {
  const judged = shown(input, text);
  const { result } = judged;
  if (!result.recognised) return filled([summary(judged, true), anomalies(judged), figures(judged)]);
  return filled([
    summary(judged, true),
    findings(judged),
    ledger(judged),
    relations(judged, false),
    anomalies(judged),
    figures(judged),
    history(judged),
  ]);
}

/** What the unit has to add, and what a person has still to look at. */
export function checklistTables(input: Judged, text: string): readonly ExportTable[] {
  const judged = shown(input, text);
  return filled([summary(judged, false), gaps(judged), relations(judged, true), changedByPeople(judged)]);
}

/** Every finding with its grounds, for the office's own files. */
export function workingPaperTables(input: Judged, text: string): readonly ExportTable[] {
  const judged = shown(input, text);
  return filled([
    summary(judged, true),
    findings(judged),
    relations(judged, false),
    anomalies(judged),
    history(judged),
  ]);
}

/** The assessment beside the view must not tell what the view masks. */
const shown = ({ result, assessment }: Judged, text: string): Judged => ({
  result,
  assessment: withoutNumbers(assessment, text).assessment,
});

/** The summary always; other tables where they hold something. */
const filled = ([first, ...rest]: readonly ExportTable[]): readonly ExportTable[] =>
  [first, ...rest.filter(({ rows }) => rows.length > 0)].filter(table => table !== undefined);

type Row = Readonly<Partial<Record<ColumnId, CellValue>>>;

function table(
  { result: { lang } }: Pick<Judged, 'result'>,
  id: string,
  title: string,
  columns: readonly ColumnId[],
  rows: readonly Row[],
): ExportTable {
  return {
    id,
    title,
    columns: columns.map(column => ({ id: column, label: pick(columnWords[column], lang) })),
    rows: rows.map(row => columns.map(column => (row[column] === '' ? null : (row[column] ?? null)))),
  };
}

const wordsOf = ({ lang }: ResultView): ((key: PageText) => string) => {
  return key => pick(pageTexts[key], lang);
};

/** What stands in the head of the result, the outcome, and the stamp. */
function summary(judged: Judged, scored: boolean): ExportTable {
  const { result, assessment } = judged;
  const { lang, tallies, stamp } = result;
  const t = wordsOf(result);
  const x = (key: keyof typeof exportTexts): string => pick(exportTexts[key], lang);
  const rows: Row[] = [
    { item: t('reportText'), text: result.heading },
    ...result.fields.map(({ label, value, given, stated }) => ({
      item: label,
      text: stated ? `${value}${given ? t('givenByPerson') : ''}` : null,
    })),
    {
      item: t('outcome'),
      text:
        result.outcome === null
          ? `${result.notRecognised} ${result.why}`
          : `${result.outcome.title}${result.outcome.provisional ? t('provisionalShort') : ''}`,
    },
  ];
  if (result.outcome !== null) {
    rows.push(
      { item: t('why'), text: result.outcome.because },
      { item: t('mandatoryMet'), text: tallies.mandatoryMet },
      { item: t('mandatoryAsked'), text: tallies.mandatoryOf },
      { item: t('expectedMet'), text: tallies.expectedMet },
      { item: t('expectedAsked'), text: tallies.expectedOf },
      { item: t('gapCount'), text: tallies.gaps },
      { item: t('toReview'), text: tallies.toReview },
    );
    if (scored) {
      rows.push({ item: t('score'), text: assessment.score.value });
      if (result.beforeRulings !== '')
        rows.push({ item: x('summaryScoreBefore'), text: assessment.score.beforeRulings });
    }
  }
  rows.push(
    ...result.fenced.map(({ title }) => ({ item: t('fencedNote'), text: title })),
    ...result.restricted.map(line => ({ item: x('restrictedRow'), text: line })),
    { item: x('stampTool'), text: stamp.tool },
    { item: x('stampRules'), text: stamp.ruleSet },
    { item: x('stampRulesHash'), text: stamp.ruleSetHash },
    { item: x('stampSource'), text: stamp.sourceHash },
    ...(stamp.time === '' ? [] : [{ item: x('stampTime'), text: stamp.time }]),
  );
  return table(judged, 'summary', x('tableSummary'), ['item', 'text'], rows);
}

const lines = (parts: readonly string[]): string => parts.filter(part => part !== '').join('\n');

function basisOf({ basis }: FindingView, result: ResultView): string {
  const t = wordsOf(result);
  return lines(
    basis.map(({ title, number, article, certainty }) =>
      `${title}${number === '' ? '' : t('basisNumber').replace('{number}', number)} ${article} [${certainty}]`.replace(
        / +/g,
        ' ',
      ),
    ),
  );
}

/** What the tables of findings and gaps say alike. */
function common(finding: FindingView, result: ResultView): Row {
  const { ruling, nearest } = finding;
  return {
    number: finding.number,
    requirement: finding.requirement,
    item: finding.title,
    tier: finding.tierWord,
    status: finding.statusWord,
    reason: finding.reason,
    fix: finding.fix,
    nearest: nearest?.quote.text ?? null,
    nearestPlace: nearest?.quote.words ?? null,
    refused: nearest?.why ?? null,
    alarm: lines(finding.alarms.map(({ note }) => note)),
    ruling: lines([finding.lapsed, ruling?.decision ?? '']),
    rulingReason: lines([ruling?.reason ?? '', ruling?.note ?? '']),
    by: ruling?.by ?? null,
    time: ruling?.at ?? null,
    basis: basisOf(finding, result),
  };
}

function findings(judged: Judged): ExportTable {
  const { result, assessment } = judged;
  const machine = new Map(assessment.findings.map(finding => [finding.requirement, finding]));
  const rows = result.sections.flatMap(section =>
    section.items.map((finding): Row => {
      const own: Finding | undefined = machine.get(finding.requirement);
      return {
        ...common(finding, result),
        group: section.title,
        certainty: finding.certainty,
        points: own?.points ?? null,
        earned: own?.earned ?? null,
        gain: finding.gain === 0 ? null : Math.round(finding.gain * 10) / 10,
        value: own?.value ?? null,
        unit: own?.unit ?? null,
        quote: lines(finding.evidence.map(quote => quote.text)),
        place: lines(finding.evidence.map(quote => quote.words)),
        attention: lines(finding.attention),
      };
    }),
  );
  return table(
    judged,
    'findings',
    pick(exportTexts.tableFindings, result.lang),
    [
      'number',
      'item',
      'group',
      'tier',
      'status',
      'certainty',
      'points',
      'earned',
      'gain',
      'value',
      'unit',
      'reason',
      'quote',
      'place',
      'nearest',
      'nearestPlace',
      'refused',
      'fix',
      'attention',
      'alarm',
      'ruling',
      'rulingReason',
      'by',
      'time',
      'basis',
      'requirement',
    ],
    rows.sort((a, b) => Number(a.number) - Number(b.number)),
  );
}

function gaps(judged: Judged): ExportTable {
  const { result } = judged;
  const t = wordsOf(result);
  const { stated, pending } = standOf(result);
  const groups = [
    [t('listMandatory'), stated.filter(({ tier }) => tier === 'mandatory')],
    [t('listExpected'), stated.filter(({ tier }) => tier === 'expected')],
    [t('listOptional'), stated.filter(({ tier }) => tier === 'optional')],
    [t('listReview'), pending],
  ] as const;
  const rows = groups.flatMap(([group, items]) =>
    items.map(
      (finding): Row => ({ ...common(finding, result), group, listed: finding.item === 0 ? null : finding.item }),
    ),
  );
  return table(
    judged,
    'gaps',
    pick(exportTexts.tableGaps, result.lang),
    [
      'ticked',
      'listed',
      'number',
      'item',
      'group',
      'tier',
      'status',
      'reason',
      'fix',
      'nearest',
      'nearestPlace',
      'refused',
      'alarm',
      'ruling',
      'rulingReason',
      'by',
      'time',
      'basis',
      'requirement',
    ],
    rows,
  );
}

function ledger(judged: Judged): ExportTable {
  const { result, assessment } = judged;
  const t = wordsOf(result);
  const { score } = assessment;
  return table(
    judged,
    'ledger',
    t('ledger'),
    ['item', 'lost', 'reason', 'points', 'earned'],
    [
      ...score.ledger.map((line, i) => ({
        item: result.ledger.lines[i]?.title ?? line.requirement,
        lost: line.lost,
        reason: result.ledger.lines[i]?.why ?? line.why,
      })),
      { item: t('applicablePoints'), points: score.applicable },
      { item: t('earnedPoints'), earned: score.earned },
      { item: t('score'), earned: score.value },
    ],
  );
}

function relations(judged: Judged, failing: boolean): ExportTable {
  const { result, assessment } = judged;
  const rows = result.relations.filter(({ holds }) => !failing || !holds);
  const own = new Map(assessment.relations.map((relation, i) => [`relation-${i + 1}`, relation]));
  return table(
    judged,
    'relations',
    wordsOf(result)(failing ? 'listFigures' : 'relations'),
    [...(failing ? (['ticked'] as const) : []), 'item', 'status', 'value', 'computed', 'reason', 'quote', 'place'],
    rows.map(({ id, kind, verdict, note, sides }) => ({
      item: kind,
      status: verdict,
      value: own.get(id)?.stated ?? null,
      computed: own.get(id)?.computed ?? null,
      reason: note,
      quote: lines(sides.map(side => side.quote)),
      place: lines(sides.map(side => side.place)),
    })),
  );
}

function anomalies(judged: Judged): ExportTable {
  return table(
    judged,
    'anomalies',
    wordsOf(judged.result)('anomalies'),
    ['item', 'quote', 'place'],
    judged.result.anomalies.map(({ kind, quote, place }) => ({ item: kind, quote, place: place.words })),
  );
}

function figures(judged: Judged): ExportTable {
  const { result, assessment } = judged;
  const { lang } = result;
  return table(
    judged,
    'figures',
    wordsOf(result)('figures'),
    ['item', 'status', 'group', 'qualifier', 'value', 'unit', 'period', 'quote', 'place'],
    result.figures.map(({ what, stance, place }, i) => {
      const own: Assessment['quantities'][number] | undefined = assessment.quantities[i];
      return {
        item: what,
        status: stance,
        group: own === undefined ? null : pick(quantityKindWords[own.kind], lang),
        qualifier: own === undefined ? null : pick(qualifierWords[own.qualifier], lang),
        value: own?.value ?? null,
        unit: own?.unit ?? null,
        period: own?.period ?? null,
        quote: own?.quote ?? null,
        place: place.words,
      };
    }),
  );
}

function history(judged: Judged): ExportTable {
  const t = wordsOf(judged.result);
  return table(
    judged,
    'history',
    t('reviewHistory'),
    ['time', 'item', 'ruling', 'rulingReason', 'by', 'draft'],
    judged.result.history.map(({ time, title, decision, reason, note, by, draft }) => ({
      time,
      item: title,
      ruling: decision,
      rulingReason: lines([reason, note]),
      by,
      draft,
    })),
  );
}

/** What people changed, as the checklist tells it. */
function changedByPeople(judged: Judged): ExportTable {
  const { result } = judged;
  const changed = result.sections
    .flatMap(section => section.items)
    .filter(finding => finding.ruling?.changed === true)
    .sort((a, b) => a.number - b.number);
  return table(
    judged,
    'rulings',
    wordsOf(result)('listRulings'),
    ['number', 'item', 'ruling', 'rulingReason', 'by', 'time'],
    changed.map(finding => common(finding, result)),
  );
}
