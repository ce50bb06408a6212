import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, standIn, upload, world } from './world.ts';

/** The stand-in, for which the signature is always that of one body, as where a report was copied from another. */
const check: typeof standIn = (source, rules, corrections, lang) => {
  const assessment = standIn(source, rules, corrections, lang);
  return { ...assessment, report: { ...assessment.report, issuer: '云溪县人民政府' } };
};

const bodies = suite('title and signature of two bodies');
bodies('joined by the signature, the next draft is told as perhaps another body’s', async () => {
  const here = await world({ check });
  const drop = async (text: string, lang = 'zh'): Promise<string> => {
    const answer = await here.app.request(`/reports?lang=${lang}`, post(upload([['稿.txt', text]])));
    const place = answer.headers.get('location');
    return place === null ? answer.text() : (await here.app.request(`${place}`)).text();
  };
  assert.not.match(await drop(fixtureText), '落款是');
  assert.not.match(await drop(`${fixtureText}\n补充。`), '落款是', 'the short name of the same body');
  const other = await drop(fixtureText.replaceAll('云溪县', '青石县'));
  assert.match(other, '标题里的单位是“青石县”，落款是“云溪县人民政府”');
  assert.is((await here.store.list()).length, 1);
  await here.end();
});
bodies.run();
