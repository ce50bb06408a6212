import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normaliseUnits, shown } from '../../src/read/copy-table.ts';
import { withoutUnseen } from '../../src/read/stand-in-units.ts';

/** What stands in a text, and what is read without the units that stand for nothing. */
const rows: readonly (readonly [string, string])[] = [
  // Years in words, with whatever stands for the zero.
  ['二〇二四年一月', '2024年一月'],
  ['二○二四年', '2024年'],
  ['二零二零年度', '2020年度'],
  ['二O二四年、二0二三年', '2024年、2023年'],
  ['二〇二一—二〇二五年', '2021—2025年'],
  ['一九九八年', '1998年'],
  ['第二〇二四年级', '第2024年级'],
  ['十二〇二四年', '十2024年'],
  ['一二〇二四年', '一二〇二四年'],
  // Letters that a scanner took for digits; words with such letters stay.
  ['2O24年办理l5件，办结率1OO%', '2024年办理15件,办结率100%'],
  ['审核ll件', '审核11件'],
  ['推行O2O项目、II期项目、5G项', '推行O2O项目、II期项目、5G项'],
  ['COl件', 'COl件'],
  // 一 as a dash.
  ['-、总体情况\n（—）加强领导', '一、总体情况\n(一)加强领导'],
  ['主要是：—是力量不足；二是培训不够', '主要是:一是力量不足;二是培训不够'],
  ['工作——是关键', '工作——是关键'],
  // Numbers of headings.
  ['壹、总体情况\n贰、存在问题', '一、总体情况\n二、存在问题'],
  ['Ⅰ、总体情况\nⅡ．存在问题', '一、总体情况\n二、存在问题'],
  ['【一、总体情况】', '一、总体情况'],
  ['【总体情况】', '〔总体情况〕'],
  ['〔一〕加强领导', '(一)加强领导'],
  ['〔2024〕3号', '〔2024〕3号'],
  ['一，总体情况\n二，存在问题', '一、总体情况\n二、存在问题'],
  ['一 总体情况\n二、存在问题\n三　下步打算', '一、总体情况\n二、存在问题\n三、下步打算'],
  ['一 2024年工作\n二 存在问题。', '一、2024年工作\n二、存在问题。'],
  ['三 等功2人\n一 等功1人', '三 等功2人\n一 等功1人'],
  ['1 总体情况\n2 存在问题', '1.总体情况\n2.存在问题'],
  ['12 件\n3 月', '12 件\n3 月'],
  ['1 主要工作\n1.1 加强领导\n1.2 规范执法', '1 主要工作\n(1)加强领导\n(2)规范执法'],
  ['2.5 万人\n1.1 万件', '2.5 万人\n1.1 万件'],
  // Bullets and Markdown.
  ['• 加强领导\n●规范执法\n- 学习6次\n* 培训\no 检查', '加强领导\n规范执法\n学习6次\n培训\n检查'],
  ['\uf06c 加强领导', '加强领导'],
  ['·2024年加强领导\n• 1.学习', '2024年加强领导\n1.学习'],
  ['- 3 -\n— 12 —', '- 3 -\n— 12 —'],
  ['——加强领导', '——加强领导'],
  ['## 一、总体情况\n# 报告', '一、总体情况\n报告'],
  ['**一是加强领导。****二是规范执法。**', '一是加强领导。二是规范执法。'],
  ['全年办案**12件**,组织**集体学法**3次', '全年办案12件,组织集体学法3次'],
  ['《**区2022年工作要点》《**开发区要点》', '《**区2022年工作要点》《**开发区要点》'],
  ['指导**县**局,张**与王**纠纷', '指导**县**局,张**与王**纠纷'],
  ['刘**办理案件，赵**培训', '刘**办理案件,赵**培训'],
  ['刘**、张**等办理**件，**年', '刘**、张**等办理**件,**年'],
  // Page sources.
  ['&nbsp;&nbsp;一、&ldquo;枫桥&rdquo;&#8220;经验&#8221;', '一、“枫桥”“经验”'],
  ['推进&quot;放管服&quot;改革', '推进“放管服”改革'],
  ['甲&乙;丙', '甲&乙;丙'],
  ['规范执法。<br/>办案30件。</p><p style="x">学习', '规范执法。\n办案30件。\n学习'],
  ['满意率<95%，投诉>3件', '满意率<95%,投诉>3件'],
  // Titles of documents.
  ['〈办法〉、<<条例>>、«细则»、<规定>', '《办法》、《条例》、《细则》、《规定》'],
  ['《关于实施〈办法〉的意见》', '《关于实施〈办法〉的意见》'],
  // Full stops that are points.
  ['加强领导.规范执法.学习6次.2024年开会.', '加强领导。规范执法。学习6次。2024年开会。'],
  ['一.加强领导.学习6次.办案3件.结案3.5件.', '一.加强领导。学习6次。办案3件。结案3.5件。'],
  ['阿里木.买买提参加。办案。结案。', '阿里木.买买提参加。办案。结案。'],
  // What nobody sees, and characters that exist twice.
  ['依\u200b法\u00ad行\u200e政', '依法行政'],
  ['⾏政立法、樂清', '行政立法、乐清'],
  // Lines set wide.
  ['2 0 2 4 年 工 作 报 告', '2024 年 工 作 报 告'],
  ['3 5 8 4', '3 5 8 4'],
];

for (const [from, to] of rows) {
  test(`${JSON.stringify(from)} is read as ${JSON.stringify(to)}`, () => {
    const units = normaliseUnits(from);
    assert.is(units.length, from.length);
    const read = units
      .split('\n')
      .map(line => line.replaceAll('\u200b', '').trim())
      .join('\n');
    assert.is(read, to);
  });
}

test('what is told of a title is closed up and holds nothing unseen', () => {
  assert.is(shown('云 山 县 2 0 2 4 年 报 告'), '云山县2024年报告');
  assert.is(shown('云\u200b山县**报告**'), '云山县**报告**');
  assert.is(shown('# 云山县 报告'), '云山县 报告');
  assert.is(shown('A 5 B'), 'A 5 B');
});

test('what nobody sees goes where a text is read', () => {
  assert.is(withoutUnseen('云\u200b山\u00ad县\ufeff'), '云山县');
});

test('long texts take the time of their length', () => {
  for (const piece of ['&', '<', '**', '<<', '1 ', '一 ', 'l', '.', '〈', '# ', '• ', '二〇', '【一、', '法 ']) {
    const text = piece.repeat(100_000);
    const from = performance.now();
    normaliseUnits(text);
    assert.ok(performance.now() - from < 3000, `${piece} took ${performance.now() - from} ms`);
  }
});

test.run();
