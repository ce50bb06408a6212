/** Writes the numbers of automatic numbering as they stand on paper, by the names that office formats give the kinds. */

const digits = '〇一二三四五六七八九';
const formal = '零壹贰叁肆伍陆柒捌玖';
const formalTraditional = '零壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 一, 十, 十一, 二十, 一百零五: with a word for each place. `ten` at the very front stands without 一. */
function counted(n: number, units: string, places: readonly [string, string, string], zero: string): string {
  let text = '';
  let gap = false;
  for (const [power, place] of [
    [1000, places[2]],
    [100, places[1]],
    [10, places[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? zero : '') + units.charAt(digit) + place;
    gap = false;
  }
  return text;
}

const chinese = (n: number): string => counted(n, digits, ['十', '百', '千'], '零').replace(/^一十/, '十');
const japanese = (n: number): string => counted(n, digits, ['十', '百', '千'], '').replace(/一(?=[十百千])/g, '');
const digital = (n: number): string => [...String(n)].map(digit => digits.charAt(Number(digit))).join('');

function roman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let text = '';
  for (const [value, sign] of signs) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}

/** a … z, aa, bb: as Word goes on behind z. */
const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const fullWidth = (n: number): string => String(n).replace(/\d/g, d => String.fromCharCode(0xff10 + Number(d)));

/** Signs that Unicode has for 1 to `last`, beginning at `first`. */
const sign = (first: number, last: number) => (n: number) =>
  n <= last ? String.fromCharCode(first + n - 1) : String(n);

const circle = sign(0x2460, 20);
const cycle = (signs: string) => (n: number) => signs.charAt((n - 1) % signs.length);

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: n => String(n).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: n => roman(n).toLowerCase(),
  upperLetter: n => letter(n).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: n => (n < 100 ? chinese(n) : digital(n)),
  chineseCountingThousand: chinese,
  taiwaneseCounting: n => (n < 100 ? chinese(n) : digital(n)),
  taiwaneseCountingThousand: chinese,
  japaneseCounting: japanese,
  ideographDigital: digital,
  taiwaneseDigital: digital,
  japaneseDigitalTenThousand: digital,
  chineseLegalSimplified: n => counted(n, formal, ['拾', '佰', '仟'], '零'),
  ideographLegalTraditional: n => counted(n, formalTraditional, ['拾', '佰', '仟'], '零'),
  ideographTraditional: cycle(stems),
  ideographZodiac: cycle(branches),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circle,
  decimalEnclosedCircleChinese: circle,
  decimalEnclosedParen: sign(0x2474, 20),
  decimalEnclosedFullstop: sign(0x2488, 20),
  ideographEnclosedCircle: sign(0x3280, 10),
  none: () => '',
};

/** `kind` as office formats name it (chineseCounting, decimalFullWidth …); a kind that is not known is written in digits. */
export function formatNumber(n: number, kind: string): string {
  const format = Object.hasOwn(formats, kind) ? formats[kind] : undefined;
  return format === undefined || n < 1 || n > 9999 ? String(n) : format(n);
}

/** ① of a field that sets a circle and a number above each other; '' for any other field. */
export function circled(instruction: string): string {
  const inside = /^\s*eq\s+\\o(?:\\a[clr])?\s*\([○〇□][,，]\s*([^)]{1,4})\)/i.exec(instruction)?.[1];
  if (inside === undefined) return '';
  const digit = Number.parseInt(inside.normalize('NFKC'), 10);
  if (digit >= 1 && digit <= 20) return formatNumber(digit, 'decimalEnclosedCircle');
  const at = '一二三四五六七八九十'.indexOf(inside.trim());
  return at >= 0 ? formatNumber(at + 1, 'ideographEnclosedCircle') : inside;
}
