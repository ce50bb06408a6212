/** Reports as copies from pages and papers leave them: on one line, wrapped, with headers, without numbers. */
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { read, zoneAt } from './sample.ts';

const head = '云山镇2023年度法治政府建设情况报告';
const parts: readonly string[] = [
  '一、2023年度推进法治政府建设的主要举措和成效',
  '(一)压实法治责任',
  '1.健全决策机制。修订事项清单,法律顾问参与决策论证5次,审查合同27份,提出意见31条。',
  '2.深化学法用法。开展专题学习6次,组织干部培训2场次,覆盖160余人次,测试合格率100%。',
  '(二)化解矛盾纠纷',
  '全年排查化解矛盾纠纷217件,化解率98%,接待群众来访96批次。',
  '二、主要负责人履行推进法治建设第一责任人职责情况',
  '镇长主持会议4次,带头学法6次。',
  '三、存在的不足',
  '一是力量不足。二是学法不深。',
  '四、 2024 年工作安排',
  '一是招录3人。二是开设讲堂。',
];
const sign = ['云山镇人民政府', '2024年2月1日'];

test('a report on one line is cut at the blanks where its lines ended', () => {
  const report = read([head, ...parts, ...sign].join(' '));
  assert.is(report.meta.title?.value, head);
  assert.is(report.outline.filter(({ level }) => level === 1).length, 4);
  for (const [passage, zone] of [
    ['审查合同27份', 'work'],
    ['接待群众来访', 'work'],
    ['带头学法6次', 'first-responsible'],
    ['学法不深', 'problem'],
    ['开设讲堂', 'plan'],
    ['云山镇人民政府', 'tail'],
  ] as const)
    assert.is(zoneAt(report, passage), zone, passage);
});

test('the day at the end of a report on one line stands alone', () => {
  const report = read([head, ...parts, '云山馆际联合体', '2024年2月1日'].join(' '));
  assert.is(report.meta.signedDate?.value, '2024-02-01');
});

test('a short line with blanks is left as it is', () => {
  const report = read(`${head}\n一、工作情况 二、存在的不足 三、下一步打算\n全年检查12次。`);
  assert.is(report.copy.flat.split('\n')[1], '一、工作情况二、存在的不足三、下一步打算');
});

test('a header with the number of its page on its line heads no part', () => {
  const lines = [head, ...parts.slice(0, 9), `${head}　　1`, ...parts.slice(9), ...sign];
  const report = read(lines.join('\n'));
  assert.is(zoneAt(report, '学法不深'), 'problem');
  assert.is(report.copy.flat.split(head).length, 2);
});

test('a bare heading right below the title is the first part', () => {
  const bare = ['主要负责人履职情况', '镇长主持会议4次,带头学法6次。', '主要举措和成效', '审查合同27份。'];
  const rest = ['存在的不足', '力量不足。', '下一步打算', '招录3人。', ...sign];
  const report = read([head, ...bare, ...rest].join('\n'));
  assert.is(zoneAt(report, '带头学法6次'), 'first-responsible');
  assert.is(zoneAt(report, '审查合同27份'), 'work');
  const second = read([head, '工作开展情况', '审查合同27份。', ...rest].join('\n'));
  assert.is(zoneAt(second, '审查合同27份'), 'work');
  const whole = read(['云山镇人民政府', '2023年法治政府建设', '工作情况', '审查合同27份。', ...rest].join('\n'));
  assert.is(whole.meta.title?.value.endsWith('工作情况'), true);
});

test('narrow lines that begin with a number wrap all the same', () => {
  const wrapped = parts.flatMap(part => part.match(/.{1,20}/g) ?? []);
  const report = read([head, ...wrapped, ...sign].join('\n'));
  assert.ok(report.copy.flat.includes('审查合同27份'));
  assert.ok(report.copy.flat.includes('主要举措和成效\n'));
});

test('a heading without a mark ends before who acts', () => {
  const body =
    '一、强化领导镇党委书记、镇长履行第一责任人职责,听取汇报2次。二、强化学习组织学法12次。三、下一步打算招录3人。';
  const report = read(`${head}\n${body}`);
  assert.is(report.outline[0]?.text, '强化领导');
  assert.is(zoneAt(report, '听取汇报2次'), 'work');
  const headed = read(`${head}\n一、2023年度党委书记、镇长履行第一责任人职责,加强法治建设的情况\n听取汇报2次。`);
  assert.is(zoneAt(headed, '听取汇报2次'), 'first-responsible');
});

test.run();
