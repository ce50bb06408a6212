/** Reads title, bodies, levels, year, numbers and dates of a report. */

import { normaliseUnits, shown } from '../read/copy-table.ts';
import { cityHint } from './city-hint.ts';
import { type Covering, readCovering } from './covering.ts';
import { findDate, findYear } from './dates.ts';
import { type FieldRead, fieldDate, fieldsOfLine } from './fields.ts';
import { type Frame, isBareSignature, isTailLine, signedAndDated, unbracketed } from './frame.ts';
import { cutLine, type Line } from './lines.ts';
import { organName, shortens } from './organ-names.ts';
import { isDateLine, isSignatureLine } from './paragraphs.ts';
import { bodiesOf, type CityHint, lastPlace, levelOfBody, levelOfPlace, subjectOf } from './places.ts';
import {
  isOwnOffice,
  levelOfSpeaker,
  listedCity,
  namedAsTownship,
  namedByWe,
  namedInOpening,
  namedInPapers,
  officeOf,
  openingGovernment,
  selfName,
  speaksAs,
} from './self-names.ts';
import { fieldAt, type HeadFields, onOneLine, readHead } from './title.ts';
import { bodiesInTitle, placeInTitle } from './title-names.ts';
import type { Copy, Field, Heading, Metadata } from './types.ts';

export interface MetadataSources {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly visible: readonly number[];
  readonly frame: Frame;
  readonly copy: Copy;
  readonly outline: readonly Heading[];
}

/** 来源:政策法规处 names an office within the body, not the body. */
const ownOffice = /(?<!办事|管理|工作|办公)[处科股室]$/;

export function readMetadata(sources: MetadataSources): Metadata {
  const { text, lines, visible, frame, copy } = sources;
  const read = readHead(text, lines, visible, frame);
  const tail = readTail(sources);
  const covering = tail.issuer === null || tail.date === null ? readCovering(lines, visible, frame) : null;
  const head = { ...read, title: read.title ?? coveredTitle(text, covering) };
  const signer = tail.issuer ?? (covering === null ? null : joined(text, [covering.signer])) ?? head.signer;
  const coveringDate: Field<string> | null =
    covering === null
      ? null
      : { value: covering.date, place: { start: covering.dateLine.start, end: covering.dateLine.end } };
  const fields = [...head.fields, ...tail.fields];
  const opening = copy.flat.slice(0, 1500);
  const hint = cityHint(copy.flat);
  const dated = fieldDate(fields, /^(?:发文|发布|公开|公布|信息提供|日期$|时间$)/);
  const posted = dated === null && isPageDate(text, head) ? head.date : null;
  const signed =
    fieldDate(fields, /^(?:公文)?(?:成文|生成|印发)/) ??
    tail.date ??
    coveringDate ??
    (posted === null ? head.date : null);
  const published = dated ?? posted;
  const titleBodies = head.title === null ? [] : bodiesInTitle(head.title.value);
  // 来源:司法局 below the title of a county's report: who sent it to the page, not whose it is.
  const placeNamed = head.title !== null && titleBodies.length === 0 && placeInTitle(head.title.value) !== null;
  const publisher =
    fields.find(
      field =>
        /^(?:(?:发布|发文|制发|公开)(?:机构|单位|机关|主体)|机构名称)$/.test(field.label) &&
        /\p{Script=Han}{2}/u.test(field.value),
    ) ??
    fields.find(
      field =>
        /来源$/.test(field.label) &&
        !ownOffice.test(field.value) &&
        levelOfBody(field.value, hint) !== null &&
        !(placeNamed && (levelOfBody(field.value, hint) === 'department' || /[所办室]$/.test(field.value))) &&
        field.value.length <= 24 &&
        !/网站?$/.test(field.value),
    );
  const byline = head.byline !== null && speaksAs(head.byline.value, copy.flat) ? head.byline : null;
  const issuer =
    signer ??
    (titleBodies.length > 0 && head.title !== null
      ? { value: titleBodies.join('、'), place: head.title.place }
      : (byline ?? (publisher === undefined ? tail.short : fieldAt(text, publisher.start, publisher.end))));
  const subject =
    findSubject(head, titleBodies, signer, publisher?.value ?? null, opening, copy.flat, hint) ??
    byline ??
    (publisher !== undefined && speaksAs(publisher.value, copy.flat)
      ? fieldAt(text, publisher.start, publisher.end)
      : tail.short);
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
      value: onOneLine(text.slice(field.start, field.end)),
      place: { start: field.start, end: field.end },
    })),
  };
}

const pageLabel = /来源$|编辑$|^(?:点击|浏览|阅读|访问|字[体号]$)/;

/** 2024-03-18 alone below the title beside 来源:县水务局 and the like: when the page was put up, not when the report was signed. */
function isPageDate(text: string, { date, fields, signer }: HeadFields): boolean {
  if (date?.place == null || signer !== null) return false;
  if (!/^20\d\d[-/.]/.test(text.slice(date.place.start))) return false;
  return fields.some(({ label }) => pageLabel.test(label));
}

function indexNumber(text: string, fields: readonly FieldRead[]): Field<string> | null {
  const field = fields.find(candidate => /索引/.test(candidate.label) && /\d/.test(candidate.value));
  return field === undefined ? null : fieldAt(text, field.start, field.end);
}

interface Tail {
  readonly issuer: Field<string> | null;
  /** 青禾乡: who signs without the office; counts where nothing names the body in full. */
  readonly short: Field<string> | null;
  readonly date: Field<string> | null;
  readonly fields: readonly FieldRead[];
}

function readTail(sources: MetadataSources): Tail {
  const { text, lines, visible, frame } = sources;
  const signers: Line[] = [];
  let short: Field<string> | null = null;
  let date: Field<string> | null = null;
  const fields: FieldRead[] = [];
  for (let at = frame.tailFrom; at < visible.length; at += 1) {
    const line = unbracketed(lines[visible[at] as number] as Line);
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
    else if (isBareSignature(line, lines[visible[at + 1] ?? -1])) short = joined(text, [line]);
  }
  const issuer = joined(text, signers);
  if (issuer !== null || date !== null) return { issuer, short, date, fields };
  return { ...runInTail(sources), short, fields };
}

function joined(text: string, signers: readonly Line[]): Field<string> | null {
  const first = signers[0];
  const last = signers.at(-1);
  if (first === undefined || last === undefined) return null;
  const names = signers.flatMap(line => bodiesOf(shown(text.slice(line.start, line.end))));
  return { value: names.join('、'), place: { start: first.start, end: last.end } };
}

/** The title that stands below a covering letter, where the letter itself has none. */
function coveredTitle(text: string, covering: Covering | null): Field<string> | null {
  const first = covering?.title[0];
  const last = covering?.title.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    value: onOneLine(text.slice(first.start, last.end)),
    place: { start: first.start, end: last.end },
  };
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
    issuer: signed === null ? null : { value: shown(text.slice(signed.start, signed.end)), place: signed },
    date: read === null ? null : { value: read.iso, place: place(at + name.length, written.length) },
  };
}

function findSubject(
  head: HeadFields,
  titleBodies: readonly string[],
  signer: Field<string> | null,
  publisher: string | null,
  opening: string,
  flat: string,
  hint: CityHint,
): Field<string> | null {
  if (head.title !== null) {
    const place = head.title.place;
    if (titleBodies.length > 0) {
      const office = titleBodies[0] as string;
      if (isOwnOffice(office, flat)) return { value: office, place };
      // A party office over the bureau that it leads, and the bureau alone signs: the report is the bureau's.
      if (titleBodies.length > 1 && signer !== null && titleBodies.includes(signer.value)) {
        if (levelOfBody(signer.value, hint) === 'department') return { value: signer.value, place: signer.place };
      }
      const subject = subjectOf(titleBodies, hint);
      if (subject !== null) return { value: withPlace(announcedAs(longer(subject, signer), opening), opening), place };
    }
    const named = placeInTitle(head.title.value);
    if (named !== null) return { value: namedZone(fullName(named, signer, publisher, flat), opening), place };
  }
  const speaks = selfName(flat);
  if (signer !== null) {
    const level = levelOfBody(signer.value, hint);
    const apart =
      level === 'party-committee' || (level === 'department' && speaks !== null && !'局委厅'.includes(speaks));
    if (!apart) {
      const subject = subjectOf(signer.value.split('、'), hint);
      if (subject !== null) return { value: subject, place: signer.place };
    }
  }
  const named =
    namedInOpening(opening, speaks, flat) ??
    listedCity(opening, flat) ??
    namedAsTownship(flat, speaks) ??
    namedByWe(flat, speaks) ??
    namedInPapers(flat, speaks ?? openingGovernment(flat));
  // 区教育局 in the opening is whom the signature names with its place.
  if (named !== null && signer?.value.endsWith(named)) return signer;
  // … and whom the page names as its publisher: 县教育局 is the 云山县教育局.
  if (named !== null && /^[省市县区州旗盟]/.test(named) && publisher?.endsWith(named))
    return { value: publisher, place: null };
  if (named !== null) return { value: named, place: null };
  const subject = signer === null ? null : subjectOf(signer.value.split('、'), hint);
  return subject === null ? null : { value: subject, place: signer?.place ?? null };
}

/** A township or department is called by its full name where the text gives it; nothing is added that it does not say. */
function fullName(name: string, signer: Field<string> | null, publisher: string | null, flat: string): string {
  if (!/(?:乡|镇|街道?|局|委|办|院|中心)$/.test(name)) return name;
  if (signer?.value.includes(name) === true && !/依法治|、/.test(signer.value)) return signer.value;
  if (/(?:乡|镇|街道?)$/.test(name) && publisher?.endsWith(officeOf(name, publisher)) === true) return publisher;
  return officeOf(name, flat);
}

/** 云山县林草局 in the title is who the opening announces: 现将云山县林业和草原局2023年…报告如下. */
function announcedAs(subject: string, opening: string): string {
  const told = /现将([\p{Script=Han}]{5,24}?(?:局|厅|委员会))(?=20\d\d|落实|关于|的|年度|法治|推进)/u.exec(
    opening,
  )?.[1];
  if (told === undefined) return subject;
  const [own, full] = [organName(subject), organName(told)];
  const samePlaces = own.places.length > 0 && own.places.at(-1) === full.places.at(-1);
  return samePlaces && shortens(own.core, full.core) ? told : subject;
}

/** A title may shorten the name (卫生健康委, 开发区管委会) that the signature gives in full (卫生健康委员会). */
function longer(subject: string, signer: Field<string> | null): string {
  if (signer?.value === subject.replace(/管委会$/, '管理委员会')) return signer.value;
  const joined = signer?.value.includes('、') === true;
  // 市生态环境局昭阳分局 in the title is the 清淮市生态环境局昭阳分局 that signs.
  if (signer !== null && !joined && /^[省市县区旗州盟]/.test(subject) && signer.value.endsWith(subject))
    return signer.value;
  const full = signer?.value.startsWith(subject) === true && /(?:局|委|办)$/.test(subject) && !joined;
  return full ? (signer?.value ?? subject) : subject;
}

/** The zone in the title by the name that the first sentences give it: what it is, then where. */
function namedZone(subject: string, opening: string): string {
  if (!zoneKind.test(subject)) return subject;
  const named = new RegExp(`(?:^|[,。;\\n年])([\\p{Script=Han}]{2,3}${subject})(?=在|坚持|深入|认真|始终|全面)`, 'u');
  return named.exec(opening.slice(0, 300))?.[1] ?? subject;
}

/** What a development zone is, without the name of its place: 经济开发区, which the text calls 青禾经济开发区. */
const zoneKind =
  /^(?:经济(?:技术)?开发区|高新(?:技术(?:产业)?)?(?:开发)?区|经开区|工业园区|产业园区)(?:管委会|管理委员会)?$/;

/** 园林绿化局 in title and signature is the 青禾区园林绿化局 that the first sentences name. */
function withPlace(subject: string, opening: string): string {
  if (
    !/^[\p{Script=Han}]{3,12}[局委办]$/u.test(subject) ||
    lastPlace(subject) !== null ||
    /^[省市县区旗州盟]/.test(subject)
  )
    return subject;
  const named = new RegExp(
    `(?:^|[,。;:\\n年])((?:(?![在和与由,])[\\p{Script=Han}]){1,8}[市县区旗州盟])${subject}`,
    'u',
  );
  const place = named.exec(opening.slice(0, 300))?.[1];
  return place === undefined ? subject : `${place}${subject}`;
}

/** 《关于报送2018年度法治政府建设情况报告的通知》: the notice that asks for the report. */
const askedFor =
  /《(?=[^》\n\d]{0,40}(?:报送|上报|做好|编制|提交)[^》\n\d]{0,6}20\d\d年[^》\n\d]{0,8}(?:法治政府建设|依法行政)[^》\n]{0,14}(?:报告|总结)[^》\n]{0,8}通知》)/;

function findReportYear(sources: MetadataSources, head: HeadFields, date: string | null): Field<number> | null {
  const { copy, outline } = sources;
  if (head.title !== null && head.title.place !== null) {
    const year = findYear(normaliseUnits(head.title.value).replace(/20\d\d年第\s?\d+[号期]/g, ''));
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
  const said =
    /(?:现[将就对把]|兹将|现按[^。,]{0,10}报[送告])[^。]{0,25}?(?=(?:20\d\d|[二][〇零][〇零一二三四五六七八九]{2})年)/.exec(
      opening,
    );
  const now = said === null ? null : findYear(opening, said.index);
  if (now !== null) return placed(now, 0);
  const starts = /(?:^|[\n。:])(?=(?:20\d\d|二[〇零][〇零一二三四五六七八九]{2})年(?:度|,|以来|来|是|[^月\d]))/.exec(
    opening,
  );
  const first = starts === null ? null : findYear(opening, starts.index);
  if (first !== null) return placed(first, 0);
  const asked = askedFor.exec(copy.flat.slice(0, Math.min(bodyFrom, 1500)));
  const due = asked === null ? null : findYear(copy.flat, asked.index);
  if (due !== null) return placed(due, 0);
  for (const heading of outline) {
    if (heading.level !== 1) continue;
    const said = copy.flat.slice(heading.flatStart, heading.flatEnd);
    const year = findYear(said);
    if (year === null) continue;
    const planned = /计划|安排|打算|思路|下一|展望/.test(said);
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
  // A paragraph below the first heading opens with it, while the head only dates a meeting: (2024年5月28日在…会议上).
  const below = withoutTitles(copy.flat.slice(bodyFrom, bodyFrom + 300));
  const opens = /(?:^|\n)(?=20\d\d年(?:度|,|以来|来))/.exec(below);
  const told = opens === null ? null : findYear(below, opens.index);
  if (told !== null) return placed(told, bodyFrom);
  const any = findYear(plain);
  if (any !== null) return placed(any, 0);
  // Nothing but the plan of the year names it: 《青禾县2023年法治政府建设工作要点》.
  const plan = /《(?=[^》\n\d]{0,12}20\d\d年[^》\n]{0,40}(?:要点|计划|安排|分工)》)/.exec(copy.flat.slice(0, 1500));
  const planned = plan === null ? null : findYear(copy.flat, plan.index);
  return planned === null ? null : placed(planned, 0);
}
