/** Finds what a web page or a printer put around a report: navigation, share buttons, footers, page numbers. */
import { WordList } from '../read/word-list.ts';
import type { Line } from './lines.ts';
import { findPageEdges, pageNumber } from './page-edges.ts';
import type { Span } from './types.ts';

export interface Furniture extends Span {
  /** Page numbers and ruled lines are left out of the copy without being held against the report. */
  readonly kind: 'web-chrome' | 'page-number';
}

/** A line that begins with one of these and holds no sentence is page furniture. */
const openers = new WordList([
  '您现在所在的位置',
  '您所在的位置',
  '您的位置',
  '您当前的位置',
  '您当前位置',
  '您现在的位置',
  '你现在的位置',
  '当前位置',
  '现在位置',
  '当前所在位置',
  '所在位置',
  '首页>',
  '首页»',
  '网站首页',
  '返回首页',
  '设为首页',
  '加入收藏',
  '收藏本站',
  '分享到',
  '分享:',
  '分享本页',
  '一键分享',
  '扫码分享',
  '打印本页',
  '打印此页',
  '关闭窗口',
  '关闭本页',
  '字体大小',
  '字体:',
  '浏览字体:',
  '字号:',
  '浏览次数',
  '阅读次数',
  '阅读:',
  '浏览:',
  '责任编辑',
  '责编:',
  '编辑:',
  '网络编辑',
  '上一篇',
  '下一篇',
  '上一条',
  '下一条',
  '版权所有',
  '版权声明',
  '版权归',
  '主办:',
  '承办:',
  '网站支持',
  '网站标识码',
  '政府网站标识码',
  '网站地图',
  '网站声明',
  '网站无障碍',
  '关于我们',
  '隐私声明',
  '隐私保护',
  '免责声明',
  '返回顶部',
  '回到顶部',
  '相关链接',
  '相关文章',
  '相关新闻',
  '相关阅读',
  '相关稿件',
  '友情链接',
  '今天是',
  '欢迎访问',
  '欢迎您访问',
  '欢迎光临',
  '听全文',
  '视力保护色',
  '繁体版',
  '简体版',
  '高级搜索',
  '站内搜索',
  '热门搜索',
  '热搜词',
  '请输入关键',
  '建议使用',
  'copyright',
  '©',
  '我要评论',
  '收藏本页',
]);

/** The same, but words of sentences too: below a line of prose that is broken off they go on with it. */
const wordyOpeners = new WordList([
  '分享至',
  '扫一扫',
  '扫描二维码',
  '用手机扫',
  '手机扫一扫',
  '微信扫一扫',
  '打开微信',
  '浏览量',
  '阅读量',
  '点击数',
  '点击次数',
  '点击量',
  '点击率',
  '访问量',
  '访问次数',
  '主办单位',
  '承办单位',
  '协办单位',
  '技术支持',
  '维护单位',
  '网站维护',
  '联系电话',
  '联系我们',
  '联系方式',
  '联系地址',
  '无障碍',
  '长者模式',
  '长者专区',
  '适老化',
  '关怀版',
  '老年模式',
  '用户登录',
  '用户中心',
  '我要纠错',
  '纠错',
  '语音播报',
  '语音阅读',
  '手机版',
  '电脑版',
  '移动版',
  '官方微信',
  '官方微博',
  '政务微信',
  '政务微博',
  '微信公众号',
  '信息纠错',
  '网友评论',
]);

/** Words that are furniture only when nothing else stands on the line; several of them may stand side by side. */
const buttons = new WordList([
  '分享到',
  '打印',
  '关闭',
  '分享',
  '收藏',
  '保存',
  '返回',
  '下载',
  '纠错',
  '大',
  '中',
  '小',
  '字体',
  '字号',
  '微信',
  '微博',
  'QQ空间',
  '朋友圈',
  '首页',
  'TOP',
  '登录',
  '注册',
  '搜索',
  '检索',
  '繁体',
  '简体',
  'English',
  '政务公开',
  '政务服务',
  '互动交流',
  '信息公开',
  '办事服务',
  '新闻中心',
  '走进',
  '专题专栏',
]);

/** Labels that may follow a field on one line (发布时间:… 浏览次数:… 打印). */
const inline = [
  '阅读:',
  '浏览:',
  '点击:',
  '浏览次数',
  '浏览量',
  '阅读次数',
  '阅读量',
  '点击数',
  '点击次数',
  '点击率',
  '点击量',
  '访问量',
  '访问次数',
  '责任编辑',
  '字体',
  '字号',
  '分享到',
  '分享:',
  '打印',
  '关闭',
];

/** Sure signs that stand in no sentence of a report, for texts whose line breaks are gone. */
const footers = [
  '扫一扫在手机打开当前页',
  '扫一扫在手机',
  '主办单位:',
  '版权所有',
  '网站标识码',
  '分享到:',
  '上一篇:',
  '责任编辑:',
  '打印本页',
];

const dateField =
  /(?:发布|发文|公开|成文|生成|更新|公布|印发)(?:日期|时间)|索引号|信息来源|来源:|文号:|(?<=\s|^)(?:日期|时间):/;
const registration = /ICP备|公网安备|网站标识码|政府网站找错/;
const pageClock = /^.{0,24}20\d\d年\d{1,2}月\d{1,2}日.{0,6}(?:星期|农历|周[一二三四五六日])/;
const ornament = /^[|\-—_=*·.•~#]+$/;
const siteName = /^.{2,22}(?:门户网站|政府网站?|官方网站|信息公开网|政务网|信息公开平台|政务公开平台)(?:首页|欢迎您)?$/;
/** A path through a site: 首页>信息公开>通知公告, 首页/公开/正文, or at least three steps from anywhere. */
const trail = /^(?:[^>»<]{0,20}首页[>»]|首页\/[^,;:]{2,20}\/|[^>»<,;:]{2,20}[>»]+[^>»<,;:]{2,20}[>»]).{0,50}$/;
/** The same path with blanks between its steps, or the bar of a site: 首页 政务公开 法治政府建设, 首页|政务公开|政务服务. */
const steps = /^(?:网站)?首页(?:(?:\s+|\s*\|\s*)[^\s|。,;:《》]{2,14}){2,9}$/;
/** Sites and their versions side by side: 云山政府在线 云山政府网PC端 关怀版. */
const siteBar =
  /^(?:[^\s。;,:《》]{0,14}(?:在线|(?:移动|电脑|PC|手机|客户)端|网站?|门户|版|English)[\s|]+){2,}[^\s。;,:《》]{0,14}(?:在线|(?:移动|电脑|PC|手机|客户)端|网站?|门户|版|English)$/;
/** What lines of the kinds above that no opener tells hold one of. */
const telling = /[网周期历>»间号源端版]|ICP备|公开平台|首页/;
const longest = 90;
/** Who keeps a site, named on the line below: no signature. */
const keeperLabel = /^(?:主办|承办|协办|维护)(?:单位)?:$|^(?:版权所有|技术支持|网站维护|网站支持):$/;
const longestKeeper = 30;

/** The furniture of a text, in order. */
export function findFurniture(norm: string, lines: readonly Line[]): Furniture[] {
  const found: Furniture[] = [];
  const edges = findPageEdges(norm, lines);
  let keeper = false;
  /** The line above is prose that goes on. */
  let open = false;
  for (const line of lines) {
    const goesOn = open && !/^[^:]{0,8}:/.test(line.tight);
    open = line.start < line.end && isOpen(line.text);
    if (line.start === line.end) continue;
    const value = keeper && line.text.length <= longestKeeper && !/[。,;]/.test(line.text);
    keeper = keeperLabel.test(line.tight);
    if (value) {
      found.push({ kind: 'web-chrome', start: line.start, end: line.end });
      continue;
    }
    if (line.text.length > longest) {
      const end = lostFooter(norm, line);
      if (end !== null) found.push(end);
      continue;
    }
    const text = line.tight;
    if (pageNumber.test(text) || ornament.test(text) || edges.has(line)) {
      found.push({ kind: 'page-number', start: line.start, end: line.end });
    } else if (!text.includes('。')) {
      for (const span of ofLine(line, text, goesOn)) found.push({ kind: 'web-chrome', ...span });
    }
  }
  return found;
}

/**
 * Prose that a page or a file broke off (充分利用门户网站,并通过): what the next line begins with (微信公众号, 无障碍环境建设) belongs to
 * its sentence.
 */
const isOpen = (text: string): boolean => text.length >= 12 && !/[。;:!?\s]/.test(text.slice(-1)) && /[,。]/.test(text);

function ofLine(line: Line, text: string, goesOn: boolean): Span[] {
  const bare = text.replace(/^[-·*>»|〔(_]+/, '').toLowerCase();
  const opens = openers.at(bare, 0) ?? (goesOn ? undefined : wordyOpeners.at(bare, 0));
  if (opens !== undefined && !/^(?:联系方式|关于我们).*[,;]/.test(bare)) {
    // A field behind the furniture on the same line is kept.
    const field = dateField.exec(line.text);
    if (field !== null && field.index > 0) return [{ start: line.start, end: line.start + field.index }];
    return [{ start: line.start, end: line.end }];
  }
  if (onlyButtons(text)) return [{ start: line.start, end: line.end }];
  if (!telling.test(text)) return [];
  if (
    /^[>»]{1,2}[^>»]{2,20}[>»]/.test(text) ||
    registration.test(text) ||
    siteName.test(text) ||
    pageClock.test(text) ||
    siteBar.test(line.text) ||
    steps.test(line.text) ||
    trail.test(bare)
  )
    return [{ start: line.start, end: line.end }];
  if (dateField.test(text)) return behindField(line);
  return [];
}

function onlyButtons(text: string): boolean {
  if (buttons.at(text, 0) === undefined && !'〔〕()|/:,·<>【】-'.includes(text.charAt(0))) return false;
  let rest = text.replace(/[〔〕()|/:,·<>【】-]/g, '');
  let taken = 0;
  while (rest !== '') {
    const button = buttons.at(rest, 0);
    if (button === undefined) return false;
    rest = rest.slice(button.length);
    taken += 1;
  }
  return taken > 0;
}

/** Furniture labels behind a date field, up to the next date field. */
function behindField(line: Line): Span[] {
  const spans: Span[] = [];
  let from = 1;
  while (from < line.text.length) {
    const at = firstOf(line.text, inline, from);
    if (at === -1) break;
    // 发文字号 is a field whose name ends like a button.
    if (/[发文公]文$/.test(line.text.slice(0, at)) && line.text.startsWith('字号', at)) {
      from = at + 2;
      continue;
    }
    const next = dateField.exec(line.text.slice(at));
    const end = next === null ? line.text.length : at + next.index;
    // The bracket in front of 字体 belongs to it.
    const start = /[〔(]/.test(line.text[at - 1] ?? '') ? at - 1 : at;
    spans.push({ start: line.start + start, end: line.start + line.text.slice(0, end).trimEnd().length });
    from = end;
  }
  return spans;
}

function firstOf(text: string, words: readonly string[], from: number): number {
  let first = -1;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at !== -1 && (first === -1 || at < first)) first = at;
  }
  return first;
}

/** A footer that runs on at the end of a long line. */
function lostFooter(norm: string, line: Line): Furniture | null {
  const from = Math.max(line.start, line.end - 300);
  // Most lines end with a full stop, and a footer holds none.
  const behind = line.text.slice(line.text.lastIndexOf('。') + 1);
  if (behind === '' || firstOf(behind, footers, 0) === -1) return null;
  const tail = norm.slice(from, line.end);
  const at = firstOf(tail, footers, 0);
  if (at === -1 || tail.slice(at).includes('。')) return null;
  // Inside a sentence the word belongs to it.
  if (/[,、的由与和是]$/.test(tail.slice(0, at))) return null;
  return { kind: 'web-chrome', start: from + at, end: line.end };
}
