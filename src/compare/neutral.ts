/** Makes a passage of a report neutral, so that it can stand as an example in a rule file: names of places, bodies and people, figures. */
import { placesOf } from '../report/places.ts';

/** Ends of names of places; what is put in their place keeps them. */
const divisions = '自治县|自治州|自治区|自治旗|街道|社区|省|市|县|区|州|旗|镇|乡|村';
/** A name begins after one of these, as well as after anything that is no character of writing. */
const before = '的在向对由与和及到赴往去为将把给同从经按各该本我全两几多所辖属某邻外省市县区州旗镇乡村道';
/** What stands before 县, 镇 or 区 and is no name. */
const kinds =
  /(?:示范|试点|先进|文明|平安|法治|重点|贫困|农业|工业|产业|经济|开发|高新|技术|保税|旅游|度假|风景|管理|保护|服务|功能|中心|城乡|城镇|城市|乡镇|街镇|镇街|边远|偏远|民族|兄弟|周边|相邻|直属|下属|美丽|建制|行政|自然|地级|县级|副省级|居民|农|牧|山|园|景|社|城|郊|小|老|新|林|矿|厂|校|辖|片|库|灾)$/;
/** Verbs that stand before a name and are no part of it. */
const acts =
  '聘请|委托|邀请|联合|指导|走访|深入|组织|督促|转发|印发|翻印|观摩|参观|观看|收看|学习|借鉴|报送|报告|呈报|上报|推荐|参加|协助|配合|承办|迎接|接受|列席|出席|落实|贯彻|对接|联系|会同|争取|支持|服务|起草|校对|收到|关注|覆盖|提请|送';
const begins = `(?<=^|\\P{Script=Han}|[${before}]|${acts})`;
const own = `(?:(?![${before}]|${acts})\\p{Script=Han})`;
const place = new RegExp(`${begins}(${own}{2,3}?)(${divisions})`, 'gu');
const bodies = new RegExp(`${begins}${own}{2,12}?(有限责任公司|股份有限公司|有限公司|律师事务所|合作社)`, 'gu');

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤';
const posts =
  '书记|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|处长|科长|所长|主任|院长|检察长|队长|校长|律师|法官|同志';
const afterPost = new RegExp(
  `(${posts})[${surnames}]\\p{Script=Han}{1,2}(?=同志|主持|带头|带队|率队|率|参加|出席|出庭|亲自|作|等|任|[,，、。;；:：]|$)`,
  'gu',
);
const beforePost = new RegExp(`(?<!\\p{Script=Han})[${surnames}]\\p{Script=Han}{1,2}(?=${posts})`, 'gu');

export interface Neutral {
  readonly text: string;
  /** Names and figures were replaced; false where there was nothing to replace. */
  readonly changed: boolean;
}

/** `names` are what the report calls itself and its body; `figures` false leaves the figures as they are. */
export function neutralText(text: string, names: readonly string[] = [], figures = true): Neutral {
  let out = text;
  for (const name of names.flatMap(placesOf)) {
    const [, bare, end] = new RegExp(`^(.{2,})(${divisions})$`).exec(name) ?? [];
    if (bare !== undefined) out = out.replaceAll(name, `某${end}`).replaceAll(bare, '某地');
  }
  out = out
    .replace(bodies, '某$1')
    .replace(place, (whole, name: string, end: string) => (kinds.test(name) ? whole : `某${end}`))
    .replace(afterPost, '$1某某')
    .replace(beforePost, '某');
  if (figures) out = neutralFigures(out);
  return { text: out, changed: out !== text };
}

/** Years, days, hotlines, numbers of documents, 100%, 0 and 1 mean something as they are. */
const kept = /^(?:0+|1|100|12\d{3}|96\d{3}|(?:19|20)\d\d)$/;

/** Every other figure with the same number of digits and the same leading one where it has several: 96.5% as 97.6%. */
function neutralFigures(text: string): string {
  return text.replace(/(?<![\w+.〔[])\d+(?:\.\d+)?(?![\w+〕\]])/g, (figure, at: number) => {
    const whole = figure.split('.')[0] ?? figure;
    if (kept.test(whole) || /^\s*[年月日号]/.test(text.slice(at + figure.length))) return figure;
    return [...figure].map((digit, index) => (index === 0 && whole.length > 1 ? digit : nextDigit(digit))).join('');
  });
}

const nextDigit = (digit: string): string => {
  const value = Number(digit);
  return digit === '.' || value === 0 ? digit : String(value < 8 ? value + 1 : value - 2);
};
