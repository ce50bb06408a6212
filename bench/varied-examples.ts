/**
 * The rule set's own examples said a little otherwise: what the words mean stays, so the verdict must. Each change is made to
 * every example that is met or partial; printed is how many verdicts fall, by change, and with `--list CHANGE` which.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeOne, readExampleText } from '../src/assess/examples.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import type { Example } from '../src/rules/schema.ts';
import { printTable } from './print-table.ts';

const { values: flags } = parseArgs({ options: { list: { type: 'string' } } });
const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), path);
if (ruleSet === null) throw new Error('the rules are broken');

const sentence = /[^。]+。?/;
const adverbs: Readonly<Record<string, string>> = {
  开展: '扎实',
  制定: '研究',
  审查: '严格',
  办理: '依法',
  受理: '依法',
  举办: '先后',
  召开: '先后',
  印发: '及时',
};
const changes: Readonly<Record<string, (text: string) => string>> = {
  'a time before': text => `今年以来,${text}`,
  'the year before': text => `2023年,${text}`,
  'a long opening': text => `在县委、县政府的坚强领导下,坚持问题导向,${text}`,
  'an aim before': text => `为进一步提升依法行政水平,${text}`,
  'a result behind': text => text.replace(sentence, said => `${said.replace(/。$/, '')},取得明显成效。`),
  'a further clause behind': text =>
    text.replace(sentence, said => `${said.replace(/。$/, '')},有效维护了群众合法权益。`),
  'an item of a row': text => `一是${text}二是强化保障。加大投入力度。`,
  'under a run-in heading': text => `(一)强化工作举措。${text}`,
  'one sentence with another': text => `着力夯实基层基础;${text}`,
  'about a number': text => text.replace(/(\d)(件|次|场|人|份|起|期|名|个|条|家|宗|场次|人次)/g, '$1余$2'),
  'thousands with a comma': text => text.replace(/(?<![\d.])(\d)(\d{3})(?=[件次场人份起期名个条家宗])/g, '$1,$2'),
  'full-width figures': text => text.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))),
  'a remark in brackets': text => text.replace(/(\d[\d.]*(?:件|次|场|人|份|起|期|名|个|条|家|宗|%))/, '$1(含上年结转)'),
  'quotes around a noun': text => text.replace(/(三项制度|双随机|一把手|枫桥经验|八五普法)/, '“$1”'),
  'the body named first': text => `县人民政府高度重视法治建设。${text}`,
  'figures set apart by blanks': text => text.replace(/(\d[\d.]*)(件|次|场|人|份|起|期|名|个|条|家|宗|%)/g, '$1 $2'),
  'a count led up to': text =>
    text.replace(/(?<=[\u4e00-\u9fff])(?<![共达计])(?=\d+(?:件|次|场|份|起|期|宗)[,。])/g, '共'),
  'verbs with an adverb': text =>
    text.replace(/(?<=^|[,;。])(开展|制定|审查|办理|受理|举办|召开|印发)/g, said => `${adverbs[said]}${said}`),
  'files called administrative': text => text.replaceAll(/(?<!行政)规范性文件/g, '行政规范性文件'),
  'building called work': text =>
    text.replaceAll(/法治政府建设(?!工作|情况|年度|督察|实施|任务|与)/g, '法治政府建设工作'),
};

interface Fall {
  readonly requirement: string;
  readonly text: string;
  readonly to: string;
}

const falls = new Map<string, Fall[]>();
const asked = new Map<string, number>();
for (const rule of ruleSet.requirements) {
  for (const [status, examples] of Object.entries(rule.examples ?? {})) {
    if (status !== 'met' && status !== 'partial') continue;
    for (const example of examples as Example[]) {
      const given = typeof example === 'string' ? { text: example } : example;
      // Examples that are small reports of their own keep their shape.
      if (given.text.includes('\n') || (given.zone !== undefined && given.zone !== 'work')) continue;
      for (const [name, change] of Object.entries(changes)) {
        const text = change(given.text);
        if (text === given.text) continue;
        asked.set(name, (asked.get(name) ?? 0) + 1);
        const judged = judgeOne(ruleSet, rule, readExampleText(ruleSet, rule, { ...given, text }));
        if (judged.status === status) continue;
        const list = falls.get(name) ?? [];
        list.push({ requirement: rule.id, text, to: `${status} → ${judged.status}` });
        falls.set(name, list);
      }
    }
  }
}
printTable([
  ['change', 'examples', 'other verdict', 'in 100'],
  ...Object.keys(changes).map(name => {
    const all = asked.get(name) ?? 0;
    const other = falls.get(name)?.length ?? 0;
    return [name, String(all), String(other), all === 0 ? '—' : ((100 * other) / all).toFixed(1)];
  }),
]);
for (const { requirement, text, to } of falls.get(flags.list ?? '') ?? []) console.log(`${requirement} ${to}: ${text}`);
