/** What each form of the phrase language finds, and what it refuses. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compilePhrases, findPhrases, type MatchText, PhraseError, type SlotTable } from '../../src/rules/phrase.ts';

/** A text whose clauses end at ,:;。 and whose sentences end at ;。; numbers are given as [written, unit, kind]. */
function textOf(flat: string, numbers: [string, string, 'count' | 'rate'][] = []): MatchText {
  const clauseOf = new Int32Array(flat.length + 1);
  const sentenceOf = new Int32Array(flat.length + 1);
  const inTitle = new Uint8Array(flat.length + 1);
  let clause = 0;
  let sentence = 0;
  let depth = 0;
  for (let at = 0; at <= flat.length; at += 1) {
    const unit = flat[at] ?? '';
    clauseOf[at] = clause;
    sentenceOf[at] = sentence;
    if (unit === '《') depth += 1;
    if (depth > 0) inTitle[at] = 1;
    if (unit === '》') depth -= 1;
    if (',:;。'.includes(unit) && unit !== '') clause += 1;
    if (';。'.includes(unit) && unit !== '') sentence += 1;
  }
  const docs = [...flat.matchAll(/《[^》]*》/g)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const dates = [...flat.matchAll(/\d+月\d+日/g)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const slots: SlotTable = {
    numbers: numbers
      .map(([written, unit, kind]) => ({
        start: flat.indexOf(written),
        end: flat.indexOf(written) + written.length,
        unit,
        kind,
      }))
      .sort((a, b) => a.start - b.start),
    dates,
    docs,
  };
  return { flat, clauseOf, sentenceOf, inTitle, slots };
}

const found = (phrase: string, text: MatchText, terms = {}): string[] =>
  findPhrases(compilePhrases([phrase], terms), text)
    .filter(match => !match.negated && !match.inTitle)
    .map(match => text.flat.slice(match.start, match.end));

const finds = suite('a phrase finds');
const rows: [phrase: string, text: string, expected: string[], numbers?: [string, string, 'count' | 'rate'][]][] = [
  ['出庭应诉率', '负责人出庭应诉率达标', ['出庭应诉率']],
  ['[行政]规范性文件', '制定行政规范性文件,清理规范性文件', ['行政规范性文件', '规范性文件']],
  ['合法性(审查|审核)', '合法性审核和合法性审查', ['合法性审核', '合法性审查']],
  ['听取…汇报', '局党组听取法治工作汇报', ['听取法治工作汇报']],
  ['听取…汇报', '听取意见,随后汇报', []],
  // A text that holds a number and none of the literals.
  ['(<n次>|<n场>)…(会议|汇报)', '全年5次', [], [['5次', '次', 'count']]],
  ['<n次>', '全年5次', ['5次'], [['5次', '次', 'count']]],
  ['听取…句…汇报', '听取意见,随后汇报', ['听取意见,随后汇报']],
  ['听取…句…汇报', '听取意见。随后汇报', []],
  ['听取…3…汇报', '听取法治工作汇报', []],
  ['意见,…6…汇报', '听取意见,随后汇报', ['意见,随后汇报']],
  ['意见[,]…6…汇报', '听取意见,随后汇报', ['意见,随后汇报']],
  ['意见[,]…6…汇报', '听取意见和汇报', ['意见和汇报']],
  ['意见,…6…汇报', '听取意见,随后,汇报', []],
  ['意见,…2…汇报', '听取意见,另外随后汇报', []],
  ['意见：…6…汇报', '听取意见:随后汇报', ['意见:随后汇报']],
  ['意见。…句…汇报', '听取意见。随后,汇报', ['意见。随后,汇报']],
  ['意见。…句…汇报', '听取意见。随后。汇报', []],
  ['听取…3…汇报', '听取工作汇报', ['听取工作汇报']],
  ['汇报<n次>', '听取汇报3次', ['汇报3次'], [['3次', '次', 'count']]],
  ['汇报<n次>', '听取汇报共计3次', ['汇报共计3次'], [['3次', '次', 'count']]],
  ['汇报<n次>', '听取汇报不足3次', [], [['3次', '次', 'count']]],
  ['出庭率<rate>', '出庭率达到100%', ['出庭率达到100%'], [['100%', '%', 'rate']]],
  ['汇报<n次/场>', '听取汇报3件', [], [['3件', '件', 'count']]],
  ['出庭率<rate>', '出庭率100%', ['出庭率100%'], [['100%', '%', 'rate']]],
  ['(全部|100%)持证', '百分之百持证,100%持证,百分百持证', ['百分之百持证', '100%持证', '百分百持证']],
  ['<n件>规范性文件', '共8件规范性文件', ['8件规范性文件'], [['8件', '件', 'count']]],
  ['<date>…召开', '9月6日组织召开会议', ['9月6日组织召开']],
  ['印发<doc 工作要点>', '印发《2023年工作要点》', ['印发《2023年工作要点》']],
  ['印发<doc 工作要点>', '印发《实施方案》', []],
  ['{机构}…汇报', '县政府常务会议听取汇报', ['常务会议听取汇报']],
  ['「乡镇(街道)」', '各乡镇(街道)落实', ['乡镇(街道)']],
  ['（县|市）政府', '市政府研究', ['市政府']],
  ['规范性文件…清理', '未对规范性文件清理', ['规范性文件清理']],
];
for (const [phrase, text, expected, numbers] of rows) {
  finds(`${phrase} in ${text}`, () => {
    assert.equal(found(phrase, textOf(text, numbers), { 机构: ['常务会[议]', '党组会'] }), expected);
  });
}
finds('each wording of a term that opens it, by where it stands, and of two with one end the nearer', () => {
  const terms = { 公示: ['公示', '公开', '<n件>…6…公示', '上网…4…公开', '{晒网}'], 晒网: ['晒网[站]', '挂网公开'] };
  const counted: [string, string, 'count'][] = [['3件', '件', 'count']];
  const said = textOf('晒网站,3件决定公示,上网后公开,挂网公开', counted);
  assert.equal(found('{公示}', said, terms), ['晒网站', '公示', '公开', '挂网公开']);
  assert.equal(found('{公示}…8…(决定|结果)', textOf('挂网公开处罚结果,公示许可决定'), terms), [
    '挂网公开处罚结果',
    '公示许可决定',
  ]);
  assert.equal(found('({晒网}|<n件>)…6…公示', said, terms), ['3件决定公示']);
});
finds('not where a negation stands directly before or in a gap', () => {
  assert.equal(found('开展…清理', textOf('开展工作但没有清理')), []);
  assert.equal(found('制定规范性文件', textOf('未制定规范性文件')), []);
  assert.equal(found('未制定规范性文件', textOf('我镇未制定规范性文件')), ['未制定规范性文件']);
});
finds('where a word of negation is part of another word, or of the name of a document', () => {
  assert.equal(found('开展…清理', textOf('开展无障碍设施清理')), ['开展无障碍设施清理']);
  assert.equal(found('调解…纠纷', textOf('调解未成年人抚养纠纷')), ['调解未成年人抚养纠纷']);
  assert.equal(found('制定…规范性文件', textOf('制定《未成年人保护办法》等规范性文件')), [
    '制定《未成年人保护办法》等规范性文件',
  ]);
  assert.equal(found('调解…纠纷', textOf('调解未化解的纠纷')), []);
});
finds('not inside a document title', () => {
  assert.equal(found('法治督察', textOf('落实《法治督察办法》')), []);
});
const longName = '《农村集中供水工程运行维护补助资金使用管理细则》';
finds('over names of documents, which take no room in a gap', () => {
  const text = textOf(`审查${longName}${longName}等文件。${longName}。另行审查合同和${longName}之外不论多么重要的文件`);
  assert.equal(found('审查…2…文件', text), [`审查${longName}${longName}等文件`]);
  assert.equal(found('审查…2…合同', text), ['审查合同']);
});
finds('and reads nothing in a name beyond its own room', () => {
  const text = textOf('开展工作,落实《关于进一步加强和改进农村集中供水工程运行维护的文件》精神,学习《供水文件》');
  assert.equal(found('落实…文件', text), []);
  assert.equal(found('学习…文件', text), ['学习《供水文件']);
});
finds('over no more of names than 200 characters', () => {
  const names = (count: number): string => longName.repeat(count);
  const [few, many] = [Math.floor(200 / longName.length), Math.ceil(201 / longName.length)];
  assert.is(found('审查…2…文件', textOf(`审查${names(few)}等文件`)).length, 1);
  assert.is(found('审查…2…文件', textOf(`审查${names(many)}等文件`)).length, 0);
});
finds('over the remark in brackets behind a figure, and does not end there', () => {
  const text = textOf('办理26件(含结转3件)案件,另26件(含结转3件)', [['26件', '件', 'count']]);
  assert.equal(found('办理<n件>案件', text), ['办理26件(含结转3件)案件']);
  assert.equal(found('办理<n件>', text), ['办理26件']);
  assert.equal(found('办理<n件>案件', textOf('办理26件(含结转3件案件', [['26件', '件', 'count']])), []);
});
finds('no 、 and figure together in one gap', () => {
  assert.equal(found('办理…案件', textOf('办理建议5件、提案和案件', [['5件', '件', 'count']])), []);
  assert.equal(found('办理…案件', textOf('办理复议、诉讼案件')), ['办理复议、诉讼案件']);
});
finds('the smallest gap for one end', () => {
  assert.equal(found('听取…汇报', textOf('听取意见并听取工作汇报')), ['听取工作汇报']);
});
finds.run();

const refuses = suite('a phrase that breaks the grammar is refused');
for (const phrase of [
  '',
  '…汇报',
  '汇报…',
  '县',
  '[行政]',
  '(审查|',
  '汇报)',
  '听取…99…汇报',
  '听取…12345…汇报',
  '{没有}汇报',
  '<x>汇报',
  '汇报||次',
  '听取………汇报',
  '(|审查)案件',
]) {
  refuses(phrase || '(empty)', () => {
    assert.throws(
      () => compilePhrases([phrase]),
      (error: unknown) => error instanceof PhraseError && error.text.zh.length > 0 && error.text.en.length > 0,
    );
  });
}
refuses('a term that uses itself', () => {
  assert.throws(
    () => compilePhrases(['{甲}汇报'], { 甲: ['{乙}文件'], 乙: ['{甲}文件'] }),
    (error: unknown) => error instanceof PhraseError,
  );
});
refuses('brackets nested nine deep', () => {
  assert.throws(
    () => compilePhrases([`${'('.repeat(10)}汇报${'|审查)'.repeat(10)}`]),
    (error: unknown) => error instanceof PhraseError,
  );
});
refuses.run();
