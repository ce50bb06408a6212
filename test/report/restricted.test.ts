/** What is told before anything is stored, and what must not stop a report. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readSource } from '../../src/read/index.ts';
import { findRestricted, maskPersonal } from '../../src/report/restricted.ts';

const restricted = suite('restricted matter');
const title =
  '青禾县水利局2024年度法治政府建设情况报告\n2024年，我局深入学习贯彻习近平法治思想，现将有关情况报告如下。\n';
const kinds = (text: string): readonly string[] => findRestricted(text).map(({ kind }) => kind);

const marked: readonly [head: string, kind: 'secret' | 'internal'][] = [
  ['秘密★', 'secret'],
  ['机密★1年', 'secret'],
  ['绝密★长期', 'secret'],
  ['秘 密 ★ 1 年', 'secret'],
  ['秘　密★１０年', 'secret'],
  ['機密★三年', 'secret'],
  ['机密★6个月', 'secret'],
  ['秘密☆1年', 'secret'],
  ['秘密*1年', 'secret'],
  ['【机密★】', 'secret'],
  ['（秘密★1年）', 'secret'],
  ['000012\n机密★1年\n特急', 'secret'],
  ['000012 机密★1年', 'secret'],
  ['机密★1年          特急', 'secret'],
  ['青禾县水利局文件          秘密★1年', 'secret'],
  ['青禾县水利局文件 秘密★1年', 'secret'],
  ['秘密★1年 青禾县水利局关于2024年度法治政府建设情况的报告', 'secret'],
  ['密级：秘密', 'secret'],
  ['密级:机密★1年', 'secret'],
  ['绝密', 'secret'],
  ['机密 3年', 'secret'],
  ['工作秘密★1年', 'secret'],
  ['青禾县水利局\n\n\n秘密★1年', 'secret'],
  ['内部资料 注意保存', 'internal'],
  ['内部资料，注意保存', 'internal'],
  ['内部资料　注意保密', 'internal'],
  ['内部文件 注意保存', 'internal'],
  ['内 部 资 料', 'internal'],
  ['（内部资料，不得外传）', 'internal'],
  ['【内部材料 请勿外传】', 'internal'],
  ['内部文件★注意保存', 'internal'],
  ['青禾县水利局文件    内部资料 注意保存', 'internal'],
  ['仅供内部使用', 'internal'],
  ['密级：内部', 'internal'],
  ['内部资料 注意保存 青禾县水利局关于2024年度法治政府建设情况的报告', 'internal'],
];
for (const [head, kind] of marked) {
  restricted(`marked: ${head.replace(/\s+/g, ' ')}`, () => {
    assert.equal(kinds(`${head}\n${title}`), [kind]);
    const [found] = findRestricted(`${head}\n${title}`);
    assert.is(`${head}\n${title}`.slice(found?.start, found?.end), found?.quote);
  });
}

restricted('marked where the line ends were lost, and on a later page', () => {
  assert.equal(kinds(`机密★1年${title.replaceAll('\n', '')}`), ['secret']);
  assert.equal(kinds(`${title}一、主要工作。\n秘密★1年\n二、存在的问题。`), ['secret']);
});

restricted('a marking in a page header, which is no part of the text', () => {
  const found = findRestricted(title, ['青禾县水利局', '机密★1年', '第1页']);
  assert.equal(found, [{ kind: 'secret', start: 0, end: 0, line: 0, quote: '机密★1年' }]);
  assert.equal(findRestricted(title, ['保密宣传', '— 1 —']), []);
});

const free: readonly string[] = [
  '开展保密宣传教育活动3场次，全体干部签订保密承诺书。',
  '严格落实保密法，未发生泄露国家秘密事件。',
  '国家秘密定密管理规范，涉密文件标注“机密★1年”字样的3份。',
  '对标注秘密★的文件实行专人管理。',
  '秘密★级文件3份已移交。',
  '（四）加强内部监督。内部审计、内部资料管理制度健全。',
  '内部资料管理',
  '加强内部管理',
  '内部重大决策合法性审查机制运行良好。',
  '内部文件印发前一律经合法性审核。',
  '保护企业商业秘密和个人隐私',
  '国家秘密',
  '保守国家秘密法宣传',
  '秘密级会议室改造',
  '★重点工作',
  '机密文件管理规范',
  '密级：公开',
  '密级:无',
  '公开方式：主动公开',
];
for (const line of free) {
  restricted(`free: ${line}`, () => {
    assert.equal(kinds(`${line}\n${title}`), []);
    assert.equal(kinds(`${title}${line}\n`), []);
  });
}
restricted('a bare word of the grade is a marking in the head alone', () => {
  assert.equal(kinds(`${title}机密\n内部资料\n`), []);
});

/** With its right check character. */
const card = (seventeen: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return seventeen + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(seventeen[i]), 0) % 11];
};
const someone = card('11010119900307857');
const full = (text: string): string => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const numbers: readonly [text: string, kind: string, shown: string][] = [
  [`身份证号${someone}`, 'identity-card', `110101********${someone.slice(-4)}`],
  [`（${full(someone)}）`, 'identity-card', ''],
  [`${someone.slice(0, 6)} ${someone.slice(6, 14)} ${someone.slice(14)}`, 'identity-card', ''],
  [card('33010219851231002').toLowerCase(), 'identity-card', ''],
  ['身份证号码：110101900307857', 'identity-card', '110101******857'],
  ['联系人手机13812345678。', 'mobile-number', '138****5678'],
  ['联系电话：１３８１２３４５６７８', 'mobile-number', '１３８****５６７８'],
  ['电话 138 1234 5678', 'mobile-number', '138 **** 5678'],
  ['199-1234-5678', 'mobile-number', '199-****-5678'],
  ['+8613812345678', 'mobile-number', '+86138****5678'],
  ['(+86)13812345678', 'mobile-number', '138****5678'],
  ['张某 13812345678、李某', 'mobile-number', '138****5678'],
];
for (const [text, kind, shown] of numbers) {
  restricted(`number of a person: ${text}`, () => {
    const whole = `${title}${text}\n`;
    const found = findRestricted(whole);
    assert.equal(
      found.map(one => one.kind),
      [kind],
    );
    assert.is(found[0]?.line, 3);
    if (shown !== '') assert.is(found[0]?.quote, shown);
    const masked = maskPersonal(whole);
    assert.is(masked.length, whole.length);
    assert.is(masked.slice(found[0]?.start, found[0]?.end), found[0]?.quote);
    assert.equal(findRestricted(masked), []);
  });
}

const figures: readonly string[] = [
  `${someone.slice(0, 17)}${someone.endsWith('1') ? '2' : '1'}`,
  card('11010119900231857'),
  card('99010119900307857'),
  `1${someone}`,
  `${someone}7`,
  `A${someone}`,
  '统一社会信用代码11330000002482345X',
  '110101900307857',
  '联系电话：0571-87053000',
  '咨询电话12345，监督电话12348',
  '电话：010-62345678转8001',
  '023-13812345678',
  '投入资金13500000000元',
  '总投资15000000000.00元',
  '¥13500000000',
  '113812345678',
  '138123456789',
  '12812345678',
  '0.13812345678',
  '150 1200 3400',
  '索引号000014349/2024-00012',
  '/art/13812345678.html',
  'id=13812345678',
  '青司发〔2024〕13812345678号',
  '2024010113812345678',
  '1,381,234,5678件',
];
for (const text of figures) {
  restricted(`number of nobody: ${text}`, () => {
    assert.equal(kinds(`${title}${text}\n`), []);
    assert.is(maskPersonal(text), text);
  });
}

restricted('nothing is found in any report that is at hand', () => {
  for (const folder of ['seeds', 'test/reports', 'test/reports-disclosure']) {
    const at = new URL(`../../${folder}/`, import.meta.url);
    for (const name of readdirSync(at).filter(one => /\.(txt|html)$/.test(one))) {
      const { text } = readSource(readFileSync(new URL(name, at)), name);
      assert.equal(findRestricted(text), [], name);
    }
  }
});
restricted.run();
