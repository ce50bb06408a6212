/**
 * Median time to assess each seed from its text with rules compiled, the parts of that time, and memory; beside it, in
 * the same run, what a bare loop of 60 regular expressions takes to find all their hits in the same text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { assess } from '../src/assess/index.ts';
import { readQuantities } from '../src/quantities/index.ts';
import { readSource } from '../src/read/source.ts';
import { readReport } from '../src/report/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';

/** The folder in which it is started: what is built of this file stands elsewhere. */
const root = pathToFileURL(`${process.cwd()}/`);
const rounds = 60;
const warmup = 200;
const path = process.argv[2] ?? 'rules/fazhi-annual-report.json';

const started = performance.now();
const { ruleSet, errors } = loadRuleSet(readFileSync(path.startsWith('/') ? path : new URL(path, root), 'utf8'), path);
if (ruleSet === null) throw new Error(errors.map(error => error.text.en).join('\n'));
console.log(
  `rules compiled in ${(performance.now() - started).toFixed(0)} ms: ${ruleSet.requirements.length} requirements, ${ruleSet.phrases.sources.length} phrases`,
);

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const pieces =
  '法治 依法行政 规范性文件 合法性审查 重大行政决策 公众参与 专家论证 风险评估 集体讨论 法律顾问 公职律师 行政复议 行政诉讼 ' +
  '出庭应诉 败诉 行政执法 执法证 三项制度 双随机 行政处罚 行政许可 行政强制 政务公开 信息公开 人大代表 政协委员 建议 提案 督察 ' +
  '考核 培训 学法 述法 普法 宪法 民法典 调解 信访 仲裁 公证 法律援助 营商环境 公平竞争 清理 废止 备案 主要负责人 第一责任人 ' +
  '党组 常务会议 问题 不足 原因 下一步 计划 \\d+件 \\d+次 \\d+(?:\\.\\d+)?% 20\\d\\d年 全覆盖';
const patterns = pieces.split(' ').map(piece => new RegExp(piece, 'g'));

function hitsOf(text: string): number {
  let hits = 0;
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    while (pattern.exec(text) !== null) hits += 1;
  }
  return hits;
}

const files = readdirSync(new URL('seeds', root))
  .filter(name => name.endsWith('.txt'))
  .sort();
const parts = ['report', 'quantities', 'assess', 'whole', 'loop'] as const;
type Times = Record<(typeof parts)[number], number[]>;

const seeds = files.map(file => {
  const source = readSource(readFileSync(new URL(`seeds/${file}`, root)), file);
  const times: Times = { report: [], quantities: [], assess: [], whole: [], loop: [] };
  return { file, source, times };
});
// The seeds by turns, so that what else the machine does falls on all of them.
for (let round = 0; round < warmup + rounds; round += 1) {
  for (const { source, times } of seeds) {
    const t0 = performance.now();
    const report = readReport(source, ruleSet.genre);
    const t1 = performance.now();
    const { quantities, relations } = readQuantities(report);
    const t2 = performance.now();
    assess({ report, quantities, relations, ruleSet, fenced: [], lang: 'zh', toolVersion: '0' });
    const t3 = performance.now();
    const hits = hitsOf(source.text);
    const t4 = performance.now();
    if (hits === 0) throw new Error('the loop found nothing');
    if (round < warmup) continue;
    times.report.push(t1 - t0);
    times.quantities.push(t2 - t1);
    times.assess.push(t3 - t2);
    times.whole.push(t3 - t0);
    times.loop.push(t4 - t3);
  }
}
for (const { file, source, times } of seeds) {
  const [report, quantities, judged, whole, loop] = parts.map(part => median(times[part]).toFixed(2));
  console.log(
    `${file}  ${source.text.length} characters  ${whole} ms  (report ${report}, quantities ${quantities}, assess ${judged}; loop ${loop})`,
  );
}
const all = seeds.map(({ times }) => median(times.whole));
const loops = seeds.map(({ times }) => median(times.loop));
console.log(
  `median of the seeds ${median(all).toFixed(2)} ms, slowest ${Math.max(...all).toFixed(2)} ms; ${(median(all) / median(loops)).toFixed(1)} times the loop of ${patterns.length} patterns`,
);
globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
console.log(`memory after collection: heap ${(heapUsed / 1e6).toFixed(0)} MB, resident ${(rss / 1e6).toFixed(0)} MB`);
