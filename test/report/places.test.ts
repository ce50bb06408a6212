import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cityHint } from '../../src/report/city-hint.ts';
import { bodiesOf, lastPlace, levelOfBody, placesOf, subjectOf } from '../../src/report/places.ts';
import type { Level } from '../../src/report/types.ts';

const split: readonly (readonly [string, readonly string[]])[] = [
  ['邵阳市武冈市', ['邵阳市', '武冈市']],
  ['云岭省江源市云山县青禾镇', ['云岭省', '江源市', '云山县', '青禾镇']],
  ['津市市', ['津市市']],
  ['济宁市市中区', ['济宁市', '市中区']],
  ['凉山彝族自治州西昌市', ['凉山彝族自治州', '西昌市']],
  ['苏州市吴江区', ['苏州市', '吴江区']],
  ['息县', ['息县']],
  ['湖屏区望汐街道', ['湖屏区', '望汐街道']],
  ['雲嶺市順青區', ['雲嶺市', '順青區']],
  ['雲嶺市順青縣青禾鎮', ['雲嶺市', '順青縣', '青禾鎮']],
];
for (const [name, pieces] of split) test(`${name} in pieces`, () => assert.equal(placesOf(name), pieces));

const levels: readonly (readonly [string, Level | null])[] = [
  ['云岭省人民政府', 'province'],
  ['内蒙古自治区人民政府', 'province'],
  ['上海市人民政府', 'province'],
  ['南昌市人民政府', 'city'],
  ['大兴安岭地区行署', 'city'],
  ['青禾志愿服务联盟', null],
  ['武冈市人民政府', 'county'],
  ['新建区人民政府', 'county'],
  ['息县人民政府', 'county'],
  ['息县人民政府办公室', 'county'],
  ['南昌市人民政府办公厅', 'city'],
  ['中共息县委 息县人民政府', 'county'],
  ['中共息县委', 'party-committee'],
  ['中共邵阳市委全面依法治市委员会办公室', 'party-committee'],
  ['县委依法治县办', 'party-committee'],
  ['息县司法局', 'department'],
  ['息县卫生健康委员会', 'department'],
  ['云岭省教育厅', 'department'],
  ['息县公安局交通警察大队', 'department'],
  ['息县教育局党组', 'department'],
  ['青禾县残疾人联合会', 'department'],
  ['青禾县残联', 'department'],
  ['青禾市总工会', 'department'],
  ['青禾县供销合作社联合社', 'department'],
  ['息县城关镇人民政府', 'township'],
  ['青禾乡人民政府', 'township'],
  ['青溪旗柳河苏木人民政府', 'township'],
  ['柳河苏木', 'township'],
  ['中共清岭盟委', 'party-committee'],
  ['清岭盟水利局', 'department'],
  ['望汐街道办事处', 'township'],
  ['中共青禾镇委员会', 'township'],
  ['青禾镇司法所', 'township'],
  ['望汐街道平安法治办公室', 'township'],
  ['青禾镇人民政府党政办公室', 'township'],
  ['城镇建设办公室', 'department'],
  ['云山经济开发区管理委员会', 'county'],
  ['云山市人民政府国有资产监督管理委员会', 'department'],
  ['云山市国有资产监督管理委员会', 'department'],
  ['云山区城市管理委员会', 'department'],
  ['云山市住房公积金管理委员会', 'department'],
  ['云山新城管委会', 'county'],
  ['云山高新区管委会', 'county'],
];
for (const [name, level] of levels) test(`${name} stands at ${level}`, () => assert.is(levelOfBody(name), level));

test('an unknown city follows what the text tells', () => {
  assert.is(levelOfBody('淳江市人民政府', 'county'), 'county');
  assert.is(levelOfBody('淳江市人民政府'), 'city');
});

const cities: readonly (readonly [string, string | null])[] = [
  ['各县(市、区)对14个乡镇开展督察', 'city'],
  ['组织14个乡镇(街道)、41个部门主要负责人述法', 'county'],
  ['收到镇(街道)、部门报备文件14件,镇街执法力量不足', 'county'],
  ['全市128个乡镇(街道)建成法治文化广场', null],
  ['组织10个镇(街道)和3个县述法', null],
  ['市、县两级联动,对14个乡镇督察', null],
  ['审查县乡镇(街道)文件,县乡镇(街道)均有法律顾问', null],
  ['加强执法监督', null],
];
for (const [text, level] of cities) test(`a city that says ${text}`, () => assert.is(cityHint(text), level));

test('names side by side', () => {
  assert.equal(bodiesOf('中共澜安县委　　　　澜安县人民政府'), ['中共澜安县委', '澜安县人民政府']);
  assert.equal(bodiesOf('中共澜安县委澜安县人民政府'), ['中共澜安县委', '澜安县人民政府']);
  assert.equal(bodiesOf('澜安县司法局(盖章)'), ['澜安县司法局']);
  assert.equal(bodiesOf('中共澜安县双溪镇委员会澜安县双溪镇人民政府'), [
    '中共澜安县双溪镇委员会',
    '澜安县双溪镇人民政府',
  ]);
});

const subjects: readonly (readonly [readonly string[], string])[] = [
  [['息县人民政府'], '息县'],
  [['中共澜安县委', '澜安县人民政府'], '澜安县'],
  [['邵阳市武冈市人民政府'], '武冈市'],
  [['息县司法局'], '息县司法局'],
  [['息县城关镇人民政府'], '息县城关镇人民政府'],
];
for (const [bodies, subject] of subjects)
  test(`subject of ${bodies.join('、')}`, () => assert.is(subjectOf(bodies, null), subject));

test('the last place of a name', () => {
  assert.is(lastPlace('中共邵阳市武冈市委员会'), '武冈市');
  assert.is(lastPlace('关于有关情况'), null);
});

test.run();
