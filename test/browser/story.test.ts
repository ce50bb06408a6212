/** The clerk's whole story, from an empty register to a signed letter and a draft that passes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Lang } from '../../src/words/bilingual.ts';
import { pick } from '../../src/words/bilingual.ts';
import { pageTexts } from '../../src/words/pages.ts';
import { entryStatusWords } from '../../src/words/register.ts';
import { fixtureText } from '../present/fixture.ts';
import { world } from '../web/world.ts';
import { barriers, inBrowser, openPage } from './browser.ts';

const story = suite('from an empty register to a signed letter');
const office = inBrowser(story, () => world());

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
/** Printed Han characters may come back as radicals that look the same. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

async function printed(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fajian-story-'));
  try {
    const pdf = join(folder, 'a.pdf');
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    return bare(execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ways: readonly (readonly [script: boolean, lang: Lang])[] = [
  [true, 'zh'],
  [false, 'zh'],
  [true, 'en'],
];
for (const [javaScriptEnabled, lang] of ways) {
  story(`${lang}, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { page, faults, end } = await openPage(office.browser, office.serving.url, { javaScriptEnabled });
    const at = (path: string): string => new URL(path, office.serving.url).href;
    const go = (path: string) => page.goto(at(path));
    const says = async (key: keyof typeof pageTexts, selector = 'main'): Promise<void> =>
      assert.match(
        (await page.textContent(selector)) ?? '',
        pick(pageTexts[key], lang).split('{')[0] ?? '',
        `${key} at ${page.url()}`,
      );
    const found: string[] = [];
    const barrierFree = async (): Promise<void> => {
      if (javaScriptEnabled) found.push(...(await barriers(page)).map(each => `${page.url()} ${each}`));
    };

    // The office, its units, the season.
    await go(`/settings?lang=${lang}`);
    await page.fill('input[name=name]', '临江县司法局');
    await page.fill('input[name=number]', '临司函〔{year}〕{n}号');
    await page.click('form.settings button');
    await says('settingsSaved', '.notice');
    await barrierFree();
    await go('/units');
    await page.fill('textarea[name=units]', '云溪县人民政府\t云溪县\t县\t行政执法\n青石县人民政府\n无名县人民政府');
    await page.click('button.primary');
    await barrierFree();
    await go('/seasons');
    await page.fill('input[name=year]', '2024');
    await page.fill('input[name=due]', '2025-01-31');
    await page.click('button.primary');
    await barrierFree();

    // Files come in; the page that tells of them can be gone back to.
    await go('/');
    await page.setInputFiles('input[type=file]', [
      file('报告(1).txt', fixtureText),
      file('新建文本文档.txt', fixtureText.replaceAll('云溪县', '青石县')),
    ]);
    await page.click('form[action="/reports"] button.primary');
    await page.waitForURL('**/reports/added/*');
    const added = page.url();
    await barrierFree();
    await page.click('.intake li:first-child a');
    await page.waitForURL('**/reports/r-*');
    await page.goBack();
    assert.is(page.url(), added);
    assert.is(await page.locator('.intake li').count(), 2);
    await page.click('.intake li:first-child a');
    await page.waitForURL('**/reports/r-*');
    const report = new URL(page.url()).pathname;
    await barrierFree();

    // A person decides one finding.
    await page.click('[id="f-doc.filing"] .review a');
    await page.waitForSelector('form.ruling-form');
    await page.fill('input[name=by]', '王五');
    await page.click('button[value=agree]');
    await page.waitForURL('**done=reviewed**');
    await says('reviewSaved', '.notice');
    await barrierFree();

    // The letter: its number and day, paper, Word, sent.
    await page.click('a.button[href*="/letter"]');
    await page.waitForURL('**/letter*');
    await page.fill('input[name=number]', '7');
    await page.fill('.line-form input[name=date]', '2025-02-10');
    await page.click('.line-form button');
    await page.waitForURL('**number=7**');
    await barrierFree();
    const paper = await printed(page);
    for (const words of ['〕7号', '云溪县人民政府', '临江县司法局', '—1—']) assert.match(paper, words);
    const download = page.waitForEvent('download');
    await page.click('a.button[href*="letter.docx"]');
    const docx = unzipSync(readFileSync(await (await download).path()));
    assert.match(new TextDecoder().decode(docx['word/document.xml']), '云溪县人民政府');
    await page.click('.send button');
    await page.waitForURL('**/letter?draft=1');
    await says('letterSent', 'form.notice');
    await barrierFree();
    await go('/');
    const state = async (): Promise<string> =>
      (await page.textContent('#rows tr:has(a[href^="/reports/"]) .state.answered')) ?? '';
    assert.match(await state(), pick(entryStatusWords.answered, lang));
    await barrierFree();

    // The second draft: compared, and passed.
    await page.setInputFiles('input[type=file]', file('第二稿.txt', `${fixtureText}\n补充。`));
    await page.click('form[action="/reports"] button.primary');
    await page.waitForURL(`**${report}*`);
    await page.click('a[href*="/compare/1"]');
    await barrierFree();
    for (const path of ['/checklist', '/working-paper', '/letter']) {
      await go(report + path);
      assert.match(bare((await page.textContent('.leaf')) ?? ''), '云溪县');
      await barrierFree();
    }
    await go(`${report}/progress`);
    await page.fill('input[name=passed]', '2025-02-12');
    await page.click('button.primary');
    await says('progressSaved', '.notice');
    await barrierFree();

    // The season as her head sees it, and the letters that are left.
    await go('/overview');
    for (const name of ['云溪县人民政府', '青石县人民政府', '无名县人民政府'])
      assert.match((await page.textContent('#units')) ?? '', name);
    await barrierFree();
    await go('/letters');
    assert.is(await page.locator('.leaf.letter .letter-title').count(), 1);
    await page.click('.send button');
    await says('sendUnnumbered', '.problem');
    await barrierFree();
    // What is typed counts at once, applied or not.
    await page.fill('input[name=number]', '8');
    await page.click('.send button');
    await says('lettersSentNotice', '.notice');
    await says('lettersNoneOpen');
    await barrierFree();
    assert.equal(found, []);
    assert.equal(faults, []);
    await end();
  });
}
story.run();
