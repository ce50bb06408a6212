/** A second look where nothing was found: sentences that read like it go to a person, silence stays missing. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import type { Finding } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

/** Two requirements: causes, asked of the part of shortcomings, and a plan. */
const rules = (doubts: { causes?: object; plan?: object }): string =>
  JSON.stringify({
    ...JSON.parse(readFileSync(new URL('../../rules/fazhi-annual-report.json', import.meta.url), 'utf8')),
    extends: undefined,
    powers: {},
    terms: {},
    outcomes: [{ id: 'any', title: '任何', when: undefined }],
    groups: [
      {
        id: 'part',
        title: '部分',
        requirements: [
          {
            id: 'part.causes',
            kind: 'statement',
            tier: 'mandatory',
            points: 5,
            title: { zh: '不足的原因', en: 'Causes' },
            met: '写明了原因',
            gap: '没有写明原因',
            zones: ['problem'],
            any: ['究其原因'],
            not: ['因地制宜'],
            partial: [{ any: ['经费偏少'], zones: ['problem'] }],
            doubt: doubts.causes,
          },
          {
            id: 'part.next-year',
            kind: 'part',
            tier: 'mandatory',
            points: 7,
            title: '下一年度安排',
            met: '写明了安排',
            gap: '没有写明安排',
            zone: 'plan',
            needs: [['heading']],
            doubt: doubts.plan,
          },
        ],
      },
    ],
  });

function findings(
  doubts: { causes?: object; plan?: object },
  body: string,
  lang: 'zh' | 'en' = 'zh',
): readonly Finding[] {
  const { ruleSet, errors } = loadRuleSet(rules(doubts), 'small.json');
  if (ruleSet === null) throw new Error(errors.map(({ text }) => text.en).join('\n'));
  const text = `云山县教育局2023年度法治政府建设情况报告\n2023年,我局扎实推进法治政府建设。现将有关情况报告如下:\n${body}\n云山县教育局\n2024年2月1日\n`;
  const source = readSource(Buffer.from(text), 'one.txt');
  return assessText({ source, ruleSet, fenced: [], corrections: {}, lang, toolVersion: '0' }).findings;
}

function causes(doubt: object | undefined, body: string): Finding {
  return findings(doubt === undefined ? {} : { causes: doubt }, body)[0] as Finding;
}

const work =
  '一、主要举措\n开展检查36次,办理案件4件,普法宣传12场,制定文件2件,审核合同19份,受理咨询120人次,举办培训3期,印发资料900份,接待来访21批,公开信息330条,走访学校45所,办理建议提案6件。';
const slow = `${work}由于人手少,办案周期偏长。`;
const test = suite('doubt');

test('what reads like it goes to a person, with the passage and the reason', () => {
  const found = causes({ any: ['由于'] }, slow);
  assert.is(found.status, 'review');
  assert.is(found.certainty, 'unsure');
  assert.is(found.points, 0);
  assert.equal(
    found.evidence.map(({ quote }) => quote),
    ['由于人手少,办案周期偏长'],
  );
  assert.match(found.reason, /“不足的原因”.*人工核对/);
});

test('the reason has an English text', () => {
  assert.match(findings({ causes: { any: ['由于'] } }, slow, 'en')[0]?.reason ?? '', /Causes.*a person must decide/);
});

test('without a doubt of its own, or with nothing alike, it stays missing', () => {
  assert.is(causes(undefined, slow).status, 'missing');
  assert.is(causes({ any: ['由于'] }, work).status, 'missing');
});

test('a requirement that is met asks nobody', () => {
  const body = `${slow}\n二、存在的不足\n力量薄弱。究其原因,是人手少。`;
  assert.is(causes({ any: ['由于'] }, body).status, 'met');
});

test('a sentence with an excluded wording, of the doubt or of the requirement, does not count', () => {
  assert.is(causes({ any: ['由于'], not: ['企业'] }, `${work}由于企业人手少,进度慢。`).status, 'missing');
  assert.is(causes({ any: ['由于'] }, `${work}由于因地制宜,进度快。`).status, 'missing');
});

test('what must go with it may stand in the sentence before or behind, no farther', () => {
  const doubt = { any: ['由于'], and: ['薄弱'] };
  assert.is(causes(doubt, `${work}力量薄弱。由于人手少。`).status, 'review');
  assert.is(causes(doubt, `${work}由于人手少。力量薄弱。`).status, 'review');
  assert.is(causes(doubt, `${work}由于人手少。办公室搬迁。力量薄弱。`).status, 'missing');
});

test('so many clauses as asked for', () => {
  const doubt = { any: ['由于'], atLeast: 2 };
  assert.is(causes(doubt, slow).status, 'missing');
  assert.is(causes(doubt, `${slow}由于路远,服务少。`).status, 'review');
});

test('names of documents and denied wordings do not count', () => {
  assert.is(causes({ any: ['人手偏少'] }, `${work}印发《关于人手偏少的通知》。`).status, 'missing');
  assert.is(causes({ any: ['人手偏少'] }, `${work}没有人手偏少。`).status, 'missing');
});

test('what is partial is asked about only where the doubt says so', () => {
  const body = `${slow}\n二、存在的不足\n经费偏少。力量薄弱。`;
  assert.is(causes({ any: ['由于'] }, body).status, 'partial');
  assert.is(causes({ any: ['由于'], partial: true }, body).status, 'review');
  assert.is(causes({ any: ['缘于'], partial: true }, body).status, 'partial');
});

test('only the zones named, and headings where they count', () => {
  const body = `${slow}\n(一)由于人手少\n受理申请3件。\n二、存在的不足\n力量薄弱。`;
  assert.is(causes({ any: ['由于'], zones: ['problem'] }, body).status, 'missing');
  assert.is(causes({ any: ['由于'], zones: ['work'] }, body).status, 'review');
  const headed = `${work}\n(一)由于人手少\n受理申请3件。\n二、存在的不足\n力量薄弱。`;
  assert.is(causes({ any: ['由于'] }, headed).status, 'review');
  assert.is(causes({ any: ['由于'], outsideHeadings: true }, headed).status, 'missing');
});

test('a late doubt looks at the last third of the report only', () => {
  const plan = { any: ['继续加强'], late: true };
  const more = '印发文件,组织学习,评查案卷,走访群众,公开信息,受理咨询,化解纠纷,审核合同。'.repeat(3);
  const early = findings({ plan }, `一、主要举措\n继续加强宣传。${more}${more}`)[1];
  const late = findings({ plan }, `一、主要举措\n${more}${more}继续加强宣传。`)[1];
  assert.equal([early?.status, late?.status], ['missing', 'review']);
});

test('further looks are tried where the first finds nothing', () => {
  const further = {
    any: ['缘于'],
    or: [
      { any: ['由于'], zones: ['problem'] },
      { any: ['造成'], zones: ['problem'] },
    ],
  };
  const told = (clause: string) => causes(further, `${work}\n二、存在的不足\n力量薄弱。${clause}`).status;
  assert.equal([told('由于人手少。'), told('造成拖延。'), told('缘于人手少。')], ['review', 'review', 'review']);
  assert.is(told('人手少。'), 'missing');
  assert.is(causes(further, slow).status, 'missing');
});

test.run();
