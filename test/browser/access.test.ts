/** Signing in, working under one's own name, and signing out, as a browser shows it, with and without script. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sessionTimes } from '../../src/web/sessions.ts';
import { fixtureText } from '../present/fixture.ts';
import { officeWorld, passwords } from '../web/office.ts';
import { barriers, inBrowser, openPage } from './browser.ts';

const access = suite('accounts in a browser');
const office = inBrowser(access, officeWorld);
const address = (path: string): string => new URL(path, office.serving.url).href;

for (const javaScriptEnabled of [true, false]) {
  access(
    `a day of two people, ${javaScriptEnabled ? 'in both languages without a barrier' : 'without script'}`,
    async () => {
      const { page, faults, end } = await openPage(office.browser, office.serving.url, { javaScriptEnabled });
      const found: string[] = [];
      const look = async (what: string): Promise<void> => {
        if (javaScriptEnabled) found.push(...(await barriers(page)).map(each => `${what}: ${each}`));
      };
      const signIn = async (name: string, password: string): Promise<void> => {
        await page.fill('input[name=name]', name);
        await page.fill('input[name=password]', password);
        await page.click('main button.primary');
      };

      await page.goto(address('/?year=all'));
      assert.match(page.url(), '/sign-in?next=');
      await look('sign-in');
      await page.click('a.lang');
      assert.is(await page.textContent('h1'), 'Sign in');
      await look('sign-in in English');
      await page.click('a.lang');
      await signIn('审核人乙', 'not this one');
      assert.match((await page.textContent('.problem')) ?? '', '用户名或密码不对');
      assert.is(await page.inputValue('input[name=name]'), '审核人乙');
      await look('sign-in refused');
      await signIn('审核人乙', passwords.审核人乙);
      assert.is(new URL(page.url()).search, '?year=all');

      await page.fill('textarea[name=text]', fixtureText);
      await page.click('form[action="/reports"] button.primary');
      await page.waitForURL('**/reports/r-*');
      const report = new URL(page.url()).pathname;
      await page.goto(address(`${report}/review/doc.filing`));
      assert.is(await page.locator('input[name=by]').count(), 0);
      await page.fill('textarea[name=note]', '一个说明');
      office.here.later(sessionTimes.idle + 1000);
      await page.selectOption('select[name=status]', 'met');
      await page.selectOption('select[name=reason]', 'elsewhere');
      await page.click('button[value=change]');
      assert.match((await page.textContent('h1')) ?? '', '还没有提交');
      await look('signed out');
      const [other] = await Promise.all([page.context().waitForEvent('page'), page.click('main a.button')]);
      await other.fill('input[name=name]', '审核人乙');
      await other.fill('input[name=password]', passwords.审核人乙);
      await other.click('main button.primary');
      await other.waitForURL(url => url.pathname === '/');
      await other.close();
      await page.click('main form button');
      await page.waitForURL('**done=reviewed**');
      assert.match((await page.textContent('[id="f-doc.filing"]')) ?? '', '审核人乙');

      await page.click('nav a[href="/account"]');
      await look('account');
      await page.fill('input[name=current]', passwords.审核人乙);
      await page.fill('input[name=fresh]', '另外一句很长的话 2026');
      await page.fill('input[name=again]', '另外一句很长的话 2026');
      await page.click('main button.primary');
      assert.match((await page.textContent('.notice')) ?? '', '密码已修改');
      await page.click('form[action="/sign-out"] button');
      assert.match((await page.textContent('.notice')) ?? '', '已退出登录');

      await signIn('管理员甲', passwords.管理员甲);
      await page.click('nav a[href="/settings"]');
      await page.click('.subnav a[href="/activity"]');
      const record = (await page.textContent('table')) ?? '';
      for (const words of ['审核人乙', '导入报告', '人工复核', '修改了自己的密码', '退出登录', '管理员甲'])
        assert.match(record, words);
      await look('activity');
      await page.goto(address('/activity?lang=en'));
      await look('activity in English');
      assert.equal(found, []);
      // What is refused is told by the browser as well.
      assert.equal(
        faults.filter(fault => !/status of 40[13]/.test(fault)),
        [],
      );
      await end();
    },
  );
}
access.run();
