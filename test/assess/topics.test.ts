/** A sentence that touches a subject without meeting its requirement is shown as the closest passage. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessPassage } from '../../src/assess/passage.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);

const test = suite('closest passages of the shipped rules');
const touched: readonly (readonly [id: string, text: string])[] = [
  ['part.first-responsible', '单位负责人对法治工作常抓不懈。'],
  ['part.first-responsible', '主要领导经常过问执法办案情况。'],
  ['fr.meetings', '班子成员就依法行政进行了讨论。'],
  ['fr.meetings', '召开会议传达上级法治工作精神。'],
  ['fr.meetings', '把法治建设摆上重要议事日程。'],
  ['fr.meetings', '成立法治建设领导小组。'],
  ['fr.planning', '年初对全年法治工作作出谋划。'],
  ['fr.planning', '把依法行政与业务工作一起安排。'],
  ['fr.planning', '细化工作任务，责任到人。'],
  ['fr.decisions', '班子坚持民主集中制。'],
  ['fr.decisions', '重大事项由班子会议研究。'],
  ['fr.decisions', '严格执行议事规则。'],
  ['fr.study', '领导干部带头读法律书籍。'],
  ['fr.study', '组织干部参加法律知识学习。'],
  ['fr.study', '购买法律书籍发放到领导干部手中。'],
  ['fr.shufa', '主要负责人报告了履行法治职责的情况。'],
  ['fr.oversight', '对站所负责人开展谈话提醒。'],
  ['fr.reporting', '按要求上报年度工作材料。'],
  ['fr.reporting', '法治建设情况及时上报。'],
  ['fr.reporting', '在门户网站公示有关情况。'],
  ['doc.issued', '起草全县管理办法两个。'],
  ['doc.issued', '印发政策文件若干。'],
  ['doc.review', '文件出台前由法规股把关。'],
  ['doc.review', '重要文稿送律师看过。'],
  ['doc.filing', '文件印发后报司法局存档。'],
  ['doc.filing', '及时将政策文件上报。'],
  ['doc.cleanup', '对历年文件进行梳理。'],
  ['doc.cleanup', '废止过时文件。'],
  ['dec.procedure', '重大事项广泛听取群众意见。'],
  ['dec.procedure', '决策前开展调研论证。'],
  ['dec.catalogue', '梳理年度重要决策项目。'],
  ['dec.review', '签订合同前请律师把关。'],
  ['lit.principal', '一把手到法院参加庭审。'],
  ['lit.cases', '应诉工作有序开展。'],
  ['rec.intake', '积极参加复议答复。'],
  ['rec.closed', '复议决定按时作出。'],
  ['enf.three-systems', '执法信息在网上公示。'],
  ['enf.three-systems', '执法人员全部配备记录仪。'],
  ['enf.three-systems', '重大处罚案件由法制股审核。'],
  ['enf.credentials', '新进人员报名参加资格考试。'],
  ['enf.credentials', '执法队员均取得资格。'],
  ['enf.training', '组织执法骨干外出学习。'],
  ['enf.training', '开展业务练兵。'],
  ['enf.files', '抽查处罚卷宗。'],
  ['enf.random', '抽取检查对象和检查人员。'],
  ['svc.hotline', '及时回应群众诉求。'],
  ['sup.inspection', '接受上级法治工作检查。'],
  ['sup.proposals', '认真听取代表意见。'],
  ['soc.legal-aid', '为困难群众提供法律帮助。'],
  ['soc.publicity', '张贴标语营造氛围。'],
];
for (const [id, text] of touched) {
  test(`${id}: ${text}`, () => {
    if (ruleSet === null) throw new Error('the shipped rule set does not load');
    const findings = assessPassage(ruleSet, { text, zone: 'work', year: 2023, level: 'county' }, 'zh');
    const finding = findings.find(one => one.requirement === id);
    assert.is.not(finding?.status, 'met');
    if (finding?.status === 'missing') assert.ok(text.includes(finding.nearest?.quote ?? '无'), finding.reason);
  });
}
test.run();
