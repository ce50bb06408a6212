/** A result as sections of tables for a Word file: the working paper with score breakdown and figures. */
import { pick, say } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { cell, numbered, para, recordSections, type Section } from './sheet.ts';
import type { ResultView } from './view-types.ts';

export function resultSections(result: ResultView): readonly Section[] {
  if (!result.recognised) return numbered([...recordSections(result), figures(result)], result.lang);
  return numbered([...recordSections(result), ledger(result), figures(result)], result.lang);
}

const wordsOf = ({ lang }: ResultView): ((key: PageText) => string) => {
  return key => pick(pageTexts[key], lang);
};

function ledger(result: ResultView): Section {
  const t = wordsOf(result);
  const { lines, applicable, lost, earned, score } = result.ledger;
  const sums = [
    [t('applicablePoints'), applicable],
    [t('lostPoints'), `−${lost}`],
    [t('earnedPoints'), earned],
    [say(pageTexts.scoreIs, result.lang, { earned, applicable }), score],
  ] as const;
  return {
    id: 'ledger',
    title: t('ledger'),
    count: lines.length,
    columns: [
      { id: 'side', label: t('requirement') },
      { id: 'narrow', label: t('why') },
      { id: 'side', label: t('lost') },
    ],
    rows: [
      ...lines.map(line => ({
        cells: [
          cell('side', [para(line.title)], true),
          cell('narrow', [para(line.why)]),
          cell('side', [para(`−${line.lost}`)]),
        ],
      })),
      ...sums.map(([label, value]) => ({
        cells: [cell('side', [para(label)], true), cell('narrow', []), cell('side', [para(value)])],
      })),
    ],
  };
}

function figures(result: ResultView): Section {
  const t = wordsOf(result);
  return {
    id: 'figures-all',
    title: t('figures'),
    count: result.figures.length,
    columns: [
      { id: 'item', label: t('asWritten') },
      { id: 'middle', label: t('counts') },
      { id: 'item', label: t('place') },
    ],
    rows: result.figures.map(({ quote, what, value, kind, stance, period, place }) => ({
      cells: [
        cell('item', [para(quote)], true),
        cell('middle', [para([what, `${kind} ${value}`, stance, period].join(' · '))]),
        cell('item', [para(place.words)]),
      ],
    })),
  };
}
