/**
 * How long texts take that no author writes: one wording over and over, without an end of a sentence, in the part on work
 * and in the part on shortcomings. The wordings are those of the rule set's own suggestions, and what readers of lists,
 * figures, headings and tables look for. `--characters N` is the length (150,000), beside it a quarter of that.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assess } from '../src/assess/index.ts';
import { readQuantities } from '../src/quantities/index.ts';
import { readSource } from '../src/read/source.ts';
import { readReport } from '../src/report/index.ts';
import { bilingual, loadRuleSet } from '../src/rules/load.ts';
import { printTable } from './print-table.ts';

const { values: flags } = parseArgs({ options: { characters: { type: 'string' }, most: { type: 'string' } } });
const characters = Number(flags.characters ?? 150_000);
/** Rows shown. */
const most = Number(flags.most ?? 20);

const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), path);
if (ruleSet === null) throw new Error('the rules are broken');
const rules = ruleSet;

const own = [
  '开展执法检查',
  '办理案件3件',
  '其中办理案件3件',
  '2022年2023年',
  '一百二十',
  '1',
  '《',
  '（',
  '“法治”',
  '法 治 ',
  '学法\n',
  '（一）加强学习。\n',
  '一是',
  '3\t4\t',
  '|3|4|5|\n',
  '发布时间：2023年 索引号：',
  '审查《学法制度》等规范性文件3件(含修订1件)',
  '共计',
  '由95%提高到97%',
  '占比50%',
];
const suggested = rules.requirements.map(({ fix }) => (fix === undefined ? '' : bilingual(fix).zh));
/** The words between the title marks and brackets of a suggestion, with figures for its blanks. */
const wordings = suggested.flatMap(text => {
  const said = /“([^”]{4,})”/.exec(text)?.[1] ?? '';
  return said === '' ? [] : [said.replace(/[×XＸ〇○_＿]+/g, '3').replace(/[。；，]$/, '')];
});

const head = '某县2023年度法治政府建设年度报告\n一、主要举措和成效\n';
const parts: readonly (readonly [name: string, before: string, after: string])[] = [
  ['work', head, '\n'],
  ['shortcomings', `${head}开展执法检查3次。\n二、存在的问题\n`, '\n三、下一步计划\n加强培训。\n'],
];

function milliseconds(text: string): number {
  const from = performance.now();
  const report = readReport(readSource(Buffer.from(text), 'text.txt'), rules.genre);
  const { quantities, relations } = readQuantities(report);
  assess({ report, quantities, relations, ruleSet: rules, fenced: [], lang: 'zh', toolVersion: '0' });
  return performance.now() - from;
}

const rows: [name: string, times: string, quarter: number, whole: number][] = [];
for (const wording of [...own, ...wordings]) {
  for (const wall of ['', '，', '、', '；']) {
    for (const [name, before, after] of parts) {
      const unit = wording + wall;
      const make = (length: number) => before + unit.repeat(Math.floor(length / unit.length)) + after;
      const quarter = milliseconds(make(characters / 4));
      rows.push([
        name,
        unit.slice(0, 30).replaceAll('\n', '⏎').replaceAll('\t', '⇥'),
        quarter,
        milliseconds(make(characters)),
      ]);
    }
  }
}
rows.sort((a, b) => b[3] - a[3]);
console.log(`${rows.length} texts of ${characters} characters; the ${most} slowest`);
printTable([
  ['part', 'over and over', 'ms of a quarter', 'ms', 'times'],
  ...rows
    .slice(0, most)
    .map(([name, unit, quarter, whole]) => [
      name,
      unit,
      quarter.toFixed(0),
      whole.toFixed(0),
      (whole / quarter).toFixed(1),
    ]),
]);
