/** Figures of two drafts, row by row: `what value unit`. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { QuantityEntry } from '../../src/assess/types.ts';
import { compareFigures } from '../../src/compare/figures.ts';

const read = (written: string): QuantityEntry[] =>
  written
    .split(/；/)
    .filter(Boolean)
    .map((one, at) => {
      const [, what = '', about = '', value = '', unit = '', stance = 'done'] =
        /^(\D*?)(约?)(\d+)([^（]+)(?:（(.*)）)?$/.exec(one) ?? [];
      const qualifier = about === '' ? 'exact' : 'about';
      const told = { quote: `${about}${value}${unit}`, start: at, end: at + 1, value: Number(value), unit, what };
      return { ...told, qualifier, kind: 'count', period: '2024', stance: stance as QuantityEntry['stance'] };
    });

const rows: readonly (readonly [before: string, after: string, ...found: string[]])[] = [
  ['办案3件；培训2期', '培训2期；办案3件'],
  ['办案3件', '办案5件', '办案 3件 5件'],
  ['办案3件', '办案约3件', '办案 3件 约3件'],
  ['办案3件', '办案3起', '办案 3件 -', '办案 - 3起'],
  ['办案3件', '', '办案 3件 -'],
  ['', '办案3件', '办案 - 3件'],
  ['全年办理案件3件', '办理案件4件', '办理案件 3件 4件'],
  ['全年办理案件3件', '共办结各类案件3件'],
  ['办理案件3件；办理案件7件', '办理案件3件；办理案件9件', '办理案件 7件 9件'],
  ['培训3期；培训4期', '培训5期；培训6期', '培训 3期 -', '培训 4期 -', '培训 - 5期', '培训 - 6期'],
  ['…，开展抽查3次', '开展抽查4次', '开展抽查 3次 4次'],
  ['开展抽查3次（planned）；欠账2项（problem）', '开展抽查9次（planned）；欠账1项（problem）', '欠账 2项 1项'],
  ['开展抽查3次（prior-year）', '开展抽查9次（prior-year）'],
  ['培训3期；办案2件', '办案6件；培训5期', '办案 2件 6件', '培训 3期 5期'],
];

const figures = suite('figures of two drafts');
for (const [before, after, ...found] of rows) {
  figures(`${before} and then ${after}`, () => {
    const told = compareFigures(read(before), read(after)).map(pair =>
      [(pair.after ?? pair.before)?.what, pair.before?.quote ?? '-', pair.after?.quote ?? '-'].join(' '),
    );
    assert.equal(told, found);
  });
}
figures.run();
