import { strFromU8, unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/assess/types.ts';
import { type AwaitedUnit, type OverviewUnit, overviewView } from '../../src/present/overview.ts';
import { overviewDocx } from '../../src/present/overview-docx.ts';
import { overviewSheets } from '../../src/present/overview-files.ts';
import { csvText, xlsxFile } from '../../src/present/sheet-files.ts';
import { fixtureAssessment } from './fixture.ts';

function unit(
  id: string,
  more: Partial<OverviewUnit> = {},
  changes: Readonly<Record<string, Partial<Finding>>> = {},
): OverviewUnit {
  const assessment = fixtureAssessment('zh');
  return {
    id,
    name: `${id}局`,
    level: 'department',
    draft: 1,
    received: '2025-01-20',
    due: '2025-01-31',
    assessment: {
      ...assessment,
      findings: assessment.findings.map(finding => ({ ...finding, ...changes[finding.requirement] })),
    },
    lapsed: new Set(),
    ...more,
  };
}

const look = (units: readonly OverviewUnit[], rank = false, awaited: readonly AwaitedUnit[] = [], isCollected = true) =>
  overviewView({
    units,
    awaited,
    isCollected,
    today: '2025-02-10',
    year: 2024,
    ruleSet: undefined,
    due: '2025-01-31',
    rank,
    lang: 'zh',
  });

const paperOf = (view: ReturnType<typeof look>, rank: boolean) => ({
  heading: '2024年度全县汇总',
  view,
  rank,
  lang: 'zh' as const,
  time: '',
});

const overview = suite('overview');

overview('on time, late, and what many units lack with links back', () => {
  const view = look([
    unit('a'),
    unit('b', { received: '2025-02-03' }),
    unit('c', {}, { 'doc.filing': { status: 'met' } }),
  ]);
  assert.equal(
    view.units.map(({ name, timely }) => [name, timely]),
    [
      ['a局', '按时'],
      ['b局', '逾期3天'],
      ['c局', '按时'],
    ],
  );
  assert.match(view.timely, '按时2份，逾期1份');
  const gap = view.shared.find(({ id }) => id === 'doc.filing');
  assert.equal([gap?.count, gap?.applies, gap?.share], [2, 3, '67%']);
  assert.equal(
    gap?.units.map(({ href }) => href),
    ['/reports/a#f-doc.filing', '/reports/b#f-doc.filing'],
  );
  assert.match(view.facts, /已审核3份：“[^”]+”3份。/);
  const linked = view.paragraph.filter(({ href }) => href !== '');
  assert.ok(linked.length > 0);
  for (const { href, text } of linked)
    assert.is(text, String(view.shared.find(({ id }) => href === `#gap-${id}`)?.count));
});

overview(
  'of many units that lack the same the first are named and the others folded away; Word names them by what they lack',
  async () => {
    const units = (n: number) => Array.from({ length: n }, (_, i) => unit(`u${i}`));
    const gapOf = (view: ReturnType<typeof look>) => {
      const gap = view.shared.find(({ id }) => id === 'doc.filing');
      if (gap === undefined) throw new Error('nobody lacks it');
      return {
        first: gap.first.map(({ name }) => name),
        rest: gap.rest.map(({ name }) => name),
        all: gap.units.length,
      };
    };
    assert.equal(gapOf(look(units(6))), { first: [0, 1, 2, 3, 4, 5].map(i => `u${i}局`), rest: [], all: 6 });
    assert.equal(gapOf(look(units(7))), { first: [0, 1, 2, 3, 4].map(i => `u${i}局`), rest: ['u5局', 'u6局'], all: 7 });
    const view = look([unit('a'), unit('b', {}, { 'doc.filing': { status: 'partial' } }), unit('c')]);
    const xml = strFromU8(unzipSync(overviewDocx(paperOf(view, false)))['word/document.xml'] ?? new Uint8Array());
    assert.match(xml.replace(/<[^>]*>/g, ''), '未写明：a局、c局；不完整：b局');
  },
);

overview('the paragraph says how many gaps are shared, and how many of them it names', () => {
  const many = (n: number) => {
    const [first] = fixtureAssessment('zh').findings;
    if (first === undefined) throw new Error('the fixture has no finding');
    const findings = Array.from({ length: n }, (_, i) => ({
      ...first,
      requirement: `r.${i}`,
      title: `“要点${i}”`,
      status: 'missing' as const,
    }));
    const assessment = { ...fixtureAssessment('zh'), findings };
    const view = look([unit('a', { assessment }), unit('b', { assessment })]);
    return view.paragraph.map(({ text }) => text).join('');
  };
  assert.match(many(8), '两个以上单位共有的问题有8项：一是');
  assert.match(many(8), '八是2个单位（占涉及单位的100%）未写明“‘要点7’”。请各单位对照补正。');
  assert.match(many(12), '两个以上单位共有的问题有12项，其中最普遍的8项是：一是');
  assert.not.match(many(12), '九是');
});

overview('a unit with a day of its own is late by that day; units that sent nothing are told of', () => {
  const view = look([unit('a', { received: '2025-02-03', due: '2025-02-28' })], false, [
    { name: 'b局', level: 'department', href: '/units/b', due: '2025-01-31', late: true },
    { name: 'c镇', level: 'township', href: '/units/c', due: null, late: false },
  ]);
  assert.is(view.units[0]?.timely, '按时');
  assert.match(view.facts, '未报2个单位');
  assert.equal(
    view.awaited.map(({ name, timely, isLate }) => [name, timely, isLate]),
    [
      ['c镇', '未报', false],
      ['b局', '未报，已逾期10天', true],
    ],
  );
  const [units] = overviewSheets(paperOf(view, true));
  assert.equal(units.rows.at(-1)?.slice(0, 6), [null, 'b局', '部门', '—', null, '未报，已逾期10天']);
});

overview('for a year without a season nobody is late with what was not received, and that is said', () => {
  const awaited = [{ name: 'b局', level: 'department', href: '', due: '2025-01-31', late: false }] as const;
  const view = look([unit('a')], false, awaited, false);
  assert.is(view.awaited[0]?.timely, '未报');
  assert.match(view.facts, '未报1个单位。2024年度没有设报送季：未报的不算逾期');
  assert.not.match(look([unit('a')], false, [], false).facts, '没有设报送季');
});

overview('what waits for a person is no gap: unsure, to be reviewed, or a decision that lapsed', () => {
  const view = look([
    unit('a', {}, { 'doc.filing': { certainty: 'unsure' } }),
    unit('b', { lapsed: new Set(['doc.filing']) }),
    unit('c'),
  ]);
  const at = view.requirements.findIndex(({ id }) => id === 'doc.filing');
  assert.equal(
    view.units.map(({ states }) => states[at]?.status),
    ['review', 'review', 'missing'],
  );
  assert.not.ok(
    view.shared.some(({ id }) => id === 'doc.filing'),
    'one unit alone shares nothing',
  );
});

overview('places by score only within a kind of body, and only when asked for', () => {
  const scored = (id: string, value: number, level: OverviewUnit['level']): OverviewUnit => {
    const { assessment, ...rest } = unit(id, { level });
    return { ...rest, assessment: { ...assessment, score: { ...assessment.score, value } } };
  };
  const units = [
    scored('a', 60, 'department'),
    scored('b', 90, 'department'),
    scored('c', 70, 'township'),
    scored('d', 90, 'department'),
  ];
  assert.equal(
    look(units, true).units.map(({ id, rank }) => id + rank),
    ['c1', 'b1', 'd1', 'a3'],
  );
  assert.equal(
    look(units).units.map(({ id, rank }) => id + rank),
    ['c', 'a', 'b', 'd'],
  );
});
overview.run();

const files = suite('tables as files');
files('CSV: byte order mark, quotes, and no cell that a spreadsheet would run', () => {
  const rows: readonly (readonly [string | number | null, string])[] = [
    ['水利局', '水利局'],
    ['=1+1', "'=1+1"],
    [' =cmd|x', "' =cmd|x"],
    ['＝1', "'＝1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    [-5, '-5'],
    ['@a', "'@a"],
    ['\t=1', "'\t=1"],
    ['=a,"b"', '"\'=a,""b"""'],
    ['甲\n乙', '"甲\n乙"'],
    [null, ''],
  ];
  for (const [value, cell] of rows) assert.is(csvText({ head: ['a'], rows: [[value]] }), `\ufeffa\r\n${cell}\r\n`);
});

files('a workbook of four sheets whose texts are no formulas', async () => {
  const view = look([unit('a', { name: '=HYPERLINK("x")' }), unit('b')]);
  const parts = unzipSync(await xlsxFile(overviewSheets(paperOf(view, false))));
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  const sheets = Object.keys(parts).filter(name => /worksheets\/sheet\d+\.xml$/.test(name));
  assert.is(sheets.length, 4);
  assert.not.match(sheets.map(text).join(''), '<f>');
  assert.match(
    Object.keys(parts)
      .filter(name => name.endsWith('.xml'))
      .map(text)
      .join(''),
    'HYPERLINK',
  );
});
files.run();
