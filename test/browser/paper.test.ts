import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, world } from '../web/world.ts';
import { barriers, inBrowser, openPage } from './browser.ts';

const paper = suite('paper in a browser');
const office = inBrowser(paper, () => world());

/** Prints the page, and reads the text of each sheet back. */
async function printed(page: Page): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fajian-print-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const sheets = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    // Printed Han characters may come back as radicals that look the same.
    return sheets.map(sheet => sheet.normalize('NFKC').replace(/\s+/g, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

paper('the office is set, the letter is printed: each sheet bears its number, the text can be read back', async () => {
  const { page, faults, end } = await openPage(office.browser, office.serving.url, { javaScriptEnabled: false });
  await page.goto(new URL('/settings', office.serving.url).href);
  await page.fill('input[name=name]', '司法局');
  await page.fill('input[name=number]', '函〔{year}〕{n}号');
  await page.click('form.settings button');
  await page.waitForURL('**done=saved');
  await page.goto(office.serving.url);
  await page.fill('textarea', fixtureText);
  await page.click('button.primary');
  await page.waitForURL('**/reports/r-*');
  await page.click('a.button[href*="/letter"]');
  await page.waitForURL('**/letter*');
  await page.fill('input[name=number]', '7');
  await page.click('.line-form button');
  await page.waitForURL('**number=7**');
  const leaves = await page.locator('.leaf').count();
  const sheets = await printed(page);
  assert.is(sheets.length, leaves);
  for (const [i, sheet] of sheets.entries()) assert.match(sheet, `—${i + 1}—`);
  const whole = sheets.join('');
  for (const words of ['〕7号', '反馈意见', '未写明', '反馈单']) assert.match(whole, words);
  assert.not.match(whole, '报送台账');
  assert.equal(faults, []);
  await end();
});

paper('checklist, working paper and all letters: as many sheets as the page shows, numbered, no barrier', async () => {
  const { page, faults, end } = await openPage(office.browser, office.serving.url);
  for (const name of ['云溪县', '青石县']) {
    await page.goto(office.serving.url);
    await page.fill('textarea', fixtureText.replaceAll('云溪县', name));
    await page.click('button.primary');
    await page.waitForURL('**/reports/r-*');
  }
  const report = new URL(page.url()).pathname;
  const found: string[] = [];
  for (const path of [
    `${report}/checklist`,
    `${report}/working-paper`,
    '/letters',
    '/overview',
    '/settings',
    `${report}/letter`,
  ]) {
    await page.goto(new URL(path, office.serving.url).href);
    found.push(...(await barriers(page)).map(each => `${path} ${each}`));
    const leaves = await page.locator('.leaf').count();
    if (leaves === 0) continue;
    const sheets = await printed(page);
    assert.is(sheets.length, leaves, path);
    if (path.includes('letter')) continue;
    for (const [i, sheet] of sheets.entries()) assert.match(sheet, `第${i + 1}页共${leaves}页`, path);
  }
  assert.equal(found, []);
  assert.equal(faults, []);
  await end();
});
paper(
  'register and overview print as tables on sheets lying on their side, without what is for the screen',
  async () => {
    const { page, faults, end } = await openPage(office.browser, office.serving.url);
    const { app } = office.here;
    const units = Array.from({ length: 12 }, (_, n) => `青禾县第${n + 1}局`);
    await app.request('/units', post(new URLSearchParams({ units: units.join('\n'), year: '2024' })));
    await app.request('/seasons', post(new URLSearchParams({ year: '2024', due: '2025-03-31' })));
    await app.request('/reports', post(upload([['云溪县.txt', fixtureText]])));
    for (const [path, sheets, there, gone] of [
      ['/?year=2024', 1, ['2024年度报送台账', '待人工核', ...units], ['导入报告', '查找', '删除']],
      ['/overview?year=2024', 2, ['各单位情况', '逐项对照表', ...units], ['下载']],
      ['/units', 1, units, ['从表格粘贴']],
    ] as const) {
      await page.goto(new URL(path, office.serving.url).href);
      const printedSheets = await printed(page);
      assert.is(printedSheets.length, sheets, path);
      const whole = printedSheets.join('');
      for (const words of there) assert.match(whole, words, path);
      for (const words of gone) assert.not.match(whole, words, path);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto(new URL('/?year=2024', office.serving.url).href);
    assert.is(await page.evaluate("getComputedStyle(document.querySelector('.reports tr')).display"), 'table-row');
    assert.equal(faults, []);
    await end();
  },
);
paper.run();
