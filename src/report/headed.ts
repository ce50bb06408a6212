/** What a heading that no phrase of the genre knows tells by how it is made: own shortcomings, or measures against them. */
import type { HeadingSays } from './cues.ts';

const troubles =
  '问题|不足|短板|差距|困难|弱项|难点|堵点|难点堵点|痛点|欠缺|欠账|薄弱点|制约因素|瓶颈|挑战|遗憾|缺憾|软肋|隐忧';
const whose =
  '[^,;:。、]{0,14}(?:工作|建设|执法|推进|开展|存在|自身|自查|遇到|面临|发现|查找出?|查摆出?|需要?(?:引起)?(?:重视|关注|注意|改进|正视)|检视出?|反映出?|暴露出?|待解决|待破解|需解决|不容忽视|值得重视|值得注意)';
/** 制约发展的瓶颈 */
const hinders = '(?:[^,;:。、]{0,8})?(?:制约|影响|困扰|阻碍|束缚)[^,;:。、]{0,12}?';
const own = new RegExp(
  `^(?:(?:${whose}|${hinders})(?:中|上|方面|过程中)?(?:的|着)?(?:遇到的)?)?(?:几点|几个|一些|主要|突出|明显|具体|现实|实际){0,2}的?(?:${troubles}){1,2}(?:之处|所在|清单|方面|情况|几何|梳理|表现|揭示|何在|在哪[里儿]?|有哪些|是什么|检视|审视|扫描|盘点|透视|自查|自省|诊断|查摆|(?:检视|自查)?剖析|一览)?$`,
);
const coupled = new RegExp(
  `^[^,;:。、]{0,10}(?:存在的?|主要|工作)?(?:${troubles}|原因|成因|根源|症结)(?:和|与|及|以及|、)(?:其)?(?:成因|原因|根源|症结|20\\d\\d年|下一?步|今后|明年|改进|努力|工作|整改|应对|解决|打算|建议|对策|措施|举措|安排|计划|思路|方向)`,
);
const lacks =
  /^(?:工作)?(?:努力|落实|重视|抓得)不(?:够|足|到位)的(?:方面|地方|环节)$|^(?:自我|问题|对标)检视(?:剖析|情况)?$/;
const causes =
  /^(?:(?:法治政府|法治|依法行政)[^,;:。、]{0,6})?(?:其|主要|存在|产生|造成|形成|出现)?(?:上述|以上|这些)?(?:存在)?(?:问题|不足|短板|难点|差距)?(?:产生|存在|出现|形成)?的?(?:主要|根本|深层次|主客观)?(?:原因|成因|根源|症结|缘由|根由|病因|病灶)(?:何在|分析|剖析|探究|探析|查找|归纳|反思|说明|所在)?$/;
/** 化解历史遗留问题, 聚焦突出问题: somebody else's, or what was done about it. */
const treats =
  /解决(?!的)|化解|破解(?!的)|聚焦|着力|回应|整治|治理|补齐|补足|攻克|办好|处理|处置|排查|针对|消除|纠|紧盯|督促|推动|坚持|强化|直面|群众|企业|历史|遗留|投诉|信访/;

/** 为什么会这样, 问题为何产生: causes asked for. */
const asksWhy =
  /^[^,;:。、]{0,14}(?:为什么|为何|何以|因何)(?:会|还|有|这样|如此|存在|出现|产生|形成|差|难|不)|^(?:原因|根源|症结|根子|缘由|根由)(?:何在|在哪|是什么|有哪些)/;
/** 正视自身不足, 还差在哪里, 有哪些不足. */
const faced =
  /^(?:认清|认准|正视|看到|找准|找出|反思)(?:自身|工作|存在)?的?(?:不足|短板|差距|问题|弱项)(?:,|$)|^(?:聚焦|直面|紧盯|审视|对照)(?:自身|自己)的?(?:不足|短板|差距|问题|弱项)(?:,|$)/;
/** 这一年,法治建设还有老问题. */
const remains = /(?:还有|仍有|尚有|仍存)[^,;。]{0,6}(?:问题|不足|短板|差距|欠缺|弱项)$/;
const asks =
  /^(?:关于)?[“"]?(?:我们)?(?:还|尚|仍)?(?:差|缺|欠缺?|短|弱)(?:在|了)?(?:哪里|哪儿|哪|什么|多少|哪些)|^(?:还|尚|仍)?(?:有|存在)(?:哪些|什么|多少|多大)的?(?:问题|不足|差距|短板|困难)|^(?:问题|短板|不足|差距)(?:出)?(?:在哪|怎么看|何在|有哪些|是什么)/;

/** Whether a heading names causes and nothing else: 原因分析, 产生问题的主要原因, 为什么会这样. */
export const headsCauses = (text: string): boolean => causes.test(text) || asksWhy.test(text) || soughtWhy.test(text);

/** 三、原因, 3.不足: words of their own, too common inside longer headings to be phrases. */
export const namesTrouble = (text: string): boolean => /^(?:其|主要|存在)?(?:原因|不足|问题)$/.test(text);

/** 对照问题挖根源, 剖析原因 */
const soughtWhy =
  /(?:^|[,、:题距足板])(?:深?挖|查|找|剖析|分析|查找|追溯?)(?:准|清)?(?:思想)?(?:原因|根源|病根|症结|根子)$/;

/** Whether a heading of the body's own (二、自查发现的问题; 三、不足与打算) names its shortcomings. */
export function headsShortcomings(text: string): boolean {
  if (faced.test(text) || asks.test(text) || remains.test(text)) return true;
  if (text.length > 26 || treats.test(text.replace(/(?:问题|不足|短板).*$/, ''))) return false;
  return own.test(text) || coupled.test(text) || lacks.test(text) || headsCauses(text);
}

/**
 * 履行第一责任人职责情况及存在的不足 heads two parts, 履行职责方面存在的不足 one of shortcomings. Offsets of what names each, in the order
 * asked about; undefined where nothing does.
 */
export function joinsParts(heading: string, first: number | undefined, second: number | undefined): boolean {
  if (first === undefined || second === undefined || first >= second) return false;
  return /[、和及与,](?:其|今后|主要|自身|存在的?|20\d\d年度?|下一?[年步]|明年)?$/.test(heading.slice(first, second));
}

const keyFew = /关键少数[”"]?.{0,4}(?:履职|履责|履行|尽责|担责|示范|带动|引领|责任|作用|表率|带头抓)/;
const headsThemselves =
  /(?:书记|[局县市区州盟旗镇乡]长|主任|主要负责(?:人|同志)|一把手)[^。]{0,24}(?:第一责任|主持|带头|亲自)/;

/** “关键少数”履职情况 over what the heads themselves did; the few may be others as well. */
export const headsKeyFew = (heading: string, below: string): boolean =>
  keyFew.test(heading) && !/学法|普法|培训/.test(heading) && headsThemselves.test(below);

/** 主要举措、成效及存在的问题: a part whose earlier half is the work. */
export const joinsWork = (heading: string, says: HeadingSays): boolean =>
  joinsParts(heading, says.get('work'), says.get('problem'));

/** 主要负责人履职情况及法治政府建设工作情况: offsets of what names the heads' duties, and the work behind it. */
export const namesWorkToo = (heading: string, heads: number | undefined, work: number | undefined): boolean =>
  heads !== undefined && work !== undefined && /[、和及与]/.test(heading.slice(heads, work));

/** Whether a heading says of the work that it is planned: 主要工作设想. */
export const headsPlannedWork = (text: string): boolean =>
  /^(?:主要|重点)工作(?:设想|打算|安排|计划|思路|考虑|目标)$/.test(text);

/** The smaller of two offsets; undefined where there is neither. */
export const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

const remedies =
  /^[^,;。:]{0,14}(?:目标|计划|打算|安排|方向|对策|措施|举措|办法|思路|设想|规划|任务|重点)(?:(?:和|与|及|、)(?:对策|措施|举措|办法|建议|计划|安排|打算|方向))?$|(?:应对|改进|破解|整改)之[策道]$|^(?:明确|锚定|找准)(?:方向|目标)|怎么[做办干]$|^(?:下一?步)?(?:整改|改进|提升|努力)(?:的(?:方面|方向)|落实|提升)?$/;
const carriedOut = /已[经于完整全制对将]|均已|完成整改|整改(?:完成|到位|完毕)|销号|取得(?:了)?[^,。]{0,6}成效/;

/** 四、整改措施 behind the shortcomings: what is to be done about them, unless the part tells what has been done. */
export function headsRemedies(text: string, part: string): boolean {
  if (/^(?:成因|原因|根源|症结)/.test(text)) return false;
  return (remedies.test(text) || remediesIn.test(text)) && !carriedOut.test(part);
}
/** 整改措施落在实: one of a couplet. */
const remediesIn = /^(?:整改|改进|提升|努力)(?:措施|举措|方向|对策)[^,;:。]{2,6}$/;

/** 2025年初步考虑, in a report of 2024: a line of its own. A day (2025年1月20日) heads nothing. */
export function headsYear(line: string, reportYear: number | null): boolean {
  if (reportYear === null || !line.startsWith(`${reportYear + 1}年`)) return false;
  return /(?:安排|打算|考虑|重点|任务|目标|计划|思路|举措|措施|展望|设想|方向|要点)/.test(line);
}

const label = '[一二三四五六七八九十\\d]{0,2}:';
const remedyLabel = new RegExp(
  `^(?:(?:整改|改进|解决|应对|工作|努力|提升|今后|明年|下一?步)?(?:工作)?(?:对策|措施|举措|办法|打算|思路|思考|建议|方向|安排|计划)|(?:重点|主要|工作)任务|改进|整改|下一?步(?:工作)?)${label}|^(?:整改|改进)?(?:对策|措施|举措)。`,
);
const troubleLabel = new RegExp(
  `^(?:(?:存在的?|主要)?(?:问题|不足|短板|差距|弱项)|(?:主要|存在|产生)?原因|成因|症结|根源|剖析|归因)(?:分析)?${label}`,
);

/** 对策:… and, at the begin of a paragraph, 问题二:… in a part that goes through its shortcomings one by one. */
export function labelled(sentence: string, starts: boolean): 'plan' | 'problem' | null {
  if (remedyLabel.test(sentence) && !carriedOut.test(sentence)) return 'plan';
  return starts && troubleLabel.test(sentence) ? 'problem' : null;
}

const we =
  '(?:我[省市县区州旗盟局镇乡厅委办院所社台署馆站队关会校]|我(?:街道|们|单位|中心|部门|[大支总]队|分局)|本[局镇乡委]|全[局镇乡县区市])(?:上下)?';
const sets = '(?:将|拟|准备|打算|计划)';
const into =
  '(?:继续|进一步|持续|重点|着力|更|从|采取|采用|按照|围绕|聚焦|紧紧|紧扣|坚持|切实|始终|抓|做好|全力|努力|不断|加大|对症|以更|如下)';
/** 后续我局将重点…, 踏上新征程,我局将以更大力度…: 将…纳入 has another meaning. */
const intention = new RegExp(`^(?:[^,。;:]{0,14},)?(?:[^,。;:]{0,8})?${we}(?:${sets}${into}|打算|准备)`);
const placed = /纳入|列入|作为|列为|融入|贯穿|摆[在上]|放在|转化为|写入|与[^,。]{0,14}(?:结合|融合)/;
/** 针对上述问题,我局将采取…; 为补齐短板,拟…: what is to be done about what stands above. */
const answers = new RegExp(
  `^(?:[对为]此|(?:有?鉴于|基于|针对)此|(?:针对|为|对|围绕|面对)(?:以上|上述|存在的?|这些|此类|补齐|解决)[^。,;:]{0,14}|针对[^。,;:]{2,40}(?:问题|不足|短板|差距|薄弱环节|实际)),[^。,;:]{0,14}(?:${sets}|要(?!求))(?!.{0,20}已)`,
);

/** 以上三个问题,我们将在2021年重点解决:一是…; 我局将认真研究 alone arranges nothing. */
const takes = new RegExp(
  `^(?:以上|上述|这些)[^。,;:]{0,8}(?:问题|不足|短板|差距|弱项|薄弱环节),[^。,;:]{0,14}${sets}[^。;]{0,24}(?::|年|下一?步)`,
);

export const takesUp = (sentence: string): boolean => takes.test(sentence);

/** Whether a paragraph begins by saying what the body will do. */
export function saysIntention(sentence: string): boolean {
  if (answers.test(sentence) || takesUp(sentence)) return true;
  const clauses = /^[^。;]{0,60}/.exec(sentence)?.[0] ?? '';
  return intention.test(sentence) && !placed.test(clauses);
}

/** 按照下一步工作要求,完成…; 为此,我乡专门成立了领导小组: a word of plans in a sentence that tells what is done. */
export function tellsDeed(sentence: string): boolean {
  if (/^为此,/.test(sentence)) {
    return !willDo.test(sentence) || (/[了已]|累计|先后|专门/.test(sentence) && !/将|拟|下一步/.test(sentence));
  }
  return (
    /^(?:按照|根据|对照|围绕|结合|落实)/.test(sentence) && !/将|要(?!求)|拟|计划|继续|力争|打算|着力/.test(sentence)
  );
}

const willDo = /将|拟|要|下一步|下步|计划|准备|打算|争取|力争|继续|进一步|着力|建议|一是|[:;]|加强|强化|加大/;

/** 存在问题的企业12家已整改 tells of others; 清醒认识到法治建设的重要性 of no shortcoming at all. `at`: where the cue stands. */
export function tellsOfOthers(sentence: string, at: number): boolean {
  const said = sentence.slice(at);
  if (/^清醒/.test(said)) return !/问题|不足|短板|差距|困难|薄弱|弱项|欠缺|不够|有待|隐忧|距离|跟不上/.test(said);
  return /^存在[^,。;:]{0,8}?(?:问题|短板|不足|隐患|困难)的(?!是|[^,。;]{0,6}(?:原因|根源))[^,。;:]{0,14}(?:\d|进行|开展|实施|下达|已|予以)/.test(
    said,
  );
}

/** What of a marker is not its number: 、 of 3、, () of (二). */
export const styleOf = (marker: string): string =>
  marker.replace(/[一二三四五六七八九十\d\s]/g, '').replace(/[①-⑳]/g, '①');

/**
 * The style of marker that counts the parts where a report has no 一、 and numbers from small to large (1、 above (一), or
 * 1、 above 1.); null where the usual order holds.
 */
export function invertedStyle(outline: readonly { readonly level: number; readonly marker: string }[]): string | null {
  const first = outline[0];
  if (first === undefined || outline.some(heading => heading.level === 1)) return null;
  const style = styleOf(first.marker);
  const under = outline.some(heading => heading.level <= first.level && styleOf(heading.marker) !== style);
  return under && outline.filter(heading => styleOf(heading.marker) === style).length > 1 ? style : null;
}

const intends =
  /将|要|拟|计划|继续|力争|争取|确保|^,一是|进一步|重点|之年|着力|持续|^[^。]{0,12}(?:抓好|抓[一二三四五六七]件|做好|围绕|聚焦|深化|突出|打造|实施|开展|推进|加强|强化|健全|完善)(?![^。]*(?:已|了))/;

/** Whether the sentence begins with the year and speaks of intentions; a month behind the year tells an event. */
export function opensYear(flat: string, from: number, to: number, year: number): boolean {
  const written = `${year}年`;
  if (!flat.startsWith(written, from)) return false;
  const rest = flat.slice(from + written.length, to);
  return !/^\d{1,2}月/.test(rest) && intends.test(rest);
}
