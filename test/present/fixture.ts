/** A small report and a result of it made by hand, so that pages can be tested without the engine. */
import type { Assessment, Finding } from '../../src/assess/types.ts';
import { linesOf } from '../../src/present/places.ts';
import type { Lang } from '../../src/words/bilingual.ts';

export const fixtureText = [
  '云溪县人民政府关于2024年度法治政府建设情况的报告',
  '市人民政府:',
  '2024年,我县深入推进法治政府建设,现将有关情况报告如下:',
  '一、主要举措和成效',
  '(一)依法全面履行职能。全年梳理政务服务事项1,204项,网办率98.5%。',
  '(二)化解行政争议。全年行政应诉案件40件,负责人出庭36件,出庭应诉率90%。收到行政复议申请12件,受理10件、不予受理3件。',
  '',
  '二、存在的不足',
  '执法人员能力有待提高。',
  '三、下一年度安排',
  '力争行政规范性文件备案率达到100%。',
  '云溪县人民政府',
  '2025年1月20日',
].join('\n');

function finding(parts: Partial<Finding> & Pick<Finding, 'requirement' | 'title' | 'status'>): Finding {
  return {
    group: 'g',
    tier: 'expected',
    certainty: 'sure',
    doubt: '',
    points: 5,
    worth: 5,
    earned: 0,
    evidence: [],
    value: null,
    values: [],
    unit: null,
    attention: [],
    nearest: null,
    reason: '',
    fix: '',
    fixable: true,
    basis: [],
    ruling: null,
    ...parts,
  };
}

/** `text` is searched for each quote, so that offsets are true. */
export function fixtureAssessment(lang: Lang = 'zh', text: string = fixtureText): Assessment {
  const lines = linesOf(text);
  const quote = (words: string) => {
    const start = Math.max(0, text.indexOf(words));
    const line = lines.findLast(l => l.start <= start)?.number ?? 1;
    return { quote: text.slice(start, start + words.length), start, end: start + words.length, line };
  };
  const span = (words: string) => {
    const { start, end } = quote(words);
    return { quote: words, start, end };
  };
  const heading = (level: number, marker: string, words: string) => ({
    level,
    marker,
    text: words,
    ...spanOnly(span(`${marker}${words}`)),
  });
  return {
    schemaVersion: 1,
    lang,
    tool: { name: 'fajian', version: '0.1.0' },
    source: {
      name: '云溪县.txt',
      sha256: 'a'.repeat(64),
      textSha256: 'b'.repeat(64),
      mediaType: 'text/plain',
      charset: 'utf-8',
    },
    ruleSet: { id: 'fazhi-annual-report', version: '1.0.0', sha256: 'c'.repeat(64) },
    fenced: [],
    report: {
      recognised: true,
      kind: 'annual-report',
      why: '标题写明法治政府建设情况的报告',
      title: '云溪县人民政府关于2024年度法治政府建设情况的报告',
      subject: '云溪县',
      issuer: '云溪县人民政府',
      addressee: '市人民政府',
      issuerLevel: 'county',
      subjectLevel: 'county',
      reportYear: 2024,
      documentNumber: null,
      indexNumber: null,
      signedDate: '2025-01-20',
      publishedDate: null,
      receivedDate: null,
      powers: null,
      corrected: [],
      places: {},
      outline: [
        heading(1, '一、', '主要举措和成效'),
        heading(2, '(一)', '依法全面履行职能'),
        heading(2, '(二)', '化解行政争议'),
        heading(1, '二、', '存在的不足'),
        heading(1, '三、', '下一年度安排'),
      ],
    },
    outcome: { id: 'complete-it', title: '需补正', why: '必报内容有1项不完整', provisional: true },
    mandatory: { met: 2, of: 4 },
    expected: { met: 1, of: 3 },
    score: {
      value: 62.5,
      earned: 12.5,
      applicable: 20,
      decided: 5,
      toReview: 1,
      beforeRulings: 62.5,
      ledger: [
        { requirement: 'part.shortcomings', lost: 2.5, why: '只写了不足,未写原因' },
        { requirement: 'doc.filing', lost: 5, why: '未写明备案率' },
      ],
    },
    findings: [
      finding({
        requirement: 'part.measures',
        title: '主要举措和成效',
        tier: 'mandatory',
        status: 'met',
        earned: 5,
        evidence: [quote('一、主要举措和成效')],
        reason: '有这一部分',
        basis: [
          {
            source: 'A1',
            article: null,
            title: '法治政府建设与责任落实督察工作规定',
            number: '厅字〔2019〕28号',
            certainty: 'verified',
          },
        ],
      }),
      finding({
        requirement: 'part.shortcomings',
        title: '存在的不足和原因',
        tier: 'mandatory',
        status: 'partial',
        earned: 2.5,
        evidence: [quote('执法人员能力有待提高')],
        reason: '写了不足,未写原因',
        fix: '逐条写明原因。',
        basis: [
          {
            source: 'A1',
            article: '年度报告章',
            title: '法治政府建设与责任落实督察工作规定',
            number: '厅字〔2019〕28号',
            certainty: 'memory',
          },
        ],
      }),
      finding({
        requirement: 'lit.appearance',
        title: '行政机关负责人出庭应诉率',
        status: 'met',
        earned: 5,
        certainty: 'likely',
        evidence: [quote('出庭应诉率90%')],
        value: 90,
        values: [90],
        unit: '%',
        attention: ['低于100%,请核对应出庭件数。'],
      }),
      finding({
        requirement: 'doc.filing',
        title: '规范性文件备案率',
        status: 'missing',
        reason: '未写明本年度的备案率',
        fix: '写明制定件数、备案件数和备案率。',
        nearest: { ...quote('力争行政规范性文件备案率达到100%'), why: '位于下一年度安排,是目标不是本年度完成情况' },
      }),
      finding({
        requirement: 'fr.duties',
        title: '党政主要负责人履职',
        tier: 'mandatory',
        status: 'review',
        certainty: 'unsure',
        points: 0,
        reason: '全文没有单列这一部分,请人判断是否另有表述',
      }),
      finding({
        requirement: 'rec.correction',
        title: '行政复议纠错率',
        status: 'not-applicable',
        points: 0,
        reason: '乡镇不涉及',
      }),
    ],
    quantities: [
      {
        ...span('1,204项'),
        value: 1204,
        unit: '项',
        kind: 'count',
        qualifier: 'exact',
        what: '政务服务事项',
        stance: 'done',
        period: '2024',
      },
      {
        ...span('100%'),
        value: 100,
        unit: '%',
        kind: 'rate',
        qualifier: 'exact',
        what: '备案率',
        stance: 'planned',
        period: '2025',
      },
    ],
    relations: [
      {
        kind: 'ratio',
        verdict: 'consistent',
        stated: 90,
        computed: 90,
        note: '36 ÷ 40 = 90%',
        sides: [
          { ...span('36件'), value: 36 },
          { ...span('40件'), value: 40 },
        ],
      },
      {
        kind: 'sum',
        verdict: 'inconsistent',
        stated: 12,
        computed: 13,
        note: '受理10件加不予受理3件为13件,与收到12件不符',
        sides: [
          { ...span('10件'), value: 10 },
          { ...span('3件'), value: 3 },
        ],
      },
    ],
    anomalies: [{ kind: 'placeholder', ...span('市人民政府:') }],
  };
}

const spanOnly = ({ start, end }: { start: number; end: number }) => ({ start, end });
