/** An application over a temporary folder, a fixed clock and a stand-in for the engine, for tests that tell stories. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Assessment } from '../../src/assess/types.ts';
import type { SourceText } from '../../src/read/types.ts';
import { loadRuleSet, type RuleSet } from '../../src/rules/load.ts';
import { type Disk, systemDisk } from '../../src/store/disk.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createApp } from '../../src/web/app.ts';
import type { AppOptions, Check, RulesInForce } from '../../src/web/options.ts';
import type { Env } from '../../src/web/page.ts';
import { readHere } from '../../src/workers/reading.ts';
import { fixtureAssessment } from '../present/fixture.ts';

const ruleText = JSON.stringify({
  id: 'fazhi-annual-report',
  version: '1.0.0',
  title: { zh: '法治政府建设年度报告', en: 'Annual report on building a law-based government' },
  notes: [{ zh: '分值为内部参考', en: 'Points are internal' }],
  recognise: { any: ['法治政府建设'], kinds: [], years: { from: 2015 } },
  zones: [{ zone: 'plan', headings: ['下一年度安排'], cues: [] }],
  sources: {
    A1: {
      title: '法治政府建设与责任落实督察工作规定',
      number: '厅字〔2019〕28号',
      from: '2019-04-15',
      certainty: 'verified',
    },
  },
  groups: [
    {
      id: 'litigation',
      title: { zh: '行政应诉', en: 'Litigation' },
      requirements: [
        {
          id: 'lit.appearance',
          kind: 'quantity',
          tier: '应写',
          points: 5,
          title: { zh: '行政机关负责人出庭应诉率', en: 'Appearance rate of responsible officials' },
          met: '写明了本年度的出庭应诉率',
          gap: '未写明本年度的出庭应诉率',
          of: ['负责人出庭[应诉]率'],
          unit: ['%'],
          not: ['正职'],
          appliesTo: { years: { from: 2015 }, levels: ['county', 'city'], unless: ['(无|未发生)行政诉讼案件'] },
          attention: [{ below: 100 }],
          basis: [{ source: 'A1', article: '第三条' }],
          fix: '写明应出庭件数、实际出庭件数和出庭应诉率。',
          examples: { met: ['出庭应诉率100%。'], missing: [{ zone: 'plan', text: '力争出庭应诉率达到100%。' }] },
        },
      ],
    },
  ],
  outcomes: [
    { id: 'returned', title: { zh: '退回重报', en: 'Returned' }, when: { mandatoryMissing: { atLeast: 2 } } },
    { id: 'complete-it', title: { zh: '需补正', en: 'To be completed' } },
  ],
});

export interface World {
  readonly app: Hono<Env>;
  readonly store: Store;
  readonly log: string[];
  /** Puts another version of the rules in force. */
  changeRules(version: string): void;
  end(): Promise<void>;
}

/** Stands for the engine: reads unit and year from the first line and takes the rest from the fixture. */
export const standIn: Check = (source, rules, corrections, lang) => {
  if (source.text.includes('引擎出错')) throw new Error('the engine fails');
  const assessment = fixtureAssessment(lang, source.text);
  const first = source.text.split('\n')[0] ?? '';
  const year = corrections.reportYear ?? (Number(/(\d{4})年/.exec(first)?.[1] ?? Number.NaN) || null);
  const issuer = /^.*?(政府|局)/.exec(first)?.[0] ?? null;
  const recognised = !first.includes('工作要点');
  const blank: Partial<Assessment> = recognised
    ? {}
    : {
        outcome: null,
        findings: [],
        quantities: [],
        relations: [],
        score: { ...assessment.score, value: null, ledger: [] },
      };
  return {
    ...assessment,
    ...blank,
    ruleSet: { id: rules.ruleSet.id, version: rules.ruleSet.version, sha256: rules.ruleSet.sha256 },
    source: {
      name: source.name,
      sha256: source.sha256,
      textSha256: source.textSha256,
      mediaType: source.mediaType,
      charset: source.charset,
    },
    report: {
      ...assessment.report,
      recognised,
      kind: recognised ? 'annual-report' : 'work-plan',
      why: lang === 'zh' ? '标题写明文种' : 'the title says what it is',
      title: first,
      issuer,
      subject: corrections.subject ?? issuer?.replace(/人民政府$/, '') ?? null,
      subjectLevel: corrections.subjectLevel ?? 'county',
      reportYear: year,
      corrected: Object.keys(corrections) as Assessment['report']['corrected'],
    },
  };
};

export async function world(
  options: {
    readonly samples?: readonly SourceText[];
    readonly check?: Check;
    /** More of what the application is given, over the folder and the clock. */
    readonly more?: (folder: string, clock: () => Date, rules: AppOptions['rules']) => Partial<AppOptions>;
    /** A second rule set, of another kind of report. */
    readonly second?: RuleSet;
    readonly disk?: Disk;
  } = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'fajian-web-'));
  let now = Date.parse('2025-02-10T08:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const store = await openStore(folder, { clock, disk: options.disk ?? systemDisk });
  let rules: RulesInForce = { ruleSet: load(ruleText), fenced: [], errors: [] };
  const { second } = options;
  const list = () => (second === undefined ? [rules] : [rules, { ruleSet: second, fenced: [], errors: [] }]);
  const log: string[] = [];
  const inForce: AppOptions['rules'] = { list, get: id => list().find(one => one.ruleSet.id === id) ?? null };
  const app = createApp({
    store,
    rules: inForce,
    read: readHere,
    check: options.check ?? standIn,
    clock,
    toolVersion: '0.1.0',
    samples: options.samples ?? [],
    log: entry => log.push(JSON.stringify(entry)),
    ...options.more?.(folder, clock, inForce),
  });
  return {
    app,
    store,
    log,
    changeRules: version => {
      rules = { ...rules, ruleSet: load(ruleText.replace('"1.0.0"', JSON.stringify(version))) };
    },
    end: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

function load(text: string): RuleSet {
  const { ruleSet, errors } = loadRuleSet(text, 'test.json');
  if (ruleSet === null) throw new Error(JSON.stringify(errors));
  return ruleSet;
}

export function sourceOf(name: string, text: string): SourceText {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name, sha256, textSha256: sha256, mediaType: 'text/plain', charset: 'utf-8', text, notes: [] };
}

const origin = 'http://localhost';

/** A form as a browser of this origin sends it. */
export function post(form: FormData | URLSearchParams, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', body: form, headers: { Origin: origin, ...headers } };
}

export function upload(
  files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new File([content], name));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** The page to which a form leads, as a browser shows it; one that tells how far an import is is looked at again until it is done. */
export async function sentTo(app: World['app'], path: string, init: RequestInit): Promise<string> {
  const answer = await app.request(path, init);
  const href = answer.status === 303 ? answer.headers.get('location') : null;
  return href === null ? answer.text() : endOf(app, href);
}

/** The page at an address, once no import goes on there any more. */
export async function endOf(app: World['app'], href: string): Promise<string> {
  const answer = await app.request(href);
  const next = answer.headers.get('location');
  if (next !== null) return endOf(app, next);
  const page = await answer.text();
  if (!page.includes('id="arriving"')) return page;
  await new Promise(done => setTimeout(done, 10));
  return endOf(app, href);
}
