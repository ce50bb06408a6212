/** Finds the title, the document number and the salutation in the lines before a report's body. */
import { normaliseUnits, shown } from '../read/copy-table.ts';
import { findDate } from './dates.ts';
import type { FieldRead } from './fields.ts';
import { type Frame, signedAndDated } from './frame.ts';
import { cutLine, type Line, tight } from './lines.ts';
import { announces, isDateLine, isSignatureLine } from './paragraphs.ts';
import { unmarked } from './restricted.ts';
import type { Field } from './types.ts';

export interface HeadFields {
  readonly title: Field<string> | null;
  readonly documentNumber: Field<string> | null;
  readonly addressee: Field<string> | null;
  readonly fields: readonly FieldRead[];
  /** A date standing alone in the head, in brackets below the title or beside it. */
  readonly date: Field<string> | null;
  /** Who signed there: 云山镇人民政府 2024年1月20日 below the title. */
  readonly signer: Field<string> | null;
  /** A body that stands alone on a line of the head, below the title or where there is none. */
  readonly byline: Field<string> | null;
}

const number =
  /^(?:发文字号|发文编号|文号)?((?:[\p{Script=Han}]{2,14})\s?〔\s?20\d\d\s?〕\s?第?\s?\d{1,4}\s?号|[\p{Script=Han}]{2,14}\(\s?20\d\d\s?\)\s?第?\s?\d{1,4}\s?号)/u;
/** …工作报告(×政字〔2024〕7号): the number of the report stands in brackets behind its title. */
const behindTitle = /^(.*(?:报告|总结))\s*\(([\p{Script=Han}]{2,14}\s?〔\s?20\d\d\s?〕\s?第?\s?\d{1,4}\s?号)\)$/u;
const kindOfText =
  /(?:报告|总结|汇报|年报|要点|安排|方案|计划|意见|通知|公告|公报|解读|条例|规定|办法|情况|纪要|讲话|决定|清单|目录|说明|述评|白皮书|蓝皮书|纲要|指南|细则|规则|预案|简介|(?<=.{4})法)(?:\([^)]{1,20}\))?(?:\(?(?:摘要|全文|节选)\)?)?$/;
const wholeTitle = /^.{2,30}(?:局|厅|委|会|府|处|办|院|[省市县区旗州乡镇]|街道)(?:关于)?20\d\d年.*(?:报告|总结)$/;
const recipient = /委|政府|行署|公署|局|厅|办|部|院|常委会|国务院|领导小组|主任|代表|同志|单位|处|所|会/;
const titleFields = new Set(['标题', '文件名称', '信息名称', '公文名称', '名称']);
/** A date in brackets, or an entry of a list whose labels are lost. */
const dateAlone = /^(?:\(?20\d\d年\d{1,2}月\d{1,2}日\)?|[•·*-]20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$/;
/** Where and when it was said or put on a page: (2024年5月8日在…会议上), …网站 发布时间:…. */
const noTitle = /^\([^()]*\)$|网站|www\.|https?:|(?:发布|更新|发文)(?:时间|日期)|来源:|浏览/;
const letterhead = /文件$|^(?:公开|主动公开|内部|机密|秘密|特急|急件)$|^签发人/;

/** Reads the head. `text` is the source, `lines` its normalised lines, `visible` those with content. */
export function readHead(text: string, lines: readonly Line[], visible: readonly number[], frame: Frame): HeadFields {
  const fields: FieldRead[] = [];
  const titleLines: Line[] = [];
  let documentNumber: Field<string> | null = null;
  let addressee: Field<string> | null = null;
  let date: Field<string> | null = null;
  let signer: Field<string> | null = null;
  const whole = (line: Line): Field<string> => fieldAt(text, line.start, line.end);
  for (let at = 0; at < frame.bodyFrom; at += 1) {
    const line = unmarked(lines[visible[at] as number] as Line);
    if (line.text === '') continue;
    const read = frame.fields.get(at);
    if (read !== undefined) {
      fields.push(...read);
      continue;
    }
    const bare = line.tight;
    const found = number.exec(line.text.replace(/^[(〔\s]+/, ''));
    if (found !== null && documentNumber === null && tight(line.text.slice(found[0].length)).length < 14) {
      const from = line.start + line.text.indexOf(found[1] as string);
      documentNumber = fieldAt(text, from, from + (found[1] as string).length);
    } else if (line.tight !== line.text && number.exec(bare)?.[0] === bare) {
      // 云 水 发〔2024〕6号: set wide.
      documentNumber ??= { value: bare, place: { start: line.start, end: line.end } };
    } else if (isDateLine(line) || dateAlone.test(bare)) {
      date ??= dateField(text, line);
    } else if (stamped(line) !== null) {
      const stamp = stamped(line) as { readonly title: number; readonly date: number };
      titleLines.push(cutLine(line, stamp.title));
      const value = line.text.slice(stamp.date);
      fields.push({ label: '发布时间', value, start: line.start + stamp.date, end: line.end });
    } else if (signedAndDated(line) !== null) {
      date ??= dateField(text, line);
      signer ??= fieldAt(text, line.start, line.start + (signedAndDated(line)?.body.length ?? 0));
    } else if (isSalutation(line)) {
      addressee ??= fieldAt(text, line.start, line.end - 1);
    } else if (!letterhead.test(bare) && addressee === null) {
      const said = withoutDate(line);
      if (said !== line && besideTitle.test(line.text)) date ??= dateField(text, line);
      const numbered = behindTitle.exec(said.text);
      if (numbered !== null) {
        const from = said.start + said.text.length - 1 - (numbered[2] as string).length;
        documentNumber ??= fieldAt(text, from, from + (numbered[2] as string).length);
      }
      titleLines.push(numbered === null ? said : cutLine(said, (numbered[1] as string).length));
    } else if (!letterhead.test(bare)) continue;
  }
  const label = fields.find(field => titleFields.has(field.label) && field.value.length > 5);
  const titled = pickTitle(text, titleLines, whole);
  const first = lines[visible[frame.bodyFrom] as number];
  const run = runInHead(text, first === undefined ? first : unmarked(first));
  return {
    title: titled ?? (label === undefined ? null : fieldAt(text, label.start, label.end)) ?? run.title,
    documentNumber: documentNumber ?? numberField(text, fields) ?? (frame.bodyFrom > 0 ? null : run.documentNumber),
    addressee: addressee ?? mainSend(text, fields) ?? run.addressee ?? barelyAddressed(titled, titleLines, whole),
    fields,
    date,
    signer,
    byline: bylineOf(titled, titleLines, whole),
  };
}

function bylineOf(
  title: Field<string> | null,
  lines: readonly Line[],
  whole: (line: Line) => Field<string>,
): Field<string> | null {
  const below = title?.place?.end ?? 0;
  const found = lines.find(line => line.start >= below && isSignatureLine(line));
  return found === undefined ? null : whole(found);
}

/** 县委、县政府: and no announcement (现将我局工作情况报告如下:). */
function isSalutation(line: Line): boolean {
  const bare = line.tight;
  if (!line.text.endsWith(':') || bare.length > 90 || /[。;]|如下:?$|字[体号]:$/.test(bare)) return false;
  return !noTitle.test(bare) && recipient.test(bare) && !announces.test(bare);
}

const bareRecipients =
  /^(?:(?:中共)?[\p{Script=Han}]{1,12}?(?:[省州盟市县区旗镇乡]委(?:员会)?|党委|政府|人大常委会|依法治[省州盟市县区旗](?:委员会)?办公?室?)(?:[、,]|$))+$/u;

/** 县委、县政府 without its colon, between the title of a body below them and the first paragraph. */
function barelyAddressed(
  title: Field<string> | null,
  lines: readonly Line[],
  whole: (line: Line) => Field<string>,
): Field<string> | null {
  const last = lines.at(-1);
  if (last === undefined) return null;
  // Several bodies with a party committee before them are written to; who signs alone stands alone.
  if (title === null) return bareRecipients.test(last.tight) && /委[、,]/.test(last.tight) ? whole(last) : null;
  if (title.place == null || last.start < title.place.end) return null;
  if (
    !bareRecipients.test(last.tight) ||
    !/(?:局|厅|院|队|中心|街道|办事处|镇|乡|镇人民政府|乡人民政府)(?:关于)?20\d\d|(?:局|厅|委|院|队|中心|办|街道|处|镇|乡|[镇乡]人民政府)关于/.test(
      title.value,
    )
  )
    return null;
  return last.tight.split(/[、,]/).some(body => title.value.includes(body)) ? null : whole(last);
}

/** 云山县粮食局2023年度法治政府建设情况报告 (2024年2月1日): the document's own date, as below the title. */
const besideTitle = /\(\s*20\d\d年\d{1,2}月\d{1,2}日\s*\)$/;

/** A title as a page prints it, its date behind it on the same line. */
function withoutDate(line: Line): Line {
  const date = /[\s(]+20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\)?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?$/.exec(line.text);
  if (date === null || date.index < 8) return line;
  return cutLine(line, date.index);
}

const titleAndStamp =
  /^([^。;:]{8,60}(?:报告|总结)) +[\p{Script=Han}()]{3,24} +(20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: +\d{1,2}:\d\d(?::\d\d)?)?)$/u;

/** The same with labels: …情况报告 信息来源: 发布时间:2024-01-02 浏览次数:15. */
const titleAndFields =
  /^([^。;:]{8,60}(?:报告|总结)) +(?:(?:信息|文章|稿件)?(?:来源|作者) ?: ?[\p{Script=Han}]{0,20} *)?(?:发布|公开|公布|更新)(?:时间|日期) ?: ?(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: +\d{1,2}:\d\d(?::\d\d)?)?)(?: .{0,40})?$/u;

/** A title with its source and the day it was put up on one line: …年度报告 云山县统计局 2024-03-07. */
function stamped(line: Line): { readonly title: number; readonly date: number } | null {
  const labelled = titleAndFields.exec(line.text);
  if (labelled !== null)
    return { title: (labelled[1] as string).length, date: line.text.indexOf(labelled[2] as string) };
  const [, title, date] = titleAndStamp.exec(line.text) ?? [];
  return title === undefined || date === undefined
    ? null
    : { title: title.length, date: line.text.length - date.length };
}

export function fieldAt(text: string, start: number, end: number): Field<string> {
  return { value: shown(onOneLine(text.slice(start, end))).trim(), place: { start, end } };
}

/** A value that runs over a line end is one all the same. */
export const onOneLine = (written: string): string =>
  written
    .split(/[\r\n]/)
    .map(part => part.trim())
    .join('');

function dateField(text: string, line: Line): Field<string> | null {
  const read = findDate(line.text);
  if (read === null) return null;
  const start = line.start + read.index;
  return { value: read.iso, place: { start, end: Math.min(text.length, start + read.length) } };
}

/** The title among the lines of the head that are nothing else. */
function pickTitle(
  text: string,
  candidates: readonly Line[],
  whole: (line: Line) => Field<string>,
): Field<string> | null {
  const groups: Line[][] = [];
  for (const [at, line] of candidates.entries()) {
    if (!(kindOfText.test(line.tight) || titleEnd.test(line.tight)) || /[。;]/.test(line.text)) continue;
    const below = candidates[at + 1];
    if (below !== undefined && titleEnd.test(below.tight) && leadsTo(line, below)) continue;
    let first = at;
    while (first > 0 && at - first < 3 && leadsTo(candidates[first - 1] as Line, candidates[first] as Line)) {
      // A table between two lines parts them.
      const between = text.slice((candidates[first - 1] as Line).end, (candidates[first] as Line).start);
      if (/[^\s\u200b#*>|\d]/.test(normaliseUnits(between))) break;
      first -= 1;
    }
    const group = candidates.slice(first, at + 1);
    // (综合示范), (2023年度) and the like may stand in brackets on a line of their own.
    const after = candidates[at + 1];
    const bracket =
      after !== undefined && /^\((?:[^)\d]{2,20}|20\d\d年度?)\)$/.test(after.tight) && !line.text.endsWith(')');
    groups.push(bracket ? [...group, after] : group);
  }
  const said = (group: readonly Line[]) => group.map(line => line.tight).join('');
  const found =
    // Names of columns may stand above the title, which bears a year.
    groups.find(group => /20\d\d|二〇/.test(said(group)) && /法治|依法|公开|述法/.test(said(group))) ??
    groups.find(group => /法治|依法|20\d\d|二〇/.test(said(group)) && said(group).length >= 8) ??
    groups.find(group => said(group).length >= 4) ??
    groups[0];
  // The page's own heading leaves out the body that stands above the title in the text.
  const fuller = groups.find(
    group => found !== undefined && group.length > found.length && said(group).endsWith(said(found)),
  );
  const best = fuller ?? found;
  if (best === undefined) {
    const only = candidates.find(
      line =>
        /法治|依法|政府|工作|会议/.test(line.text) &&
        line.tight.length >= 8 &&
        !/[。;:]$/.test(line.text) &&
        !noTitle.test(line.tight) &&
        !bareRecipients.test(line.tight),
    );
    return only === undefined ? null : whole(only);
  }
  const [first, last] = [best[0] as Line, best.at(-1) as Line];
  return {
    value: best.map(line => shown(text.slice(line.start, line.end))).join(''),
    place: { start: first.start, end: last.end },
  };
}

/** All that a line may hold that is the end of a title: 的报告, 告, 年度报告. */
const titleEnd = /^(?:情况|工作|年度|建设){0,2}的?(?:报?告|总?结)(?:\([^)]{1,12}\))?$/;

/** Whether a line is the beginning of the title that goes on in `next`: an issuer above 关于…, or half a title. */
function leadsTo(line: Line, next: Line): boolean {
  const text = line.tight;
  if (titleEnd.test(next.tight) && text.length > 8 && !/[。;:!?,]$/.test(text) && !/[告结]$/.test(text)) return true;
  const open = text.lastIndexOf('《') > text.lastIndexOf('》') || (text.endsWith('法') && next.tight.startsWith('治'));
  if (/[。;:!?,]$/.test(text) || (kindOfText.test(text) && !open) || text.length > 45) return false;
  // The place on a line of its own: 云山市青禾乡 above 2023年…报告.
  if (text.length <= 16 && /(?:[省市县区旗州盟乡镇局]|街道)$/.test(text) && /^20\d\d年/.test(next.tight)) return true;
  // A page's own heading repeats the title with the number before it; the name of a column (政府信息公开) stands above a whole title.
  if (text.includes(next.tight) || (!/关于|年|^中共/.test(text) && wholeTitle.test(next.tight))) return false;
  const goesOn = /^(?:关于|20\d\d年|[〇一二]{4}年|二〇)/.test(next.tight);
  // Joint issuers stand one below the other.
  if (/^(?:中共|中国共产党)/.test(text) && isSignatureLine(next)) return true;
  if (isSignatureLine(line)) return goesOn || /^(?:年度|法治|工作|建设|情况)/.test(next.tight);
  return /关于|年|度|法治|政府|建设|情况|履行|推进|落实/.test(text);
}

function numberField(text: string, fields: readonly FieldRead[]): Field<string> | null {
  const own = fields.find(field => /文号|字号|文件编号/.test(field.label) && number.test(field.value));
  return own === undefined ? null : fieldAt(text, own.start, own.end);
}

function mainSend(text: string, fields: readonly FieldRead[]): Field<string> | null {
  const own = fields.find(field => field.label.startsWith('主送') && field.value !== '');
  return own === undefined ? null : fieldAt(text, own.start, own.end);
}

interface RunIn {
  readonly title: Field<string> | null;
  readonly documentNumber: Field<string> | null;
  readonly addressee: Field<string> | null;
}

const follows =
  '(?=[\\p{Script=Han}]{2,14}〔20|(?:20\\d\\d ?|二[〇零]..)年|[^。;:的》]{2,60}:|根据|按照|为|今年|一年来|各位|$)';
const runInPieces: readonly (readonly [keyof RunIn, RegExp])[] = [
  ['documentNumber', number],
  [
    'title',
    new RegExp(
      `^(?!现[将就]|兹将|根据|按照)(?:\\d{1,2}[、.])?([^,。;:《》]{0,45}?(?:报告|总结|汇报|工作(?:要点|计划|安排|方案)(?=\\s?20\\d\\d年是))(?:\\([^)]{1,20}\\))?)\\s?${follows}`,
      'u',
    ),
  ],
  ['addressee', /^([^。;:《》〔〕]{2,60}(?:委|政府|局|厅|办|会|办公室|国务院)):/],
];

/** Title, number and salutation that the lost line breaks ran into the body. */
function runInHead(text: string, first: Line | undefined): RunIn {
  const found: { -readonly [key in keyof RunIn]: RunIn[key] } = { title: null, documentNumber: null, addressee: null };
  if (first === undefined) return found;
  const head = first.text.slice(0, 260);
  let at = 0;
  for (let round = 0; round < 4; round += 1) {
    const rest = head.slice(at);
    const piece = runInPieces.find(([name, pattern]) => found[name] === null && pattern.test(rest));
    const match = piece?.[1].exec(rest);
    const value = match?.[1];
    if (piece === undefined || match == null || value === undefined) break;
    const skipped = match[0].indexOf(value);
    found[piece[0]] = fieldAt(text, first.start + at + skipped, first.start + at + skipped + value.length);
    at += skipped + value.length;
    while (/[\s:]/.test(head[at] ?? '')) at += 1;
  }
  return found;
}
