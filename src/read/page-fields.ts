/** The disclosure table of a government page (索引号, 发布机构, 成文日期 …) as `label:value` lines. */

const labels =
  `索引号 信息索引号 主题分类 信息分类 体裁分类 组配分类 公文种类 文种 发布机构 发布机关 发文机关 发文机构 发文单位 发布单位
  公开单位 公开机构 公开责任部门 责任部门 信息来源 文章来源 稿件来源 来源 成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 发布日期
  发布时间 公开日期 公开时间 印发日期 印发时间 制发日期 更新时间 更新日期 施行日期 生效日期 失效日期 废止日期 有效期 标题 名称 信息名称
  文件名称 文号 发文字号 文件编号 主题词 关键词 效力状态 有效性 时效性 公开形式 公开方式 公开范围 公开属性 公开类型 公开类别 服务对象
  适用对象 作者`.split(/\s+/);

/** What stands in the same line of a page head but says nothing about the document. */
const chrome =
  `字体 字号 字体大小 文字大小 浏览次数 浏览量 浏览 点击数 点击量 点击率 点击 阅读次数 阅读量 访问量 访问次数 打印 分享 分享到 保护视力色
  责任编辑 编辑 审核 责编 初审 终审 收藏`.split(/\s+/);

const known = new Set(labels);

/** `索 引 号` for `索引号`: pages set labels of two and three characters apart. */
function spaced(label: string): string {
  return [...label].join('[\\s\\u3000]*');
}

const longestFirst = (one: string, other: string): number => other.length - one.length;
const labelAhead = new RegExp(
  `(?<![\\p{L}\\p{N}])[【\\[]?\\s*(${[...labels, ...chrome].sort(longestFirst).map(spaced).join('|')})\\s*[】\\]]?\\s*[:：]`,
  'gu',
);

/** The label a table cell holds and nothing else, without blanks, brackets or colon; null for any other cell. */
function labelOf(cell: string): string | null {
  const bare = cell.replace(/[\s\u3000【】[\]:：]/g, '');
  return known.has(bare) ? bare : null;
}

/** `label:value` for each pair when all of a row's cells come in pairs of label and value; null for any other row. */
export function pairedRow(cells: readonly string[]): readonly string[] | null {
  if (cells.length < 2 || cells.length % 2 !== 0) return null;
  const lines: string[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const label = labelOf(cells[at] ?? '');
    if (label === null) return null;
    lines.push(`${label}:${cells[at + 1] ?? ''}`);
  }
  return lines;
}

/** The fields found in lines of a page, first come of each label, as `label:value`; fields without a value are left out. */
export function fieldLines(lines: readonly string[]): string[] {
  const found = new Map<string, string>();
  const cells = lines.flatMap(line => line.split('\t'));
  for (const [index, cell] of cells.entries()) {
    const heads = [...cell.matchAll(labelAhead)];
    for (const [order, head] of heads.entries()) {
      const label = (head[1] ?? '').replace(/[\s\u3000]/g, '');
      const from = head.index + head[0].length;
      let value = tidy(cell.slice(from, heads[order + 1]?.index ?? cell.length));
      if (value === '' && order === heads.length - 1) value = valueIn(cells[index + 1]);
      keep(found, label, value);
    }
    const label = heads.length === 0 ? labelOf(cell) : null;
    if (label !== null) keep(found, label, valueIn(cells[index + 1]));
  }
  return [...found].map(([label, value]) => `${label}:${value}`);
}

function keep(found: Map<string, string>, label: string, value: string): void {
  if (known.has(label) && value !== '' && value.length <= 200 && !found.has(label)) found.set(label, value);
}

/** A cell as a value: nothing when it is itself a label, with or without a value. */
function valueIn(cell: string | undefined): string {
  if (cell === undefined || labelOf(cell) !== null || cell.search(labelAhead) >= 0) return '';
  return tidy(cell);
}

function tidy(value: string): string {
  return value.replace(/[\s\u3000|【[(（]+$/u, '').trim();
}
