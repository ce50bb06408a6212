/** The page of files that come in moves on by itself, with script and without, and ends as the page of what became of them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { standIn, world } from '../web/world.ts';
import { barriers, inBrowser, openPage } from './browser.ts';

const arriving = suite('files that come in, in a browser');
/** Each check but the first waits until it is let go. */
let letGo = (): void => {};
const office = inBrowser(arriving, () => {
  let begun = 0;
  const gate = new Promise<void>(done => {
    letGo = done;
  });
  return world({
    more: (_, __, rules) => ({
      apart: {
        ahead: 2,
        check: async (source, ___, corrections, lang) => {
          begun += 1;
          if (begun > 1) await gate;
          const [first] = rules.list();
          if (first === undefined) throw new Error('no rules');
          return standIn(source, first, corrections, lang);
        },
      },
    }),
  });
});

const files = ['云溪县', '青石县', '临江县', '望川县'].map(name => ({
  name: `${name}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${fixtureText.replaceAll('云溪县', name)}\n${'各项工作有序推进。\n'.repeat(1000)}`),
}));

for (const javaScriptEnabled of [true, false]) {
  arriving(`${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { page, faults, end } = await openPage(office.browser, office.serving.url, { javaScriptEnabled });
    await page.goto(office.serving.url);
    await page.setInputFiles('input[type=file]', files);
    await page.click('form[action="/reports"] button.primary');
    await page.waitForSelector('#arrived li');
    assert.match((await page.textContent('#arriving')) ?? '', '已处理 1 个文件，共 4 个');
    if (javaScriptEnabled) assert.equal(await barriers(page), []);
    letGo();
    await page.waitForSelector('.lead:has-text("存入 4")');
    assert.is(await page.locator('main .intake li.done').count(), 4);
    assert.is(await page.locator('#arriving').count(), 0);
    if (javaScriptEnabled) assert.is(await page.evaluate('document.activeElement.tagName'), 'H1');
    assert.equal(faults, []);
    await end();
  });
}
arriving('a program that does not answer is told of, and no longer once it does', async () => {
  const { page, end } = await openPage(office.browser, office.serving.url, { javaScriptEnabled: true });
  await page.goto(office.serving.url);
  const told = page.getByText('程序没有回应');
  assert.not(await told.isVisible());
  await page.route('**/reports', route => route.abort('connectionrefused'));
  await page.fill('textarea[name="text"]', fixtureText);
  await page.click('form[action="/reports"] button.primary');
  await told.waitFor({ state: 'visible', timeout: 5000 });
  assert.is(await page.inputValue('textarea[name="text"]'), fixtureText);
  assert.equal(await barriers(page), []);
  await page.unroute('**/reports');
  await page.fill('textarea[name="text"]', '云溪县2024年法治政府建设工作要点\n正文。');
  await page.click('form[action="/reports"] button.primary');
  await page.waitForSelector('main .intake');
  assert.not(await told.isVisible());
  await end();
});
arriving.run();
