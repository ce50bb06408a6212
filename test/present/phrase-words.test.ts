import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { phraseWords } from '../../src/present/phrase-words.ts';

const rows: readonly [phrase: string, words: string][] = [
  ['出庭应诉率', '出庭应诉率'],
  ['[行政]规范性文件', '[行政]规范性文件'],
  ['(审查|审核)', '(审查/审核)'],
  ['听取…30…汇报<n次>', '听取…汇报〔数量：次〕'],
  ['听取……汇报', '听取…汇报'],
  ['听取…句…汇报', '听取…（同句）…汇报'],
  ['{规范性文件}<rate>', '〔规范性文件〕〔比率〕'],
  ['印发<doc 工作要点>', '印发《…工作要点…》'],
  ['<n>个<date>', '〔数量〕个〔日期〕'],
  ['「12345」热线', '12345热线'],
];

for (const [phrase, words] of rows) test(`${phrase} reads ${words}`, () => assert.is(phraseWords(phrase, 'zh'), words));

test.run();
