/** Reads the fields of a disclosure table (索引号:… 发布日期:…), several on one line or with spaced-out labels. */
import { type Line, tight } from './lines.ts';

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
  发布单位 发布机关 发文机关 发文单位 发文机构 制发机关 公开机构 公开主体 公开单位 成文日期 成文时间 生成日期
  生成时间 发文日期 发文时间 发布日期 发布时间 公开日期 公开时间 公布日期 公布时间 印发日期 印发时间 发文字号
  文件编号 文件文号 公文文号 文号 标题 文件名称 信息名称 公文名称 名称 效力状态 效力 有效性 时效性 时效
  公开目录 公开责任部门 责任部门 公开形式 公开方式 公开范围 公开属性 公开类别 生效日期 生效时间 施行日期
  失效日期 废止日期 有效期 更新时间 更新日期 来源 信息来源 文章来源 稿件来源 作者 发布人 统一登记号 内容概述
  内容概要 文种 体裁 公文种类 语种 主送 主送单位 主送机关 信息类别 所属主题 日期 时间 发布者
`
  .trim()
  .split(/\s+/);
const firsts = new Set(labels.map(label => label[0]));
const spaced = [...labels]
  .sort((a, b) => b.length - a.length)
  .map(label => [...label].join('[ \\t]{0,4}'))
  .join('|');
const label = new RegExp(`(?:^|[\\s|〔(·*•-])(${spaced})[ \\t〕]{0,4}(?::|\\t|\\|)`, 'g');
const looksLikeField = /[:\t|]/;

/** The fields on one line; empty when the line is none of a table. */
export function fieldsOfLine(line: Line): FieldRead[] {
  if (line.text.length > 300 || !looksLikeField.test(line.text)) return [];
  if (!firsts.has(line.text.replace(/^[\s|〔(·*•-]+/, '')[0] as string)) return [];
  const matches = [...line.text.matchAll(label)];
  const first = matches[0];
  if (first === undefined || tight(line.text.slice(0, first.index)).replace(/[|〔(·*•-]/g, '').length > 0) return [];
  return matches.map((match, nth) => {
    const from = match.index + match[0].length;
    const to = matches[nth + 1]?.index ?? line.text.length;
    const raw = line.text.slice(from, to);
    const value = raw
      .trim()
      .replace(/[|〕]+$/, '')
      .trim();
    const start = line.start + from + (value === '' ? 0 : raw.indexOf(value));
    return { label: tight(match[1] as string), value, start, end: start + value.length };
  });
}
