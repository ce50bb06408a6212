import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { unbrokenCopy } from '../../src/report/copy.ts';
import { read } from './sample.ts';

/** Texts and their copy. */
const flats: readonly (readonly [string, string, string])[] = [
  ['full width becomes half width', '出庭应诉率达１００％，居前列。', '出庭应诉率达100%,居前列。'],
  ['blanks between Han characters go', '努力实现 两个率先，3 个村。', '努力实现两个率先,3个村。'],
  ['one blank stays between two words', '建设AI  Bot平台，使用 5G 网。', '建设AI Bot平台,使用5G网。'],
  ['no-break and ideographic blanks go', '　　一、总体\u00a0情况。', '一、总体情况。'],
  ['zero-width characters go', '依法\u200b行政\ufeff有力。', '依法行政有力。'],
  ['straight quotation marks get a direction', '推进"放管服"和"一件事"改革。', '推进“放管服”和“一件事”改革。'],
  [
    'a comma at the line end goes on',
    '坚持依法行政，全年办理案件30件，\n其中调解20件。',
    '坚持依法行政,全年办理案件30件,其中调解20件。',
  ],
  [
    'an open bracket goes on',
    '坚持依法行政,印发《云山县法治政府\n建设工作要点》2份。',
    '坚持依法行政,印发《云山县法治政府建设工作要点》2份。',
  ],
  ['a new part does not', '加强领导，\n（一）规范执法。', '加强领导,\n(一)规范执法。'],
  [
    'a point does not',
    '考核结果纳入绩效评价，力度加大并持续推进落实到位各项工作任务\n二是规范执法。',
    '考核结果纳入绩效评价,力度加大并持续推进落实到位各项工作任务\n二是规范执法。',
  ],
  [
    'a page number between two halves of a sentence goes',
    '坚持复议为民,全年共办理行政复议案件,\n- 3 -\n调解20件。',
    '坚持复议为民,全年共办理行政复议案件,调解20件。',
  ],
  [
    'blank lines around a page number end nothing',
    '坚持复议为民,全年共办理行政复议案件30件,深入推进行政复议体制改革和能力提\n\n- 3 -\n\n升,调解20件。',
    '坚持复议为民,全年共办理行政复议案件30件,深入推进行政复议体制改革和能力提升,调解20件。',
  ],
  [
    'the title over a page is no paragraph, nor is the number beside it',
    '云山县2023年法治政府建设年度报告\n坚持复议为民,推进行政复议体制改革和能力提升,全年共办理行政复议案件\n2\n云山县2023年法治政府建设年度报告\n30件,调解20件。',
    '云山县2023年法治政府建设年度报告\n坚持复议为民,推进行政复议体制改革和能力提升,全年共办理行政复议案件30件,调解20件。',
  ],
  [
    'a number alone before a form feed is that of a page',
    '坚持复议为民,全年共办理行政复议案件30件,深入推进行政复议体制改革和能力提\n2\n\f升,调解20件。',
    '坚持复议为民,全年共办理行政复议案件30件,深入推进行政复议体制改革和能力提升,调解20件。',
  ],
  ['numbers alone that are cells stay', '办结\n3\n受理\n5', '办结\n3\n受理\n5'],
  ['Windows line ends', '依法行政。\r\n规范执法。', '依法行政。\n规范执法。'],
];

for (const [name, text, flat] of flats) {
  test(name, () => {
    const { copy } = read(text);
    assert.is(copy.flat, flat);
    assert.is(copy.at.length, copy.flat.length + 1);
    for (let at = 1; at < copy.at.length; at += 1)
      assert.ok((copy.at[at] as number) > (copy.at[at - 1] as number) || at === copy.at.length - 1);
  });
}

test('wrapped lines are joined, headings and signature are not', () => {
  const body = '云山县坚持依法行政，深入推进各项改革，不断提高法治政府建设水平和能力，群众满意';
  const line = (n: number) => body.slice(n, n + 30).padEnd(30, '法');
  const text = [
    '云山县2023年法治政府建设年度报告',
    '',
    ...[0, 1, 2, 3, 4].map(line),
    '规范执法。',
    '一、主要工作',
    ...[2, 3, 4, 5, 6].map(line),
    '完成任务。',
    '云山县人民政府',
    '2024年2月1日',
  ].join('\n');
  const paragraphs = read(text).copy.flat.split('\n');
  assert.equal(
    paragraphs.map(paragraph => paragraph.length > 100),
    [false, true, false, true, false, false],
  );
});

/** A text wrapped at 22 characters, with these headings over parts of the work. */
const wrappedAt22 = (...headings: readonly string[]): readonly string[] => {
  const prose =
    '我局全年主持召开会议研究法治工作，签批有关文件，组织集体学法，带头讲授法治课，推动解决各类执法难题，规范行政执法程序。';
  const lines = (text: string): readonly string[] => text.match(/.{1,22}/g) ?? [];
  const text = [
    '青禾县水利局2023年度法治政府建设年度报告',
    ...headings.flatMap(heading => [...lines(heading), ...lines(prose)]),
    '青禾县水利局',
    '2024年1月18日',
  ].join('\n');
  const { flat } = read(text).copy;
  return headings.filter(heading => flat.includes(`${heading.replaceAll('（', '(').replaceAll('）', ')')}\n`));
};

test('a heading that nearly or wholly fills its line ends with it', () => {
  const room = ['一、全县水利系统主要举措及成效', '（一）依法预防和化解全县水事矛盾纠纷'];
  assert.is(room[1]?.length, 18);
  assert.equal(wrappedAt22(...room), room);
  const full = [
    '一、主要举措和成效',
    '（一）加强组织领导',
    '（二）依法有效预防和化解全县范围水事矛盾纠纷',
    '二、全局主要负责人推进法治水利建设履职的作为',
  ];
  assert.equal(
    full.slice(2).map(heading => heading.length),
    [22, 22],
  );
  assert.equal(wrappedAt22(...full), full);
});

test('a heading of two lines stays whole, and one that begins its paragraph is no line', () => {
  const long = '（二）依法有效预防和化解全县范围水事矛盾纠纷以及各类涉水行政争议案件';
  assert.equal(wrappedAt22('一、主要举措', '（一）加强组织领导', long), ['一、主要举措', '（一）加强组织领导', long]);
  const begins = ['（一）加强组织领导。', '（二）依法有效预防和化解全县范围水事矛盾纠纷'];
  assert.equal(wrappedAt22('一、主要举措', '二、强化监督', ...begins).includes(begins[1] as string), false);
});

test('a long heading is no wrapped line, and a first paragraph that is broken off is no title', () => {
  const line = '按照规定组织开展各项监督检查活动并且及时通报有关情况和结果';
  const heading = '三、2023年度党政主要负责人履行推进法治建设第一责任人职责的有关情况';
  const text = [
    '根据《关于印发<法治政府建设年度报告制度指引>的',
    '通知》和上级要求,现报告2023年工作情况。',
    '一、主要工作',
    ...Array.from({ length: 8 }, () => line),
    '完成任务。',
    heading,
    '局长履行第一责任人职责,召开专题会议6次。',
  ].join('\n');
  const { copy, meta } = read(text);
  assert.is(meta.title, null);
  assert.ok(copy.flat.startsWith('根据《关于印发<法治政府建设年度报告制度指引>的通知》和上级要求'));
  assert.ok(copy.flat.includes(`\n${heading}\n局长`));
  const other = read(text.replace('根据《关于', '为贯彻落实《云山市关于'));
  assert.is(other.meta.title, null);
  assert.ok(other.recognised);
  const titled = read(
    `为全面建设新云山提供法治保障\n——云山县2023年度法治政府建设情况报告\n${text.slice(text.indexOf('一、'))}`,
  );
  assert.match(titled.meta.title?.value ?? '', '云山县2023年度法治政府建设情况报告');
});

/** A sentence with | where a clause ends, ‖ where a sentence ends. */
const walled: readonly string[] = [
  '收到申请223件,|受理166件;‖办结150件。‖',
  '共调解1,234件,|金额2.5万元。‖',
  '出台《办法(试行)》,|印发《关于规范执法、加强监督,提升水平的通知》3份。‖',
  '落实“谁执法、谁普法,谁负责”责任制,|开展活动。‖',
  '调整领导小组(组长由县长担任,副组长由副县长担任),|定期开会。‖',
  '报告率达100%|二是强化落实。‖|三是尊法学法。‖',
  '一方面,|认识不足;‖|另一方面,|能力不够。‖',
  '唯一是亮点的工作,|第三是关键。‖',
  '这是统一是非标准的做法。‖',
  '学习《民法典,|办理案件3件。‖',
  '规范、公正、文明执法。‖',
  '法律顾问:镇级1名、村级9名。‖',
  '审查合同:57份;‖具体安排:|一是抓培训3次。‖',
];

for (const text of walled) {
  test(text, () => {
    const flat = text.replace(/[|‖]/g, '');
    const { clauseOf, sentenceOf } = unbrokenCopy(flat);
    let shown = '';
    for (let at = 0; at < flat.length; at += 1) {
      if (at > 0 && sentenceOf[at] !== sentenceOf[at - 1]) shown += '‖';
      const steps = at === 0 ? 0 : (clauseOf[at] as number) - (clauseOf[at - 1] as number);
      if (steps > 0 && (sentenceOf[at] === sentenceOf[at - 1] || steps > 1)) shown += '|';
      shown += flat[at];
    }
    assert.is(`${shown}‖`, text);
  });
}

test('the inside of 《》 is marked', () => {
  const { inTitle } = unbrokenCopy('印发《要点》2份');
  assert.equal([...inTitle], [0, 0, 1, 1, 1, 1, 0, 0]);
});

test('injected text that cuts a name in two leaves the name whole', () => {
  const { copy } = read('坚持依法决策,公布《2024年幸运28论坛\n重大行政决策事项目录》。加强审查,严格程序。');
  assert.is(copy.flat, '坚持依法决策,公布《2024年重大行政决策事项目录》。加强审查,严格程序。');
});

test.run();
