/** Reads title, bodies, levels, year, numbers and dates of a report. */

import { normaliseUnits } from '../read/copy-table.ts';
import { readCovering } from './covering.ts';
import { findDate, findYear } from './dates.ts';
import { countyCities, prefectureCities, provinceCities } from './divisions.ts';
import { type FieldRead, fieldsOfLine } from './fields.ts';
import { type Frame, isTailLine, signedAndDated } from './frame.ts';
import { cutLine, type Line } from './lines.ts';
import { isDateLine, isSignatureLine } from './paragraphs.ts';
import { bodiesOf, type CityHint, lastPlace, levelOfBody, levelOfPlace, subjectOf } from './places.ts';
import { fieldAt, type HeadFields, readHead } from './title.ts';
import { bodiesInTitle, placeInTitle } from './title-names.ts';
import type { Copy, Field, Heading, Level, Metadata } from './types.ts';

export interface MetadataSources {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly visible: readonly number[];
  readonly frame: Frame;
  readonly copy: Copy;
  readonly outline: readonly Heading[];
}

export function readMetadata(sources: MetadataSources): Metadata {
  const { text, lines, visible, frame, copy } = sources;
  const head = readHead(text, lines, visible, frame);
  const tail = readTail(sources);
  const covering = tail.issuer === null || tail.date === null ? readCovering(lines, visible, frame) : null;
  const signer = tail.issuer ?? (covering === null ? null : joined(text, [covering.signer]));
  const coveringDate: Field<string> | null =
    covering === null
      ? null
      : { value: covering.date, place: { start: covering.dateLine.start, end: covering.dateLine.end } };
  const fields = [...head.fields, ...tail.fields];
  const opening = copy.flat.slice(0, 1500);
  const hint = cityHint(copy.flat);
  const signed = fieldDate(fields, /^(?:公文)?(?:成文|生成|印发)/) ?? tail.date ?? coveringDate ?? head.date;
  const published = fieldDate(fields, /^(?:发文|发布|公开|公布|日期$|时间$)/);
  const titleBodies = head.title === null ? [] : bodiesInTitle(head.title.value);
  const publisher =
    fields.find(
      field =>
        /^(?:发布|发文|制发|公开)(?:机构|单位|机关|主体)$/.test(field.label) && /\p{Script=Han}{2}/u.test(field.value),
    ) ??
    fields.find(
      field =>
        /来源$/.test(field.label) &&
        levelOfBody(field.value, hint) !== null &&
        field.value.length <= 24 &&
        !/网站?$/.test(field.value),
    );
  const issuer =
    signer ??
    (titleBodies.length > 0 && head.title !== null
      ? { value: titleBodies.join('、'), place: head.title.place }
      : publisher === undefined
        ? null
        : fieldAt(text, publisher.start, publisher.end));
  const subject = findSubject(head, titleBodies, signer, opening, copy.flat, hint);
  const issuerLevel = issuer === null ? null : levelOfBody(issuer.value, hint);
  const subjectLevel =
    subject === null
      ? levelOfSpeaker(copy.flat, hint)
      : isOwnOffice(subject.value, copy.flat)
        ? 'department'
        : (levelOfBody(subject.value, hint) ?? levelOfPlace(subject.value, hint));
  return {
    title: head.title,
    subject,
    issuer,
    addressee: head.addressee,
    issuerLevel: issuerLevel ?? (issuer === null ? subjectLevel : null),
    subjectLevel,
    reportYear: findReportYear(sources, head, signed?.value ?? published?.value ?? null),
    documentNumber: head.documentNumber,
    indexNumber: indexNumber(text, fields),
    signedDate: signed,
    publishedDate: published,
    fields: fields.map(field => ({
      label: field.label,
      value: text.slice(field.start, field.end),
      place: { start: field.start, end: field.end },
    })),
  };
}

function indexNumber(text: string, fields: readonly FieldRead[]): Field<string> | null {
  const field = fields.find(candidate => /索引/.test(candidate.label) && /\d/.test(candidate.value));
  return field === undefined ? null : fieldAt(text, field.start, field.end);
}

function fieldDate(fields: readonly FieldRead[], label: RegExp): Field<string> | null {
  for (const field of fields) {
    if (!label.test(field.label) || !/日期|时间/.test(field.label)) continue;
    const date = findDate(field.value);
    if (date !== null) {
      const start = field.start + date.index;
      return { value: date.iso, place: { start, end: start + date.length } };
    }
  }
  return null;
}

interface Tail {
  readonly issuer: Field<string> | null;
  readonly date: Field<string> | null;
  readonly fields: readonly FieldRead[];
}

function readTail(sources: MetadataSources): Tail {
  const { text, lines, visible, frame } = sources;
  const signers: Line[] = [];
  let date: Field<string> | null = null;
  const fields: FieldRead[] = [];
  for (let at = frame.tailFrom; at < visible.length; at += 1) {
    const line = lines[visible[at] as number] as Line;
    fields.push(...fieldsOfLine(line));
    const both = signedAndDated(line);
    if (both !== null) {
      signers.push(cutLine(line, both.body.length));
      date ??= { value: both.date, place: { start: line.start, end: line.end } };
    } else if (isDateLine(line)) {
      const read = findDate(line.tight);
      if (read !== null) date ??= { value: read.iso, place: { start: line.start, end: line.end } };
    } else if (isSignatureLine(line) && isTailLine(line) && date === null && !/^附件|^抄/.test(line.text))
      signers.push(line);
  }
  const issuer = joined(text, signers);
  if (issuer !== null || date !== null) return { issuer, date, fields };
  return { ...runInTail(sources), fields };
}

function joined(text: string, signers: readonly Line[]): Field<string> | null {
  const first = signers[0];
  const last = signers.at(-1);
  if (first === undefined || last === undefined) return null;
  const names = signers.flatMap(line => bodiesOf(text.slice(line.start, line.end)));
  return { value: names.join('、'), place: { start: first.start, end: last.end } };
}

/** Signature and date that the lost line breaks ran into the last sentence. */
function runInTail(sources: MetadataSources): { issuer: Field<string> | null; date: Field<string> | null } {
  const { copy, text } = sources;
  const from = Math.max(0, copy.flat.length - 120);
  const match =
    /[。!](?:特此报告。)?([^,。;:!?\n]{0,40}?)\n?((?:20\d\d|[二〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)[^。]{0,30}$/.exec(
      copy.flat.slice(from),
    );
  const name = match?.[1];
  const written = match?.[2];
  if (match === null || name === undefined || written === undefined) return { issuer: null, date: null };
  const read = findDate(written);
  const at = from + match.index + match[0].indexOf(name + written);
  const place = (start: number, size: number) => ({
    start: copy.at[start] as number,
    end: (copy.at[start + size - 1] as number) + 1,
  });
  const signed = name.length >= 3 && levelOfBody(name) !== null ? place(at, name.length) : null;
  return {
    issuer: signed === null ? null : { value: text.slice(signed.start, signed.end), place: signed },
    date: read === null ? null : { value: read.iso, place: place(at + name.length, written.length) },
  };
}

function findSubject(
  head: HeadFields,
  titleBodies: readonly string[],
  signer: Field<string> | null,
  opening: string,
  flat: string,
  hint: CityHint,
): Field<string> | null {
  if (head.title !== null) {
    const place = head.title.place;
    if (titleBodies.length > 0) {
      const office = titleBodies[0] as string;
      if (isOwnOffice(office, flat)) return { value: office, place };
      const subject = subjectOf(titleBodies, hint);
      if (subject !== null) return { value: longer(subject, signer), place };
    }
    const named = placeInTitle(head.title.value);
    if (named !== null) return { value: fullName(named, signer, flat), place };
  }
  const speaks = selfName(flat);
  if (signer !== null) {
    const level = levelOfBody(signer.value, hint);
    const apart = level === 'party-committee' || (level === 'department' && speaks !== '局' && speaks !== null);
    if (!apart) {
      const subject = subjectOf(signer.value.split('、'), hint);
      if (subject !== null) return { value: subject, place: signer.place };
    }
  }
  const named = namedInOpening(opening, speaks, flat) ?? listedCity(opening, flat) ?? namedByWe(flat, speaks);
  if (named !== null) return { value: named, place: null };
  const subject = signer === null ? null : subjectOf(signer.value.split('、'), hint);
  return subject === null ? null : { value: subject, place: signer?.place ?? null };
}

/** A government's office that reports of its own work (我办, 办公室党组), not for its government. */
const isOwnOffice = (name: string, flat: string): boolean =>
  /政府办(?:公室|公厅)?$/.test(name) &&
  /我办|我室|本办|办公[室厅]党组|办公[室厅]主要负责人|办公[室厅]主任(?:为|任|担任)组长|政府办(?:公[室厅])?(?:下设|内设)/.test(
    flat,
  );

/** A township or department is called by its full name where the text gives it; nothing is added that it does not say. */
function fullName(name: string, signer: Field<string> | null, flat: string): string {
  if (!/(?:乡|镇|街道|局|委|办|院|中心)$/.test(name)) return name;
  if (signer?.value.includes(name) === true && !/依法治|、/.test(signer.value)) return signer.value;
  return officeOf(name, flat);
}

/** 青禾镇 as 青禾镇人民政府, 望汐街道 as 望汐街道办事处, where the text says so. */
function officeOf(place: string, flat: string): string {
  const office = place.endsWith('街道') ? `${place}办事处` : `${place}人民政府`;
  return flat.includes(office) ? office : place;
}

/** A title may shorten the name (卫生健康委) that the signature gives in full (卫生健康委员会). */
function longer(subject: string, signer: Field<string> | null): string {
  const full =
    signer?.value.startsWith(subject) === true && /(?:局|委|办)$/.test(subject) && !signer.value.includes('、');
  return full ? (signer?.value ?? subject) : subject;
}

const selfNames = new Set(['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡', '街道', '局', '委', '办', '院', '厅']);

/** A department speaks of its county more often than of itself; a government never calls itself 我局. */
const opensAsDepartment = /(?:将|现就|来|,|。|\n|^)(?:我|本)([局委厅])(?!们)/;
/** 局党组, 厅领导班子, with nothing before it that would make it another's. */
const innerBody =
  /(?:^|[\n,。;、:]|[一二三四五六七八九]是|在|由|经|对|明确|形成了?|加强|强化|落实|纳入|列入|发挥|提交)([局厅])(?:党组|党委|领导|班子|机关|主要)/;

/** What the report calls itself after 我: 省, 市, 县, 区, 局 …; the most frequent, or how it opens. */
function selfName(flat: string): string | null {
  const opens = opensAsDepartment.exec(flat.slice(0, 500))?.[1];
  if (opens !== undefined) return opens;
  const counts = new Map<string, number>();
  for (let at = flat.indexOf('我'); at !== -1; at = flat.indexOf('我', at + 1)) {
    const name = flat.startsWith('街道', at + 1) ? '街道' : flat.charAt(at + 1);
    if (selfNames.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  // An autonomous region calls itself 我区 as a district does.
  return best === '区' && /(?:^|[,。;\n])自治区(?:人民政府|党委|主席)/.test(flat.slice(0, 1500)) ? '自治区' : best;
}

/** 全县, 全镇; 全局干部 is a bureau's, 工作全局 is nobody's. */
const wholeName = /全(县|区|旗|州|盟|镇|乡|街道|局(?=上下|干部|各|系统|工作人员|党员|职工|共))/;

/** Whose government opens the text without its place: 省人民政府关于…, 2023年,县委、县政府坚持…. */
function openingGovernment(flat: string): string | null {
  const said =
    /(?:^|[,。;:\n]|现将)([省市县区旗州盟])(?:委[、和]?[省市县区旗州盟])?(?:人民)?政府(?=关于|坚持|始终|高度|认真|深入|全面|紧紧|切实|按照|在|20\d\d年)/.exec(
      flat.slice(0, 800),
    );
  return said?.[1] ?? null;
}

/** 街道内设各科室…: a street office that names itself by nothing else; 各街道 and 镇街道 do not open so. */
const opensAsStreet =
  /(?:^|[,。;\n来])(?:街道(?!\(|、|和)|(?:镇|乡)党委、政府)[\s\S]*[,。;\n](?:街道(?!\(|、|和)|(?:镇|乡)党委)/;

/** What a report calls itself at its beginning (我局, 全镇), as a level, where no name was read. */
function levelOfSpeaker(flat: string, hint: CityHint): Level | null {
  const own = selfName(flat);
  if (own === null && opensAsStreet.test(flat)) return 'township';
  const speaks = own ?? wholeName.exec(flat.slice(0, 1500))?.[1] ?? openingGovernment(flat);
  // 全市司法行政系统, 市局: a department that speaks for its branch.
  if (speaks === null || speaks === '市') {
    if (/全[省市州盟][\p{Script=Han}]{2,12}系统/u.test(flat.slice(0, 300))) return 'department';
  }
  if (speaks === null) return innerBody.test(flat) ? 'department' : null;
  if (/[局委办院厅]/.test(speaks)) return 'department';
  if (speaks !== '市' || hint === 'city') return levelOfPlace(`某${speaks}`, hint);
  return /各乡镇|各镇|镇街|乡镇\(街道\)|镇\(街道\)/.test(flat) ? 'county' : 'city';
}

const opensName =
  /(?:^|[,。;:\n下来]|年|年度|将|现就|公布|编制)([\p{Script=Han}]{1,22}?(?:省|市|县|区|旗|州|盟|乡|镇|街道|局|厅|委员会|(?:健康|卫健|改革|发改|国资|经信|工信|民宗|城管|住建|交通|商务)委|办公室|党政办|政府办|管委会))(?=(?:\([^()\n]{2,40}\))?(?:人民政府(?:办公室)?|委县政府|办事处|党工委|党委|党组|领导班子|、|政府)*,?(?:始终|一直|全面|认真|深入|紧紧|切实|积极|法治政府建设|法治建设|推进|在|以|高度|持续|深刻|扎实|紧扣|聚焦|围绕|坚持|坚决|牢牢|严格|落实|贯彻|把|将|根据|按照|立足|对?20\d\d年))/gu;
/** 参加…局, 根据…区: what stands before the body is no name. */
const noName =
  /^(?:[省市县区州旗盟乡镇]|自治[区州县旗])$|委[省市县区]$|[市县区局班]和|培训|建设示范|创建|推进|我|全[省市县区州旗盟乡镇局]|各|本|该|上级|有关|中央|依法治|^(?:参加|根据|按照|组织|报|向|由|经|对|在|于|国家|配合|协助|联合|会同|邀请|结合|推动|围绕|为)|的|领导|纲要|人大|政协/;

/** 青禾县人民政府坚持…, 云山市坚持…, 区审计局在…领导下, in the opening. */
function namedInOpening(opening: string, speaks: string | null, flat: string): string | null {
  for (const match of opening.slice(0, 600).matchAll(opensName)) {
    const named = (match[1] as string).replace(/^(?:现[将就]|[现特兹]?(?:公布|编制))/, '');
    // 推进青禾镇法治政府建设: the verb is no part of the name.
    const forwards = /^法治(?:政府)?建设/.test(opening.slice(match.index + match[0].length));
    const name = forwards ? named.replace(/^(?:推进|推动|促进|加快|深化)/, '') : named;
    if (name.length < 2 || noName.test(name)) continue;
    if (/[局厅委会办室]$/.test(name)) {
      // 2023年,县司法局…我县: who opens the text speaks, even where it says 我县 later on.
      const opens = match.index < 60;
      if (!opens && speaks !== null && !/[局厅委办院]/.test(speaks)) continue;
      if (name.length >= 4 && (opens || lastPlace(name) !== null || /^[省市县区州旗盟]/.test(name))) return name;
      continue;
    }
    if (/^[省市县区州旗盟乡镇]/.test(name)) continue;
    const unit = name.endsWith('街道') ? '街道' : (name.at(-1) as string);
    if (speaks !== null && speaks !== unit && !(speaks === '市' && unit === '州')) continue;
    const place = lastPlace(name);
    if (place === null) continue;
    const office = /^人民政府办公[室厅]/.exec(opening.slice(match.index + match[0].length))?.[0];
    if (office !== undefined && isOwnOffice(office, flat)) return `${place}${office}`;
    return /[乡镇]$/.test(place) || unit === '街道' ? officeOf(name, flat) : place;
  }
  return null;
}

/** A city called without 市 (2023年,云山坚持…) that is in the lists, where the text elsewhere says it in full. */
function listedCity(opening: string, flat: string): string | null {
  for (const match of opening.slice(0, 300).matchAll(/(?:^|[,。\n])([\p{Script=Han}]{2,4})(?=坚持|始终|深入|全面)/gu)) {
    const name = match[1] as string;
    const known = prefectureCities.has(name) || countyCities.has(name) || provinceCities.has(name);
    if (known && flat.includes(`${name}市`)) return `${name}市`;
  }
  return null;
}

/** 法治青禾, 平安青禾 beside 我区: 青禾区. */
function namedByWe(flat: string, speaks: string | null): string | null {
  if (speaks === null || !'省市县区旗州'.includes(speaks)) return null;
  const counts = new Map<string, number>();
  for (const match of flat.matchAll(
    /(?:(?<!依)法治|平安|数字|清廉|信用)([\p{Script=Han}]{2,3}?)(?:建设|[”,。、;]|的)/gu,
  )) {
    const name = match[1] as string;
    if (!notPlaces.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return best === undefined ? null : best.endsWith(speaks) ? best : `${best}${speaks}`;
}

const notPlaces =
  /政府|中国|社会|国家|宣传|教育|思维|思想|意识|文化|素养|营商|环境|保障|工作|体系|队伍|机构|机关|督察|轨道|方式|能力|化|乡村|乡镇|校园|企业|医院|交通|家庭|经济|政务|治理|观念|理念|信仰|人才|力量|水平|进步|示范|事业|实践|体检|副校|讲座|讲堂|课|培训|氛围|阵地|广场|公园|城市|社区|单位|创建|规划|领域|审核|员|人|信息|平台|法院|法治|边界|街道|我|全/;

/** Counties and districts in one breath. */
const bothBelow = '县(市、区) 县(市)区 县(区) 区(县) 县、区 县(区、市) 市(县、区) 县区 区县 所辖县'.split(' ');

/** What the text says about a city in no list: whether counties and districts lie below it. */
function cityHint(flat: string): CityHint {
  return bothBelow.some(words => flat.includes(words)) ? 'city' : null;
}

function findReportYear(sources: MetadataSources, head: HeadFields, date: string | null): Field<number> | null {
  const { copy, outline } = sources;
  if (head.title !== null && head.title.place !== null) {
    const year = findYear(normaliseUnits(head.title.value));
    if (year !== null) return { value: year.value, place: head.title.place };
  }
  const bodyFrom = outline[0]?.flatStart ?? Math.min(copy.flat.length, 800);
  // Years in the name of a document (《…纲要(2023—2027年)》) are not the report's.
  const withoutTitles = (part: string): string => part.replace(/《[^》\n]{0,80}》/g, title => ' '.repeat(title.length));
  const opening = withoutTitles(copy.flat.slice(0, Math.min(bodyFrom, 1500)));
  const placed = (
    at: { readonly value: number; readonly index: number; readonly length: number },
    base: number,
  ): Field<number> => ({
    value: at.value,
    place: { start: copy.at[base + at.index] as number, end: (copy.at[base + at.index + at.length - 1] as number) + 1 },
  });
  const said = /(?:现[将就对把]|兹将)[^。]{0,25}?(?=(?:20\d\d|[二][〇零][〇零一二三四五六七八九]{2})年)/.exec(opening);
  const now = said === null ? null : findYear(opening, said.index);
  if (now !== null) return placed(now, 0);
  const starts = /(?:^|[\n。:])(?=(?:20\d\d|二[〇零][〇零一二三四五六七八九]{2})年(?:度|,|以来|来|是|[^月\d]))/.exec(
    opening,
  );
  const first = starts === null ? null : findYear(opening, starts.index);
  if (first !== null) return placed(first, 0);
  for (const heading of outline) {
    if (heading.level !== 1) continue;
    const year = findYear(copy.flat.slice(heading.flatStart, heading.flatEnd));
    if (year === null) continue;
    const planned = /计划|安排|打算|思路|下一|展望/.test(heading.text);
    const found = placed(year, heading.flatStart);
    return planned ? { value: year.value - 1, place: found.place } : found;
  }
  if (date !== null) {
    const month = Number(date.slice(5, 7));
    return { value: Number(date.slice(0, 4)) - (month <= 6 ? 1 : 0), place: null };
  }
  // The years of a plan (2021-2025年) tell nothing of the report's own.
  const plain = withoutTitles(copy.flat.slice(0, 600)).replace(/20\d\d年?[-—–~至到]{1,2}20\d\d/g, range =>
    ' '.repeat(range.length),
  );
  const any = findYear(plain);
  if (any !== null) return placed(any, 0);
  // Nothing but the plan of the year names it: 《2023年法治政府建设工作要点》.
  const plan = /《(?=20\d\d年[^》\n]{0,40}(?:要点|计划|安排|分工)》)/.exec(copy.flat.slice(0, 1500));
  const planned = plan === null ? null : findYear(copy.flat, plan.index);
  return planned === null ? null : placed(planned, 0);
}
