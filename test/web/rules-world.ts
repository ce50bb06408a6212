/** An application over a folder of rule files that a test may write, with the engine itself, for tests of the pages that edit rules. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { assessText } from '../../src/assess/pipeline.ts';
import { RuleFiles } from '../../src/store/rule-files.ts';
import { RuleKeeping } from '../../src/store/rule-keeping.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createApp } from '../../src/web/app.ts';
import type { Env } from '../../src/web/page.ts';
import { readHere } from '../../src/workers/reading.ts';
import { ticking } from '../store/sample.ts';
import { smallRules } from '../store/small-rules.ts';
import { post, upload } from './world.ts';

export interface RulesWorld {
  readonly app: Hono<Env>;
  readonly store: Store;
  readonly rulesFolder: string;
  write(name: string, text: string): void;
  text(path: string, init?: RequestInit): Promise<string>;
  /** Stores a report of a county whose text is the lines given; by the first rule set unless one is named. */
  add(unit: string, lines: readonly string[], ruleSet?: string): Promise<void>;
  end(): Promise<void>;
}

export async function rulesWorld(rules: string = smallRules): Promise<RulesWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'fajian-rules-web-'));
  const rulesFolder = join(folder, 'rules');
  mkdirSync(rulesFolder);
  const write = (name: string, text: string): void => writeFileSync(join(rulesFolder, name), text);
  write('small.json', rules);
  const clock = ticking('2025-02-10T08:00:00.000Z');
  const store = await openStore(join(folder, 'data'), { clock });
  const files = new RuleFiles(rulesFolder);
  const toolVersion = '0.1.0';
  const app = createApp({
    store,
    rules: files,
    editing: new RuleKeeping(files, join(folder, 'data', 'rules-history'), clock),
    read: readHere,
    check: (source, { ruleSet, fenced }, corrections, lang) =>
      assessText({ source, ruleSet, fenced, corrections, lang, toolVersion }),
    clock,
    toolVersion,
    samples: [],
  });
  return {
    app,
    store,
    rulesFolder,
    write,
    text: async (path, init) => (await app.request(path, init)).text(),
    add: async (unit, lines, ruleSet = '') => {
      const report = [
        `${unit}人民政府2024年度法治政府建设情况报告`,
        '一、主要举措和成效',
        ...lines,
        // Shorter texts are no reports.
        ...Array.from(
          { length: 8 },
          (_, i) => `（${i + 1}）坚持和加强党对法治政府建设的领导，压实工作责任，完善工作机制。`,
        ),
        '二、下一年度安排',
        '继续推进各项工作。',
      ];
      await app.request('/reports', post(upload([[`${unit}.txt`, report.join('\n')]], { ruleSet })));
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
