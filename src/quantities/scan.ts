/** Finds the figures of a text in one pass: what is a number with a unit, and what only looks like one. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import type { Copy, Span } from '../report/types.ts';
import { countingAt } from './counting.ts';
import { circleAt, nameAt, opensName } from './names.ts';
import { hundredthsAt, isDigit, numberAt, type WrittenNumber } from './numbers.ts';
import { oneCounts } from './one.ts';
import { prefixAt, qualify, suffixAt } from './qualify.ts';
import { afterCode, afterDate, afterQuote, isLatin, isYear } from './skips.ts';
import type { Qualifier, QuantityKind } from './types.ts';
import { bigMeasureAt, type Measure, measureAt, startsMeasure } from './units.ts';
import { denialAt, zeroNounAt } from './zero.ts';

/** A figure by its place in the flat copy; what it counts and whether it was done is not yet known. */
export interface Figure {
  /** The whole expression: qualifier, number, unit. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  /** What one unit of the last written digit is worth, in base units. */
  readonly step: number;
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly qualifier: Qualifier;
  /** Zero said in words. */
  readonly denied: boolean;
  /** Where its number is written, when that is not where it counts. */
  readonly told?: Span;
}

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

const role = { none: 0, digit: 1, word: 2, quote: 3, zero: 4, denial: 5 } as const;
const roles = new Uint8Array(65536);
for (const c of '0123456789') roles[c.charCodeAt(0)] = role.digit;
for (const c of '〇一二两三四五六七八九十百千万亿几数') roles[c.charCodeAt(0)] = role.word;
for (const c of '“') roles[c.charCodeAt(0)] = role.quote;
roles['零'.charCodeAt(0)] = role.zero;
/** What may stand behind the first character of a numeral that is a figure, other numerals and measure words apart. */
const follows = unitSet('零余多分成大年月点至-—–~～ ');
for (const c of '无未没') roles[c.charCodeAt(0)] = role.denial;
/** All that has a role. */
const begins = unitSet(Array.from(roles.keys()).filter(unit => roles[unit] !== role.none));

const rangeMarks = '-—–~～至到';
const walls = ',;。!?\n、)〕';

export function scanFigures(copy: Pick<Copy, 'flat' | 'inTitle'>): Figure[] {
  return new Scan(copy.flat, copy.inTitle).run();
}

class Scan {
  private readonly text: string;
  private readonly inTitle: Uint8Array;
  private readonly found: Draft[] = [];

  constructor(text: string, inTitle: Uint8Array) {
    this.text = text;
    this.inTitle = inTitle;
  }

  run(): Figure[] {
    const { text, inTitle } = this;
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      if (!holdsUnit(begins, unit) || inTitle[at] === 1) {
        at += 1;
        continue;
      }
      const kind = roles[unit];
      if (kind === role.digit) at = this.digits(at);
      else if (kind === role.word) at = this.words(at);
      else if (kind === role.quote) at = afterQuote(text, at);
      else at = this.zero(at, kind === role.zero);
    }
    return this.found;
  }

  private zero(at: number, noun: boolean): number {
    const { text } = this;
    const zero = noun ? zeroNounAt(text, at) : denialAt(text, at);
    if (zero !== null) {
      const { start, end, unit } = zero;
      this.pushZero(start, end, unit, 'count', true);
      return end;
    }
    if (noun && '为达是'.includes(text[at - 1] ?? '。') && walls.includes(text[at + 1] ?? '\n')) {
      this.bareZero(at, at + 1);
    }
    // 减为零次: 零 takes a measure word only behind such verbs and at the end of its clause (零件, 零售 are words).
    if (noun && '为达是共至到'.includes(text[at - 1] ?? '。')) {
      const measure = measureAt(text, at + 1, true);
      const end = at + 1 + (measure?.length ?? 0);
      if (measure !== null && walls.includes(text[end] ?? '\n')) this.pushZero(at, end, measure.unit, measure.kind);
    }
    return at + 1;
  }

  /** 败诉率为零, 投诉量为0: the noun before tells whether it is a rate. */
  private bareZero(at: number, end: number): void {
    const rate = /率[^,;。、\n]{0,6}$/.test(this.text.slice(Math.max(0, at - 8), at));
    this.pushZero(at, end, rate ? '%' : '件', rate ? 'rate' : 'count');
  }

  private pushZero(start: number, end: number, unit: string, kind: QuantityKind, denied = false): void {
    this.found.push({ start, end, value: 0, decimals: 0, step: 1, unit, kind, qualifier: 'exact', denied });
  }

  private digits(at: number): number {
    const { text } = this;
    const number = numberAt(text, at);
    if (number === null) return afterCode(text, at);
    const before = text[at - 1] ?? '\n';
    if (
      isLatin(text.charCodeAt(at - 1)) ||
      '+×*·/#=_'.includes(before) ||
      (before === '-' && isLatin(text.charCodeAt(at - 2)))
    ) {
      return afterCode(text, at);
    }
    if (this.listMarker(number)) return at + 2;
    const end = this.overBlank(number.end);
    const next = text[end] ?? '\n';
    if (next === '年' && isYear(number)) return afterDate(text, end);
    if (next === '月' || next === '号' || next === '时' || next === '点' || next === '届') return afterDate(text, end);
    if (next === '分' && text[end + 1] === '之') return this.fraction(number, end);
    const measure = countingAt(text, number, end);
    if (measure !== null) return this.counted(number, measure, end);
    if (rangeMarks.includes(next)) return this.range(number, end);
    if ('和与及'.includes(next) && this.sharesUnit(number, end + 1)) return number.end;
    if (next === '大') return this.byBig(number);
    if (next === '成') return this.tenths(number, end);
    if (isLatin(text.charCodeAt(end)) || '+×*·/:=_'.includes(next)) return afterCode(text, at);
    if (number.large && !opensName(text, at)) {
      this.push(number, { unit: this.unitOfLarge(at), length: 0, kind: 'count', factor: 1 }, number.end);
    } else if (number.value === 0 && '为达是'.includes(before) && walls.includes(next)) this.bareZero(at, number.end);
    return number.end;
  }

  /** 分别提高0.5和1.2个百分点: the unit of the second serves the first. */
  private sharesUnit(first: WrittenNumber, at: number): boolean {
    const { text } = this;
    const second = isDigit(text.charCodeAt(at)) ? numberAt(text, at) : null;
    const measure = second === null ? null : countingAt(text, second, this.overBlank(second.end));
    if (measure === null || measure.length === 0 || opensName(text, first.start)) return false;
    this.push(first, measure, first.end);
    return true;
  }

  /** `2.3名` at the start of a paragraph is list marker 2 and 3名; the point of a rate like 98.5% is not one. */
  private listMarker(number: WrittenNumber): boolean {
    const { text } = this;
    if (number.decimals === 0 || (number.start > 0 && text[number.start - 1] !== '\n')) return false;
    return text[number.start + 1] === '.' && text[this.overBlank(number.end)] !== '%';
  }

  private overBlank(at: number): number {
    return this.text[at] === ' ' ? at + 1 : at;
  }

  private counted(number: WrittenNumber, measure: Measure, unitAt: number): number {
    const { text } = this;
    const end = unitAt + measure.length;
    if (opensName(text, number.start) || this.isRank(number.start) || nameAt(text, number.start)) return end;
    // 每周三组织: a weekday before a verb.
    if (measure.unit === '组' && text[end] === '织') return end;
    // 报备率、及时率、规范率三个100%: how many rates there are counts nothing.
    if (measure.unit === '个' && /^(?:\d+(?:\.\d+)?%|百分)/.test(text.slice(end, end + 8))) return end;
    // 六届四次、五次全会; one of three is no count of three.
    if (text[number.start - 1] === '届' || text.startsWith('之一', end) || text.startsWith('全会', end)) return end;
    // 传达县委三次工作会议精神: which of its meetings.
    if (number.words && measure.unit === '次' && /^[^,;。\n]{0,14}会(?:议)?精神/.test(text.slice(end, end + 20)))
      return end;
    // 三元区 is a place; 县委依法治县委员会三次会议 is the third.
    if (number.words && measure.unit === '元' && /^(?:[区县镇乡里桥]|街道)/.test(text.slice(end, end + 2))) return end;
    // 二届人大三次会议
    const sits = /委员会$|届[^,;。]{0,8}(?:人大|代会|政协|代表大会)$/.test(
      text.slice(Math.max(0, number.start - 14), number.start),
    );
    if (number.words && sits && text.startsWith('次会议', end - 1)) return end;
    // 六届二次、三次、四次全会: one in the middle of the list.
    if (
      number.words &&
      measure.unit === '次' &&
      /^(?:[、和][一二三四五六七八九十]{1,2}次){1,4}全(?:会|体)/.test(text.slice(end, end + 24))
    )
      return end;
    if ((measure.kind === 'duration' || measure.unit === '公里') && circleAt(text, end)) return end;
    this.push(number, measure, end);
    return end;
  }

  /** 前100名, 前三项, 排名后3位: a rank; 目前, 此前 and the like end another word. */
  private isRank(start: number): boolean {
    if (this.text[start - 1] === '后')
      return /(?:排名|名次|位次|排位|位列)[^,;。、]{0,3}$/.test(this.text.slice(Math.max(0, start - 6), start - 1));
    return this.text[start - 1] === '前' && !'目此日事当以之年月期午提会底末'.includes(this.text[start - 2] ?? '\n');
  }

  private push(number: WrittenNumber, measure: Measure, end: number): void {
    const { text } = this;
    const prefix = prefixAt(text, number.start, number.bare);
    const suffix = suffixAt(text, end);
    this.found.push({
      start: prefix.start,
      end: suffix.end,
      value: measure.factor === 1 ? number.value : Number((number.value * measure.factor).toPrecision(12)),
      decimals: number.decimals,
      step: number.step * measure.factor,
      unit: measure.unit,
      kind: measure.kind,
      qualifier: qualify(prefix.qualifier, suffix.qualifier, number.more, number.estimate),
      denied: false,
    });
    this.joinRange(number.start);
  }

  /** 3件至5件: two figures of one unit with only the range mark between them. */
  private joinRange(numberStart: number): void {
    const last = this.found.at(-1);
    const first = this.found.at(-2);
    if (last === undefined || first === undefined || first.unit !== last.unit || first.end !== numberStart - 1) return;
    if (!rangeMarks.includes(this.text[first.end] ?? '\n') || this.isChange(first.start)) return;
    if (first.qualifier !== 'exact' || last.qualifier !== 'exact' || first.value >= last.value) return;
    first.qualifier = 'at-least';
    last.qualifier = 'at-most';
  }

  /** 由3件到5件, 从3件到5件 tell a change. */
  private isChange(start: number): boolean {
    for (let at = start - 1; at >= start - 12 && at >= 0; at -= 1) {
      const c = this.text[at] as string;
      if (c === '由' || c === '从') return true;
      if (',;。\n、'.includes(c)) return false;
    }
    return false;
  }

  /** `3至5件`, and everything that only looks like it: dates, telephone and record numbers. */
  private range(first: WrittenNumber, mark: number): number {
    const { text } = this;
    const at = this.overBlank(mark + 1);
    const digit = isDigit(text.charCodeAt(at));
    if (!digit && (!first.words || roles[text.charCodeAt(at)] !== role.word)) return mark + 1;
    const second = numberAt(text, at);
    if (second === null) return at;
    const end = this.overBlank(second.end);
    const next = text[end] ?? '\n';
    if ('月号时点届'.includes(next) || (next === '年' && (isYear(first) || isYear(second))))
      return afterDate(text, end);
    const measure = countingAt(text, second, end);
    const dated = next === '日' && measure === null;
    if (dated || measure === null || second.value <= first.value || opensName(text, first.start)) {
      return isLatin(text.charCodeAt(end)) || '-/+.'.includes(next) ? afterCode(text, at) : second.end;
    }
    const change = this.isChange(first.start);
    this.push(first, measure, first.end);
    const lower = this.found.at(-1);
    const unitEnd = end + measure.length;
    this.push(second, measure, unitEnd);
    const upper = this.found.at(-1);
    if (lower !== undefined && upper !== undefined && !change) {
      lower.qualifier = 'at-least';
      if (upper.qualifier === 'exact') upper.qualifier = 'at-most';
    }
    return unitEnd;
  }

  /** After a row of numerals that makes no number; 数 and 几 alone may stand before one. */
  private overRun(at: number): number {
    let end = at + 1;
    if ('几数'.includes(this.text[at] ?? '。')) return end;
    while (roles[this.text.charCodeAt(end)] === role.word) end += 1;
    return end;
  }

  private words(at: number): number {
    const { text } = this;
    // Most numerals of prose are no figures: 一 before 体, 般, 步 is left at once.
    const code = text.charCodeAt(at + 1);
    if (roles[code] !== role.word && !holdsUnit(follows, code) && !startsMeasure(code)) return at + 1;
    if (text.startsWith('百分', at)) return this.hundredths(at);
    const number = numberAt(text, at);
    if (number === null) return this.overRun(at);
    const { end } = number;
    const before = text[at - 1] ?? '\n';
    if (nameAt(text, at) || opensName(text, at) || isLatin(before.charCodeAt(0)) || isDigit(before.charCodeAt(0)))
      return end;
    const next = text[end] ?? '\n';
    if (next === '年' && isYear(number)) return afterDate(text, end);
    if (next === '月') return afterDate(text, end);
    if (next === '分' && text[end + 1] === '之') return this.fraction(number, end);
    const open = number.bare && !number.more && prefixAt(text, at, true).qualifier === 'exact';
    // 二件, 二起 count; 二期, 二类, 二次供水 and the like do not.
    if (open || (text.slice(at, end) === '二' && !'件起宗份'.includes(text[end] ?? '。'))) return end;
    if (next === '成') return this.tenths(number, end);
    if (next === '大') return this.byBig(number);
    if (rangeMarks.includes(next) && next !== '到' && roles[text.charCodeAt(end + 1)] === role.word) {
      return this.range(number, end);
    }
    const measure = countingAt(text, number, end);
    if (measure === null) return end;
    const unitEnd = end + measure.length;
    const after = text[unitEnd] ?? '\n';
    // 五个“一”: a short quotation behind the measure word is the name of a set.
    if (after === '“' && measure.unit === '个' && text.slice(unitEnd, unitEnd + 5).includes('”')) return unitEnd;
    // 一人一档, 三张一体: a numeral straight behind the measure word makes an idiom.
    if (number.value < 10 && roles[after.charCodeAt(0)] === role.word && after !== '数') return unitEnd;
    if (number.value === 1 && !oneCounts(text, at, measure.unit, unitEnd)) return unitEnd;
    if (text[at - 2] === '一' && number.value === 1 && before > '一') return unitEnd;
    return this.counted(number, measure, end);
  }

  /** 五大领域; 二十大 is a congress. */
  private byBig(number: WrittenNumber): number {
    const measure = bigMeasureAt(this.text, number.end);
    if (measure === null || number.value < 2 || number.value > 15) return number.end + 1;
    return this.counted(number, measure, number.end);
  }

  /** 百分之九十八, 百分百; 百分点 and 百分制 stay where they are. */
  private hundredths(at: number): number {
    const { text } = this;
    const percent: Measure = { unit: '%', length: 0, kind: 'rate', factor: 1 };
    if (text.startsWith('百分百', at) || text.startsWith('百分之百', at)) {
      const end = at + (text[at + 2] === '百' ? 3 : 4);
      const whole = {
        value: 100,
        decimals: 0,
        step: 1,
        more: false,
        estimate: false,
        words: true,
        bare: false,
        large: false,
      };
      this.push({ ...whole, start: at, end }, percent, end);
      return end;
    }
    if (text[at + 2] !== '之') return at + 2;
    const number = hundredthsAt(text, at + 3);
    if (number === null) return at + 3;
    this.push({ ...number, start: at }, percent, number.end);
    return number.end;
  }

  /** 三分之二, 千分之三: `of` stands before 分之. */
  private fraction(of: WrittenNumber, at: number): number {
    const part = numberAt(this.text, at + 2);
    if (part === null || of.value === 0 || part.value > of.value) return at + 2;
    const base = of.bare ? { 百: 100, 千: 1000, 万: 10000 }[this.text[of.start] ?? ''] : undefined;
    const value = Number(((part.value / (base ?? of.value)) * 100).toFixed(2));
    const decimals = Number.isInteger(value) ? 0 : 2;
    const share = { ...part, start: of.start, value, decimals, step: 10 ** -decimals };
    this.push(share, { unit: '%', length: 0, kind: 'rate', factor: 1 }, part.end);
    return part.end;
  }

  /** 九成, 近八成, 九成五; 完成 and 一成不变 are none. */
  private tenths(number: WrittenNumber, at: number): number {
    const { text } = this;
    const next = text[at + 1] ?? '\n';
    if (number.value < 1 || number.value > 10 || number.decimals > 0 || '立为效果功员绩型本熟长就不套品'.includes(next))
      return at;
    const more = next === '多' || next === '余';
    let end = more ? at + 2 : at + 1;
    let value = number.value * 10;
    const half = '〇一二三四五六七八九'.indexOf(next);
    if (number.words && half > 0 && !measureAt(text, at + 2, true)) {
      value += half;
      end += 1;
    }
    this.push({ ...number, value, more }, { unit: '%', length: 0, kind: 'rate', factor: 1 }, end);
    return end;
  }

  /** What 万 and 亿 count where no unit stands: money where the clause speaks of it. */
  private unitOfLarge(at: number): string {
    const before = this.text.slice(Math.max(0, at - 12), at);
    return /资金|经费|投入|损失|金额|款/.test(before) ? '元' : '个';
  }
}
