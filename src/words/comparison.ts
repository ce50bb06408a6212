/** What the pages say when two drafts or two years stand side by side, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const comparisonTexts = {
  compareTitle: { zh: '两稿对照', en: 'Two drafts side by side' },
  compareYears: { zh: '两年对照', en: 'Two years side by side' },
  compareReports: { zh: '两份报告对照', en: 'Two reports side by side' },
  compareWith: { zh: '与{other}对照', en: 'Compare with {other}' },
  yearN: { zh: '{year}年度', en: '{year}' },
  compareBefore: { zh: '前', en: 'Before' },
  compareAfter: { zh: '后', en: 'After' },
  compareChange: { zh: '增减', en: 'Change' },
  compareOtherRules: {
    zh: '两份结果所用的审核标准版本不同，有的差别可能出自标准。',
    en: 'The two results were made with different versions of the rule set; some differences may come from the rules.',
  },
  gapsAdded: { zh: '新增缺项', en: 'New gaps' },
  gapsRemaining: { zh: '仍缺', en: 'Still open' },
  gapsMended: { zh: '已补正', en: 'Mended' },
  gapsOpen: { zh: '待人工核', en: 'To be reviewed' },
  notAsked: { zh: '无此项', en: 'not in the rules' },
  compareFigures: { zh: '数据对照', en: 'Figures' },
  figuresChanged: { zh: '文中数据变动', en: 'Figures that changed in the text' },
  figuresChangedHint: {
    zh: '本年工作和问题部分的数，事项和单位相同而数不同的，以及后稿没有了的；目标数、上年数不列。',
    en: 'Figures of the work done and of problems that have another value, or are gone; targets and last year’s are left out.',
  },
  figuresAdded: { zh: '后稿新增的数据', en: 'New in the later draft' },
  figureWhat: { zh: '数的是什么', en: 'What is counted' },
  figureGone: { zh: '没有了', en: 'gone' },
  figureOf: { zh: '所涉要点', en: 'Requirement' },
  comparePoints: { zh: '逐项分值变化', en: 'Points by requirement' },
  comparePointsChange: { zh: '分值增减', en: 'Points gained or lost' },
  comparePointsHint: {
    zh: '分值未折算成百分制；适用要点不同时，与得分之差不完全相等。',
    en: 'In points of the rule set, not percent: where other requirements apply, they need not add up to the difference of the scores.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
