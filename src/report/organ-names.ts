/** Takes names of organs apart, so that 县水利局 and 青禾县水利局, 柳河镇 and 柳河镇人民政府 are known for one. */
import { normaliseUnits } from '../read/copy-table.ts';
import type { Level } from './types.ts';

export interface OrganName {
  /** Divisions in front, the widest first; `县` alone where the name says no more than that. */
  readonly places: readonly string[];
  /** What is left, endings folded (人民政府 of a township left out, 委员会 as 委, 办公室 as 办); '' for a mere place. */
  readonly core: string;
}

const unit = '[省市县区州旗盟]';
/** Pieces that end like a division and are part of a body's own name. */
const noDivision =
  /(?:城市|社区|园区|景区|林区|矿区|库区|灌区|城区|片区|牧区|开发区|新区|示范区|高新区|度假区|合作区|保税区|管理区|保护区|实验区|经开区|功能区)$/;
const division = new RegExp(`^[^省市县区州旗盟]{1,7}?(?:自治${unit}|${unit})`);
/** 县 of 县水利局; 市 of 市监局 is no place. */
const generic = new RegExp(`^${unit}(?!场)(?=.{3})`);

/** The endings that bodies are called by in full and in short, folded to one. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[局委办院厅中心])(?:党组|党委|党工委|党支部)$/, ''],
  [/(?<=[乡镇])(?:人民政府|政府)?(?:党政)?(?:办公室|办)?$/, ''],
  [/(?<=[乡镇])(?:党委|委员会|委)$/, ''],
  [/(?<=街道)(?:办事处|党工委|工委)?(?:党政)?(?:办公室|办)?$/, ''],
  [/管理委员会$/, '管委会'],
  [/(?:人民政府|行政公署|行署)$/, '政府'],
  [/(?:人民政府|政府|行政公署|行署)(?:办公室|办公厅|办)$|府办$/, '政府办'],
  [/(?:领导小组|委员会|委)(?:办公室|办)$/, '委办'],
  [/委员会$/, '委'],
  [/(?:办公室|办公厅)$/, '办'],
];

/** A name without blanks, brackets and party prefix, its ending folded. */
export function foldName(name: string): string {
  let folded = normaliseUnits(name)
    .replace(/\s+/g, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/^(?:中共|中国共产党)/, '')
    // 某区人民政府某街道办事处: the street's own name says all.
    .replace(new RegExp(`(?<=${unit})(?:人民政府|政府)(?=\\p{Script=Han}+(?:街道|乡|镇))`, 'u'), '');
  for (const [ending, short] of endings) folded = folded.replace(ending, short);
  return folded;
}

export function organName(name: string): OrganName {
  let core = foldName(name);
  const places: string[] = [];
  for (;;) {
    const piece = (places.length === 0 ? generic.exec(core)?.[0] : undefined) ?? division.exec(core)?.[0];
    if (piece === undefined || noDivision.test(piece)) break;
    places.push(piece);
    core = core.slice(piece.length);
  }
  return { places, core };
}

/** False where the two names stand in different places; a name without place fits every place. */
export function samePlace(one: readonly string[], other: readonly string[]): boolean {
  const a = one.at(-1);
  const b = other.at(-1);
  if (a === undefined || b === undefined || a === b) return true;
  return (a.length === 1 && b.endsWith(a)) || (b.length === 1 && a.endsWith(b));
}

/** True where `short` leaves characters out of `core` and keeps its first and last (卫健委, 人社局, 市场监管局). */
export function shortens(short: string, core: string): boolean {
  if (short.length < 3 || short.length >= core.length) return false;
  if (/(?:乡|镇|街道)$/.test(core)) return false;
  if (short[0] !== core[0] || short.at(-1) !== core.at(-1)) return false;
  return isWithin(short, core);
}

/** The characters of `short` stand in `core` in the same order. */
function isWithin(short: string, core: string): boolean {
  let at = 0;
  for (const sign of core) if (sign === short[at]) at += 1;
  return at === short.length;
}

const township = /(?:乡|镇|街道)$/;

/** True where two names are so alike that a person must say whether they mean one organ. */
export function isNear(one: string, other: string): boolean {
  if (one.length < 2 || other.length < 2) return false;
  const bareTownship = one.replace(township, '');
  if (bareTownship !== one && bareTownship === other.replace(township, '')) return true;
  if (one.startsWith(other) || other.startsWith(one) || one.endsWith(other) || other.endsWith(one)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const bare = short.replace(/[局委办院厅部]$/, '');
  if (bare.length >= 2 && short[0] === long[0] && isWithin(bare, long)) return true;
  return shared(one, other) > 0.5;
}

/** Share of pairs of neighbouring characters that two names have in common, 0 to 1. */
function shared(one: string, other: string): number {
  const pairs = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const left = pairs(other);
  const all = pairs(one).length + left.length;
  let both = 0;
  for (const pair of pairs(one)) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left.splice(at, 1);
    both += 1;
  }
  return (2 * both) / all;
}

const furniture =
  /新建|文本文档|文档|副本|复制|(?:最终|终|定|修改|初|送审|报送|报审|审核|征求意见|第[一二三四五六七八九十\d]+)稿|最终版?|定版|(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年?度?|上半年|全年|全面推进|推进|法治政府建设|法治建设|依法行政|政府信息公开|信息公开|工作(?=情况|总结|报告|汇报|要点|年度|$|[^\p{Script=Han}])|年度|情况|总结|述法|报告|汇报|自查|材料|附件|关于|上报|报送|扫描件|盖章版?|正文|网站|发布|的|及/gu;

/** What a title or a file name holds besides the words that all reports share: perhaps the name of its organ. */
export function namesIn(text: string): readonly string[] {
  return normaliseUnits(text)
    .replace(/\s+/g, ' ')
    .replace(furniture, ' ')
    .split(/[^\p{Script=Han}]+/u)
    .filter(piece => piece.length > 1);
}

/** Neither name can be a shorter form of the other. */
export function areOfTwo(one: string, other: string): boolean {
  const [first, second] = [foldName(one), foldName(other)];
  return !isWithin(first, second) && !isWithin(second, first);
}

/** A body by its name: where only a place is known, its government. */
export function governmentOf(subject: string, level: Level | null): string {
  if (level === null || !placeLevels.includes(level)) return subject;
  if (/街道$/.test(subject)) return `${subject}办事处`;
  return /[省市县区旗州盟乡镇]$/.test(subject) ? `${subject}人民政府` : subject;
}
const placeLevels: readonly Level[] = ['province', 'city', 'county', 'township'];

/** True where a piece of a file name ends as names of bodies do. */
export const looksLikeBody = (name: string): boolean =>
  name.length > 2 &&
  /(?:局|委|厅|委员会|办公室|政府|政府办|管委会|[^办]办|院|中心|大队|支队|总队|乡|镇|街道|办事处)$/.test(name);
