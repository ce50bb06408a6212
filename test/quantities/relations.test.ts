import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readQuantities } from '../../src/quantities/index.ts';
import { reportOf } from './setting.ts';

/** Sentences and their relations as `kind verdict side|side`. */
const rows: readonly (readonly [string, string])[] = [
  // Sums.
  ['共调整事项54项，其中承接26项、取消24项、优化调整4项。', 'sum consistent 54项|26项|24项|4项'],
  ['收到建议53件，办结33件、积极解决16件、暂无法解决4件', 'sum consistent 53件|33件|16件|4件'],
  ['办结复议案件13件。其中，终止7件、调解1件、变更1件、维持4件。', 'sum consistent 13件|7件|1件|1件|4件'],
  ['取消23项、下放16项、承接41项，共调整80项。', 'sum consistent 80项|23项|16项|41项'],
  ['审查决策6件、合同112份、其他事务41项，出具意见书159份', 'sum consistent 159份|6件|112份|41项'],
  ['排查纠纷206起，化解203起；其余3起正在办理。', 'sum consistent 206起|203起|3起'],
  ['取消12项、下放8项，共计21项。', 'sum inconsistent 21项|12项|8项'],
  [
    '审结169件。审结案件中，驳回21件，维持58件，撤销、变更27件，调解、终止61件。',
    'sum inconsistent 169件|21件|58件|27件|61件',
  ],
  ['清理文件30件，其中继续有效20件、修改8件、废止4件。', 'sum inconsistent 30件|20件|8件|4件'],
  ['开展检查20次，其中夜查25次。', 'sum inconsistent 20次|25次'],
  ['发生行政诉讼6起（2022年8起），其中撤诉2起，驳回3起，正在审理1起。', 'sum consistent 6起|2起|3起|1起'],
  ['清理文件120件，拟保留80件、拟修改15件、拟废止25件。', 'sum consistent 120件|80件|15件|25件'],
  // Where silence is better.
  ['审结案件50件，其中维持30件、驳回8件。', ''],
  ['办理案件50件，其中涉企40件、涉农20件。', ''],
  ['办理案件50件，其中涉企等重点案件40件、其他20件。', ''],
  ['全年学法12次，其中党组会8次、局务会4次、中心组2次。', ''],
  ['参加考试106名，58人通过，缺考的10人及未通过的48人注销证件。', ''],
  ['开展检查20次，其中出动执法人员60人次。', ''],
  ['收到建议10件、提案8件，其中重点建议12件。', ''],
  ['宣传30余场，其中进校园20场、进社区20场。', ''],
  ['发放资料100份，其中法律书籍60份。', ''],
  // Rates.
  ['共调解6454件，调处成功6425件，成功率99.55%。', 'ratio consistent 6454件|6425件|99.55%'],
  ['调解41.27万件，成功40.65万件，成功率98.5%', 'ratio consistent 41.27万件|40.65万件|98.5%'],
  ['调解68件，成功66件，成功率97.0%', 'ratio rounding 68件|66件|97.0%'],
  ['受理40件，办结38件，办结率90%。', 'ratio inconsistent 40件|38件|90%'],
  ['受理20件，办结18件，办结率100%。', 'ratio crosses-threshold 20件|18件|100%'],
  ['受理20件，办结20件，办结率98%。', 'ratio crosses-threshold 20件|20件|98%'],
  ['应出庭12件，负责人出庭10件，出庭率90%', 'ratio inconsistent 12件|10件|90%'],
  ['受理20件，办结18件，按期办结率100%。', ''],
  ['受理20件，办结18件，满意率100%。', ''],
  ['受理223件，其中受理前化解166件，综合满意率96%', ''],
  ['收到30件，受理28件，审结20件，审结率95%', ''],
  [
    '审结13件，其中终止7件、调解1件、变更1件、维持4件，综合纠错率69.23%',
    'sum consistent 13件|7件|1件|1件|4件; ratio consistent 13件|7件|1件|1件|69.23%',
  ],
  ['审结13件，其中维持9件、撤销4件，直接纠错率20%', 'sum consistent 13件|9件|4件'],
  ['已审结15件，其中胜诉13件、败诉2件，败诉率13.3%', 'sum consistent 15件|13件|2件; ratio consistent 15件|2件|13.3%'],
  [
    '审结20件，维持12件、撤销5件、驳回3件，纠错率25%',
    'sum consistent 20件|12件|5件|3件; ratio consistent 20件|5件|25%',
  ],
  ['召开会议24次，其中研究法治12次，占50%', 'ratio consistent 24次|12次|50%'],
  ['新收20件，上年结转5件，办结22件，办结率88%', ''],
  ['受理35件，按期办结30件，办结率100%', ''],
  ['调处纠纷2712件，调处成功率99.73%', 'reachable-rate unreachable 2712件|99.73%'],
  ['调处纠纷200件，调处成功率99.5%', ''],
  ['力争调处200件，成功率99.7%', ''],
  // Differences and repeats.
  ['出庭率92.6%，比上年的88.1%提高4.5个百分点', 'difference consistent 92.6%|88.1%|4.5个百分点'],
  ['出庭率92.6%，比上年的88.1%提高5.5个百分点', 'difference inconsistent 92.6%|88.1%|5.5个百分点'],
  ['立案36件，比上年的29件增加7件', 'difference consistent 36件|29件|7件'],
  ['办结60件，比上年的80件下降25%', 'difference consistent 60件|80件|25%'],
  ['办结60件，比上年的80件下降30%', 'difference inconsistent 60件|80件|30%'],
  ['立案36件，罚款比上年的29万元增加7万元', ''],
  ['满意率由90%提高到95%，提高6个百分点', 'difference rounding 95%|90%|6个百分点'],
  ['行政机关负责人出庭应诉率100%。\n行政机关负责人出庭应诉率为95%。', 'repeat inconsistent 100%|95%'],
  ['行政机关负责人出庭应诉率100%。\n行政机关负责人出庭应诉率达100%。', 'repeat consistent 100%|100%'],
];

for (const [text, expected] of rows) {
  test(text, () => {
    const { relations } = readQuantities(reportOf(text));
    const told = relations.map(
      ({ kind, verdict, sides }) => `${kind} ${verdict} ${sides.map(side => side.quote).join('|')}`,
    );
    assert.is(told.join('; '), expected);
    for (const { sides, note } of relations) {
      for (const { start, end, quote } of sides) assert.is(text.slice(start, end), quote);
      assert.not.match(note.zh + note.en, /[{}]/);
    }
  });
}

test('a relation tells both numbers', () => {
  const [relation] = readQuantities(reportOf('受理20件，办结18件，办结率100%。')).relations;
  assert.equal(relation?.stated, 100);
  assert.equal(relation?.computed, 90);
  assert.match(relation?.note.zh ?? '', '18÷20 = 90.00%');
});

test.run();
