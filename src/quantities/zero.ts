/** Zero said in words: 零败诉, 未发生一起…, 无行政诉讼案件, 未制定行政规范性文件. */

export interface Zero {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/** What 零 counts; 零距离, 零跑腿, 零容忍 are no numbers. */
const counted =
  '投诉 差错 超时 败诉 上访 事故 发生 案件 信访 复议 诉讼 纠错 违纪 违规 违法 积案 差评 失误 拖延 退件 逾期 撤销 伤亡 死亡 发案 错案 积压 申请 处罚 警情 ' +
  '异议 举报 被诉 被撤销 被纠错 事件 越级访 进京访 群体性事件 申诉 复访 缺席 遗漏 漏管 脱管 重新犯罪 再犯罪 再犯 犯罪 命案 火灾 非访 反弹 增量 瞒报 漏报 刑事案件 复议案件 诉讼案件 败诉案件';
const zeroNouns = counted.split(' ').sort((a, b) => b.length - a.length);
const acts = [
  '发生',
  '出现',
  '收到',
  '接到',
  '受理',
  '接收',
  '办理',
  '实施',
  '制定',
  '出台',
  '制发',
  '印发',
  '发布',
  '产生',
  '引发',
  '新收',
  '作出',
];
/** Heads of what is denied, and the unit that counts them. */
const heads: readonly (readonly [string, string])[] = [
  ['案件', '件'],
  ['申请', '件'],
  ['文件', '件'],
  ['复议', '件'],
  ['诉讼', '件'],
  ['应诉', '件'],
  ['败诉', '件'],
  ['决策事项', '项'],
  ['重大行政决策', '项'],
  ['行政处罚', '件'],
  ['行政强制', '件'],
  ['投诉', '次'],
  ['失误', '次'],
  ['差错', '次'],
  ['举报', '次'],
  ['信访', '次'],
  ['上访', '次'],
  ['事件', '起'],
  ['事故', '起'],
];
const topics = '行复诉败被一规重应违投信上群涉因以新公现';
const measures = '件起例次人宗项名份';

/** 零X at `at` (零投诉, 零差错). */
export function zeroNounAt(text: string, at: number): Zero | null {
  for (const noun of zeroNouns) {
    if (text.startsWith(noun, at + 1)) return { start: at, end: at + 1 + noun.length, unit: '次' };
  }
  return null;
}

/** A denial that begins at `at` with 未, 没有 or 无 and says that there was none of something countable. */
export function denialAt(text: string, at: number): Zero | null {
  let from = at + 1;
  const first = text[at];
  if (first === '没') {
    if (text[at + 1] !== '有') return null;
    from = at + 2;
  } else if (first === '未') {
    // 未以局名义出台规范性文件
    from += /^以[^,;。:\n]{1,12}名义/.exec(text.slice(from, from + 16))?.[0].length ?? 0;
    // 2件均未败诉
    if (text.startsWith('败诉', from) && ',;。、)\n'.includes(text[from + 2] ?? '\n'))
      return { start: at, end: from + 2, unit: '件' };
    const act = acts.find(word => text.startsWith(word, from));
    // 未有一件
    if (act === undefined && !/^有[一1]/.test(text.slice(from, from + 2))) return null;
    from += act?.length ?? 1;
    if (text[from] === '过') from += 1;
  } else if ('有若如从绝毫并'.includes(text[at - 1] ?? '。')) return null;
  const act = acts.find(word => text.startsWith(word, from));
  let noun = act === undefined ? from : from + act.length;
  // 未发生一起, 无一例, 没有1件: the measure word gives the unit.
  if (
    (text[noun] === '一' || text[noun] === '1') &&
    measures.includes(text[noun + 1] ?? '。') &&
    !text.startsWith('例外', noun + 1)
  ) {
    return { start: at, end: noun + 2, unit: text[noun + 1] as string };
  }
  if (text.startsWith('任何', noun)) noun += 2;
  if (first === '无' && !topics.includes(text[noun] ?? '。')) return null;
  return deniedNoun(text, at, noun);
}

/** The denied thing must end its clause: 没有违法减损权益的文件内容 denies something else. */
function deniedNoun(text: string, start: number, from: number): Zero | null {
  let end = from;
  while (end < text.length && end - from < 44 && !',;:。!?\n(〔'.includes(text[end] as string)) end += 1;
  if (end - from >= 44 || end - from < 2) return null;
  for (const tail of ['的发生', '发生', '的情况', '的情形', '情况', '情形', '出现', '产生']) {
    if (!text.endsWith(tail, end) || end - tail.length <= from) continue;
    const head = headBefore(text, end - tail.length);
    if (head !== null) return { start, end: end - tail.length, unit: head };
  }
  const unit = headBefore(text, end);
  return unit === null ? null : { start, end, unit };
}

function headBefore(text: string, end: number): string | null {
  for (const [head, unit] of heads) if (text.endsWith(head, end)) return unit;
  return null;
}
