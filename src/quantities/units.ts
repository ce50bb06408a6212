/** Measure words of official reports: which characters after a number make it a figure, and of what kind. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import type { QuantityKind } from './types.ts';

export interface Measure {
  /** The unit as it is given to people. */
  readonly unit: string;
  /** Characters it takes in the text. */
  readonly length: number;
  readonly kind: QuantityKind;
  /** What one of it is worth in base units (元, percent). */
  readonly factor: number;
}

/** Measure words that also follow Chinese numerals, where a short word would otherwise be read into prose. */
const firm =
  '件 次 项 个 人 名 家 场 期 份 条 起 宗 例 处 所 辆 台 套 部 本 篇 支 轮 批 卷 笔 枚 户 种 类 张 册 位 组 座 间 块 幅 栋 ' +
  '小项 子项 大项 大类 小类 人次 场次 批次 件次 条次 户次 家次 轮次 期次 人份 项次 车次 班次 校次 宗地 公里 亩 倍 只 对';
/** Measure words that count after Arabic digits only. */
const loose =
  '封 面 盘 片 门 堂 课 节 款 页 字 档 题 道 单 桩 案 伙 头 株 棵 艘 架 袋 箱 瓶 盒 桶 吨 公斤 千克 斤 米 平方米 平方公里 公顷 岁 副 扇 把 根 幢 则 首 集 ' +
  '段 串 顿 趟 遍 回 尊 颗 粒 层 格 通 席 点位 网格 票 股 杆 束 枝 盏 部次 队次 站次 矿次 讲 ' +
  '立方米 立方 千瓦时 千瓦 兆瓦 千伏 平方千米 千米 毫米 厘米 海里 标箱 羽 尾 窝 匹 顶 床 剂 眼 帧 周岁 台次 架次 列次 艘次 航次 头次 只次 羽次';
const durations: readonly (readonly [string, string])[] = [
  ['个工作日', '工作日'],
  ['工作日', '工作日'],
  ['个自然日', '日'],
  ['个小时', '小时'],
  ['小时', '小时'],
  ['个工作小时', '小时'],
  ['工作小时', '小时'],
  ['分钟', '分钟'],
  ['秒钟', '秒'],
  ['秒', '秒'],
  ['个月', '月'],
  ['个季度', '季度'],
  ['天', '天'],
  ['周', '周'],
  ['个星期', '周'],
  ['学时', '学时'],
  ['个学时', '学时'],
  ['课时', '课时'],
  ['个课时', '课时'],
  ['年', '年'],
  ['日', '日'],
];
/** Nouns that stand straight behind an Arabic number, the measure word 个 left out (18乡镇, 4部门). */
const bareNouns =
  '乡镇 镇街 街道 社区 村居 行政村 村 乡 部门 单位 县区 县 区县 市州 国家 省份 司法所 领域 方面 环节 企业 窗口 模块 学校 小区 站所 科室 股室 中队 大队 村民小组 自然村 ' +
  '党支部 支部 试点 案例 成员单位 市直部门 区直部门 县直部门 人民调解委员会 调委会';
/** Nouns that 大 counts: 五大领域, 三大平台. Those that are themselves a measure give the unit. */
const countedByBig =
  '平台 领域 工作体系 体系 行动 专项行动 工程 板块 中心 任务 机制 类 模块 举措 措施 系统 场景 载体 阵地 环节 方面 重点 工作 项目 活动 服务 片区 产业 园区 集成 制度 机构 主题 专项 功能 功能区 ' +
  '案例 典型案例 难题 问题 清单 品牌 职能 指标 方阵 专班 专题 类别 难点 要素 支撑 保障 抓手 优势 提升 重点领域 重点行业 重点工程';
const unitsByBig = new Set(['领域', '方面', '环节', '板块', '类']);

interface Entry {
  readonly text: string;
  readonly measure: Measure;
}

/** Entries by their first unit, the longest first. */
function byFirst(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
  const map = new Map<number, Entry[]>();
  for (const entry of entries) {
    const first = entry.text.charCodeAt(0);
    const row = map.get(first);
    if (row === undefined) map.set(first, [entry]);
    else row.push(entry);
  }
  for (const row of map.values()) row.sort((a, b) => b.text.length - a.text.length);
  return map;
}

function entry(text: string, unit: string, kind: QuantityKind, factor = 1): Entry {
  return { text, measure: { unit, length: text.length, kind, factor } };
}

const words = (list: string): readonly string[] => list.split(' ');
const special: readonly Entry[] = [
  ...durations.map(([text, unit]) => entry(text, unit, 'duration')),
  entry('%', '%', 'rate'),
  entry('‰', '‰', 'rate', 1),
  entry('个百分点', '百分点', 'change'),
  entry('百分点', '百分点', 'change'),
  entry('元', '元', 'money'),
  entry('块钱', '元', 'money'),
  entry('万元', '元', 'money', 10000),
  entry('美元', '美元', 'money'),
  entry('分', '分', 'count'),
  // What air and water are measured by, written with a stroke or in words.
  ...['微克', '毫克'].flatMap(mass =>
    ['立方米', '升'].flatMap(volume =>
      [`${mass}/${volume}`, `${mass}每${volume}`].map(text => entry(text, `${mass}/${volume}`, 'count')),
    ),
  ),
  entry('微克', '微克', 'count'),
  entry('毫克', '毫克', 'count'),
  ...['MB', 'GB', 'TB', 'PB'].map(size => entry(size, size, 'count')),
];
const afterWords = byFirst([...words(firm).map(w => entry(w, w, 'count')), ...special]);
const afterDigits = byFirst([
  ...words(`${firm} ${loose}`).map(w => entry(w, w, 'count')),
  ...words(bareNouns).map(w => ({ text: w, measure: { unit: '个', length: 0, kind: 'count' as const, factor: 1 } })),
  ...special,
]);
const bigNouns = byFirst(words(countedByBig).map(w => entry(w, unitsByBig.has(w) ? w : '个', 'count')));

function longest(map: ReadonlyMap<number, readonly Entry[]>, text: string, at: number): Measure | null {
  const row = map.get(text.charCodeAt(at));
  if (row === undefined) return null;
  for (const { text: word, measure } of row)
    if (text.startsWith(word, at) && !(latin.test(word) && latin.test(text[at + word.length] ?? ''))) return measure;
  return null;
}

/** 11500000MB1764392 is a number of a record and counts no megabytes. */
const latin = /^[0-9A-Za-z]/;

/** The measure word at `at` behind Arabic digits or, with `inWords`, behind a Chinese numeral; null where none stands. */
export function measureAt(text: string, at: number, inWords: boolean): Measure | null {
  return longest(inWords ? afterWords : afterDigits, text, at);
}

/** The measure of N大X (五大领域), `at` standing on 大. */
export function bigMeasureAt(text: string, at: number): Measure | null {
  const found = longest(bigNouns, text, at + 1);
  if (found === null) return null;
  return { ...found, length: found.unit === '个' ? 1 : 1 + found.length };
}

const starts = unitSet([...afterWords.keys(), ...afterDigits.keys()]);

/** Whether a measure word can begin with this character. */
export function startsMeasure(code: number): boolean {
  return holdsUnit(starts, code);
}
