/** Finds the figures of a text in one pass: what is a number with a unit, and what only looks like one. */
import type { Copy } from '../report/types.ts';
import { circleAt, nameAt, opensName, structuralAt } from './names.ts';
import { isDigit, numberAt, type WrittenNumber } from './numbers.ts';
import { oneCounts } from './one.ts';
import { prefixAt, qualify, suffixAt } from './qualify.ts';
import type { Qualifier, QuantityKind } from './types.ts';
import { bigMeasureAt, type Measure, measureAt } from './units.ts';
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
}

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

const role = { none: 0, digit: 1, word: 2, quote: 3, zero: 4, denial: 5 } as const;
const roles = new Uint8Array(65536);
for (const c of '0123456789') roles[c.charCodeAt(0)] = role.digit;
for (const c of '〇一二两三四五六七八九十百千万亿几数') roles[c.charCodeAt(0)] = role.word;
for (const c of '“') roles[c.charCodeAt(0)] = role.quote;
roles['零'.charCodeAt(0)] = role.zero;
for (const c of '无未没') roles[c.charCodeAt(0)] = role.denial;

/** A quotation longer than this has lost its closing mark. */
const longestQuote = 80;
const rangeMarks = '-—–~～至到';
/** Before N日 they make it a term: 公示5日, 由法定20日压缩至5日. */
const termOpeners = ['为期', '期限', '公示', '法定', '压缩至', '压缩到', '缩短至', '缩短到', '缩减至', '限时'];
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
      const kind = roles[text.charCodeAt(at)];
      if (kind === role.none || inTitle[at] === 1) at += 1;
      else if (kind === role.digit) at = this.digits(at);
      else if (kind === role.word) at = this.words(at);
      else if (kind === role.quote) at = this.afterQuote(at);
      else at = this.zero(at, kind === role.zero);
    }
    return this.found;
  }

  /** Numbers inside “” are names or citations; a mark without its partner in reach is stepped over. */
  private afterQuote(at: number): number {
    const { text } = this;
    for (let i = at + 1; i < text.length && i - at <= longestQuote; i += 1) {
      const c = text[i];
      if (c === '”') return i + 1;
      if (c === '“' || c === '\n') break;
    }
    return at + 1;
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
    // 减为零次, 共零件: 零 takes a measure word only behind such verbs (零件, 零售 are words).
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
    if (number === null) return this.afterCode(at);
    const before = text[at - 1] ?? '\n';
    if (isLatin(before) || '+×*·/#=_'.includes(before) || (before === '-' && isLatin(text[at - 2] ?? '\n'))) {
      return this.afterCode(at);
    }
    if (this.listMarker(number)) return at + 2;
    const end = this.overBlank(number.end);
    const next = text[end] ?? '\n';
    if (next === '年' && isYear(number)) return this.afterDate(end);
    if (next === '月' || next === '号' || next === '时' || next === '点' || next === '届') return this.afterDate(end);
    if (next === '分' && text[end + 1] === '之') return this.fraction(number, end);
    const measure = this.measureOf(number, end);
    if (measure !== null) return this.counted(number, measure, end);
    if (rangeMarks.includes(next)) return this.range(number, end);
    if (next === '大') return this.byBig(number);
    if (next === '成') return this.tenths(number, end);
    if (isLatin(next) || '+×*·/:=_'.includes(next)) return this.afterCode(at);
    if (number.large && !opensName(text, at)) {
      this.push(number, { unit: this.unitOfLarge(at), length: 0, kind: 'count', factor: 1 }, number.end);
    } else if (number.value === 0 && '为达是'.includes(before) && walls.includes(next)) this.bareZero(at, number.end);
    return number.end;
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

  /** A measure word that really measures here, or null. */
  private measureOf(number: WrittenNumber, at: number): Measure | null {
    const { text } = this;
    const measure = measureAt(text, at, number.words);
    if (measure === null) return null;
    const after = at + measure.length;
    const next = text[after] ?? '\n';
    const before = text[number.start - 1] ?? '\n';
    switch (measure.unit) {
      case '年':
        if (number.words && !this.wordYears(number, after)) return null;
        return this.standsForPeriod(number.start, after) ? null : measure;
      case '月':
      case '天':
      case '周':
      case '季度':
        if (measure.unit === '周' && '年岁边期'.includes(next)) return null;
        return this.standsForPeriod(number.start, after) ? null : measure;
      case '日':
        return this.isTerm(number.start, after) || measure.length > 1 ? measure : null;
      case '分':
        if ('之别类布级管为钟子析享成支工'.includes(next) || before === '时' || before === '点') return null;
        return number.words && !'得扣满值加减'.includes(before) ? null : measure;
      case '个':
        if (measure.length === 0) return this.bareNoun(number) ? measure : null;
        if (number.words && structuralAt(text, after)) return null;
        return number.words && '一二三四五六七八九十百'.includes(next) ? null : measure;
      case '起':
        return '来到草义'.includes(next) && number.words ? null : measure;
      case '位':
        return text.startsWith('一体', after) ? null : measure;
      case '种':
      case '处':
        return '植级置理长室科罚'.includes(next) && number.words ? null : measure;
      default:
        return measure;
    }
  }

  /** A noun straight behind its number: hotlines (12345平台) and years are none. */
  private bareNoun(number: WrittenNumber): boolean {
    const { value } = number;
    return !number.words && number.decimals === 0 && value < 1000 && ![110, 114, 119, 120, 122].includes(value);
  }

  /** 近三年, 五年来, 今后5年: a stretch of time that dates other figures. */
  private standsForPeriod(start: number, after: number): boolean {
    const { text } = this;
    const before = text[start - 1] ?? '\n';
    if ('近这前后每第今本'.includes(before) || text.endsWith('过去', start) || text.endsWith('未来', start))
      return true;
    return (
      '来度前后级'.includes(text[after] ?? '\n') || text.startsWith('以来', after) || text.startsWith('多来', after)
    );
  }

  /** 连续三年, 为期两年, 两年行动: with Chinese numerals years count only in such company. */
  private wordYears(number: WrittenNumber, after: number): boolean {
    const { text } = this;
    const { start } = number;
    if (['连续', '为期', '期限', '历时', '满', '超过', '近'].some(word => text.endsWith(word, start))) return true;
    return text.startsWith('行动', after) || text.startsWith('以上', after) || text.startsWith('以内', after);
  }

  /** 30日内, 不少于30日: a term, not a date. */
  private isTerm(start: number, after: number): boolean {
    const { text } = this;
    if (text[start - 1] === '月') return false;
    if (suffixAt(text, after).qualifier !== 'exact') return true;
    const prefix = prefixAt(text, start, false).qualifier;
    return prefix !== 'exact' || termOpeners.some(word => text.endsWith(word, start));
  }

  private counted(number: WrittenNumber, measure: Measure, unitAt: number): number {
    const { text } = this;
    const end = unitAt + measure.length;
    if (opensName(text, number.start) || this.isRank(number.start) || nameAt(text, number.start)) return end;
    // 六届四次全会; one of three is no count of three.
    if (text[number.start - 1] === '届' || text.startsWith('之一', end)) return end;
    if ((measure.kind === 'duration' || measure.unit === '公里') && circleAt(text, end)) return end;
    this.push(number, measure, end);
    return end;
  }

  /** 前100名, 前三项: a rank; 目前, 此前 and the like end another word. */
  private isRank(start: number): boolean {
    return this.text[start - 1] === '前' && !'目此日事当以之年月期午提会'.includes(this.text[start - 2] ?? '\n');
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
    if ('月号时点届'.includes(next) || (next === '年' && (isYear(first) || isYear(second)))) return this.afterDate(end);
    const measure = this.measureOf(second, end);
    const dated = next === '日' && measure === null;
    if (dated || measure === null || second.value <= first.value || opensName(text, first.start)) {
      return isLatin(next) || '-/+.'.includes(next) ? this.afterCode(at) : second.end;
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

  private words(at: number): number {
    const { text } = this;
    if (text.startsWith('百分', at)) return this.hundredths(at);
    const number = numberAt(text, at);
    if (number === null) return at + 1;
    const { end } = number;
    const before = text[at - 1] ?? '\n';
    if (nameAt(text, at) || opensName(text, at) || isLatin(before) || isDigit(before.charCodeAt(0))) return end;
    const next = text[end] ?? '\n';
    if (next === '年' && isYear(number)) return this.afterDate(end);
    if (next === '月') return this.afterDate(end);
    if (next === '分' && text[end + 1] === '之') return this.fraction(number, end);
    const open = number.bare && !number.more && prefixAt(text, at, true).qualifier === 'exact';
    if (open || text.slice(at, end) === '二') return end;
    if (next === '成') return this.tenths(number, end);
    if (next === '大') return this.byBig(number);
    if (rangeMarks.includes(next) && next !== '到' && roles[text.charCodeAt(end + 1)] === role.word) {
      return this.range(number, end);
    }
    const measure = this.measureOf(number, end);
    if (measure === null) return end;
    const unitEnd = end + measure.length;
    const after = text[unitEnd] ?? '\n';
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
    const number = numberAt(text, at + 3);
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

  private afterDate(at: number): number {
    let end = at + 1;
    const { text } = this;
    while (isDigit(text.charCodeAt(end)) || '年月日号时分至-—–~到'.includes(text[end] ?? '。')) {
      if (isDigit(text.charCodeAt(end))) {
        const number = numberAt(text, end);
        if (number === null || !'年月日号时分'.includes(text[number.end] ?? '。')) return end;
        end = number.end;
      }
      end += 1;
    }
    return end;
  }

  /** Steps over 1+6+31+N, 7×24, 0739-5323212, GB/T 1234. */
  private afterCode(at: number): number {
    const { text } = this;
    let end = at + 1;
    while (
      end < text.length &&
      (isLatin(text[end] as string) || isDigit(text.charCodeAt(end)) || '+×*·/.:-=_'.includes(text[end] as string))
    ) {
      end += 1;
    }
    return end;
  }
}

function isYear(number: WrittenNumber): boolean {
  return number.value >= 1900 && number.value <= 2100 && number.decimals === 0 && !number.more && !number.large;
}

function isLatin(character: string): boolean {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}
