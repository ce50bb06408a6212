/** Tells the lines around a report's body: title, fields and salutation before it, signature and date behind it. */
import { findDate } from './dates.ts';
import { type FieldLines, FieldReader } from './fields.ts';
import { cutHead, cutLine, type Line } from './lines.ts';
import { announces, isDateLine, isSignatureLine, markerStart } from './paragraphs.ts';

/** Indexes into `visible`, the lines with content and without furniture. */
export interface Frame {
  /** The first line of the body; lines before it are title, fields, number, date, salutation. */
  readonly bodyFrom: number;
  /** The first line of the tail; `visible.length` where there is none. */
  readonly tailFrom: number;
  /** The fields before the body. */
  readonly fields: FieldLines;
}

/** Lines that close a report besides signature and date. */
const closing =
  /^(?:附件|附表|附:|附注|注:|抄送|抄报|主送|(?:报送|印发)(?=:|[^。《:]*$)|联系人|\(联系人|\(此件|\(此页|\(公开|公开方式|公开属性|特此报告|以上报告|此报告|\(?签章|\(?盖章|\(印章)/;
const longestHead = 40;

/** 2023年,…; 根据《…》和…的要求, broken off before its first comma. 为高质量发展提供法治保障 alone on its line may be a title. */
const opensBody =
  /^20\d\d年[,以是]|^(?:今年|一年|近年)|^(?:根据|按照|依照|依据|遵照).{6}|^为(?:了|[贯深全认切扎]|落实|进一步|推进|加强|加快).{26}/;

const whole = /20\d\d年.*(?:法治|依法行政).*(?:报告|总结|汇报)$/;
/** 主要举措和成效, 党政主要负责人履职情况 below a whole title: the first part of a report that numbers none. */
const bareHeading =
  /^(?:20\d\d年度?)?(?:推进)?(?:法治(?:政府|建设|政府建设)?|依法行政)?的?(?:(?:党政)?主要(?:负责人|负责同志|领导).{0,30}(?:情况|职责|责任)|(?:主要|重点|基本)?(?:工作|举措|做法|措施|成效|情况)(?:举措|措施|做法|开展|完成|进展|推进|落实)?(?:情况)?(?:[和及与、](?:主要|工作)?(?:成效|做法|成绩|亮点))?)$/;

/** `rows` holds the indexes of lines that are rows of tables: none of them signs a report. */
export function frameOf(lines: readonly Line[], visible: readonly number[], rows: ReadonlySet<number>): Frame {
  const fields = new FieldReader();
  const bodyFrom = bodyStart(lines, visible, fields);
  return { bodyFrom, tailFrom: tailStart(lines, visible, rows, bodyFrom), fields: fields.found };
}

function bodyStart(lines: readonly Line[], visible: readonly number[], fields: FieldReader): number {
  let titled = false;
  for (const [at, index] of visible.entries()) {
    if (at >= longestHead) return 0;
    const line = lines[index] as Line;
    if (fields.take(at, line, lines[visible[at + 1] ?? -1])) continue;
    const text = line.tight;
    if (titled && bareHeading.test(text)) return at;
    titled ||= whole.test(text);
    if (markerStart.test(text) || /[。;]/.test(text) || text.length > 80) return at;
    if (/^(?:现将|现就|兹将).*如下:?$/.test(text)) return at;
    if (text.length > 12 && /[,!]/.test(text) && !/(?:报告|总结)(?:\([^)]*\))?$|:$|^\(/.test(text)) return at;
    if (opensBody.test(text) || (announces.test(text) && text.endsWith(':'))) return at;
  }
  return visible.length;
}

/** Lines from the end among which signature and date are looked for. */
const longestTail = 14;

/** Where signature and date begin; below them may stand what closes a report, and what a page or a paper has below it. */
function tailStart(
  lines: readonly Line[],
  visible: readonly number[],
  rows: ReadonlySet<number>,
  bodyFrom: number,
): number {
  let from = visible.length;
  let strange = false;
  let looked = 0;
  for (let at = visible.length - 1; at >= bodyFrom && looked < longestTail; at -= 1) {
    const index = visible[at] as number;
    const line = lines[index] as Line;
    // An annexed table may be long.
    if (rows.has(index)) {
      strange = true;
      continue;
    }
    looked += 1;
    const tail = isTailLine(line) || isBareSignature(line, lines[visible[at + 1] ?? -1]);
    if (tail && (!strange || closesReport(line, lines[visible[at - 1] ?? -1]))) {
      from = at;
      strange = false;
    } else if (!tail && !isAttached(line)) {
      // 6）is the end of a number that a wrapped line broke.
      if (!isShort(line) || (markerStart.test(line.tight) && line.tight.length > 3)) break;
      strange = true;
    }
  }
  return from;
}

const isShort = (line: Line): boolean => line.tight.length <= 40 && !/[。;]/.test(line.text);

/** A line that may stand among attachments: counted, without a sentence. */
const isAttached = (line: Line): boolean =>
  isShort(line) && /^\d{1,2}[.、].{2,40}$/.test(line.tight) && !line.text.includes(',');

/** Whether a line that strange ones stand below ends a report all the same: under a sentence, or a date under a signature. */
function closesReport(line: Line, above: Line | undefined): boolean {
  if (above === undefined) return false;
  if (signedAndDated(unbracketed(line)) !== null) return true;
  if (/[。!]$/.test(above.text)) return isDateLine(line) || isSignatureLine(line);
  return isDateLine(line) && isSignatureLine(above);
}

/** 青禾乡 or 望汐街道 alone above a date: a township that signs without its office. */
export const isBareSignature = (line: Line, below: Line | undefined): boolean =>
  below !== undefined && isDateLine(below) && /^\p{Script=Han}{1,5}(?:街道|[镇乡])$/u.test(line.tight);

/** A signature, a date, both on one line, or a closing formula. */
export function isTailLine(line: Line): boolean {
  const text = line.tight;
  if (closing.test(text) || /日印发$/.test(text)) return text.length <= 120;
  return isDateLine(line) || isSignatureLine(line) || signedAndDated(unbracketed(line)) !== null;
}

/** (青禾县水利局,2024年2月8日): a line without the brackets around it. */
export function unbracketed(line: Line): Line {
  const { text } = line;
  return text.startsWith('(') && text.endsWith(')') ? cutHead(cutLine(line, text.length - 1), 1) : line;
}

/** At most two units stand behind the date. */
const endsDate = /[日号月\d]/;

/** Signature and date on one line: 青禾县人民政府 2024年2月1日. */
export function signedAndDated(line: Line): { readonly body: string; readonly date: string } | null {
  // Who had it printed, and when, stands below the copies: 青禾县人民政府办公室 2024年2月1日印发.
  if (line.text.length > 80 || !endsDate.test(line.text.slice(-3)) || line.text.endsWith('印发')) return null;
  const date = findDate(line.text);
  if (date === null || date.index < 3 || line.text.length > date.index + date.length + 2) return null;
  const body = line.text
    .slice(0, date.index)
    .replace(/[,、\s]+$/, '')
    .trim();
  return isSignatureLine(cutLine(line, body.length)) ? { body, date: date.iso } : null;
}
