/** Numbers that are part of a name or an idiom and count nothing: 三项制度, 一件事, 12345, 八项规定, 15分钟服务圈. */
import { WordList } from '../read/word-list.ts';

/** Names and idioms that begin with the number, as the plain copy writes them. */
const names =
  '三项制度 两项补贴 八项规定 六项规定 三个规定 三个代表 三个文明 三个区分开来 三个务必 三个统一 三个结合 三个坚持 三个转变 三个更加 三个助力 三个聚焦 ' +
  '两个维护 两个确立 两个大局 两个覆盖 两个结合 两个责任 两个毫不动摇 两个健康 两个行为 四个意识 四个自信 四个全面 四个伟大 四个最严 四个服务 四个不摘 四个紧盯 ' +
  '五个必由之路 五个坚持 六个必须坚持 九个坚持 十个明确 十个坚持 十一个坚持 十二个必须 十三个方面成就 十四个坚持 三件大事 ' +
  '三年行动 五年规划 五年计划 五年行动 三年攻坚 三大攻坚战 三大战略 四大班子 四大家 五大发展理念 五大程序 五大法定程序 五项程序 五项法定程序 五大理念 三大法宝 三大革命 三大球 六大纪律 ' +
  '三条红线 三条底线 两条线 两条腿 三张清单制度 四类场所 四类人员 两类人员 两类案件 三类事项 一件事 一次办 一次性 一次告知 一次申报 一次申请 一次提交 一次上门 一次登录 一次认证 一次清 一次审批 一次受理 一次检查 一次体检 ' +
  '一起抓 一个样 一个口子 一个窗口 一个平台 一个号码 一个标准 一个不 一个都 一个也 一个声音 一个方向 一支笔 一套班子 两套班子 三套班子 四套班子 五套班子 一部分 一名党员一面旗 一张网 一张蓝图 一份力 一条龙 一条心 一条主线 一场硬仗 一场攻坚战 ' +
  '一家亲 一家人 一条街 一部手机 一项重要 一个重要 一项基础 一项系统 一项长期 一例外 一例会 一人一 一件一 一户一 一案一 一企一 一事一 一个主体 一个体系 一件小事 百件实事 一个中心 一个目标 110案件 110警情 110接处警 110接警 110报警';
/** What a slogan makes points of with a small number and 个: 两个成为, 三个转型, 四个强化; nothing can be counted by these words alone. */
const slogans = new WordList(
  (
    '成为 转型 转变 强化 提升 到位 注重 不准 不得 不能 不让 不放过 不变 不减 不断 坚持 突出 聚焦 延伸 统一 加强 确保 着力 紧扣 紧盯 紧抓 深化 创新 突破 优化 融合 落实 严禁 抓好 做到 走在 ' +
    '带头 始终 必须 更加 结合 衔接 联动 推动 推进 促进 助力 并重 同步 贯通 彰显 夯实 筑牢 压实 健全 完善 规范化 常态化 制度化 精准 有力'
  ).split(' '),
);
/** What follows a slogan; a noun behind such a word is what is counted: 三个提升项目. */
const endsSlogan =
  /^(?:[,;。!?:、”)\n]|$|[和与及为上]|的(?:要求|目标|原则|思路|理念)|要求|目标|原则|思路|理念|工作法|活动|行动)/;

/** Whether the word at `at`, behind N个, is that of a slogan. */
export function sloganAt(text: string, at: number): boolean {
  const word = slogans.at(text, at);
  return word !== undefined && endsSlogan.test(text.slice(at + word.length, at + word.length + 4));
}
/** What ends up in front of a number that is a name of its own. */
const openers = new WordList(['跑', '第', '星期', '礼拜', '零距离', '〔', '#', '№', 'No.']);

const known = new WordList(names.split(' '));

/** Whether a name that starts with its number begins at `at`. */
export function nameAt(text: string, at: number): boolean {
  // 进行一次清理 counts what 一次清 (all done in one go) does not.
  if (text.startsWith('一次', at) && /(?:了|进行|开展|组织)$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  return known.at(text, at) !== undefined;
}

/** Whether what stands before `at` makes the number an ordinal or part of a name: 第三, 跑一次, 周五. */
export function opensName(text: string, at: number): boolean {
  const end = text[at - 1] === ' ' ? at - 1 : at;
  if (text[end - 1] === '周') return text[end - 2] !== '每';
  // 选聘新一轮法律顾问, 新一批清单: the next one.
  if (text[end - 1] === '新' && text[at] === '一' && '轮批届代'.includes(text[at + 1] ?? '\n')) return true;
  if (text[end - 1] === '、' || text[end - 1] === '和') return inOrdinals(text, end - 1);
  return openers.before(text, end) !== undefined;
}

/** 第一、二、三期: numerals in a row that 第 opens. */
function inOrdinals(text: string, mark: number): boolean {
  let at = mark;
  while (at > 0 && mark - at < 12 && '、和一二三四五六七八九十0123456789'.includes(text[at] as string)) at -= 1;
  return text[at] === '第' && at < mark - 1;
}

/** Whether the figure that ends at `end` goes on as the name of a circle: 15分钟服务圈. */
export function circleAt(text: string, end: number): boolean {
  for (let at = end; at < end + 8; at += 1) {
    const c = text[at];
    if (c === '圈') return true;
    if (c === undefined || ',。;:、内\n'.includes(c)) return false;
  }
  return false;
}

/** Chinese numerals that count parts of the text itself: 三个环节, 两个关键方面. */
const structural = /(?:关键|重要|主要|核心)?(?:方面|环节|维度|层面|角度|阶段|步骤|层次|部分)/y;

/** 抓好四件事:一抓…, 做好三项工作:: counts of what the sentence goes on to list. Behind the measure word. */
const listed = /(?:大|要)?事:|(?:重点|主要)?工作:/y;

export function leadsList(text: string, at: number): boolean {
  listed.lastIndex = at;
  return listed.test(text);
}

export function structuralAt(text: string, at: number): boolean {
  structural.lastIndex = at;
  return structural.test(text);
}
