/** When 一 with a measure word is a figure: 开展一次, 每年一次, 培训一次。 — and when it is prose: 一个标准, 逐一, 一起抓. */

const verbs = new Set(
  (
    '开展 召开 举办 组织 举行 进行 设立 成立 组建 配备 聘请 聘任 选派 选聘 新增 建成 创建 制定 出台 印发 办理 受理 查处 破获 化解 调解 审结 废止 修订 修改 发布 公布 编制 获评 ' +
    '命名 确定 安排 派驻 派出 新建 增设 增配 承办 收到 发放 制发 检查 抽查 评查 听取 研究 通报 约谈 移送 整改 至少 不少 只有 仅有 每年 季度 每月 每周 半年 每旬 每季 每日 每天 ' +
    '降至 减至 增至 升至 人均 平均 每人 每村 每所 增加 设有 配有 推荐 入选 荣获 获得 审查 清理 接受 参加 发生 提起 作出 提出 评选 培育 挂牌 建立'
  ).split(' '),
);
const single = '共有仅各';
/** Before a 一 behind its noun (驻站指导一次): characters with which 一 makes another word. */
const bound = '每逐同统唯之第专任这那某进归合最上下头首另再万单划如于在跑到是为';
/** Measure words that a verb's object may take with 一; 条, 种, 套 and the like are mostly prose there. */
const objects = '次 场 期 轮 名 位 家 件 起 份 处 所 例 宗 台 辆 部 人 篇 本 场次 期次 人次 间 座 支 次';
const objectMeasures = new Set(objects.split(' '));
const organs = new Set([
  '设立',
  '成立',
  '组建',
  '新增',
  '增设',
  '新建',
  '建成',
  '设有',
  '评选',
  '推荐',
  '入选',
  '获得',
  '培育',
]);
/** 作了一次清理, 召开局长办公会一次研究: behind 了 or the name of a meeting. 一次性 is a word. */
const occasions = new Set(['次', '场', '期', '轮', '场次']);
const meeting = /(?:办公|常务|常委|党组|党委|局务|联席|专题|工作|推进|座谈|例|开)会$|会议$/;
/** 由一家律师事务所担任法律顾问. */
const counsel = new Set(['家', '名', '位']);
const cases = new Set(['件', '起', '宗', '例']);
/** 行政诉讼一起: what is told by cases, at a wall behind its noun. 一起 is an adverb as well. */
const told = /(?:案件|事故|事件|纠纷|行为|复议|诉讼|应诉|涉诉|败诉|胜诉|赔偿|仲裁|处罚|投诉|信访)$/;
/** 对现行有效的一件规范性文件, 一件行政处罚案卷, 一起行政诉讼案件: the measure word before what is counted by it. */
const matter = /^(?:行政)?(?:规范性文件|处罚|诉讼|复议|应诉|案件|案卷|赔偿)|^[\p{Script=Han}]{0,8}(?:案件|案卷)/u;
const walls = ',;。!?\n、()〕”|';

/** Whether the 一 at `at`, whose measure word ends at `end`, counts something. */
export function oneCounts(text: string, at: number, unit: string, end: number): boolean {
  const next = text[text[end] === ' ' && text[end + 1] === '|' ? end + 1 : end] ?? '\n';
  const previous = text[at - 1] ?? '\n';
  if (unit === '次' && next === '性') return false;
  if (text.startsWith('人手', at - 2)) return false;
  if (unit === '批' || unit === '种' || unit === '类') return false;
  if (unit === '小时' || unit === '天' || unit === '分钟' || unit === '个月') return true;
  let to = at;
  if ('了过的'.includes(text[to - 1] ?? '。')) to -= 1;
  const verb = text.slice(Math.max(0, to - 2), to);
  const counts =
    verbs.has(verb) ||
    /\|[ ]?$/.test(text.slice(Math.max(0, at - 2), at)) ||
    /每(?:年|季|月|周|半|旬|日|天|两|学期|村|所|名|人|个|家)[^,;。、\n]{0,8}$/.test(
      text.slice(Math.max(0, at - 11), at),
    ) ||
    // 聘请县内一家律师事务所: the place stands between.
    /(?:聘请|聘任|选聘|委托)[^,;。、\n]{1,5}$/.test(text.slice(Math.max(0, at - 7), at)) ||
    // 集训一期75人: the next count stands right behind.
    (occasions.has(unit) && /\d/.test(next)) ||
    (occasions.has(unit) && (text[at - 1] === '了' || meeting.test(text.slice(Math.max(0, at - 4), at)))) ||
    (counsel.has(unit) && /^[^,;。、\n]{0,4}(?:律师|律所|法律顾问)/.test(text.slice(end, end + 8))) ||
    (single.includes(text[to - 1] ?? '。') && !'没只'.includes(text[to - 2] ?? '。'));
  if (walls.includes(next) || text.startsWith('以上', end)) {
    if (bound.includes(previous) || ',;。!?\n、”'.includes(previous)) return counts;
    if (unit === '起') return counts || told.test(text.slice(Math.max(0, at - 2), at));
    return previous > '\u4e00' && previous < '\u9fff';
  }
  if (counts) {
    if (unit === '起') return previous !== '在';
    return objectMeasures.has(unit) || (unit === '个' && organs.has(verb));
  }
  if (cases.has(unit)) {
    if (text.startsWith('其中', at - 2)) return true;
    // 被申请复议2件,一件调解终止,一件维持; 其中一起胜诉、一起在审: each of those counted before.
    if (',;:(、'.includes(previous)) {
      const row =
        text
          .slice(Math.max(0, at - 40), at)
          .split(/[。!?\n]/)
          .at(-1) ?? '';
      if (new RegExp(`(?:[02-9两三四五六七八九]|其中一)${unit}`).test(row)) return true;
    }
    if (!bound.includes(previous) && !'何些'.includes(previous) && matter.test(text.slice(end, end + 12))) return true;
  }
  // 三次座谈会、一次听证会: the same measure word stands before, with another numeral.
  if (previous === '、' && objectMeasures.has(unit)) {
    const row =
      text
        .slice(Math.max(0, at - 16), at - 1)
        .split(/[,;。!?\n]/)
        .at(-1) ?? '';
    const same = row.lastIndexOf(unit);
    if (same > 0 && '两三四五六七八九十0123456789'.includes(row[same - 1] as string)) return true;
  }
  // 一个县、两个项目入选: stands in a row with another count.
  if (',;。!?\n、'.includes(previous) && objectMeasures.has(unit) === (unit !== '个')) {
    for (let i = end; i < end + 10; i += 1) {
      const c = text[i];
      if (c === undefined || ',;。\n'.includes(c)) return false;
      if (c === '、') return '两三四五六七八九'.includes(text[i + 1] ?? '。');
    }
  }
  return false;
}
