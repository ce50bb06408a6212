import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Check } from '../../src/web/options.ts';
import { fixtureText } from '../present/fixture.ts';
import { sourceOf, standIn, world } from '../web/world.ts';
import { barriers, inBrowser, openPage } from './browser.ts';

const pages = suite('pages in a browser');

/** A reason longer than any column of paper stands beside how sure a finding is. */
const doubting: Check = (...given) => {
  const assessment = standIn(...given);
  const doubt = '另有一处表述相近，按另一回事未采信，两种理解都可能，须对照原文逐字判断';
  return { ...assessment, findings: assessment.findings.map(finding => ({ ...finding, doubt })) };
};
const office = inBrowser(pages, () =>
  world({ samples: [sourceOf('样例.txt', fixtureText.replaceAll('云溪县', '青石县'))], check: doubting }),
);

// Run by the office.browser, hence as text: the project's own types know no document.
const countsScript = `(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    wide: document.documentElement.scrollWidth > window.innerWidth,
    mains: all('main').length,
    heads: all('h1').length,
    unnamed: all('input:not([type=hidden]), select, textarea').filter(field => field.labels.length !== 1).length,
    empty: all('a, button').filter(each => each.textContent.trim() === '' && !each.hasAttribute('aria-label')).length,
    twice: all('[id]').length - new Set(all('[id]').map(each => each.id)).size,
  };
})()`;
const printScript = `({
  frame: getComputedStyle(document.querySelector('header.site')).display,
  rows: getComputedStyle(document.querySelector('.ticks tr')).breakInside,
  boxes: document.querySelectorAll('.ticks .box').length,
})`;

const open = (options: Parameters<typeof openPage>[2] = {}) => openPage(office.browser, office.serving.url, options);
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const address = (path: string): string => new URL(path, office.serving.url).href;
const inView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < 768;
  });

pages('a file goes in, the result is read from finding to place and back, and is corrected', async () => {
  const { page, faults, end } = await open();
  await page.goto(office.serving.url);
  await page.setInputFiles('input[type=file]', file('云溪县.txt', fixtureText));
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  assert.match((await page.textContent('.summary .word')) ?? '', '需补正');

  const start = fixtureText.indexOf('力争行政规范性文件备案率达到100%');
  await page.click(`#gaps a[href^="#q-${start}-"]`);
  assert.ok(await inView(page, `[id^="q-${start}-"] + mark`));
  await page.click('a.back[href="#f-doc.filing"]');
  assert.ok(await inView(page, '[id="f-doc.filing"]'));

  await page.click('details.correct > summary');
  await page.fill('input[name=reportYear]', '2023');
  await page.click('details.correct button');
  await page.waitForURL('**done=corrected');
  assert.match((await page.textContent('.notice')) ?? '', '已更正');
  assert.equal(faults, []);
  await end();
});

pages('several files show what became of each; the find box narrows the rows', async () => {
  const { page, faults, end } = await open();
  await page.goto(office.serving.url);
  await page.setInputFiles('input[type=file]', [
    file('a.txt', fixtureText),
    file('b.txt', fixtureText.replaceAll('云溪县', '临江县')),
    file('c.txt', ''),
  ]);
  await page.click('button.primary');
  await page.waitForSelector('main .intake li.failed');
  assert.is(await page.locator('main .intake li').count(), 3);
  assert.is(await page.evaluate('document.activeElement.tagName'), 'H1');

  await page.goto(office.serving.url);
  assert.is(await page.locator('#rows tbody tr').count(), 2);
  await page.locator('input[name=q]').pressSequentially('临江');
  await page.waitForSelector('#rows tbody tr:nth-child(2)', { state: 'detached' });
  assert.match((await page.textContent('#rows')) ?? '', '临江县');
  assert.equal(faults, []);
  await end();
});

pages('checked only, the result takes the place of the form and nothing is kept', async () => {
  const { page, faults, end } = await open();
  await page.goto(office.serving.url);
  await page.fill('textarea', fixtureText);
  await page.check('input[name=store]');
  await page.click('button.primary');
  await page.waitForSelector('main .finding');
  assert.match((await page.textContent('.notice')) ?? '', '没有存入台账');
  assert.is(await page.locator('main').count(), 1);
  assert.is((await office.here.store.list()).length, 0);
  assert.equal(faults, []);
  await end();
});

pages('everything works without script', async () => {
  const { page, faults, end } = await open({ javaScriptEnabled: false });
  await page.goto(office.serving.url);
  await page.click('.samples a');
  await page.goBack();
  await page.fill('textarea', fixtureText);
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  await page.click('form.danger button');
  assert.match((await page.textContent('.notice')) ?? '', '已删除');
  await page.click('.notice button');
  await page.waitForURL('**done=restored');
  await page.click('a.lang');
  assert.match((await page.textContent('h1 ~ .notice')) ?? '', 'brought back');
  await page.goto(address('/rules'));
  assert.match((await page.textContent('h1')) ?? '', 'Rule sets');
  assert.equal(faults, []);
  await end();
});

pages(
  'no page is wider than the screen, each has one main, one h1, a name for every field, and no field twice',
  async () => {
    const { page, faults, end } = await open();
    await page.goto(office.serving.url);
    await page.fill('textarea', fixtureText);
    await page.click('button.primary');
    await page.waitForURL('**/reports/r-*');
    const report = new URL(page.url()).pathname;
    // What people type may be long and without a blank.
    await page.goto(address(`${report}/review/doc.filing`));
    await page.fill('input[name=by]', '王'.repeat(40));
    await page.fill('[name=note]', 'x'.repeat(300));
    await page.click('button[value=agree]');
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 768 });
      for (const path of [
        '/',
        report,
        ...['checklist', 'working-paper', 'letter', 'progress', 'review/doc.filing'].map(name => `${report}/${name}`),
        '/overview',
        '/letters?which=all',
        '/units',
        '/seasons',
        '/place',
        '/settings',
        '/rules',
        '/rules/fazhi-annual-report',
        '/rules/fazhi-annual-report/self-check',
        `${report}?lang=en`,
        '/?lang=zh',
      ]) {
        await page.goto(address(path));
        const found = await page.evaluate(countsScript);
        assert.equal(found, { wide: false, mains: 1, heads: 1, unnamed: 0, empty: 0, twice: 0 }, `${path} at ${width}`);
      }
    }
    assert.equal(faults, []);
    await end();
  },
);

pages('axe finds no barrier on any page, in both languages', async () => {
  const { page, end } = await open();
  await page.goto(office.serving.url);
  const empty = await barriers(page);
  await page.fill('textarea', fixtureText);
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  const report = new URL(page.url()).pathname;
  await page.goto(address(`${report}/review/doc.filing`));
  await page.fill('input[name=by]', '王五');
  await page.click('button[value=agree]');
  await page.goto(office.serving.url);
  await page.fill('textarea', `${fixtureText}\n补充。`);
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  const found = empty.map(each => `/ empty ${each}`);
  for (const path of [
    '/',
    '/?sort=score&level=county',
    report,
    `${report}/checklist`,
    `${report}/review/doc.filing`,
    `${report}/compare/1`,
    `${report}/letter`,
    `${report}/working-paper`,
    `${report}/progress`,
    '/units',
    '/seasons',
    '/place',
    '/overview',
    '/letters',
    '/settings',
    '/activity',
    '/removed',
    '/rules',
    '/rules/fazhi-annual-report',
    '/nothing',
  ]) {
    for (const lang of ['zh', 'en']) {
      await page.goto(address(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`));
      found.push(...(await barriers(page)).map(each => `${path} ${lang} ${each}`));
    }
  }
  for (const lang of ['zh', 'en']) {
    await page.goto(address(`/?lang=${lang}`));
    await page.fill('textarea', `机密★1年\n${fixtureText}`);
    await page.click('button.primary');
    await page.waitForSelector('input[name=confirm]');
    found.push(...(await barriers(page)).map(each => `held ${lang} ${each}`));
  }
  assert.equal(found, []);
  await end();
});

for (const javaScriptEnabled of [true, false]) {
  pages(
    `a finding is reviewed ${javaScriptEnabled ? 'in its place' : 'without script'}, then with one click`,
    async () => {
      const { page, faults, end } = await open({ javaScriptEnabled });
      await page.goto(office.serving.url);
      await page.fill('textarea', fixtureText);
      await page.click('button.primary');
      await page.waitForURL('**/reports/r-*');
      await page.click('[id="f-doc.filing"] .review a');
      await page.waitForSelector('form.ruling-form');
      assert.is(new URL(page.url()).pathname.includes('/review/'), !javaScriptEnabled);
      await page.fill('input[name=by]', '王五');
      await page.selectOption('select[name=status]', 'met');
      await page.selectOption('select[name=reason]', 'elsewhere');
      await page.click('button[value=change]');
      await page.waitForURL('**done=reviewed**');
      assert.match((await page.textContent('[id="f-doc.filing"]')) ?? '', '由“未写明”改为“已写明”');
      assert.ok(await inView(page, '[id="f-doc.filing"]'), 'the finding is shown, unfolded');
      await page.click('#gaps .review button');
      await page.waitForURL('**done=reviewed**');
      assert.match((await page.textContent('.summary')) ?? '', '人工已复核2项');
      assert.equal(faults, []);
      await end();
    },
  );
}

for (const javaScriptEnabled of [true, false]) {
  pages(
    `a season ${javaScriptEnabled ? '' : 'without script '}from roster to a decision, without a barrier`,
    async () => {
      const { page, faults, end } = await open({ javaScriptEnabled });
      await page.goto(address('/units'));
      await page.fill('textarea[name=units]', '云溪县人民政府\n云溪县水利局');
      await page.click('button.primary');
      await page.waitForSelector('table.units');
      await page.goto(address('/seasons'));
      await page.fill('input[name=due]', '2025-01-31');
      await page.click('button.primary');
      await page.goto(office.serving.url);
      await page.setInputFiles('input[type=file]', [
        file('水利局.txt', fixtureText),
        file('b.txt', fixtureText.replaceAll('云溪县', '临江县')),
      ]);
      await page.click('form[action="/reports"] button.primary');
      await page.click('main .notice a[href="/place"]');
      await page.waitForSelector('.deciding');
      const found: string[] = [];
      const checked = async (path: string) => {
        await page.goto(address(path));
        if (javaScriptEnabled) found.push(...(await barriers(page)).map(each => `${path} ${each}`));
      };
      const [row] = await office.here.store.list();
      const unit = office.here.store.organs.list()[0]?.id ?? '';
      for (const path of ['/', '/units', `/units/${unit}`, '/seasons', `/reports/${row?.id}/progress`, '/place'])
        await checked(path);
      assert.equal(found, []);
      await page.locator('.deciding select').first().selectOption(unit);
      await page.click('button.primary');
      assert.match((await page.textContent('.notice')) ?? '', '已确定 1 份');
      assert.equal(faults, []);
      await end();
    },
  );
}

pages('the keyboard reaches the content first, then the form', async () => {
  const { page, end } = await open();
  await page.goto(office.serving.url);
  await page.keyboard.press('Tab');
  assert.is(await page.evaluate('document.activeElement.className'), 'skip');
  await page.keyboard.press('Enter');
  assert.is(await page.evaluate('document.activeElement.id'), 'main');
  await end();
});

pages('the checklist prints as text on A4 without cut rows', async () => {
  const { page, faults, end } = await open();
  await page.goto(office.serving.url);
  await page.fill('textarea', fixtureText);
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  await page.goto(address(`${new URL(page.url()).pathname}/checklist`));
  await page.emulateMedia({ media: 'print' });
  const print = await page.evaluate(printScript);
  assert.equal(print, { frame: 'none', rows: 'avoid', boxes: 4 });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(pdf, '/ToUnicode');
  assert.match(pdf, /\/MediaBox \[0 0 59[45][^ ]* 84[12]/);
  assert.equal(faults, []);
  await end();
});

pages.run();
