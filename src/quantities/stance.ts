/** Whether a figure was done, is planned, is last year's, a shortcoming or background, and to which period it belongs. */
import type { Copy, Zone } from '../report/types.ts';
import { zoneNames } from '../report/types.ts';
import { findMarkers, type Marker, type ReportDate } from './period.ts';
import type { Figure } from './scan.ts';
import type { QuantityKind, Stance } from './types.ts';

export interface Dated {
  readonly kind: QuantityKind;
  readonly stance: Stance;
  readonly period: string | null;
  readonly partYear: boolean;
}

export interface Setting extends ReportDate {
  readonly copy: Pick<Copy, 'flat' | 'inTitle' | 'clauseOf' | 'sentenceOf'>;
  readonly zoneOf: Uint8Array;
  /** The body is itself a province, so that 全省 tells its own figures. */
  readonly provincial: boolean;
}

const rises =
  /(?:增长|增加|上升|提升|提高|下降|降低|减少|缩减|压缩|压减|提速|降幅达|增幅达|缩短|回落|增幅|降幅|减幅|上涨|下跌|下滑|升高|扩大|改善|优化|多|少|升|降|涨)[了约近达为超过]*$/;
const comparison = /同比|环比|(?:比|较|与)(?:去年|上年|上一年|上年度|20\d\d年|同期|往年)/;
const target =
  /力争|争取|力求|确保(?!了)|务求|(?<=^|[,;:。、\n年月将还局镇县市区乡所办后步并也])计划(?=[^的内外书表,;、\d])|拟(?=于|在|建|开|新|举|组|完|增|培|制定|修订|出台|申|争|打|召|招)|目标(?:是|为)|下一步|有望|预计/g;
/** 争取资金300万元 is money obtained. */
const obtained = /^争取(?:到|了)|^争取.*(?:资金|经费|项目|补助|编制)/;
const turnsInto = /(?:至|到|为|成)(?:了|约|近|超过|目前的?|现在的?|今年的?|本年度?的?|20\d\d年的?|当前的?)*$/;
const others = /(?:全国|全省|全市|全区|全县)平均|上级下达|省定|国家规定|(?:低于|高于|超出?)(?:全国|全省)|满分/;
const visitors = /一行$/;

/** Stance, period and final kind of each figure, in the order given. `figures` are in text order. */
export function dateFigures(figures: readonly Figure[], setting: Setting): Dated[] {
  const markers = findMarkers(setting.copy, setting);
  const dated: Dated[] = [];
  let last = -1;
  let opener: Marker | null = null;
  let openerSentence = -1;
  const { clauseOf, sentenceOf } = setting.copy;
  figures.forEach((figure, index) => {
    let inClause: Marker | null = null;
    for (let next = markers[last + 1]; next !== undefined && next.start < figure.start; next = markers[last + 1]) {
      last += 1;
      if (next.opensClause) {
        opener = next;
        openerSentence = sentenceOf[next.start] as number;
      }
    }
    for (let at = last; at >= 0; at -= 1) {
      const marker = markers[at] as Marker;
      if (clauseOf[marker.start] !== clauseOf[figure.start]) break;
      if (marker.end > figure.start) continue;
      if (!namesDocument(setting.copy.flat, marker.end, figure.start)) inClause = marker;
      break;
    }
    const inherited: Marker | null = opener !== null && openerSentence === sentenceOf[figure.start] ? opener : null;
    const clauseStart = clauseFrom(setting, figure.start);
    dated.push(
      dateOne(
        figure,
        figures[index - 1],
        figures[index + 1],
        inClause ?? inherited,
        inClause !== null,
        clauseStart,
        setting,
      ),
    );
  });
  return dated;
}

/** 根据2022年度报告反馈的12条意见: the year dates the document, not what is counted. */
function namesDocument(flat: string, from: number, to: number): boolean {
  const between = flat.slice(from, Math.min(to, from + 40));
  if (/报告|规划|纲要|要点|方案/.test(between)) return true;
  // 对2016年底前印发的326件文件进行清理: the year dates what is cleaned up.
  return (
    between.length > 2 &&
    between.endsWith('的') &&
    /[对将把][^,;。\n、]{0,20}$/.test(flat.slice(Math.max(0, from - 26), from))
  );
}

function clauseFrom(setting: Setting, at: number): number {
  const { clauseOf } = setting.copy;
  let from = at;
  while (from > 0 && at - from < 80 && clauseOf[from - 1] === clauseOf[at]) from -= 1;
  return from;
}

function dateOne(
  figure: Figure,
  previous: Figure | undefined,
  next: Figure | undefined,
  marker: Marker | null,
  near: boolean,
  clauseStart: number,
  setting: Setting,
): Dated {
  const { copy, reportYear, zoneOf } = setting;
  const { flat, clauseOf } = copy;
  const here = String(reportYear ?? '') || null;
  const from = previous !== undefined && previous.end > clauseStart ? previous.end : clauseStart;
  const before = flat.slice(from, figure.start);
  const whole = flat.slice(clauseStart, figure.start);
  const kind = changeKind(figure, before, whole);
  const zone = zoneNames[zoneOf[figure.start] ?? 1] as Zone;
  const after =
    next !== undefined && clauseOf[next.start] === clauseOf[figure.end - 1] ? flat.slice(figure.end, next.start) : '';
  // 由A提高到B: A is the value before, B the one now.
  const isFrom =
    /(?:由|从)[^,、;]{0,16}$/.test(before) && after.length > 0 && after.length < 22 && turnsInto.test(after);
  const isTo =
    previous !== undefined &&
    clauseOf[previous.start] === clauseOf[figure.start] &&
    turnsInto.test(before) &&
    /(?:由|从)[^,、;]{0,16}$/.test(flat.slice(Math.max(clauseStart, previous.start - 18), previous.start));
  let year = marker?.year ?? reportYear;
  let period = marker?.period ?? here;
  let partYear = marker?.partYear ?? false;
  const now = (): void => {
    year = reportYear;
    period = here;
    partYear = false;
  };
  if (isTo || (kind === 'change' && marker !== null && isPrior(marker, reportYear))) now();
  // A figure of the year before stands straight behind the words that say so, or in a clause that they open.
  const prior =
    isFrom ||
    (kind !== 'change' && !isTo && marker !== null && isPrior(marker, reportYear) && (near || marker.opensClause));
  if (isFrom && (marker === null || !near || !isPrior(marker, reportYear))) {
    period = reportYear === null ? null : String(reportYear - 1);
    partYear = false;
  }
  const result = (stance: Stance): Dated => ({ kind, stance, period, partYear });
  if (zone === 'problem') return result('problem');
  if (isFrom) return result('prior-year');
  if (zone === 'plan') {
    if (reportYear !== null && (marker === null || year === reportYear)) {
      period = String(reportYear + 1);
      partYear = false;
    }
    return result('planned');
  }
  if (prior) return result('prior-year');
  if (reportYear !== null && year !== null && year > reportYear) return result('planned');
  if (isTarget(flat, figure.start, setting)) return result('planned');
  // A total of several years is not this year's work.
  if (period !== null && /^\d{4}\.\./.test(period)) return result('background');
  if (isBackground(figure, whole, zone, setting)) return result('background');
  return result('done');
}

function isPrior(marker: Marker, reportYear: number | null): boolean {
  return reportYear === null
    ? marker.year === null && marker.period === null
    : marker.year !== null && marker.year < reportYear;
}

/** 同比下降18.7%, 提高5个百分点: a change, never a level. 降至15% and 提高到100% are levels. */
function changeKind(figure: Figure, before: string, whole: string): QuantityKind {
  if (figure.kind === 'change') return 'change';
  if (figure.kind === 'rate' || figure.unit === '倍') return rises.test(before) ? 'change' : figure.kind;
  return figure.kind === 'count' && comparison.test(whole) && rises.test(before) ? 'change' : figure.kind;
}

/** A target word before the figure in its sentence; behind a wall it still holds for a row of bare figures (力争70%…,20%…). */
function isTarget(flat: string, at: number, setting: Setting): boolean {
  const { sentenceOf, clauseOf } = setting.copy;
  let from = at;
  while (from > 0 && at - from < 90 && sentenceOf[from - 1] === sentenceOf[at]) from -= 1;
  const text = flat.slice(from, at);
  for (const found of text.matchAll(target)) {
    const cue = from + found.index;
    const between = flat.slice(cue, at);
    if (obtained.test(between)) continue;
    if (clauseOf[cue] === clauseOf[at]) {
      if (!/^(?:拟|计划)/.test(found[0]) || !between.includes('的')) return true;
      // Behind the target's own clause: only clauses that go on at once with a figure, one after the other.
    } else if (found[0] !== '确保' && /^[^,]*\d[^,]*(?:,\d[^,]*)*,$/.test(between)) return true;
  }
  return false;
}

/** Other bodies' totals, visitors, and the standing stock of the place with which its clause does nothing. */
function isBackground(figure: Figure, whole: string, zone: Zone, setting: Setting): boolean {
  const { flat } = setting.copy;
  if (zone === 'tail') return true;
  if (others.test(whole) || visitors.test(whole)) return true;
  if (!setting.provincial && /全国(?:共|累计|现有)|全省(?:共|累计|现有)/.test(whole)) return true;
  if (figure.unit === '年' && flat.startsWith('行动', figure.end)) return true;
  return /(?:下辖|总面积|总人口|常住人口|户籍人口)[^,]*$/.test(whole);
}
