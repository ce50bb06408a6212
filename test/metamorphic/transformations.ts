/** Ways to write the same report otherwise: each must leave every verdict as it was. */
import * as OpenCC from 'opencc-js';

export interface Transformation {
  readonly name: string;
  readonly apply: (text: string) => string;
  /** Requirements that this change is allowed to touch. */
  readonly except?: readonly string[];
}

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '%': '％',
  '!': '！',
  '?': '？',
};
const half = Object.fromEntries(Object.entries(full).map(([a, b]) => [b, a]));

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

const chineseDigits = '〇一二三四五六七八九';

/** 7 → 七, 24 → 二十四, 100 → 一百, 350 → 三百五十: as reports write counts in words. */
export function inChinese(value: number): string {
  if (value < 10) return chineseDigits[value]?.replace('〇', '零') ?? '';
  if (value < 20) return `十${value % 10 === 0 ? '' : chineseDigits[value % 10]}`;
  if (value < 100)
    return `${chineseDigits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : chineseDigits[value % 10]}`;
  const hundreds = `${chineseDigits[Math.floor(value / 100)]}百`;
  const rest = value % 100;
  if (rest === 0) return hundreds;
  return hundreds + (rest < 10 ? `零${inChinese(rest)}` : rest < 20 ? `一${inChinese(rest)}` : inChinese(rest));
}

const headingLine =
  /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．]|第[一二三四五六七八九十]+部分)/;

/** A body line: long, and neither heading, date nor field. */
const isBody = (line: string): boolean => line.trim().length > 60 && !/^[^，,。]{2,8}[:：]/.test(line.trim());

const parts = '一二三四五六七八九十';

export const transformations: readonly Transformation[] = [
  {
    name: 'punctuation full width',
    apply: text => text.replace(/(?<!\d)[,:](?!\d{3}\b)|[;()%!?]/g, mark => full[mark] ?? mark),
  },
  { name: 'punctuation half width', apply: text => text.replace(/[，：；（）％！？]/g, mark => half[mark] ?? mark) },
  { name: 'traditional characters', apply: text => toTraditional(text) },
  {
    name: 'line breaks vanish between body paragraphs',
    apply: text => {
      const out: string[] = [];
      for (const line of text.split('\n')) {
        const last = out.at(-1);
        if (last !== undefined && isBody(last) && isBody(line) && /[。；]\s*$/.test(last) && !headingLine.test(line))
          out[out.length - 1] = last.trimEnd() + line.trim();
        else out.push(line);
      }
      return out.join('\n');
    },
  },
  {
    name: 'body lines wrapped at 38 characters',
    apply: text =>
      text
        .split('\n')
        .flatMap(line => (line.length > 76 ? (line.match(/.{1,38}/gu) ?? [line]) : [line]))
        .join('\n'),
  },
  { name: 'blank line after every line', apply: text => text.replaceAll('\n', '\n\n') },
  { name: 'Windows line ends', apply: text => text.replace(/\r?\n/g, '\r\n') },
  {
    name: 'paragraphs indented',
    apply: text =>
      text
        .split('\n')
        .map(line => (line.trim() === '' ? line : `　　${line.trimStart()}`))
        .join('\n'),
  },
  {
    name: 'level-1 headings as 第X部分',
    // A report that has 第X部分 already uses 一、 below it.
    apply: text =>
      /第[一二三四五六七八九十]部分/.test(text)
        ? text
        : text.replace(/^([ \t　]*)([一二三四五六七八九十])、(?=[^\n]{2,60}$)/gm, '$1第$2部分 '),
  },
  {
    name: 'level-2 headings as 1.',
    apply: text => {
      // Only where no 1. is used below them already.
      if (/^\s*\d{1,2}[.、．]/m.test(text)) return text;
      return text.replace(
        /^([ \t　]*)[（(]([一二三四五六七八九十])[）)]/gm,
        (_, space: string, number: string) => `${space}${parts.indexOf(number) + 1}.`,
      );
    },
  },
  { name: '100% as 百分之百', apply: text => text.replace(/(?<![\d.])100[%％﹪]/g, '百分之百') },
  {
    name: 'digits full width',
    apply: text =>
      text.replace(/\d+(?:\.\d+)?(?=[%％件次场期人名个份])/g, digits =>
        [...digits].map(one => (one === '.' ? '．' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join(''),
      ),
  },
  {
    name: 'counts in Chinese numerals',
    apply: text =>
      text.replace(
        /(?<![\d.,:：\-—〔(（年月/])(\d{1,3})(?=(?:件|次|场|期|起|宗|份)(?!以))/g,
        (whole, digits: string) =>
          digits.startsWith('0') ? whole : Number(digits) === 2 ? '两' : inChinese(Number(digits)),
      ),
  },
  { name: 'percent with a blank', apply: text => text.replace(/(\d)([%％])/g, '$1 $2') },
  {
    name: 'page furniture around',
    apply: text =>
      `您现在所在的位置：首页 > 政务公开 > 法治政府建设\n打印本页 关闭窗口 字体：大 中 小\n${text}\n分享到：\n扫一扫在手机打开当前页\n版权所有 网站地图 联系我们\n`,
    except: ['form.integrity'],
  },
  { name: 'quotation marks straight', apply: text => text.replace(/[“”]/g, '"'), except: ['form.integrity'] },
];
