import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Activity } from '../../src/store/activity.ts';
import { deedDetail } from '../../src/web/deed-details.ts';

const deeds = suite('particulars of what was done');

const rows: readonly (readonly [Activity['action'], detail: string, isReport: boolean, zh: string, en: string])[] = [
  ['report-received', '2', true, '第2稿', 'Draft 2'],
  ['report-checked', '21', false, '21份', '21'],
  ['letter', '1 docx', true, '第1稿，Word', 'Draft 1, Word'],
  ['letter', '12 zip', false, '12份，每封一个 Word（zip）', '12, one Word file each (zip)'],
  ['report-marked', 'passed', true, '标记为通过', 'marked as passed'],
  ['report-marked', '3 sent', false, '3份，记为已发出', '3, marked as sent'],
  ['season-changed', 'due', false, '设定截止日期', 'set the due date'],
  ['units-changed', '+3 ~0', false, '新增3个，更新0个', '3 added, 0 updated'],
  ['units-changed', '-1', false, '移出名册', 'taken from the roster'],
  ['review', 'a.b agree met', true, '要点：同意机器结论（已写明）', '要点: Agree with the machine (Met)'],
  ['review', 'a.b unheard of', true, 'a.b unheard of', 'a.b unheard of'],
  ['rules-saved', '0123456789ab', false, '0123456789ab', '0123456789ab'],
  ['report-removed', '', true, '', ''],
];
for (const [action, detail, isReport, zh, en] of rows) {
  deeds(`${action} ${detail}`, () => {
    const told = (lang: 'zh' | 'en') => deedDetail({ action, detail }, isReport, () => '要点', lang);
    assert.equal([told('zh'), told('en')], [zh, en]);
  });
}
deeds.run();
