/** A report finds its organ by title, signature and file name, and asks rather than guess. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createRoster, type KnownOrgan, type Sender } from '../../src/report/organ-match.ts';
import { organName } from '../../src/report/organ-names.ts';

const names: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ['青禾县水利局'],
  ['青禾县水利局河道管理所'],
  ['青禾县卫生健康委员会', '县卫计委'],
  ['青禾县人力资源和社会保障局'],
  ['青禾县住房和城乡建设局'],
  ['青禾县城市管理局', '县综合执法局'],
  ['青禾县市场监督管理局'],
  ['青禾县交通运输局'],
  ['青禾县交通运输综合行政执法大队'],
  ['青禾县人民政府办公室'],
  ['青禾县机构编制委员会办公室', '县编办'],
  ['青禾县经济开发区管理委员会'],
  ['财政局'],
  ['柳河镇人民政府'],
  ['东柳河镇'],
  ['石坪乡人民政府'],
  ['望汐街道办事处'],
  ['教育体育局'],
];
const organ = (id: string, aliases: readonly string[] = []): KnownOrgan => ({
  id,
  name: id,
  aliases,
  level: null,
});
const roster = createRoster(names.map(([name, ...aliases]) => organ(name, aliases)));
const sender = (given: Partial<Sender>): Sender => ({
  title: null,
  subject: null,
  issuer: null,
  level: null,
  fileName: '新建文本文档.txt',
  ...given,
});
/** The organ's name; `?` and why, where a person is asked; `+` and the name of a new one. */
function found(given: Partial<Sender>, among = roster): string {
  const match = among.match(sender(given));
  return match.state === 'sure' ? match.organ : match.state === 'new' ? `+${match.name}` : `?${match.why}`;
}

const parts = suite('parts of names');
for (const [name, places, core] of [
  ['青禾县水利局', '青禾县', '水利局'],
  ['云山市青禾县水利局', '云山市 青禾县', '水利局'],
  ['县水利局', '县', '水利局'],
  ['市场监督管理局', '', '市场监督管理局'],
  ['市市场监督管理局', '市', '市场监督管理局'],
  ['城市管理局', '', '城市管理局'],
  ['青禾县城市管理局（县综合执法局）', '青禾县', '城市管理局'],
  ['住房和城乡建设局', '', '住房和城乡建设局'],
  ['青禾县柳河镇人民政府', '青禾县', '柳河镇'],
  ['中共柳河镇委员会', '', '柳河镇'],
  ['临湖区人民政府望汐街道办事处', '临湖区', '望汐街道'],
  ['青禾县经济开发区管理委员会', '青禾县', '经济开发区管委会'],
  ['青禾县卫生健康委员会', '青禾县', '卫生健康委'],
  ['青禾县水利局党组', '青禾县', '水利局'],
  ['青禾县', '青禾县', ''],
] as const)
  parts(name, () => assert.equal(organName(name), { places: places.split(' ').filter(Boolean), core }));
parts.run();

const text = suite('the text names its organ');
for (const [written, expected] of [
  ['青禾县水利局', '青禾县水利局'],
  ['县水利局', '青禾县水利局'],
  ['水利局', '青禾县水利局'],
  ['云山市青禾县水利局', '青禾县水利局'],
  ['青禾县水利局（盖章）', '青禾县水利局'],
  ['中共青禾县水利局党组、青禾县水利局', '青禾县水利局'],
  ['青禾县水利局河道管理所', '青禾县水利局河道管理所'],
  ['青禾县财政局', '财政局'],
  ['县卫健委', '青禾县卫生健康委员会'],
  ['青禾县卫生健康委', '青禾县卫生健康委员会'],
  ['县卫计委', '青禾县卫生健康委员会'],
  ['县人社局', '青禾县人力资源和社会保障局'],
  ['住建局', '青禾县住房和城乡建设局'],
  ['市监局', '青禾县市场监督管理局'],
  ['县市场监管局', '青禾县市场监督管理局'],
  ['县城管局', '青禾县城市管理局'],
  ['县综合执法局', '青禾县城市管理局'],
  ['县政府办', '青禾县人民政府办公室'],
  ['县编办', '青禾县机构编制委员会办公室'],
  ['青禾县经济开发区管委会', '青禾县经济开发区管理委员会'],
  ['柳河镇', '柳河镇人民政府'],
  ['青禾县柳河镇人民政府', '柳河镇人民政府'],
  ['中共柳河镇委员会、柳河镇人民政府', '柳河镇人民政府'],
  ['东柳河镇人民政府', '东柳河镇'],
  ['石坪乡', '石坪乡人民政府'],
  ['望汐街道', '望汐街道办事处'],
  ['青禾县望汐街道党工委', '望汐街道办事处'],
  // Neither is anyone placed who is only like a known one, nor one of another county.
  ['云溪县水利局', '?alike'],
  ['市水利局', '?alike'],
  ['西柳河镇人民政府', '?alike'],
  ['青禾县水利局城关管理站', '?alike'],
  ['石坪镇人民政府', '?alike'],
  ['县教育局', '教育体育局'],
  ['县体育局', '?alike'],
  ['青禾县气象局', '+青禾县气象局'],
  ['青禾县', '?alike'],
] as const) {
  text(written, () => assert.is(found({ subject: written, issuer: written }), expected));
}
text('a title that no subject was read from still counts', () =>
  assert.is(found({ title: '县水利局二〇二三年法治政府建设工作总结' }), '青禾县水利局'),
);
text.run();

const files = suite('the file name helps out');
for (const [fileName, expected] of [
  ['水利局报告(1).txt', '青禾县水利局'],
  ['县水利局2023年法治政府建设报告-终稿2.txt', '青禾县水利局'],
  ['青禾县水利局法治政府建设年度报告 - 副本.txt', '青禾县水利局'],
  ['【最终版】水利局.txt', '青禾县水利局'],
  ['3.卫健委2023年度法治建设总结（盖章版）.html', '青禾县卫生健康委员会'],
  ['柳河镇.txt', '柳河镇人民政府'],
  ['柳河报告.txt', '柳河镇人民政府'],
  ['东柳河镇总结.txt', '东柳河镇'],
  ['关于望汐街道办事处法治政府建设情况的报告.txt', '望汐街道办事处'],
  ['西柳河镇报告.txt', '?alike'],
  ['水利局河道所报告.txt', '青禾县水利局河道管理所'],
  ['水利局河道站报告.txt', '?alike'],
  ['水利报告.txt', '?alike'],
  ['交通局报告.txt', '青禾县交通运输局'],
  ['气象局报告.txt', '?silent'],
  ['新建文本文档.txt', '?silent'],
  ['2023年法治政府建设年度报告-终稿2.txt', '?silent'],
  ['青禾县2023年法治政府建设年度报告.txt', '?silent'],
  ['IMG_20240112.txt', '?silent'],
] as const) {
  files(fileName, () => assert.is(found({ fileName }), expected));
}
files('a text that speaks of its township is not the water bureau’s', () => {
  assert.is(found({ fileName: '水利局报告.txt', level: 'township' }), '?disagree');
  assert.is(found({ fileName: '水利局报告.txt', level: 'department' }), '青禾县水利局');
});
files.run();

const both = suite('text and file name together');
for (const [subject, issuer, fileName, expected] of [
  ['青禾县水利局', '青禾县水利局', '财政局.txt', '?disagree'],
  ['青禾县水利局', '青禾县财政局', '报告.txt', '?disagree'],
  ['青禾县水利局', '青禾县水利局', '气象局.txt', '?disagree'],
  ['青禾县气象局', '青禾县气象局', '水利局.txt', '?disagree'],
  ['青禾县水利局', '县依法治县办', '水利局.txt', '?disagree'],
  ['青禾县水利局', null, '水利局河道所.txt', '?disagree'],
  ['青禾县水利局', '青禾县水利局', '水利.txt', '青禾县水利局'],
] as const) {
  both(`${subject} ${issuer} ${fileName}`, () => assert.is(found({ subject, issuer, fileName }), expected));
}
const two = createRoster(['青禾县司法局', '云溪县司法局', '云溪县民政局'].map(name => organ(name)));
both('two organs of one kind in two counties', () => {
  assert.is(found({ fileName: '司法局.txt' }, two), '?several');
  assert.is(found({ subject: '青禾县司法局', fileName: '司法局.txt' }, two), '青禾县司法局');
});
both('nobody known, nobody asked about', () => {
  const none = createRoster([]);
  assert.is(found({ subject: '青禾县水利局' }, none), '+青禾县水利局');
  assert.is(found({}, none), '?silent');
});
both.run();
