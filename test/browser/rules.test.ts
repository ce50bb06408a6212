import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rulesWorld } from '../web/rules-world.ts';
import { inBrowser, openPage } from './browser.ts';

const rules = suite('editing rules in a browser');
const office = inBrowser(rules, async () => {
  const here = await rulesWorld();
  await here.add('云溪县', ['全年出庭应诉率98%。', '办理诉讼案件12件。']);
  return here;
});

const open = (javaScriptEnabled: boolean) => openPage(office.browser, office.serving.url, { javaScriptEnabled });

const address = (path: string): string => new URL(path, office.serving.url).href;

for (const script of [true, false]) {
  rules(
    `a mistake, its mending, the effect, the save and the way back, ${script ? 'with' : 'without'} script`,
    async () => {
      const { page, faults, end } = await open(script);
      await page.goto(address('/rules/small'));
      await page.click('#r-lit\\.cases a[href*="edit?at="]');
      const own = await page.inputValue('textarea[name=here]');
      assert.match(own, '"id": "lit.cases"');
      assert.not.match(own, 'lit.appearance');

      await page.fill('textarea[name=here]', own.replace('"points": 2', '"points": "2"'));
      await page.click('button[value=check]');
      await page.click('#checked .mistakes button');
      await page.waitForSelector('#checked .mistakes');
      assert.match(await page.inputValue('textarea[name=here]'), '"points": "2"');
      assert.is(await page.locator('button[value=save]').count(), 0);

      const better = own.replace('"of": ["行政应诉案件"]', '"of": ["行政应诉案件", "诉讼案件"]');
      await page.fill('textarea[name=here]', better);
      await page.click('button[value=check]');
      await page.waitForSelector('.effect-sum');
      assert.match((await page.textContent('#checked')) ?? '', '应诉案件数：未写明 → 已写明');
      await page.click('button[value=save]');
      await page.waitForURL('**done=saved**');

      await page.click('.tabs a[href$="/history"]');
      await page.click('.versions a.button');
      assert.is(await page.locator('.diff .plus').count(), 1);
      await page.click('form.actions button');
      await page.waitForURL('**restored=**');
      await page.goto(address('/rules/small/edit?at=lit.cases'));
      assert.is(await page.inputValue('textarea[name=here]'), own);
      assert.equal(faults, []);
      await end();
    },
  );
}

for (const script of [true, false]) {
  rules(`from a finding to the corrected rule, ${script ? 'with' : 'without'} script`, async () => {
    const { page, faults, end } = await open(script);
    await office.here.add('青石县', ['全年观摩行政应诉案件12件。']);
    const id = (await office.here.store.list()).find(row => row.subject?.startsWith('青石'))?.id;
    await page.goto(address(`/reports/${id}`));
    await page.click('details:has(> #f-lit\\.cases) > summary');
    await page.click('#f-lit\\.cases .corrections a[href*="direction=not"]');
    assert.is(await page.inputValue('textarea[name=passage]'), '全年观摩行政应诉案件12件。');
    await page.click('button[value=propose]');
    await page.waitForSelector('#proposal .choice');
    assert.match((await page.textContent('#proposal .diff')) ?? '', '"not": ["观摩行政应诉案件"]');
    assert.match((await page.textContent('#proposal')) ?? '', '应诉案件数：已写明 → 未写明');
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 768 });
      if (script) {
        const found = await page.evaluate(countsScript);
        assert.equal(found, { wide: false, mains: 1, heads: 1, unnamed: 0, twice: 0 }, `at ${width}`);
      }
    }
    await page.click('button[value=save]');
    await page.waitForURL('**done=saved**');
    await page.click('.notice a[href*="/reports/"]');
    await page.click('form.notice button');
    await page.waitForURL('**done=corrected**');
    assert.is(await page.locator('#f-lit\\.cases.missing').count(), 1);
    assert.equal(faults, []);
    await end();
  });
}

for (const script of [true, false]) {
  rules(`by keyboard to a requirement, ${script ? 'with' : 'without'} script, and what was typed stays`, async () => {
    const { page, faults, end } = await open(script);
    await page.goto(address('/rules/small/edit'));
    const whole = await page.inputValue('textarea[name=here]');
    await page.fill('textarea[name=here]', whole.replace('"points": 2', '"points": 3'));
    await page.focus('select[name=to]');
    await page.selectOption('select[name=to]', 'lit.cases');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('textarea[name=before]', { state: 'attached' });
    const here = await page.inputValue('textarea[name=here]');
    assert.match(here, /^ {8}\{\n {10}"id": "lit.cases"[\s\S]*"points": 3/);
    assert.is(await page.evaluate('document.activeElement.name'), 'here');
    assert.equal(faults, []);
    await end();
  });
}

rules('the effect appears while a phrase is typed, and the answer to an older text is not shown', async () => {
  const { page, faults, end } = await open(true);
  await page.goto(address('/rules/small/edit?at=lit.cases'));
  const own = await page.inputValue('textarea[name=here]');
  const put = (words: string): Promise<void> =>
    page.fill('textarea[name=here]', own.replace(/"of": \[[^\]]*\]/, `"of": ["${words}"]`));
  await put('诉讼讨论');
  await page.waitForSelector('#brief:has-text("例句 3 条，1 条未通过")');
  assert.ok(await page.isEnabled('textarea[name=here]'));

  // The next answer is held back until the one after it is there.
  let release = (): void => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  await page.route('**/edit', async route => {
    await held;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest('**/edit');
  await put('"');
  await asked;
  await page.unroute('**/edit');
  await put('行政应诉案件", "诉讼案件');
  await page.waitForSelector('#brief:has-text("结果有变化的 ")');
  release();
  await page.waitForTimeout(300);
  assert.match((await page.textContent('#brief')) ?? '', '结果有变化的 ');
  assert.is(await page.locator('#checked .mistakes').count(), 0);
  assert.is(await page.locator('button[value=save]').count(), 1);
  assert.equal(faults, []);
  await end();
});

rules('a passage is tried in the editor and on its own page', async () => {
  const { page, faults, end } = await open(true);
  for (const path of ['/rules/small/edit', '/rules/small/try']) {
    await page.goto(address(path));
    if (path.endsWith('edit')) await page.click('details.trying > summary');
    await page.fill('textarea[name=passage]', '全年出庭应诉率95%。');
    await page.click(path.endsWith('edit') ? 'button[value=try]' : 'button.primary');
    await page.waitForSelector('.finding.met');
  }
  assert.equal(faults, []);
  await end();
});

// Run by the office.browser, hence as text: the project's own types know no document.
const countsScript = `(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    wide: document.documentElement.scrollWidth > window.innerWidth,
    mains: all('main').length,
    heads: all('h1').length,
    unnamed: all('input:not([type=hidden]), select, textarea').filter(field => field.labels.length !== 1).length,
    twice: all('[id]').length - new Set(all('[id]').map(each => each.id)).size,
  };
})()`;

rules('no page is wider than the screen, and every field has a name', async () => {
  const { page, end } = await open(true);
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 768 });
    for (const part of [
      '',
      '/edit',
      '/edit?at=lit.cases',
      '/edit?line=3',
      '/try',
      '/history',
      '/self-check',
      '/try?lang=en',
    ]) {
      await page.goto(address(`/rules/small${part}`));
      const found = await page.evaluate(countsScript);
      assert.equal(found, { wide: false, mains: 1, heads: 1, unnamed: 0, twice: 0 }, `${part} at ${width}`);
    }
  }
  await end();
});

rules('the self-check sheet prints on one sheet of A4', async () => {
  const { page, end } = await open(true);
  for (const lang of ['zh', 'en']) {
    await page.goto(address(`/rules/small/self-check?level=county&lang=${lang}`));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.is([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1, lang);
    assert.match(pdf, /\/MediaBox \[0 0 59[45][^ ]* 84[12]/);
  }
  await end();
});

rules.run();
