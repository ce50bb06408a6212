/** A real browser, and pages of it that keep count of what they must not do. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Test } from 'uvu';
import { type Serving, serveApp } from '../../src/web/index.ts';

/** Debian's Chromium; another one by CHROMIUM. */
function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** What a test of a suite has at hand while it runs. */
export interface Office<World> {
  readonly browser: Browser;
  readonly serving: Serving;
  readonly here: World;
}

type Served = { readonly app: Parameters<typeof serveApp>[0]['app']; end(): Promise<void> };

/** One browser for a suite, and for each of its tests a world of its own, served. What is given is filled before each test. */
export function inBrowser<World extends Served>(tests: Test, worldOf: () => Promise<World>): Office<World> {
  const office = {} as { browser: Browser; serving: Serving; here: World };
  tests.before(async () => {
    office.browser = await launch();
  });
  tests.after(() => office.browser.close());
  tests.before.each(async () => {
    office.here = await worldOf();
    office.serving = await serveApp({ app: office.here.app, host: '127.0.0.1', port: 0 });
  });
  tests.after.each(async () => {
    await office.serving.close();
    await office.here.end();
  });
  return office;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console, errors of scripts, requests to another origin. */
  readonly faults: readonly string[];
  end(): Promise<void>;
}

/** An empty page of the office's screen size that may only speak to `origin`. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('console', message => {
    // An answer that refuses a form is told by the browser as well.
    const told = message.type() === 'error' || message.type() === 'warning';
    if (told && !message.text().includes('422')) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => faults.push(`error: ${error.message}`));
  page.on('request', request => {
    if (!request.url().startsWith(origin)) faults.push(`foreign request: ${request.url()}`);
  });
  return { page, faults, end: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands: rule, and the first element that breaks it. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}
