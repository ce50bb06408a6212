/** Reads the fields of a disclosure table (索引号:… 发布日期:…), several on one line or with spaced-out labels. */
import { allMatches } from '../read/all-matches.ts';
import { findDate } from './dates.ts';
import { type Line, tight } from './lines.ts';
import type { Field } from './types.ts';

export interface FieldRead {
  /** Without blanks and colon. */
  readonly label: string;
  /** Normalised value, trimmed. */
  readonly value: string;
  /** Source offsets of the value. */
  readonly start: number;
  readonly end: number;
}

const labels = `
  索引号 信息索引号 信息索引 主题分类 信息分类 组配分类 体裁分类 服务对象分类 分类 主题词 关键词 发布机构
  发布单位 发布机关 发文机关 发文单位 发文机构 制发机关 制发机构 制发单位 公开机构 公开主体 公开单位 成文日期 成文时间 生成日期
  生成时间 发文日期 发文时间 发布日期 发布时间 公开日期 公开时间 公布日期 公布时间 印发日期 印发时间 发文字号
  文件编号 文件文号 公文文号 备注/文号 公文生成日期 公文成文日期 文号 标题 文件名称 信息名称 公文名称 名称 效力状态 效力 有效性 时效性 时效
  公开目录 公文目录 公开责任部门 责任部门 责任科室 责任处室 公开时限 信息分类名称 公开形式 公开方式 公开范围 公开属性 公开类别 生效日期 生效时间 施行日期
  失效日期 废止日期 有效期 更新时间 更新日期 来源 信息来源 文章来源 稿件来源 作者 发布人 信息提供日期 信息提供时间 统一登记号 内容概述
  内容概要 文种 体裁 公文种类 语种 主送 主送单位 主送机关 信息类别 所属主题 日期 时间 发布者
  文件分类 所属机构 机构名称 备注文号 责任编辑 编辑 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 点击次数 点击数 点击量 点击率 访问量 字号 字体
`
  .trim()
  .split(/\s+/);
const firsts = new Set(labels.map(label => label[0]));
/** Labels that stand on a line of their own, the value below; 来源, 日期 and the like are other things as often. */
const aloneLabels = new Set(
  labels.filter(
    name => /(?:日期|时间|机构|单位|机关|主体)$|索引号|^文号$|字号$/.test(name) && name !== '日期' && name !== '时间',
  ),
);
const spaced = [...labels]
  .sort((a, b) => b.length - a.length)
  .map(label => [...label].join('[ \\t]{0,9}'))
  .join('|');
/** The value of the field before may run into one of these (来源:县司法局发布时间:…). */
const runOn =
  '(?=(?:发布|发文|公开|成文|更新)(?:时间|日期):|(?:信息|文章)?来源[ \\t]{0,2}:|浏览次数:)|(?<=来源:)(?=(?:时间|日期):)';
const label = new RegExp(
  `(?:^|[\\s|〔(·*•-]|${runOn})[ \\t]{0,2}(${spaced})(?:[ \\t〕]{0,4}(?::|\\t|\\|)|[ \\t]{0,2}〕)`,
  'g',
);
const bareLabel = new RegExp(
  `(?:^|[\\s|])(${[...labels]
    .filter(name => name.length > 2 || name === '文号')
    .filter(name => !/来源|主送|责任部门/.test(name))
    .sort((a, b) => b.length - a.length)
    .map(name => [...name].join('[ \\t]{0,4}'))
    .join('|')})(?=[\\s:|]|$)`,
  'g',
);
const bullets = /^[\s|〔(·*•-]+/;
const edges = /^[\s|〔·*-]+|[\s|〕·*-]+$/g;

/** The body or site that a page names before the day, with its address or without (云山县人民政府 www.… 发布时间:2024-03-01). */
const keeper =
  /^(?:[^\s。;,:《》|]{2,30}(?:政府|委员会|[局厅网镇乡]|办公室|办事处|街道|网站)|(?:[^\s。;,:《》|]{2,30}\s+)?(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){0,4}\.(?:cn|com|net|org))\s+(?=(?:发布|发文|公开|公布|更新)(?:时间|日期)\s?:)/;

/** Fields by the index of their line in `visible`; a line that only gives the value of the one before has an empty list. */
export type FieldLines = ReadonlyMap<number, readonly FieldRead[]>;

/**
 * Reads fields from the first lines of `visible` on until `limit`, one `[index]` after the other. Tables come as
 * `label:value`, several on a line, as `label value label value`, or with a value on the line below its label.
 */
export class FieldReader {
  readonly found = new Map<number, FieldRead[]>();
  private pending: { readonly index: number; readonly label: string } | null = null;
  /** A row that runs on over the line being read. */
  private row: { readonly index: number; readonly line: Row } | null = null;

  /** Reads one line, below which `next` stands; true when it belongs to the table. */
  take(index: number, line: Line, next: Line | undefined): boolean {
    const waiting = this.pending;
    const open = this.row ?? { index, line };
    const runsOver = next === undefined ? null : runOver(open.line, next);
    if (this.row !== null) this.found.set(index, []);
    this.row = runsOver === null ? null : { index: open.index, line: runsOver };
    if (runsOver !== null || open.index !== index) {
      const { fields } = cells(runsOver ?? open.line, false);
      this.found.set(open.index, fields);
      const last = fields.at(-1);
      this.pending = last?.value === '' ? { index: open.index, label: last.label } : null;
      return true;
    }
    this.pending = null;
    const { prefix, fields } = cells(line, waiting !== null);
    const value = fields.length > 0 ? prefix : waiting === null ? null : { text: line.text, start: line.start };
    const filled = waiting !== null && value !== null && value.text !== '' && fitting(waiting.label, value.text);
    if (waiting !== null && value !== null && filled) {
      const before = this.found.get(waiting.index) as FieldRead[];
      const open = before.pop() as FieldRead;
      before.push({ ...open, value: value.text, start: value.start, end: value.start + value.text.length });
    } else if (fields.length === 0) return false;
    this.found.set(index, fields);
    const last = fields.at(-1);
    if (last !== undefined && last.value === '') this.pending = { index, label: last.label };
    return true;
  }
}

/** A line, and where in its text lines meet that were one row: behind each the source runs ahead by so many units. */
interface Row extends Line {
  readonly joints?: readonly { readonly at: number; readonly ahead: number }[];
}

/** The row that a line begins and the one below it ends, where a copy broke it at its width; null where they are two. */
function runOver(line: Row, next: Line): Row | null {
  const own = cells(line, false).fields;
  if (own.length < 2 || next.width > line.width || /[。;]/.test(next.text)) return null;
  if (cells(next, false).fields.length > 0) return null;
  const joined: Row = {
    ...line,
    text: line.text + next.text,
    tight: line.tight + next.tight,
    end: next.end,
    joints: [...(line.joints ?? []), { at: line.text.length, ahead: next.start - line.start - line.text.length }],
  };
  const fields = cells(joined, false).fields;
  const broken = fields[own.length - 1];
  // A title that stands below a row is no part of its last value.
  if (fields.length <= own.length || broken === undefined || runsInto(broken, own.at(-1))) return null;
  return joined;
}

/** Whether a value would take in the title of a report that is not its own. */
function runsInto(broken: FieldRead, own: FieldRead | undefined): boolean {
  if (broken.label !== own?.label) return false;
  const isTitle = /标题|名称/.test(own.label);
  return isTitle
    ? /(?:报告|总结|年报)$/.test(own.value)
    : /(?:报告|总结|年报)/.test(broken.value.slice(own.value.length)) || own.value === '';
}

/** Where in the source a place in the text of a row stands. */
const placeIn = ({ start, joints = [] }: Row, at: number): number =>
  start + at + (joints.findLast(joint => joint.at <= at)?.ahead ?? 0);

/** When a page was put up, said without a label: a date with its time, or with the source, author or clicks behind it; a clock names the day of the week. */
const openingDate =
  /^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?(?=\s*$|\s+(?!星期|农历|周[一二三四五六日]))|(?=\s+(?:(?:信息|文章|稿件)?来源|作者|编辑|点击|浏览|阅读|访问|字体|字号)))/;

/** The name or address of a site with day and time behind it. */
const siteStamp =
  /^[^。;《》:]{2,60}(?:网站?|\.(?:cn|com|net|org))\s+(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?)$/;

function cutFront(line: Line, size: number): Line {
  const rest = line.text.slice(size).trimStart();
  return { ...line, text: rest, tight: tight(rest), start: line.end - rest.length };
}

/** The fields on one line by itself; empty when the line is none of a table. */
export const fieldsOfLine = (line: Line): readonly FieldRead[] => cells(line, false).fields;

interface Cells {
  /** What stands before the first label: the value of the line above, if one is waited for. */
  readonly prefix: { readonly text: string; readonly start: number };
  readonly fields: FieldRead[];
}

function cells(line: Row, waiting: boolean): Cells {
  const none: Cells = { prefix: { text: '', start: line.start }, fields: [] };
  if (line.text.length > 300) return none;
  const lead = /^[·•*]\s*/.exec(line.text)?.[0].length ?? 0;
  const dated = waiting ? null : openingDate.exec(line.text.slice(lead));
  if (dated !== null) {
    const start = line.start + lead;
    const day = { label: '发布时间', value: dated[0], start, end: start + dated[0].length };
    return { ...none, fields: [day, ...cells(cutFront(line, lead + dated[0].length), false).fields] };
  }
  const stamp = waiting ? null : siteStamp.exec(line.text);
  if (stamp !== null) {
    const value = stamp[1] as string;
    return { ...none, fields: [{ label: '发布时间', value, start: line.end - value.length, end: line.end }] };
  }
  const named = waiting ? null : keeper.exec(line.text);
  if (named !== null) return cells(cutFront(line, named[0].length), false);
  const head = line.text.replace(bullets, '')[0] ?? '';
  if (!waiting && !firsts.has(head)) return none;
  const withColon = /[:\t|〕]/.test(line.text) ? allMatches(line.text, label) : [];
  if (withColon.length === 0) {
    const glued = gluedField(line);
    if (glued !== null) return { ...none, fields: [glued] };
  }
  const alone = tight(line.text.replace(bullets, ''));
  if (withColon.length === 0 && aloneLabels.has(alone)) {
    return { ...none, fields: [{ label: alone, value: '', start: line.end, end: line.end }] };
  }
  const matches = withColon.length > 0 ? withColon : bareCells(line.text);
  const first = matches[0];
  if (first === undefined) {
    const last = withColon.length > 0 ? null : gluedCell(line);
    return last === null ? none : { ...none, fields: [last] };
  }
  const before = line.text.slice(0, first.index).replace(edges, '');
  if (before !== '' && !waiting) return none;
  const fields = matches.map((match, nth) => {
    const from = match.index + match[0].length;
    const to = matches[nth + 1]?.index ?? line.text.length;
    const raw = line.text.slice(from, to);
    const value = withoutLabel(raw)
      .replace(/^[\s:|]+/, '')
      .replace(/[\s|〕]+$/, '')
      .replace(/\s-$/, '');
    const at = from + (value === '' ? 0 : raw.indexOf(value));
    const start = placeIn(line, at);
    const end = value === '' ? start : placeIn(line, at + value.length - 1) + 1;
    return { label: tight(match[1] as string), value, start, end };
  });
  return { prefix: { text: before, start: line.start + line.text.indexOf(before) }, fields };
}

const known = new Set(labels);

/** 370405/2020-00025⇥发文字号: the last cell of a row is a label whose value lacks. */
function withoutLabel(raw: string): string {
  const from = Math.max(raw.lastIndexOf('\t'), raw.lastIndexOf('|'));
  return from > 0 && known.has(tight(raw.slice(from + 1))) ? raw.slice(0, from) : raw;
}

const longLabels = [...labels].filter(name => name.length > 2).sort((a, b) => b.length - a.length);

/** A whole line of a label and its value with nothing or blanks between them (发布日期2024-01-31), as lists of a page lose it. */
function gluedField(line: Line): FieldRead | null {
  const text = line.text.replace(bullets, '');
  const name = text.startsWith('标题') ? '标题' : longLabels.find(one => text.startsWith(one));
  if (name === undefined) return null;
  const value = text.slice(name.length).trim();
  const told = /日期|时间/.test(name)
    ? /^20\d\d[-/.年]/.test(value)
    : /机构|单位|机关|主体/.test(name) && /(?:人民政府|行政公署|行署|办事处|委员会|局|厅|办公室)$/.test(value);
  const isIndex = /索引/.test(name) && /^[a-zA-Z\d]/.test(value);
  // 标题云山县林业局关于2023年法治政府建设情况的报告, not 标题 as a word.
  const isTitle = name === '标题' && /20\d\d年/.test(value);
  if (!(told || isIndex || isTitle) || !fitting(name, value)) return null;
  return { label: name, value, start: line.end - value.length, end: line.end };
}

/** 发文机关云山县林业局 主题词 and 主题分类其它 发布日期2024-02-26: rows of two cells, one glued, the other without value or name. */
function gluedCell(line: Line): FieldRead | null {
  const text = line.text.replace(bullets, '');
  if (text.length > 80 || /[。,;]/.test(text) || !longLabels.some(one => text.startsWith(one))) return null;
  const [, name, value = ''] = lastDay.exec(text) ?? [];
  if (name !== undefined) return { label: name, value, start: line.end - value.length, end: line.end };
  const open = openLabel.exec(text)?.[0];
  if (open === undefined) return null;
  return gluedField({ ...line, text: text.slice(0, -open.length), end: line.end - open.length });
}
const openLabel = new RegExp(`\\s(?:${longLabels.join('|')}|文号|主题词)$`);
const lastDay =
  /\s((?:发布|发文|公开|公布|成文|生成|印发)(?:日期|时间))\s*(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d\d(?::\d\d)?)?)$/;

/** Labels set apart by blanks only; at least two must stand on the line, or one with the first of a table. */
function bareCells(text: string): RegExpExecArray[] {
  if (text.length > 160 || /[。,;]/.test(text)) return [];
  const matches = allMatches(text, bareLabel);
  return matches.length >= 2 && matches[0]?.index === 0 ? matches : [];
}

/** Whether a text on the line below a label can be its value. */
function fitting(name: string, value: string): boolean {
  if (/日期|时间/.test(name)) return findDate(value) !== null && value.length <= 24;
  if (/索引/.test(name)) return /^[\w/〔〕().-]{6,40}$/.test(value) && /\d/.test(value);
  if (/号$/.test(name)) return /^\S{2,14}[〔(]20\d\d[〕)]\s?第?\d{1,4}号$/.test(value);
  if (/机构|单位|机关|主体/.test(name))
    return value.length <= 30 && !/[,。;:]/.test(value) && /[\p{Script=Han}]/u.test(value);
  if (/标题|名称/.test(name))
    return value.length >= 6 && value.length <= 80 && /(?:报告|总结|年报)(?:\([^)]*\))?$/.test(value);
  return false;
}

/** The day that the first of these fields with such a label gives. */
export function fieldDate(fields: readonly FieldRead[], label: RegExp): Field<string> | null {
  for (const field of fields) {
    if (!label.test(field.label) || !/日期|时间/.test(field.label)) continue;
    const date = findDate(field.value);
    if (date !== null) {
      const start = field.start + date.index;
      // A value that runs over a line end is longer in the source.
      const end = date.index + date.length === field.value.length ? field.end : start + date.length;
      return { value: date.iso, place: { start, end } };
    }
  }
  return null;
}
