import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, world } from '../web/world.ts';
import { inBrowser, openPage } from './browser.ts';

const register = suite('the register in a browser');
const office = inBrowser(register, () => world());

const form = (fields: Readonly<Record<string, string>>) => post(new URLSearchParams(fields));

/** By how much the table is wider than its box, and how many of its buttons stand beyond the box. */
const widthScript = `(() => {
  const box = document.querySelector('#rows .scroll');
  const { right } = box.getBoundingClientRect();
  const buttons = [...box.querySelectorAll('td.do button')];
  return {
    over: box.scrollWidth - box.clientWidth,
    cut: buttons.filter(button => button.getBoundingClientRect().right > right).length,
    buttons: buttons.length,
  };
})()`;

for (const lang of ['zh', 'en'])
  register(`a season whose reports came late fits a screen of 1366 pixels, with every button: ${lang}`, async () => {
    const { app, store } = office.here;
    await app.request('/seasons', form({ year: '2024', due: '2025-01-20' }));
    const units = ['云溪县人民政府', '青石县人民政府', '临江县农业农村和水利渔业局', '石桥镇人民政府'];
    await app.request('/units', form({ units: units.join('\n'), year: '2024' }));
    for (const unit of ['云溪县', '青石县'])
      await app.request('/reports', post(upload([[`${unit}.txt`, fixtureText.replaceAll('云溪县', unit)]])));
    const [first] = await store.list();
    const sent = { draft: '1', number: '', date: '2024-12-21', due: '2024-12-28' };
    await app.request(`/reports/${first?.id}/letter`, form(sent));
    const { page, faults, end } = await openPage(office.browser, office.serving.url);
    await page.goto(new URL(`/?year=2024&lang=${lang}`, office.serving.url).href);
    assert.is(await page.locator('#rows .late').count(), 4);
    assert.equal(await page.evaluate(widthScript), { over: 0, cut: 0, buttons: 2 });
    await page.goto(new URL('/?year=all', office.serving.url).href);
    assert.equal(await page.evaluate(widthScript), { over: 0, cut: 0, buttons: 2 }, 'with the column of years');
    assert.equal(faults, []);
    await end();
  });

register('on a telephone two drafts stand side by side, whatever their files are called', async () => {
  const { app, store } = office.here;
  const name = '云溪县人民政府关于2024年度法治政府建设情况的报告';
  for (const [file, text] of [
    [`${name}.txt`, fixtureText],
    [`${name}（修改稿-20250110-final）.txt`, `${fixtureText}\n补充。`],
  ] as const)
    await app.request('/reports', post(upload([[file, text]])));
  const [row] = await store.list();
  const { page, faults, end } = await openPage(office.browser, office.serving.url, {
    viewport: { width: 390, height: 844 },
  });
  for (const lang of ['zh', 'en']) {
    await page.goto(new URL(`/reports/${row?.id}/compare/1?lang=${lang}`, office.serving.url).href);
    const cells = await page.locator('.sides tr:first-child > :last-child').count();
    assert.is(cells, 2);
    const over = await page.evaluate(`(() => {
      const box = document.querySelector('.scroll:has(.sides)');
      return box.scrollWidth - box.clientWidth;
    })()`);
    assert.is(over, 0, lang);
  }
  assert.equal(faults, []);
  await end();
});

register.run();
