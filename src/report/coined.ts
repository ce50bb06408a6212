/** Finds coined brands of betting sites by their pattern: a made-up name, a trade, and what leads readers to it (官网, app). */
import type { Line } from './lines.ts';
import type { Span } from './types.ts';

/** Trades that none of these brands does without; reports speak of them as of any other matter. */
const trades = ['体育', '娱乐', '电竞', '棋牌', '彩票'];
/** What stands straight behind the trade of such a brand and of no other. */
const lure =
  /^[·|_\-— ]{0,2}(?:[(〔](?:中国|全站|集团|官方|综合)[)〕]|集团|竞技|综合|全站)?[·|_\-— ]{0,2}(?:官网|官方|app|下载|注册|登录|登陆|登入|入口|网址|网页版|手机版|客户端|开户|竞猜|最新版)+/i;
/** What may stand behind an honest matter as well, where nobody sets it up or uses it. */
const softLure = /^(?:平台|在线|直播|首页)/;
const setUp = /(?:打造|建设|搭建|建立|依托|利用|通过|借助|开发|上线|推广|整合|运用|升级|完善|构建|创建|对接).{0,12}$/;
/** How an honest name before a trade ends: 全民健身体育, 县文化娱乐, 福利彩票. */
const ordinary =
  /(?:[省市县区州旗盟镇乡村局]|街道|中国|国家|国际|文化|健身|全民|公共|公众|群众|大众|学校|校园|社会|竞技|民族|民俗|传统|广电|旅游|文旅|卫生|教育|科教|少年|儿童|学生|农民|职工|老年|残疾人?|冰雪|水上|户外|运动|社区|智慧|数字|网络|网上|线上|休闲|餐饮|歌舞|文艺|剧本|福利|体育|中心|产业|项目|[的和与及或等对在为是了将用从以按查管办个家项])$/;
const name = /[\p{Script=Han}a-z\d]{1,5}$/iu;

/** Passages of `norm` that are such brands, wherever one that was told by its lure stands again included; not sorted. */
export function coinedBrands(norm: string, lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  const known = new Set<string>();
  for (const trade of trades) {
    for (let at = norm.indexOf(trade); at !== -1; at = norm.indexOf(trade, at + 2)) {
      const from = nameStart(norm, at, trade);
      if (from === null) continue;
      const behind = norm.slice(at + 2, at + 16);
      const hard = lure.exec(behind)?.[0];
      const soft = softLure.exec(behind)?.[0];
      const end = at + 2 + (hard ?? soft ?? '').length;
      if (end === at + 2 || (hard === undefined && setUp.test(norm.slice(Math.max(0, at - 16), at)))) continue;
      found.push({ start: from, end });
      if (from < at) known.add(norm.slice(from, at + 2));
    }
  }
  for (const brand of known) {
    for (let at = norm.indexOf(brand); at !== -1; at = norm.indexOf(brand, at + brand.length)) {
      if (!found.some(span => at >= span.start && at < span.end)) found.push({ start: at, end: at + brand.length });
    }
  }
  return found.length === 0 ? found : [...found, ...aloneLines(lines)];
}

/**
 * Where the made-up name before a trade begins, of two to four characters, two where it is glued on; null where it is an honest one.
 * 棋牌 and 彩票 with their lure need no name: of what they are glued on (提升质量彩票平台注册) nothing is taken.
 */
function nameStart(norm: string, at: number, trade: string): number | null {
  const before = name.exec(norm.slice(Math.max(0, at - 5), at))?.[0] ?? '';
  if (before.length < 2 || ordinary.test(before)) return null;
  if (before.length < 5) return at - before.length;
  const latin = /[a-z\d]+$/i.exec(before)?.[0] ?? '';
  if (latin === '' && (trade === '棋牌' || trade === '彩票')) return at;
  return at - Math.max(2, latin.length);
}

/** Beside a brand that is told, lines of nothing but a name and a trade are others of its kind. */
function aloneLines(lines: readonly Line[]): Span[] {
  return lines.filter(({ tight }) => {
    const before = /^([\p{Script=Han}a-z\d]{2,4})(?:体育|娱乐|电竞|棋牌|彩票)$/iu.exec(tight)?.[1];
    return before !== undefined && !ordinary.test(before);
  });
}
