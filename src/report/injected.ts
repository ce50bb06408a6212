/** Finds advertising that intruders wrote into a report: gambling, adult and search-engine phrases of any brand. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import { coinedBrands } from './coined.ts';
import type { Line } from './lines.ts';
import { siteMarks } from './site-marks.ts';
import type { Span } from './types.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Stems that an honest report uses, if at all, only in a sentence against them. Kept apart from words of the trade
 * (福利彩票, 法治论坛, 网络赌博), which never open a finding on their own.
 */
const stems = words(`
  幸运28 幸运飞艇 加拿大28 北京28 蛋蛋28 pc28 时时彩 分分彩 六合彩 双色球 大乐透 北京赛车
  极速赛车 pk10 pk拾 江苏快三 吉林快三 安徽快三 上海快三 百家乐 老虎机 炸金花 斗牛牛 龙虎斗
  捕鱼达人 德州扑克 真人荷官 真人视讯 真人娱乐 新葡京 葡京娱乐 澳门葡京 威尼斯人 金沙娱乐 澳门金沙
  澳门永利 银河娱乐 太阳城 皇冠体育 皇冠足球 皇冠官网 bet365 365bet 188bet betway
  beplay 开云体育 亚博 万博体育 乐鱼体育 华体会 爱游戏体育 米乐体育 九游体育 必威体育 凯发k8
  伟德国际 韦德国际 威廉希尔 金宝博 金宝搏 九州娱乐 九游会 金年会 沙巴体育 竞博体育 雷火电竞 半岛体育
  乐动体育 欧宝体育 天博体育 博鱼体育 火狐体育 云开体育 英皇体育 易游体育 亿博体育 雅博体育 博亚体育 明升体育 千亿体育 三升体育 三昇体育 (中国)官方网站 (中国)官网 必一运动
  kok体育 bob体育 ob体育 mk体育 新萄京 星空体育 江南体育 南宫体育 米兰体育 ku体育 ku游 ag真人 ag亚游 pg电子 澳门皇冠 永利皇宫 永利娱乐
  云顶娱乐 大发娱乐 娱乐城 娱乐平台 娱乐官网 娱乐注册 博彩 赌博网 赌博平台 赌博论坛 赌球 赌场 现金网
  买球 足球比分 电子游艺 真钱 注册送 送彩金 体验金 首存送 下注 投注 开奖结果 开奖直播 开奖记录 开奖号码 走势图 计划群 特码
  一肖 平特 马会资料 精准资料 彩票论坛 彩票网 彩票平台 彩票app 彩票官网 彩票计划 彩票开奖 彩票投注
  彩票软件 彩票预测 彩票代理 彩票注册 彩票登录 彩票娱乐 彩票走势 彩票客户端 彩票下载 彩票大厅 棋牌游戏
  棋牌平台 棋牌官网 棋牌app 棋牌下载 棋牌论坛 棋牌娱乐 棋牌官方 棋牌代理 棋牌网 棋牌大厅 棋牌注册
  棋牌开发 体育博彩 代孕 供卵 试管婴儿 包生男孩 约炮 一夜情 援交 外围女 楼凤 桑拿会所 成人视频
  成人网站 成人电影 成人论坛 黄色视频 黄色电影 无码 国产精品 免费观看 伟哥 壮阳 催情 迷药 听话水
  刻章办证 办证刻章 代开发票 发票代开 私服 代写论文 论文代写 文凭办理 办理文凭 蜘蛛池 站群 黑帽
  seo优化 seo排名 关键词排名 快速排名 外链代发 刷排名 翻墙软件 科学上网 备用网址 最新网址 登录入口
  官网入口 客服微信 客服qq 加微信 加v信 信用卡套现 必赢亚洲 必赢国际 必赢娱乐 必赢体育 必赢网 和记娱乐 雷速体育 论文查重 论文发表
  股票配资 期货配资 配资开户 配资平台 配资公司 刷粉 刷赞 涨粉 百度一下 搜狗搜索 网赚 贷款口子
`);

/** What brands hang on before or behind a stem. */
const before = words(`
  澳门 香港 新 老 加拿大 北京 重庆 江苏 凤凰 大发 极速 腾讯 凯发 皇冠 金沙 网上 在线 手机 线上
  体育 足球 世界杯 欧洲杯 bet 365 真人 正规 官方 最新 免费 全民 开元 云顶 亚洲 国际 彩票 棋牌 博彩 快手 抖音
`);
const behind = words(`
  论坛 平台 官网 官方 网站 网址 app 下载 注册 登录 登陆 入口 计划 开奖 结果 预测 走势图
  走势 投注 技巧 娱乐 游戏 客服 代理 手机版 客户端 软件 彩票 棋牌 在线 直播 导航 首页 大全 公式
  规律 玩法 开户 充值 下注 资料 聊天室 俱乐部 公司 体育 欢迎您 最新 中心 推荐 信誉 赔率 破解版
  苹果版 安卓版 免费 送彩金 备用 推荐网 大厅 价格 查询 多少钱 哪家好 足球
`);

/** 电子游艺室审批2个, 电子游艺场所: places that a bureau of culture licenses. */
const arcade = /^(?:室|厅|场所|场馆|设[备施]|机|经营|娱乐场|审批)/;

/** Words of a sentence that fights such things, or counts them as a trade to be supervised. */
const against =
  /打击|查处|整治|严打|治理|防范|取缔|查获|捣毁|破获|侦破|严惩|反诈|诈骗|禁赌|禁止|非法|违法|犯罪|处罚|监管|监督|清理|抽查|检查|警惕|拒绝|远离|抵制|涉赌|涉黄|公益金|销售|规范|经营|场所|设备|专项|行动|宣传|案/;

const escaped = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[.+]/g, '\\$&'))
    .join('|');
/** A count that the words were put before (app下载6次) belongs to the report. */
const counted = '[余多万亿千百件次人名场个份条起项宗家户期卷部处座篇批轮%]|\\.\\d';
const tailWord = new RegExp(
  `^(?:${escaped(behind)}|网(?![上络格点办])|城(?![市乡镇区管])|群(?!众)|(?=[0-9._-]*[a-z])[0-9a-z._-]{1,12}|[0-9._-]{1,12}(?![0-9.]|${counted}))`,
  'i',
);
const headWord = new RegExp(`(?:${escaped(before)}|[a-z._]{1,10}\\d{0,4})$`, 'i');
const wall = /[,;:。!?]/;

/** Stems by their first character, the longest first. */
const byUnit = new Map<number, string[]>();
for (const stem of [...stems].sort((a, b) => b.length - a.length)) {
  const unit = stem.charCodeAt(0);
  const list = byUnit.get(unit);
  if (list === undefined) byUnit.set(unit, [stem]);
  else list.push(stem);
}
/** What stems begin with, in either case. */
const begins = unitSet(stems.map(stem => stem.charAt(0) + stem.charAt(0).toUpperCase()).join(''));
/** By first character: a bit for each that may stand behind it; a letter has the same bit in either case. */
const seconds = new Int32Array(65536);
for (const stem of stems) {
  for (const unit of [stem.charCodeAt(0), stem.toUpperCase().charCodeAt(0)]) {
    seconds[unit] = (seconds[unit] as number) | (1 << (stem.charCodeAt(1) & 31));
  }
}

/** The injected passages of a normalised text, whose units are `units`, in order and apart from each other. */
export function findInjected(norm: string, units: Uint16Array, lines: readonly Line[], wrapped: boolean): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at] as number;
    if (!holdsUnit(begins, unit)) continue;
    if (((seconds[unit] as number) & (1 << ((units[at + 1] as number) & 31))) === 0) continue;
    const stem = stemAt(norm, at);
    if (
      stem === undefined ||
      (stem === '电子游艺' && arcade.test(norm.slice(at + stem.length, at + stem.length + 3)))
    ) {
      continue;
    }
    const span = grown(norm, at, at + stem.length);
    if (!opposed(norm, span)) found.push(wholeLine(norm, span, lines));
    at = span.end - 1;
  }
  // In hard-wrapped text any few characters may stand behind a full stop at a line end.
  const tails = wrapped ? [] : repeatedTails(norm, lines);
  const coined = coinedBrands(norm, lines)
    .filter(span => !opposed(norm, span))
    .map(span => wholeLine(norm, span, lines));
  return apart([...brands(norm, found), ...coined, ...tails, ...siteMarks(norm)]);
}

function stemAt(norm: string, at: number): string | undefined {
  const here = norm.slice(at, at + 8).toLowerCase();
  return byUnit.get(here.charCodeAt(0))?.find(stem => here.startsWith(stem));
}

function grown(norm: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  for (let taken = 0; taken < 6; taken += 1) {
    const word = tailWord.exec(norm.slice(to, to + 14));
    if (word === null) break;
    to += word[0].length;
  }
  for (let taken = 0; taken < 3; taken += 1) {
    const word = headWord.exec(norm.slice(Math.max(0, from - 14), from));
    if (word === null) break;
    from -= word[0].length;
  }
  return { start: from, end: to };
}

/** Whether the clause speaks about such things as a matter of its work. */
function opposed(norm: string, span: Span): boolean {
  let from = span.start;
  while (from > 0 && span.start - from < 40 && !/[;。!?\n]/.test(norm[from - 1] as string)) from -= 1;
  let to = span.end;
  while (to < norm.length && to - span.end < 20 && !/[;。!?\n]/.test(norm[to] as string)) to += 1;
  const around = `${norm.slice(from, span.start)}|${norm.slice(span.end, to)}`;
  // A clause of its own that is glued on has nothing to be set against: the words must stand in the same clause.
  const clauseBefore =
    around
      .slice(0, span.start - from)
      .split(wall)
      .at(-1) ?? '';
  const clauseBehind = around.slice(span.start - from + 1).split(wall)[0] ?? '';
  return (
    against.test(clauseBefore.slice(-24)) ||
    /^.{0,10}(?:(?<![备提档方草预议])案|违法|犯罪|整治|行为|问题|公益金|销售|站点|门店|经营)/.test(clauseBehind)
  );
}

/** A short line that holds little else is injected as a whole. */
function wholeLine(norm: string, span: Span, lines: readonly Line[]): Span {
  const line = lineAt(lines, span.start);
  if (line === undefined || line.text.length > 40 || (span.end - span.start) * 3 < line.text.length) return span;
  if (/[。;《》]|法治|报告|政府|^[一二三四五六七八九十]{1,2}、|^\(/.test(norm.slice(line.start, line.end))) return span;
  return { start: line.start, end: line.end };
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] as Line;
    if (offset < line.start) high = middle - 1;
    else if (offset >= line.end) low = middle + 1;
    else return line;
  }
  return undefined;
}

const officeWords = /办公室|领导小组|条例|工作|报告|建设|管理|机关|部门|县|镇/;

/** Where the same stem comes again, what all its occurrences share before and behind is its brand. */
function brands(norm: string, found: readonly Span[]): Span[] {
  const groups = new Map<string, Span[]>();
  for (const span of found) {
    const text = norm.slice(span.start, span.end).toLowerCase();
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [span]);
    else group.push(span);
  }
  const result: Span[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) {
      result.push(...group);
      continue;
    }
    let left = 0;
    let right = 0;
    while (left < 8 && shared(norm, group, span => span.start - left - 1)) left += 1;
    while (right < 8 && shared(norm, group, span => span.end + right)) right += 1;
    // Where the words took the place of others, what stood around those goes on behind them: (赌场推荐)办公室, (赌场推荐)条例.
    const [{ end } = { end: 0 }] = group;
    const ordinary = norm.slice(end, end + right).search(officeWords);
    if (ordinary >= 0) right = ordinary;
    for (const span of group) result.push({ start: span.start - left, end: span.end + right });
  }
  return result;
}

function shared(norm: string, group: readonly Span[], at: (span: Span) => number): boolean {
  const first = group[0];
  if (first === undefined) return false;
  const character = norm[at(first)];
  if (character === undefined || /[\s,;:。!?、《》“”()年月日\d]/.test(character)) return false;
  return group.every(span => norm[at(span)] === character);
}

/** The same short run glued on behind a full stop at the end of several lines; no report ends a line like that. */
function repeatedTails(norm: string, lines: readonly Line[]): Span[] {
  const tails = new Map<string, Span[]>();
  for (const line of lines) {
    const stop = line.text.lastIndexOf('。');
    const size = line.text.length - stop - 1;
    if (stop < 12 || size < 3 || size > 14) continue;
    const text = line.text.slice(stop + 1);
    if (!/^[\p{Script=Han}a-z\d]+$/iu.test(text) || /报告$|^\d+$|^附件/.test(text)) continue;
    const span = { start: line.end - size, end: line.end };
    const group = tails.get(text);
    if (group === undefined) tails.set(text, [span]);
    else group.push(span);
  }
  const result: Span[] = [];
  for (const [text, group] of tails) {
    if (group.length < 2) continue;
    // Wherever else the same run stands, it came the same way.
    for (let at = norm.indexOf(text); at !== -1; at = norm.indexOf(text, at + text.length)) {
      result.push({ start: at, end: at + text.length });
    }
  }
  return result;
}

function apart(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) {
      if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
    } else result.push(span);
  }
  return result;
}
