import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rulesWorld } from '../web/rules-world.ts';
import { inBrowser, openPage } from './browser.ts';

const unsaved = suite('typed work that is not stored, in a browser');
let report = '';
const office = inBrowser(unsaved, async () => {
  const here = await rulesWorld();
  await here.add('云溪县', ['全年出庭应诉率98%。', '办理诉讼案件12件。']);
  report = (await here.store.list())[0]?.id ?? '';
  return here;
});

const address = (path: string): string => new URL(path, office.serving.url).href;

/** A page that stays where it is when it asks, and how often it has asked. */
async function staying() {
  const { page, faults, end } = await openPage(office.browser, office.serving.url);
  let asked = 0;
  page.on('dialog', async dialog => {
    asked += 1;
    await dialog.dismiss();
  });
  return { page, faults, end, asked: () => asked };
}

const leave = (page: Page): Promise<void> => page.click('header.site nav a[href="/overview"]', { noWaitAfter: true });

async function typeInto(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).first().pressSequentially(text);
}

const choices: readonly (readonly [what: string, path: () => string, choose: (page: Page) => Promise<unknown>])[] = [
  [
    'the decision of a review',
    () => `/reports/${report}/review/lit.cases`,
    page => page.selectOption('select[name=reason]', { index: 1 }),
  ],
  ['a tick of the settings', () => '/settings', page => page.locator('input[type=checkbox][name=score]').click()],
  [
    'the level of a report',
    () => `/reports/${report}`,
    async page => {
      await page.locator('details:has(select[name=subjectLevel]) > summary').click();
      await page.selectOption('select[name=subjectLevel]', 'township');
    },
  ],
];
for (const [what, path, choose] of choices) {
  unsaved(`${what}: a link is asked about once another choice was made, and only then`, async () => {
    const { page, faults, end, asked } = await staying();
    await page.goto(address(path()));
    await leave(page);
    await page.waitForURL('**/overview');
    assert.is(asked(), 0);
    await page.goto(address(path()));
    await choose(page);
    await leave(page);
    await page.waitForTimeout(300);
    assert.is(asked(), 1);
    assert.equal(faults, []);
    await end();
  });
}

const pages: readonly (readonly [what: string, path: () => string, field: string])[] = [
  ['the editor of rules', () => '/rules/small/edit?at=lit.cases', 'textarea[name=here]'],
  ['a passage to be corrected', () => `/rules/small/correct?report=${report}&at=lit.cases`, 'textarea[name=passage]'],
  ['the note of a review', () => `/reports/${report}/review/lit.cases`, 'textarea[name=note]'],
  ['the settings', () => '/settings', 'input[name=contact]'],
  ['the list of units', () => '/units', 'textarea[name=units]'],
  ['a pasted report', () => '/', 'textarea[name=text]'],
];
for (const [what, path, field] of pages) {
  unsaved(`${what}: a link is asked about once something was typed, and only then`, async () => {
    const { page, faults, end, asked } = await staying();
    await page.goto(address(path()));
    const before = await page.inputValue(field);
    await typeInto(page, field, '青石');
    const typed = await page.inputValue(field);
    await leave(page);
    await page.waitForTimeout(300);
    assert.is(asked(), 1);
    assert.is(await page.inputValue(field), typed);
    await page.fill(field, before);
    await leave(page);
    await page.waitForURL('**/overview');
    assert.is(asked(), 1);
    assert.equal(faults, []);
    await end();
  });
}

const stored: readonly (readonly [what: string, path: () => string, field: string, text: string, button: string])[] = [
  ['settings', () => '/settings', 'input[name=contact]', '办公室', 'main button.primary'],
  ['units', () => '/units', 'textarea[name=units]', '青石县司法局', 'main button.primary'],
  ['a pasted report', () => '/', 'textarea[name=text]', '青石县2024年法治政府建设年度报告', 'main button.primary'],
];
for (const [what, path, field, text, button] of stored) {
  unsaved(`${what}: what is sent is not asked about, and neither is the page that follows`, async () => {
    const { page, end, asked } = await staying();
    await page.goto(address(path()));
    await typeInto(page, field, text);
    const answered = page.waitForResponse(answer => answer.request().method() === 'POST');
    await page.click(button);
    await answered;
    await page.waitForLoadState();
    await leave(page);
    await page.waitForURL('**/overview');
    assert.is(asked(), 0);
    await end();
  });
}

unsaved('what an answer gives back as not stored is still asked about', async () => {
  const { page, end, asked } = await staying();
  await page.goto(address(`/reports/${report}/review/lit.cases`));
  await typeInto(page, 'textarea[name=note]', '见第二部分');
  await page.click('button[value=change]');
  await page.waitForSelector('.problem');
  await leave(page);
  await page.waitForTimeout(300);
  assert.is(asked(), 1);
  assert.is(await page.inputValue('textarea[name=note]'), '见第二部分');
  await end();
});

unsaved('rules: a check stores nothing, another cut of the text neither, the save does', async () => {
  const { page, end, asked } = await staying();
  await page.goto(address('/rules/small/edit?at=lit.cases'));
  const own = await page.inputValue('textarea[name=here]');
  await page.fill('textarea[name=here]', own.replace('"points": 2', '"points": 3'));
  await page.click('button[value=check]');
  await page.waitForSelector('button[value=save]');
  await leave(page);
  await page.waitForTimeout(300);
  assert.is(asked(), 1, 'after the check');
  await page.selectOption('select[name=to]', '');
  await page.click('button[value=goto]');
  await page.waitForSelector('textarea[name=before]', { state: 'detached' });
  await leave(page);
  await page.waitForTimeout(300);
  assert.is(asked(), 2, 'after the cut');
  await page.click('button[value=check]');
  await page.click('button[value=save]');
  await page.waitForURL('**done=saved**');
  await leave(page);
  await page.waitForURL('**/overview');
  assert.is(asked(), 2, 'after the save');
  await end();
});

unsaved('a review that was begun beside its finding is not replaced by an empty one', async () => {
  const { page, end } = await staying();
  await page.goto(address(`/reports/${report}?all=1`));
  const button = '#f-lit\\.cases a.button[hx-get]';
  await page.click(button);
  await page.waitForSelector('#f-lit\\.cases textarea[name=note]');
  await typeInto(page, '#f-lit\\.cases textarea[name=note]', '见第二部分');
  await page.click(button);
  await page.waitForTimeout(300);
  assert.is(await page.inputValue('#f-lit\\.cases textarea[name=note]'), '见第二部分');
  await end();
});

unsaved.run();
