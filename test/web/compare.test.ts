import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, standIn, upload, type World, world } from './world.ts';

/** The stand-in, for which a text that says 备案率98% has met what the fixture lacks. */
const check: typeof standIn = (source, rules, corrections, lang) => {
  const assessment = standIn(source, rules, corrections, lang);
  const start = source.text.indexOf('备案率98%');
  if (start < 0) return assessment;
  const evidence = [{ quote: '备案率98%', start, end: start + 6, line: 1 }];
  const findings = assessment.findings.map(f =>
    f.requirement === 'doc.filing'
      ? { ...f, status: 'met' as const, earned: 5, evidence, value: 98, unit: '%', nearest: null }
      : f,
  );
  return { ...assessment, findings, score: { ...assessment.score, value: 87.5 } };
};

const side = suite('side by side');
let here: World;
side.before.each(async () => {
  here = await world({ check });
});
side.after.each(() => here.end());

async function send(text: string): Promise<string> {
  const answer = await here.app.request('/reports', post(upload([['稿.txt', text]])));
  return /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
}
const page = async (path: string): Promise<string> => (await here.app.request(path)).text();

side(
  'the result leads to the draft before; the page tells what was mended, what is open, figures and score',
  async () => {
    const id = await send(fixtureText);
    assert.not.match(await page(`/reports/${id}`), '/compare/');
    await send(`${fixtureText}\n全年规范性文件备案率98%。`);
    assert.match(await page(`/reports/${id}`), `href="/reports/${id}/compare/1"`);
    const compared = await page(`/reports/${id}/compare/1`);
    assert.match(compared, /id="mended"[\s\S]*规范性文件备案率[\s\S]*<q>备案率98%<\/q>[\s\S]*id="open"/);
    assert.match(compared, /id="remaining"[\s\S]*存在的不足和原因[\s\S]*id="mended"/);
    assert.match(compared, '<h1>两稿对照</h1>');
    assert.match(compared, '87.5 <b>（+25.0）</b>');
    assert.match(compared, /98%<\/td>/);
  },
);

side(
  'figures that are others in the later draft are told, with where they stand; of two years they are not',
  async () => {
    const figure = (text: string, quote: string, value: number, unit: string, what: string) => {
      const start = text.indexOf(quote);
      return { quote, start, end: start + quote.length, value, unit, what } as const;
    };
    await here.end();
    here = await world({
      check: (source, rules, corrections, lang) => {
        const assessment = standIn(source, rules, corrections, lang);
        const kinds = { kind: 'count', qualifier: 'exact', stance: 'done', period: '2024' } as const;
        const later = source.text.includes('35场');
        const read = [
          later ? figure(source.text, '35场', 35, '场', '举办讲座') : figure(source.text, '30场', 30, '场', '举办讲座'),
          ...(later
            ? [figure(source.text, '8次', 8, '次', '开展抽查')]
            : [figure(source.text, '6件', 6, '件', '受理投诉')]),
        ];
        return { ...assessment, quantities: read.map(one => ({ ...one, ...kinds })) };
      },
    });
    const id = await send(`${fixtureText}\n举办讲座30场，受理投诉6件。`);
    await send(`${fixtureText}\n举办讲座35场，开展抽查8次。`);
    const compared = await page(`/reports/${id}/compare/1`);
    assert.match(compared, /文中数据变动 <span class="count">2</);
    assert.match(compared, /举办讲座<\/th><td class="n">30场<\/td><td class="n">35场<\/td>/);
    assert.match(compared, /受理投诉<\/th><td class="n">6件<\/td><td class="n">没有了<\/td>/);
    assert.match(compared, /后稿新增的数据 <span class="count">1<[\s\S]*开展抽查<\/th><td class="n">8次/);
    const last = await send(`${fixtureText.replace('2024年度', '2023年度')}\n举办讲座30场，受理投诉6件。`);
    assert.not.match(await page(`/reports/${id}/compare/${last}`), '文中数据变动');
  },
);

side('reports of two years of one body; none of another body is offered', async () => {
  const now = await send(fixtureText);
  const last = await send(fixtureText.replace('2024年度', '2023年度'));
  await send(fixtureText.replaceAll('云溪县', '临江县'));
  const result = await page(`/reports/${now}`);
  assert.match(result, `href="/reports/${now}/compare/${last}"`);
  assert.is([...result.matchAll(/\/compare\//g)].length, 1);
  const compared = await page(`/reports/${now}/compare/${last}`);
  for (const words of ['云溪县 2023 第1稿', '<h1>两年对照</h1>']) assert.match(compared, words);
  const other = (await here.store.list()).find(row => row.subject === '临江县')?.id;
  assert.match(await page(`/reports/${now}/compare/${other}`), '<h1>两份报告对照</h1>');
});

side('what cannot be compared is no page', async () => {
  const id = await send(fixtureText);
  for (const other of ['1', '2', 'r-aaaaaaaa', 'x'])
    assert.is((await here.app.request(`/reports/${id}/compare/${other}`)).status, 404, other);
});
side.run();
