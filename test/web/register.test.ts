/** The season as a clerk lives it: a roster, files that find their units, questions, days by hand, archives. */
import { zipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { OrganFacts } from '../../src/report/organ.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, sentTo, upload, type World, world } from './world.ts';

let here: World;
const season = suite('a season');
season.before.each(async () => {
  here = await world();
});
season.after.each(() => here.end());

const report = (name: string, year = 2024): string => `${name}关于${year}年度法治政府建设情况的报告\n正文。\n`;
const form = (fields: Readonly<Record<string, string>>): RequestInit => post(new URLSearchParams(fields));
const text = async (path: string): Promise<string> => (await here.app.request(path)).text();
const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await here.app.request(path, form(fields));
  return answer.status === 303 ? text(answer.headers.get('location') ?? '') : answer.text();
};
const drop = (...files: readonly (readonly [string, string])[]): Promise<string> =>
  sentTo(here.app, '/reports', post(upload(files)));
const organ = (name: string, aliases: readonly string[] = []): OrganFacts => ({
  name,
  aliases,
  level: 'department',
  powers: [],
  contact: '',
  due: {},
});
/** Cells of the register's line of a unit, without marks. */
const line = (page: string, name: string): string => {
  const row = page.split('<tr').find(each => each.includes('scope="row"') && each.includes(`>${name}</a>`)) ?? '';
  return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

season('a pasted roster and a season show who has not sent a report, and who is late', async () => {
  assert.match(
    await send('/units', {
      units: '单位名称\t简称\t联系人\t截止日期\n青禾县水利局\t县水利局\t张三\t\n青禾县财政局\t\t\t3月1日\n青禾县教育局',
      year: '2024',
    }),
    '新增 3 个单位，更新 0 个',
  );
  assert.match(await send('/seasons', { year: '2024', due: '2025-01-31' }), '2024年度已设定');
  const page = await text('/');
  assert.match(page, '2024年度报送台账');
  assert.match(page, /待催报 <b>2<\/b>/);
  assert.match(line(page, '青禾县水利局'), /未报 .*2025年1月31日 逾期/);
  assert.match(line(page, '青禾县财政局'), /未报 .*2025年3月1日 /);
  assert.not.match(line(page, '青禾县财政局'), '逾期');
  assert.match(await text('/?work=chase'), '只显示“待催报”');
  assert.match(await text('/?lang=en'), 'Register of 2024');
});

season('a short name of a known unit updates it, and a season is due after its year has begun', async () => {
  await send('/units', { units: '青禾县水利局\n青禾县石桥镇人民政府', year: '2024' });
  const page = await send('/units', { units: '县水利局,,部门\n石桥镇\n青禾县水利局执法大队', year: '2024' });
  assert.match(page, '新增 1 个单位，更新 2 个');
  assert.match(page, '“县水利局”即名册中的“青禾县水利局”，没有另加。');
  assert.equal(
    here.store.organs
      .list()
      .map(({ name }) => name)
      .sort(),
    ['青禾县水利局', '青禾县水利局执法大队', '青禾县石桥镇人民政府'],
  );
  await send('/units', { units: '县司法局', year: '2024' });
  await send('/units', { units: '青禾县司法局', year: '2024' });
  assert.ok(
    here.store.organs.list().some(({ name }) => name === '青禾县司法局'),
    'the longer name is kept',
  );
  assert.is(here.store.organs.list().length, 4);
  assert.match(await send('/seasons', { year: '2024', due: '2020-01-31' }), '截止日期早于2024年度开始');
  assert.match(await send('/seasons', { year: '2024', due: '2024-12-31' }), '2024年度已设定');
});

season('nobody is chased for a year without a season, nor for an archived one', async () => {
  await send('/units', { units: '青禾县水利局\n云溪县人民政府' });
  await here.app.request(
    '/settings',
    post(new URLSearchParams({ name: '临江县司法局', reportsDue: '01-31', dueDays: '7' })),
  );
  await drop(['报告.txt', fixtureText]);
  const none = await text('/?year=2024');
  for (const words of ['2024年度没有设报送季', '应报 2：未报 1']) assert.match(none, words);
  assert.not.match(line(none, '青禾县水利局'), '逾期');
  assert.not.match(none, '待催报');
  const overview = async () => (await text('/overview')).replace(/<[^>]+>/g, ' ');
  assert.match(await overview(), /未报1个单位。2024年度没有设报送季/);
  assert.not.match(await overview(), '已逾期');
  assert.match(await text('/?year=2024&lang=en'), 'No season is set up for 2024');
  await send('/seasons', { year: '2024', due: '2025-01-15' });
  const open = await text('/?year=2024');
  assert.match(open, /待催报 <b>1<\/b>/);
  assert.not.match(open, '没有设报送季');
  assert.match(await overview(), '未报，已逾期26天');
  assert.not.match(await overview(), '没有设报送季');
  await send('/seasons/2024/archive', {});
  const archived = await text('/?year=2024');
  assert.match(archived, '2024年度已归档');
  assert.not.match(archived, '待催报');
});

season('what is public is told apart from what passed, and its gaps are not passed over', async () => {
  await send('/seasons', { year: '2024', due: '2025-03-31' });
  await drop(['报告.txt', fixtureText]);
  const [row] = await here.store.list();
  const days = (fields: Readonly<Record<string, string>>) =>
    here.app.request(`/reports/${row?.id}/progress`, post(new URLSearchParams({ draft: '1', ...fields })));
  await days({ published: '2025-01-10' });
  assert.match(await text('/'), '通过 0，已公开 1（其中 1 份有缺项，还没有通过）');
  assert.match(await text('/?lang=en'), '1 published (1 of these with gaps and not passed)');
  await days({ published: '2025-01-10', passed: '2025-01-12' });
  assert.match(await text('/'), '通过 0，已公开 1。');
});

season(
  'what the roster says of a unit reaches its check, its letter and the overview, and follows a change',
  async () => {
    await send('/units', {
      units: '云溪县人民政府\t云溪县\t县\t行政执法\t\t2025-03-31\n云溪县水利局',
      year: '2024',
    });
    await drop(['报告.txt', fixtureText]);
    const [row] = await here.store.list();
    const given = async () => (await here.store.get(row?.id ?? ''))?.drafts.at(-1)?.given;
    assert.equal(await given(), { corrections: {}, roster: { powers: ['enforcement'] } });
    const read = async (path: string) => (await text(path)).replaceAll('</span><wbr><span class="line">', '');
    const letter = await read(`/reports/${row?.id}/letter?date=2025-03-01`);
    for (const words of ['>云溪县人民政府：<', '请于2025年3月31日前']) assert.match(letter, words);
    assert.match(await read(`/reports/${row?.id}/letter?date=2025-04-10`), '请于2025年4月20日前', 'its day is past');
    const overview = await text('/overview');
    for (const words of ['>云溪县人民政府</a>', '按时', '未报1个单位', '>云溪县水利局</a>'])
      assert.match(overview, words);

    const [organ] = here.store.organs.list();
    const change = new URLSearchParams({ name: '云溪县人民政府', level: 'township', powers: 'none', year: '2024' });
    const answer = await here.app.request(`/units/${organ?.id}`, post(change));
    assert.match(await text(answer.headers.get('location') ?? ''), /。有 1 份报告已按名册重新审核/);
    assert.equal((await given())?.roster, { powers: [], subjectLevel: 'township' });
    await send(`/units/${organ?.id}/remove`, {});
    assert.is((await given())?.roster, undefined);
  },
);

season('dates of another year than the season in hand are shown with their year once they are saved', async () => {
  await send('/seasons', { year: '2024', due: '2025-01-31' });
  const page = await send('/units', { units: '青禾县水利局\t\t\t\t\t2026-03-05', year: '2025' });
  assert.match(page, '>2025年度报告截止日期</th>');
  assert.match(line(page, '青禾县水利局'), '2026年3月5日');
  assert.match(page, 'name="year" value="2025"');
  const later = await text('/units');
  assert.match(later, '>2024年度报告截止日期</th>');
  assert.match(line(later, '青禾县水利局'), '2025年1月31日');
  assert.match(await text('/units?lang=en'), 'Due date of the report of 2024</th>');
});

season('a unit pasted again is updated; lines that cannot be understood stay in the box', async () => {
  await send('/units', { units: '青禾县水利局,县水利局,,,张三' });
  const page = await send('/units', { units: '青禾县水利局,水务局,,,\n青禾县财政局,,外星' });
  assert.match(page, '新增 0 个单位，更新 1 个');
  assert.match(page, '第2行：不认识的种类“外星”');
  assert.match(page, />青禾县财政局,,外星<\/textarea>/);
  const [unit] = here.store.organs.list();
  assert.equal([unit?.aliases, unit?.contact], [['县水利局', '水务局'], '张三']);
});

season('an empty roster and a year that is none change nothing, and say so', async () => {
  assert.match(await send('/units', { units: ' \n' }), '没有填写单位');
  const page = await send('/units', { units: '青禾县水利局,,,3月15日', year: 'abcd' });
  assert.match(page, '1900 到 2099');
  assert.match(page, />青禾县水利局,,,3月15日<\/textarea>/);
  assert.equal(here.store.organs.list(), []);
});

season('a report of another year than the one collected is stored, and told as such', async () => {
  await send('/seasons', { year: '2025', due: '2026-02-28' });
  assert.match(await drop(['a.txt', report('青禾县水利局')]), '写的是2024年度，现在收的是2025年度');
});

season('files find their units by text or name; drafts join whatever the texts call the unit', async () => {
  const { id } = await here.store.organs.add(organ('青禾县水利局'));
  const other = await here.store.organs.add(organ('青禾县卫生健康委员会局', ['卫健局']));
  const page = await drop(
    ['新建文本文档.txt', report('青禾县水利局')],
    ['水利局报告(1).txt', '2024年度法治建设总结\n正文。\n'],
    ['终稿2.txt', report('县水利局')],
    ['c.txt', report('县卫健局')],
  );
  assert.match(page, '作为“青禾县水利局”的第2稿');
  assert.match(page, '作为“青禾县水利局”的第3稿');
  assert.match(page, '单位按文件名认定');
  assert.equal(
    (await here.store.list()).map(row => [row.organ, row.drafts.length]).sort(),
    [
      [id, 3],
      [other.id, 1],
    ].sort(),
  );
  assert.match(await drop(['又一次.txt', report('县水利局')]), /第3稿/);
});

season('a year that had not begun when the report came is asked about; whoever says it is so is believed', async () => {
  await here.store.organs.add(organ('青禾县水利局'));
  const page = await drop(['a.txt', report('青禾县水利局', 2042)], ['b.txt', report('青禾县财政局', 2025)]);
  assert.match(page, '写的是2042年度，晚于收到的年份');
  const years = async () => (await here.store.list()).map(row => row.year).sort();
  assert.equal(await years(), [2025, null]);
  assert.match(await text('/place'), '写的是2042年度，晚于收到的年份');
  assert.match(await text('/place?lang=en'), 'the year stated, 2042, is later than the year it came in');
  const row = (await here.store.list()).find(({ year }) => year === null);
  await send('/place', { [`year-${row?.id}`]: '2024' });
  assert.equal(await years(), [2024, 2025]);
  await send(`/reports/${row?.id}/correct`, { reportYear: '2042' });
  assert.equal(await years(), [2025, 2042]);
});

season(
  'two drafts of one drop: the corrected one comes second, in an archive too, and each is told its number',
  async () => {
    const first = report('青禾县水利局');
    const second = `${first}又一稿。`;
    const told = (page: string): string[] =>
      [...page.matchAll(/class="file">([^<]+)<\/span> — <a[^>]*>([^<]+)</g)].map(
        ([, file, said]) => `${file}：${said}`,
      );
    assert.equal(
      told(await drop(['水利局修改稿.txt', second], ['水利局.txt', first], ['b.txt', report('青禾县财政局')])),
      [
        '水利局.txt：已审核，作为“青禾县水利局”的第1稿',
        'b.txt：已审核并存入台账：青禾县财政局 2024',
        '水利局修改稿.txt：已审核，作为“青禾县水利局”的第2稿',
      ],
    );
    const packed = zipSync({
      '教育局终稿.txt': new TextEncoder().encode(`${report('青禾县教育局')}又一稿。`),
      '教育局.txt': new TextEncoder().encode(report('青禾县教育局')),
    });
    assert.equal(
      told(await sentTo(here.app, '/reports', post(upload([['报告.zip', new Uint8Array(packed)]])))).map(said =>
        said.slice(-3),
      ),
      ['第1稿', '第2稿'],
    );
    const row = (await here.store.list()).find(({ issuer }) => issuer === '青禾县教育局');
    assert.equal(
      row?.drafts.map(draft => draft.fileName),
      ['教育局.txt', '教育局终稿.txt'],
    );
  },
);

season(
  'what is counted is what the filter shows and what the page of decisions holds, whatever the season',
  async () => {
    await here.store.organs.add(organ('青禾县教育体育局'));
    await send('/seasons', { year: '2024', due: '2025-01-31' });
    await drop(['a.txt', report('青禾县财政局')], ['b.txt', report('青禾县司法局')]);
    for (const row of await here.store.list()) await send(`/reports/${row.id}/progress`, { mark: 'answered' });
    await drop(['c.txt', `${report('青禾县财政局')}又一稿。`]);
    const page = await text('/');
    assert.match(page, '已反馈 1，已补正 1，通过 0，已公开 0');
    assert.match(await text('/?lang=en'), '1 with feedback, 1 sent again');
    for (const state of ['answered', 'completed'])
      assert.is((await text(`/?state=${state}`)).split('scope="row"').length - 1, 1, state);
    await drop(['d.txt', report('青禾县体育局', 2023)], ['e.txt', report('青禾县体育局')]);
    assert.match(await text('/place'), '待定单位 <span class="count">2</span>');
    assert.match(await text('/'), /待定单位 <b>2<\/b>/);
  },
);

season('the lines stay in their order when their reports are checked again or marked', async () => {
  await drop(['a.txt', report('青禾县财政局')], ['b.txt', report('青禾县司法局')], ['c.txt', report('青禾县民政局')]);
  const order = async () =>
    [...(await text('/')).matchAll(/scope="row"><a href="\/reports\/(r-\w+)"/g)].map(([, id]) => id);
  const before = await order();
  assert.is(before.length, 3);
  here.changeRules('2.0.0');
  await send('/reports/recheck', {});
  assert.equal(await order(), before);
  await send(`/reports/${before[2]}/progress`, { mark: 'passed' });
  assert.equal(await order(), before);
});

season(
  'the more kinds of work there are today, the fewer names stand in each, so that the season is in sight',
  async () => {
    const namesIn = (page: string): number[] =>
      [...page.matchAll(/<p class="hint">[^<]*<\/p>\n<ul>(.*?)<\/ul>/g)].map(
        ([, list = '']) => list.split('<li>').length - 1,
      );
    const units = ['青禾县水利局', '青禾县财政局', '青禾县教育局'];
    await send('/units', { units: units.join('\n'), year: '2024' });
    await send('/seasons', { year: '2024', due: '2025-01-31' });
    assert.equal(namesIn(await text('/')), [3]);
    await drop(['a.txt', report('甲县气象局')], ['b.txt', report('乙县气象局')], ['c.txt', report('丙县气象局')]);
    assert.equal(namesIn(await text('/')), [3, 3]);
    await drop(['d.txt', report('青禾县体育水利局')], ['e.txt', '2024年度法治建设总结\n正文。\n']);
    const page = await text('/');
    assert.ok(namesIn(page).length > 2 && namesIn(page).every(n => n <= 2), String(namesIn(page)));
    assert.match(page, '查看全部 3');
  },
);

season('what is unsure is kept, asked about on one page, decided at once, and remembered', async () => {
  const { id } = await here.store.organs.add(organ('青禾县教育体育局'));
  await here.store.organs.add(organ('青禾县水利局'));
  const page = await drop(
    ['a.txt', report('青禾县体育局')],
    ['水利局.txt', report('青禾县教育体育局')],
    ['b.txt', '2024年度法治建设总结\n正文。\n'],
  );
  assert.match(page, '有 3 份要确定单位或年度');
  assert.match(await text('/'), /待定单位 <b>3<\/b>/);
  const asks = await text('/place');
  for (const why of ['名称与名册相近但不相同', '正文、落款与文件名说法不一', '都没有写明单位']) assert.match(asks, why);
  const idOf = async (name: string): Promise<string> =>
    (await here.store.list()).find(row => row.drafts[0]?.fileName === name)?.id ?? '';
  const done = await send('/place', {
    [`unit-${await idOf('a.txt')}`]: id,
    [`unit-${await idOf('水利局.txt')}`]: id,
    [`name-${await idOf('b.txt')}`]: '青禾县气象局',
    learn: 'yes',
  });
  assert.match(done, '已确定 3 份');
  assert.match(done, '没有待定的报告');
  assert.equal((await here.store.list()).map(row => row.drafts.length).sort(), [1, 2], 'two drafts of one unit');
  assert.equal(here.store.organs.get(id)?.aliases, ['青禾县体育局'], 'only a name that is alike is remembered');
  assert.ok(here.store.organs.list().some(one => one.name === '青禾县气象局'));
  assert.match(await drop(['d.txt', `${report('青禾县体育局')}又一稿。`]), '第3稿');
});

season('a report whose unit is in doubt takes no letter number and is not marked as sent', async () => {
  await here.store.organs.add(organ('青禾县教育体育局'));
  await here.store.updateSettings(kept => ({ ...kept, office: { number: '函〔{year}〕{n}号' } }));
  await drop(['a.txt', report('青禾县体育局')], ['b.txt', report('青禾县财政局')]);
  const letters = await text('/letters?number=5&lang=zh');
  assert.match(letters, '有1份报告还没有确定单位');
  assert.match(letters, '5号');
  assert.not.match(letters, '6号');
  assert.match(await text('/?year=2024&lang=zh'), '应报 2：未报 1，已收 1，');
  assert.match(await text('/?year=2024'), '另有 1 份待定单位或年度，未计在内。');
  assert.match(await text('/letters?lang=en'), 'whose unit is to be decided first (they take no number): 1');
  assert.is((await text('/letters?which=all&number=5&lang=zh')).split(/〔\d+〕\d+号/).length - 1, 1);
  await send('/letters', { number: '5', date: '2025-02-11', due: '' });
  const sent = (await here.store.list()).map(row => [row.drafts[0]?.fileName, row.progress?.answered?.number]);
  assert.equal(Object.fromEntries(sent), { 'a.txt': undefined, 'b.txt': 5 });
});

season('a report whose year is corrected joins what its unit sent for that year', async () => {
  await here.store.organs.add(organ('青禾县水利局'));
  await drop(['a.txt', report('青禾县水利局')], ['b.txt', report('青禾县水利局', 2023)]);
  const of = async (year: number) => (await here.store.list()).find(row => row.year === year)?.id ?? '';
  const kept = await of(2024);
  assert.match(await send(`/reports/${await of(2023)}/correct`, { reportYear: '2024' }), '两份已并为一份');
  assert.equal(
    (await here.store.list()).map(row => [row.id, row.drafts.length]),
    [[kept, 2]],
  );
});

season(
  'files received on another day are imported with that day, texts of another kind and held ones too',
  async () => {
    await send('/seasons', { year: '2024', due: '2025-01-31' });
    const take = (fields: Readonly<Record<string, string>>, ...files: readonly (readonly [string, string])[]) =>
      sentTo(here.app, '/reports', post(upload(files, fields)));
    const received = '2025-01-20';
    await take({ received }, ['a.txt', report('青禾县水利局')], ['b.txt', report('青禾县财政局')]);
    assert.match(line(await text('/'), '青禾县水利局'), '2025年1月20日');
    assert.not.match(line(await text('/'), '青禾县水利局'), '逾期');
    assert.match(await text('/overview'), '按时2份，逾期0份');
    const plan = await take({ received }, ['要点.txt', '青禾县教育局2024年工作要点\n正文。']);
    const held = await take({ received }, ['密.txt', `机密★1年\n${report('青禾县民政局')}`]);
    for (const page of [plan, held]) assert.match(page, `name="received" value="${received}"`);
    await take({ received: '2025-02-10' }, ['c.txt', report('青禾县审计局')]);
    assert.equal(
      (await here.store.list()).map(row => row.drafts[0]?.receivedDate ?? null),
      [null, received, received],
      'the day on which it comes in needs no saying',
    );
    for (const wrong of ['2025-02-31', '昨天', '2025-02-11', '0001-01-01']) {
      const bad = await here.app.request(
        '/reports',
        post(upload([['d.txt', report('青禾县气象局')]], { received: wrong })),
      );
      assert.is(bad.status, 400, wrong);
      assert.match(await bad.text(), '收到日期应写成 2025-01-31 的形式，不能晚于今天');
    }
  },
);

season('drafts placed in any order stand in the order in which they came in', async () => {
  const { id } = await here.store.organs.add(organ('青禾县教育体育局'));
  await here.store.organs.add(organ('青禾县水利局'));
  const idOf = async (name: string): Promise<string> =>
    (await here.store.list()).find(row => row.drafts[0]?.fileName === name)?.id ?? '';
  const files = async () => (await here.store.list()).map(row => row.drafts.map(({ fileName }) => fileName).join());
  await drop(['a.txt', report('青禾县体育局')], ['水利局.txt', report('青禾县教育体育局')]);
  await send('/place', { [`unit-${await idOf('水利局.txt')}`]: id, [`unit-${await idOf('a.txt')}`]: id });
  assert.equal(await files(), ['a.txt,水利局.txt'], 'placed at once');
  assert.match(await text('/'), '各稿都在“青禾县教育体育局”中', 'what was joined is told apart from what was deleted');
  const { id: weather } = await here.store.organs.add(organ('青禾县防灾局'));
  await drop(['b.txt', report('青禾县气象局')], ['c.txt', report('青禾县气象站局')]);
  const place = async (name: string) =>
    send(`/reports/${await idOf(name)}/progress`, { draft: '1', organ: weather, seen: '' });
  await place('c.txt');
  assert.match(await place('b.txt'), '两份已并为一份');
  assert.equal(
    (await files()).sort(),
    ['a.txt,水利局.txt', 'b.txt,c.txt'],
    'placed one after the other, the later first',
  );
});

season('a report that the roster placed goes to the unit by whose name a person corrects it', async () => {
  await here.store.organs.add(organ('青禾县水利局'));
  await here.store.organs.add(organ('青禾县民政局'));
  await drop(['a.txt', report('青禾县水利局')]);
  const [row] = await here.store.list();
  await send(`/reports/${row?.id}/correct`, { subject: '青禾县民政局' });
  const placed = (await here.store.list())[0]?.organ;
  assert.is(here.store.organs.list().find(({ id }) => id === placed)?.name, '青禾县民政局');
  const stays = await send(`/reports/${row?.id}/correct`, { subject: '青禾县气象台站' });
  assert.is((await here.store.list())[0]?.organ, placed, 'a name of nobody in the roster moves nothing');
  assert.match(stays, '已更正并重新审核。名册中没有更正后的名称，报告仍列在“青禾县民政局”名下');
  assert.not.match(await send(`/reports/${row?.id}/correct`, { subject: '县民政局' }), '仍列在');
  await drop(['b.txt', `${report('青禾县水利局')}\n补充说明。`]);
  assert.is((await here.store.list()).length, 2);
  const other = (await here.store.list()).find(one => one.id !== row?.id)?.id;
  assert.match(await send(`/reports/${other}/correct`, { subject: '县民政局' }), '两份已并为一份');
  assert.is((await here.store.list()).length, 1);
});

season(
  'a report older than the roster goes to the unit that a person names, and is not asked about again',
  async () => {
    await drop(['a.txt', report('青禾县水利局')]);
    await send('/units', { units: '青禾县水利局\n青禾县民政局' });
    const [row] = await here.store.list();
    assert.is(row?.organ, null);
    const page = await send(`/reports/${row?.id}/correct`, { subject: '青禾县民政局' });
    assert.not.match(page, '待确定单位');
    assert.not.match(await text('/'), '待定单位 <b>');
    assert.match(line(await text('/'), '青禾县民政局'), '已收');
  },
);

season(
  'several drafts go together to the unit that a person names, unless one of them names another body',
  async () => {
    await here.store.organs.add(organ('青禾县水利局'));
    await here.store.organs.add(organ('青禾县民政局'));
    await here.store.organs.add(organ('青禾县财政局'));
    const unit = async () => {
      const placed = (await here.store.list())[0]?.organ;
      return here.store.organs.list().find(({ id }) => id === placed)?.name;
    };
    await drop(['a.txt', report('青禾县水利局')]);
    await drop(['b.txt', `${report('青禾县水利局')}\n补充说明。`]);
    const [row] = await here.store.list();
    assert.is(row?.drafts.length, 2);
    assert.match(
      await send(`/reports/${row?.id}/correct`, { subject: '青禾县民政局' }),
      '2稿已一并改列在“青禾县民政局”名下',
    );
    assert.is(await unit(), '青禾县民政局');
    assert.match(
      await send(`/reports/${row?.id}/correct?draft=1`, { subject: '青禾县财政局' }),
      '只更正了这一稿，整份报告（2稿）仍列在“青禾县民政局”名下',
    );
    assert.is(await unit(), '青禾县民政局', 'the other draft names the second unit');
  },
);

season('a unit is not chased while a report waits that may be its', async () => {
  await send('/seasons', { year: '2024', due: '2025-01-15' });
  await send('/units', { units: '青禾县教育体育局\n青禾县水利局', year: '2024' });
  assert.match(await text('/'), /待催报 <b>2<\/b>/);
  await drop(['a.txt', report('青禾县体育局')]);
  const page = await text('/');
  assert.match(page, /待定单位 <b>1<\/b>/);
  assert.match(page, /待催报 <b>1<\/b>/);
  assert.match(line(page, '青禾县教育体育局'), /可能已报，待定单位 .*未报/);
  assert.not.match(line(page, '青禾县教育体育局'), '逾期');
  assert.match(line(page, '青禾县水利局'), '逾期');
  const id = (await here.store.list())[0]?.id;
  await send('/place', { [`name-${id}`]: '青禾县体育局' });
  assert.match(await text('/'), /待催报 <b>2<\/b>/, 'it was of another unit');
});

season('a report whose year is corrected later than that of the next one stands before it', async () => {
  await here.store.organs.add(organ('青禾县水利局'));
  await drop(['a.txt', report('青禾县水利局', 2023)], ['b.txt', report('青禾县水利局')]);
  const early = (await here.store.list()).find(row => row.year === 2023)?.id ?? '';
  assert.match(await send(`/reports/${early}/correct`, { reportYear: '2024' }), '两份已并为一份');
  assert.equal(
    (await here.store.list()).map(row => [row.id, row.drafts.map(({ fileName }) => fileName).join()]),
    [[early, 'a.txt,b.txt']],
  );
});

season('of many files those that need a person stand first', async () => {
  const page = await drop(['a.txt', report('青禾县水利局')], ['b.txt', report('青禾县财政局')], ['空.docx', '']);
  const places = ['空.docx', 'a.txt', 'b.txt'].map(name => page.indexOf(`class="file">${name}<`));
  assert.equal(
    [...places].sort((one, other) => one - other),
    places,
  );
  assert.ok(places.every(place => place > 0));
  assert.match(await drop(), '<p>没有选择文件，也没有粘贴文本。', 'no file, no dash behind its name');
});

season('a decision left open stays open', async () => {
  await here.store.organs.add(organ('青禾县教育体育局'));
  await drop(['a.txt', report('青禾县体育局')]);
  assert.match(await send('/place', { learn: 'yes' }), '待定单位 <span class="count">1</span>');
});

season(
  'without a season what waits is told with its year; the overview shows the season that the register shows',
  async () => {
    await drop(
      ['a.txt', report('青禾县水利局', 2023)],
      ['b.txt', report('青禾县水利局', 2024)],
      ['c.txt', report('青禾县水利局', 2025)],
    );
    for (const year of [2023, 2024, 2025])
      assert.match(await text('/'), new RegExp(`<li><a href="/reports/r-\\w+">青禾县水利局 ${year}</a>`));
    assert.match(await text('/overview'), '2025年度全县汇总', 'the latest year');
    await send('/seasons', { year: '2024', due: '2025-03-15' });
    assert.match(await text('/overview'), '2024年度全县汇总');
    assert.match(await text('/letters'), '2024年度反馈意见');
    assert.match(await text('/overview?year=2023'), '2023年度全县汇总');
    assert.match(await text('/'), /<li><a href="\/reports\/r-\w+">青禾县水利局<\/a>/);
    await send('/seasons/2024/archive', {});
    assert.match(await text('/overview'), '2025年度全县汇总', 'none is open');
  },
);

season('days by hand: answered, sent again, passed, published', async () => {
  const page = await drop(['a.txt', report('青禾县水利局')]);
  assert.match(page, '青禾县水利局');
  const id = (await here.store.list())[0]?.id ?? '';
  const status = async (): Promise<string> => line(await text('/'), '青禾县水利局');
  assert.match(await status(), '◎ 已收');
  assert.match(await send(`/reports/${id}/progress`, { mark: 'answered' }), '：已反馈');
  assert.match(await status(), '△ 已反馈');
  await drop(['b.txt', `${report('青禾县水利局')}又一稿。`]);
  assert.match(await status(), '▲ 已补正');
  await send(`/reports/${id}/progress`, { mark: 'passed' });
  assert.match(await status(), '● 通过');
  const days = {
    received: '2025-01-20',
    answered: '2025-01-22',
    draft: '1',
    passed: '2025-02-01',
    published: '2025-02-05',
  };
  assert.match(await send(`/reports/${id}/progress`, days), '进度已保存');
  assert.match(await status(), /★ 已公开 2025年1月20日/);
  const record = await here.store.get(id);
  assert.equal(record?.progress, { answered: { on: '2025-01-22', draft: 1 }, passed: '2025-02-01' });
  assert.equal(record?.drafts.at(-1)?.given.corrections, { receivedDate: '2025-01-20', publishedDate: '2025-02-05' });
  const refused = await here.app.request(`/reports/${id}/progress`, form({ ...days, passed: '2025-02-30' }));
  assert.is(refused.status, 422);
  assert.match(await refused.text(), 'value="2025-02-30"');
});

season('a unit is changed on its page; taken out, its reports stay', async () => {
  await drop(['a.txt', report('县水务局')]);
  const { id } = await here.store.organs.add(organ('青禾县水利局'));
  assert.match(await text(`/units/${id}`), '还没有报告');
  const fields = {
    name: '青禾县水利局',
    aliases: '县水务局',
    level: '',
    powers: 'enforcement',
    contact: '李四',
    due: '2025-02-01',
    year: '2024',
  };
  const page = await send(`/units/${id}`, fields);
  assert.match(page, '已保存');
  assert.match(page, /href="\/reports\/r-[a-z2-7]+">2024</, 'the alias brings its report');
  assert.equal(here.store.organs.get(id)?.due, { '2024': '2025-02-01' });
  await here.store.organs.add(organ('青禾县财政局'));
  assert.match(
    await send(`/units/${id}`, { ...fields, name: '县财政局 ' }),
    '已保存',
    'a short name is not yet the same',
  );
  assert.match(await send(`/units/${id}`, { ...fields, name: '青禾县财政局' }), '名册里已有');
  assert.match(await send(`/units/${id}/remove`, {}), '已从名册移出');
  assert.is((await here.store.list()).length, 1);
  assert.is((await here.app.request(`/units/${id}`)).status, 404);
});

season('an archived season leaves the front page and comes back', async () => {
  await send('/seasons', { year: '2023', due: '' });
  await send('/seasons', { year: '2024', due: '' });
  await drop(['a.txt', report('青禾县水利局', 2023)], ['b.txt', report('青禾县财政局', 2024)]);
  assert.match(await text('/'), '青禾县财政局');
  assert.match(await send('/seasons/2024/archive', {}), '2024年度已归档');
  assert.match(await text('/'), '2023年度报送台账');
  await send('/seasons/2023/archive', {});
  const front = await text('/');
  assert.not.match(front, '青禾县水利局');
  const archived = await text('/?year=2023');
  assert.match(archived, '青禾县水利局');
  assert.match(archived, '2023年度已归档');
  assert.match(await drop(['c.txt', report('青禾县教育局', 2023)], ['d.txt', '']), '2023年度已归档，报告仍存入该年度');
  await send('/seasons/2023/reopen', {});
  assert.match(await text('/'), '青禾县水利局');
  const wrong = await here.app.request('/seasons', form({ year: '二四', due: '2025-13-01' }));
  assert.is(wrong.status, 422);
  assert.match(await wrong.text(), '四位数字');
});
season.run();
