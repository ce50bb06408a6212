/** What a report calls itself where no title tells: 我局, 全镇, 现将青禾镇2023年度…报告如下. */
import { allMatches } from '../read/all-matches.ts';
import { countyCities, prefectureCities, provinceCities } from './divisions.ts';
import { type CityHint, lastPlace, levelOfPlace } from './places.ts';
import type { Level } from './types.ts';

/** A government's office that reports of its own work (我办, 办公室党组), not for its government. */
export const isOwnOffice = (name: string, flat: string): boolean =>
  /政府办(?:公室|公厅)?$/.test(name) &&
  /我办|我室|本办|办公[室厅]党组|办公[室厅]主要负责人|办公[室厅]主任(?:为|任|担任)组长|政府办(?:公[室厅])?(?:下设|内设)/.test(
    flat,
  );

/** 青禾镇 as 青禾镇人民政府, 望汐街道 and 望汐街 as 望汐街道办事处, where the text says so. */
export function officeOf(place: string, flat: string): string {
  const office = /街道?$/.test(place) ? `${place.replace(/街$/, '街道')}办事处` : `${place}人民政府`;
  return flat.includes(office) ? office : place;
}

const selfNames = new Set(['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡', '街道', '局', '委', '办', '院', '厅']);

/** A department speaks of its county more often than of itself; a government never calls itself 我局. */
const opensAsDepartment = /(?:将|现就|来|年|,|。|\n|^)(?:我|本)分?([局委厅])(?!们)/;
/** 局党组, 厅领导班子, with nothing before it that would make it another's. */
const innerBody =
  /(?:^|[\n,。;、:]|[一二三四五六七八九]是|在|由|经|对|明确|形成了?|加强|强化|落实|纳入|列入|发挥|提交)([局厅委])(?:党组|党委|领导|班子|机关|主要)/;

/** What the report calls itself after 我: 省, 市, 县, 区, 局 …; the most frequent, or how it opens. */
export function selfName(flat: string): string | null {
  const opens = opensAsDepartment.exec(flat.slice(0, 500))?.[1];
  if (opens !== undefined) return opens;
  const counts = new Map<string, number>();
  for (let at = flat.indexOf('我'); at !== -1; at = flat.indexOf('我', at + 1)) {
    const name = flat.startsWith('街', at + 1) ? '街道' : flat.charAt(at + (flat.startsWith('分局', at + 1) ? 2 : 1));
    if (selfNames.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  // 我市审计工作, 我局: a bureau that speaks of its city, where nothing tells of a government's meetings.
  const bureau = ['局', '委', '厅'].find(name => counts.has(name));
  if (bureau !== undefined && !/(?:政府|^)常务会/.test(flat)) return bureau;
  // An autonomous region calls itself 我区 as a district does.
  return best === '区' && /(?:^|[,。;\n])自治区(?:人民政府|党委|主席)/.test(flat.slice(0, 1500)) ? '自治区' : best;
}

/** A text that says 我局 or 我镇 and no name, put up by a 局 or a 镇人民政府; what a 司法局 puts up may be any body's. */
export function speaksAs(name: string, flat: string): boolean {
  const township = /(镇|乡|街道)(?:人民政府|办事处)$/.exec(name)?.[1];
  if (township !== undefined) return selfName(flat) === township;
  return /[局委厅]$/.test(name) && !name.includes('司法') && selfName(flat) === name.at(-1);
}

/** 全县, 全镇; 全局干部 is a bureau's, 工作全局 is nobody's, 全县教育系统 is a branch. */
const wholeName =
  /全(?![省市县区旗州盟][\p{Script=Han}]{2,12}系统)(县|区|旗|州|盟|镇|乡|街道|局(?=上下|干部|各|系统|工作人员|党员|职工|共))/u;

/** Whose government opens the text without its place: 省人民政府关于…, 2023年,县委、县政府坚持…. */
export function openingGovernment(flat: string): string | null {
  const said =
    /(?:^|[,。;:\n]|现将)([省市县区旗州盟])(?:委[、和]?[省市县区旗州盟])?(?:人民)?政府(?=关于|坚持|始终|高度|认真|深入|全面|紧紧|切实|按照|在|20\d\d年)/.exec(
      flat.slice(0, 800),
    );
  return said?.[1] ?? null;
}

/** 街道内设各科室…: a street office that names itself by nothing else; 各街道 and 镇街道 do not open so. */
const opensAsStreet =
  /(?:^|[,。;\n来])(?:街道(?!\(|、|和)|(?:镇|乡)党委、政府)[\s\S]*[,。;\n](?:街道(?!\(|、|和)|(?:镇|乡)党委)/;

/** 纳入乡党委理论学习中心组, 镇党委会议先后研究: the party committee of a township, of one that speaks. */
const townshipParty =
  /(?:^|[\n,。;、:]|纳入|列入|由|经|在|向|是)(?:镇|乡|街道)党(?:工)?委(?:理论|会|书记|班子|坚持|把|将|带头|全年|组织)/;

/** What a report calls itself at its beginning (我局, 全镇), as a level, where no name was read. */
export function levelOfSpeaker(flat: string, hint: CityHint): Level | null {
  const own = selfName(flat);
  if (own === null && opensAsStreet.test(flat)) return 'township';
  const speaks = own ?? wholeName.exec(flat.slice(0, 1500))?.[1] ?? openingGovernment(flat);
  // 全市司法行政系统, 市局: a department that speaks for its branch, where nothing else names it.
  if (own === null || speaks === '市') {
    if (/全[省市县区旗州盟][\p{Script=Han}]{2,12}系统/u.test(flat.slice(0, 300))) return 'department';
  }
  if (speaks === null) return innerBody.test(flat) ? 'department' : townshipParty.test(flat) ? 'township' : null;
  if (/[局委办院厅]/.test(speaks)) return 'department';
  if (speaks !== '市' || hint === 'city') return levelOfPlace(`某${speaks}`, hint);
  return /各乡镇|各镇|镇街|乡镇\(街道\)|镇\(街道\)/.test(flat) ? 'county' : 'city';
}

const opensName =
  /(?:^|[,。;:\n下来]|年度|年|将|现就|公布|编制)([\p{Script=Han}]{1,22}?(?:省|市|县|区|旗|州|盟|乡|镇|街道?|局|厅|委员会|(?:健康|卫健|改革|发改|国资|经信|工信|民宗|城管|住建|交通|商务)委|办公室|党政办|政府办|管委会))(?=(?:\([^()\n]{2,40}\))?(?:人民政府(?:办公室)?|委[、和]?[省市县区旗州盟](?:人民)?政府|办事处|党工委|党委|党组|领导班子|、|政府)*,?(?:始终|一直|全面|认真|深入|紧紧|切实|积极|法治政府建设|法治建设|推进|在|以|高度|持续|深刻|扎实|紧扣|聚焦|围绕|坚持|坚决|牢牢|严格|落实|贯彻|把|将|根据|按照|对照|对标|立足|高举|践行|笃行|锚定|坚定|树牢|主动|充分|对?20\d\d年))/gu;
/** 参加…局, 根据…区: what stands before the body is no name. */
const noName =
  /^(?:[省市县区州旗盟乡镇]|自治[区州县旗])$|委[省市县区]$|[市县区局班]和|培训|建设示范|创建|推进|我|全[省市县区州旗盟乡镇局]|各|本|该|上级|有关|中央|依法治|^(?:参加|根据|按照|组织|报|向|由|经|对|在|于|国家|配合|协助|联合|会同|邀请|结合|推动|围绕|为|紧扣|紧贴|聚焦|立足|依托|成立|组建|制定|印发|出台|修订|调整|主动|充分|进一步|不断|加强|强化|完善|健全|深化|建立)|在[镇乡]$|贯彻|落实|纳入|利用|召开|的|领导|纲要|人大|政协/;

/** 镇某县, 乡某县, 市北区: names whose first character is else a unit. */
const beginsAsUnit = /^(?:[镇乡][\p{Script=Han}]{1,5}(?<![辖片社城])[县市区]|市[中南北]区)$/u;

/** 中共某某县委员会,某某县人民政府: names whom the report goes to. */
function inSalutation(opening: string, at: number): boolean {
  const from = opening[at] === '\n' ? at + 1 : opening.lastIndexOf('\n', at) + 1;
  const end = opening.indexOf('\n', from);
  return end > 0 && /^[^。;]{4,60}(?<!如下):$/.test(opening.slice(from, end));
}

/**
 * 青禾县人民政府坚持…, 云山市坚持…, 区审计局在…领导下, in the opening. Of a place that only a document named first (根据《云山市…要点》)
 * a bureau speaks that is named behind it.
 */
export function namedInOpening(opening: string, speaks: string | null, flat: string): string | null {
  const paper = ownPaper.exec(opening.slice(0, 600))?.[1];
  if (paper !== undefined && !noName.test(paper)) return paper;
  const names = allMatches(opening.slice(0, 600), opensName);
  const inPaper = (at = 0): boolean => opening.lastIndexOf('《', at) > opening.lastIndexOf('》', at);
  const bureaus = inPaper(names[0]?.index)
    ? names.filter(({ index, 1: name = '' }) => /[局厅委会办室]$/.test(name) && !inPaper(index))
    : [];
  // 对照《2024年云山市…要点》 names no body that speaks of itself as 局党组, 委领导班子.
  const others = innerBody.test(flat) && speaks === null ? names.filter(({ index }) => !inPaper(index)) : names;
  return firstName(bureaus, opening, speaks, flat) ?? firstName(others, opening, speaks, flat);
}

/** 现将《云山市水利局2023年法治政府建设情况报告》予以公布. */
const ownPaper =
  /现将?《([\p{Script=Han}]{3,22}?(?:局|厅|委员会|人民政府|办事处))(?:关于)?20\d\d年[^《》\n]{0,30}(?:报告|总结)》[^,;。\n]{0,8}(?:公布|公开|公示|上报|报上|呈上)/u;

const verbBefore = /^.*(?:推进|推动|促进|加快|深化|调整|提升|加强|提高|强化)/;

function firstName(
  names: readonly RegExpMatchArray[],
  opening: string,
  speaks: string | null,
  flat: string,
): string | null {
  for (const match of names) {
    const index = match.index as number;
    const named = (match[1] as string).replace(/^(?:现[将就]|[现特兹]?(?:公布|编制))/, '');
    // 推进青禾镇法治政府建设, 以服务强化青禾镇法治建设: what goes before is no part of the name.
    const forwards = /^法治(?:政府)?建设/.test(opening.slice(index + match[0].length));
    const name = forwards ? named.replace(verbBefore, '') : named;
    if (name.length < 2 || noName.test(name) || inSalutation(opening, index)) continue;
    if (/[局厅委会办室]$/.test(name)) {
      // 2023年,县司法局…我县: who opens the text speaks, even where it says 我县 later on; names of documents before it do not count.
      const opens = opening.slice(0, index).replace(/《[^《》]*》/g, '').length < 60;
      if (!opens && speaks !== null && !/[局厅委办院]/.test(speaks)) continue;
      if (name.length >= 4 && (opens || lastPlace(name) !== null || /^[省市县区州旗盟]/.test(name))) return name;
      continue;
    }
    if (/^[省市县区州旗盟乡镇]/.test(name) && !beginsAsUnit.test(name)) continue;
    const unit = /街道?$/.test(name) ? '街道' : (name.at(-1) as string);
    if (speaks !== null && speaks !== unit && !(speaks === '市' && unit === '州')) continue;
    const place = lastPlace(name);
    if (place === null) continue;
    const office = /^人民政府办公[室厅]/.exec(opening.slice(index + match[0].length))?.[0];
    if (office !== undefined && isOwnOffice(office, flat)) return `${place}${office}`;
    return /[乡镇]$/.test(place) || unit === '街道' ? officeOf(name, flat) : place;
  }
  return null;
}

const township =
  /(?:20\d\d年(?:度)?|[,。;\n《](?:结合|立足)?)([\p{Script=Han}]{2,4}?(?:镇|乡|街道))(?=组织|开展|召开|实际,|20\d\d年|人民政府(?!的|关于))/gu;
const servedTownship =
  /(?:强化|推进|推动|加强|深化|提升)((?:(?![各全本我该乡村城小重中心])[\p{Script=Han}]){2,4}?(?:镇|乡|街道))(?=法治|依法)/gu;

/** 2022年青禾镇组织开展…, 结合青禾镇实际, 《青禾镇2023年…计划》, 强化青禾镇法治建设 beside 我镇, further down. */
export function namedAsTownship(flat: string, speaks: string | null): string | null {
  if (speaks === null || !['镇', '乡', '街道'].includes(speaks)) return null;
  for (const [, name = ''] of allMatches(flat, township)) {
    if (name.endsWith(speaks) && !noName.test(name)) return officeOf(name, flat);
  }
  for (const [, name = ''] of allMatches(flat, servedTownship)) {
    if (name.endsWith(speaks) && !noName.test(name)) return name;
  }
  return null;
}

/** A city called without 市 (2023年,云山坚持…) that is in the lists, where the text elsewhere says it in full. */
export function listedCity(opening: string, flat: string): string | null {
  for (const match of allMatches(
    opening.slice(0, 300),
    /(?:^|[,。\n])([\p{Script=Han}]{2,4})(?=坚持|始终|深入|全面)/gu,
  )) {
    const name = match[1] as string;
    const known = prefectureCities.has(name) || countyCities.has(name) || provinceCities.has(name);
    if (known && flat.includes(`${name}市`)) return `${name}市`;
  }
  return null;
}

const placeOfDrive = /(?:(?<!依)法治|平安|数字|清廉|信用)([\p{Script=Han}]{2,3}?)(?:建设|[”,。、;]|的)/gu;

/** 法治青禾, 平安青禾 beside 我区: 青禾区. */
export function namedByWe(flat: string, speaks: string | null): string | null {
  if (speaks === null || !'省市县区旗州'.includes(speaks)) return null;
  const counts = new Map<string, number>();
  for (const match of allMatches(flat, placeOfDrive)) {
    const name = match[1] as string;
    if (!notPlaces.test(name) && !provinces.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best, often] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (best === undefined) return null;
  const name = best.endsWith(speaks) ? best : `${best}${speaks}`;
  // 现场法治述职: two characters told once may be any word.
  return (often ?? 0) > 1 || flat.includes(name) ? name : null;
}

/** 制定《青禾县贯彻落实…分工》 beside 我县, 制定《青禾县水利局2023年…要点》 beside 我局: a body names itself in its own papers. */
export function namedInPapers(flat: string, speaks: string | null): string | null {
  if (speaks === '局') {
    const names = new Set(Array.from(flat.matchAll(ownBureau), ([, name]) => name as string));
    const [name] = names;
    return names.size === 1 && name !== undefined && !noName.test(name) ? name : null;
  }
  if (speaks === '市') {
    const city = ownCity.exec(flat)?.[1];
    return city === undefined || noName.test(city) ? null : city;
  }
  if (speaks === null || !'县旗区'.includes(speaks)) return null;
  const own =
    /(?:制定|印发|出台|修订|编制|制发|公布)了?[《〈]([\p{Script=Han}]{1,6}?[县旗区])(?!委|政府|级|域|乡|块)/gu;
  for (const [, name = ''] of flat.matchAll(own)) if (name.endsWith(speaks) && !noName.test(name)) return name;
  return null;
}
const ownCity =
  /(?:制定|印发|出台|修订|编制|制发|公布)了?[《〈]((?!关于|全市|做好)[\p{Script=Han}]{2,5}市)(?=20\d\d|贯彻|法治|依法|关于|人民政府|行政|重大)/u;
const ownBureau =
  /(?:制定|印发|出台|修订|编制|制发)(?:并(?:实施|印发))?了?[《〈]([\p{Script=Han}]{1,10}[市县区旗州盟][\p{Script=Han}]{2,14}?局)(?=20\d\d|关于|法治|依法|行政|重大|普法|领导|学法|权责|规范|合法|执法)/gu;

/** 平安某省建设示范县: the province's name, not the county's. */
const provinces =
  /^(?:河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|广西|西藏|宁夏|新疆|内蒙古|黑龙江)$/;
const notPlaces =
  /述|政府|中国|社会|国家|宣传|教育|思维|思想|意识|文化|素养|营商|环境|保障|工作|体系|队伍|机构|机关|督察|轨道|方式|能力|化|乡村|乡镇|校园|企业|医院|交通|家庭|经济|政务|治理|观念|理念|信仰|人才|力量|水平|进步|示范|事业|实践|体检|副校|讲座|讲堂|课|培训|氛围|阵地|广场|公园|城市|社区|单位|创建|规划|领域|审核|员|人|信息|平台|法院|法治|边界|街道|日常|我|全/;
