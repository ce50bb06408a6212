/** What files, programs and habits of typing make of a report on its way: each form must leave every verdict as it was. */
import {
  atPageBreaks,
  bigCounts,
  byMap,
  compatible,
  datesInWords,
  isHeading,
  kangxi,
  level1,
  level2,
  numberOf,
  numerals,
  onTitle,
  perLine,
  pointsAs,
  reversed,
  spaced,
  thousands,
  titleAt,
  units,
  wrappedAt,
} from './form-pieces.ts';
import { inChinese, type Transformation } from './transformations.ts';

export const forms: readonly Transformation[] = [
  { name: 'thousands set off by a comma', apply: text => text.replace(bigCounts, digits => thousands(digits, ',')) },
  {
    name: 'thousands set off by a full-width comma',
    apply: text => text.replace(bigCounts, digits => thousands(digits, '，')),
  },
  { name: 'thousands set off by a blank', apply: text => text.replace(bigCounts, digits => thousands(digits, ' ')) },
  { name: 'several blanks behind marks', apply: text => text.replace(/(?<=[，。；、：])(?=\S)/g, '   ') },
  { name: 'a tab behind commas', apply: text => text.replace(/(?<=[，；])(?=\S)/g, '\t') },
  // The name of an advert that was written in holds a number: 幸运 28 论坛 is not told.
  {
    name: 'numbers set off by blanks',
    except: ['form.integrity'],
    apply: text => text.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' '),
  },
  {
    name: 'numbers set off by no-break blanks',
    except: ['form.integrity'],
    apply: text => text.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, '\u00a0'),
  },
  { name: 'page number — 3 — inside paragraphs', apply: text => atPageBreaks(text, page => `— ${page} —`) },
  {
    name: 'page number - 3 - between blank lines inside paragraphs',
    apply: text => atPageBreaks(text, page => `\n- ${page} -\n`),
  },
  { name: '第3页 共12页 inside paragraphs', apply: text => atPageBreaks(text, page => `第${page}页 共12页`) },
  {
    name: 'page number alone and form feed inside paragraphs',
    apply: text => atPageBreaks(text, page => `${page}\n\f`),
  },
  {
    name: 'running header and page number inside paragraphs',
    apply: text => {
      const lines = text.split('\n');
      const title = lines[titleAt(lines)]?.trim();
      return title === undefined ? text : atPageBreaks(text, page => `${page}\n${title}`);
    },
  },
  { name: 'wrapped at 22 characters', apply: wrappedAt(22) },
  { name: 'wrapped at 30 characters', apply: wrappedAt(30) },
  { name: 'wrapped at 45 characters', apply: wrappedAt(45) },
  { name: 'wrapped at 28 characters, first lines indented', apply: wrappedAt(28, '　　') },
  {
    name: 'wrapped at 30 characters with page numbers',
    apply: text =>
      wrappedAt(30)(text)
        .split('\n')
        .map((line, at) => (at % 22 === 21 ? `${line}\n— ${(at + 1) / 22} —` : line))
        .join('\n'),
  },
  {
    name: 'headings as of Markdown',
    apply: text =>
      onTitle(
        perLine(text, line => (isHeading(line) ? `${/^\s*[（(]/.test(line) ? '###' : '##'} ${line.trim()}` : line)),
        title => `# ${title.trim()}`,
      ),
  },
  {
    name: 'headings and title bold as in Markdown',
    apply: text =>
      onTitle(
        perLine(text, line => (isHeading(line) ? `**${line.trim()}**` : line)),
        title => `**${title.trim()}**`,
      ),
  },
  {
    name: 'points bold as in Markdown',
    apply: text => text.replace(/(?<=^|[。；：])([一二三四五六七八九十]是[^，。；]{2,24}[。，])/gm, '**$1**'),
  },
  {
    name: 'Markdown headings that are bold',
    apply: text => perLine(text, line => (isHeading(line) ? `## **${line.trim()}**` : line)),
  },
  ...['•', '●', '◆', '-', '➢', '※', '*', '■', '·', '\uf06c', '—'].map(bullet => ({
    name: `${bullet === '\uf06c' ? 'symbol font' : bullet} before each paragraph`,
    apply: (text: string) => {
      const lines = text.split('\n');
      const from = titleAt(lines);
      return perLine(text, (line, at) =>
        at > from && line.trim().length > 40 && !isHeading(line) ? `${bullet} ${line.trim()}` : line,
      );
    },
  })),
  { name: '◆ before headings', apply: text => perLine(text, line => (isHeading(line) ? `◆ ${line.trim()}` : line)) },
  { name: '• before headings', apply: text => perLine(text, line => (isHeading(line) ? `•${line.trim()}` : line)) },
  { name: 'NFKC', apply: text => text.normalize('NFKC') },
  { name: 'Kangxi radicals', apply: text => byMap(text, kangxi) },
  { name: 'Kangxi radicals for 一 二 十, too', apply: text => byMap(text, reversed(0x2f00, 0x2fd5, /^$/)) },
  { name: 'compatibility ideographs', apply: text => byMap(text, compatible) },
  { name: 'zero-width blanks', apply: text => text.replace(/([^\n]{7})/gu, '$1\u200b') },
  { name: 'soft hyphens', apply: text => text.replace(/([^\n]{9})/gu, '$1\u00ad') },
  { name: 'direction marks', apply: text => text.replace(/([^\n]{11})/gu, '$1\u200e').replace(/^(?=\S)/gm, '\u202a') },
  { name: 'byte order marks inside', apply: text => text.replace(/\n(?=\S)/g, '\n\ufeff') },
  { name: 'title spaced out', apply: text => onTitle(text, title => spaced(title)) },
  { name: 'title spaced out by full-width blanks', apply: text => onTitle(text, title => spaced(title, '　')) },
  { name: 'headings spaced out', apply: text => perLine(text, line => (isHeading(line) ? spaced(line) : line)) },
  {
    name: 'full-width blanks',
    apply: text =>
      text.replace(/ /g, '　').replace(/(?<=^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）)/gm, '　'),
  },
  {
    name: 'no-break blanks left of a page',
    apply: text => perLine(text, line => (line.trim() === '' ? line : `&nbsp;&nbsp;&nbsp;&nbsp;${line.trim()}`)),
  },
  { name: 'headings in 【】', apply: text => perLine(text, line => (isHeading(line) ? `【${line.trim()}】` : line)) },
  { name: 'headings behind 一．', apply: text => text.replace(level1, '$1$2．') },
  { name: 'headings behind 一，', apply: text => text.replace(level1, '$1$2，') },
  { name: 'headings behind 一 and a blank', apply: text => text.replace(level1, '$1$2 ') },
  { name: 'headings behind （一）、', apply: text => text.replace(level2, '$1（$2）、') },
  { name: 'headings behind 一）', apply: text => text.replace(level2, '$1$2）') },
  {
    name: 'headings behind ㈠',
    apply: text =>
      text.replace(level2, (whole, space: string, number: string) =>
        number.length > 1 ? whole : `${space}${String.fromCharCode(0x3220 + numerals.indexOf(number))}`,
      ),
  },
  { name: 'headings behind 〔一〕', apply: text => text.replace(level2, '$1〔$2〕') },
  {
    name: '一、 and （一） the other way round',
    apply: text =>
      // Where one stands inside a paragraph it would have to be turned, too.
      /[^\n\s][（(][一二三四五六七八九十]{1,2}[）)]/.test(text)
        ? text
        : text.replace(level1, '$1⟦$2⟧').replace(level2, '$1$2、').replace(/⟦/g, '（').replace(/⟧/g, '）'),
  },
  {
    name: '1. and （1） for 一、 and （一）',
    apply: text =>
      /^\s*(?:\d{1,2}[.、．]|[（(]\d)/m.test(text)
        ? text
        : text
            .replace(level1, (_, s: string, n: string) => `${s}${numberOf(n)}.`)
            .replace(level2, (_, s: string, n: string) => `${s}（${numberOf(n)}）`),
  },
  {
    name: '1、 and （1） for 一、 and （一）',
    apply: text =>
      /^\s*(?:\d{1,2}[.、．]|[（(]\d)/m.test(text)
        ? text
        : text
            .replace(level1, (_, s: string, n: string) => `${s}${numberOf(n)}、`)
            .replace(level2, (_, s: string, n: string) => `${s}（${numberOf(n)}）`),
  },
  {
    name: '1 and 1.1 for 一、 and （一）',
    apply: text => {
      if (/^\s*(?:\d{1,2}[.、．]|[（(]\d|第[一二三]部分)/m.test(text)) return text;
      let top = 0;
      return perLine(text, line => {
        const one = /^([ \t　]*)([一二三四五六七八九十]{1,2})、(?=.{2,60}$)/.exec(line);
        if (one !== null) top = numberOf(one[2] as string);
        return one !== null
          ? line.replace(one[0], `${top} `)
          : line.replace(
              /^[ \t　]*[（(]([一二三四五六七八九十]{1,2})[）)]/,
              (_, n: string) => `${top}.${numberOf(n)} `,
            );
      });
    },
  },
  {
    name: '壹、 for 一、',
    apply: text =>
      text.replace(level1, (whole, s: string, n: string) =>
        n.length > 1 ? whole : `${s}${'壹贰叁肆伍陆柒捌玖拾'[numerals.indexOf(n)]}、`,
      ),
  },
  { name: 'dates in Chinese numerals', apply: text => datesInWords(text, '〇') },
  { name: 'dates in Chinese numerals, zero as ○', apply: text => datesInWords(text, '○') },
  { name: 'dates in Chinese numerals, zero as O', apply: text => datesInWords(text, 'O') },
  { name: 'dates in Chinese numerals, zero as 0', apply: text => datesInWords(text, '0') },
  { name: 'dates in Chinese numerals, zero as 零', apply: text => datesInWords(text, '零') },
  { name: 'points as （1）（2）', apply: text => pointsAs(text, nth => `（${nth}）`) },
  {
    name: 'points as 1.2.',
    apply: text => (/(?:^|[。；])\s*1[.．、]/m.test(text) ? text : pointsAs(text, nth => `${nth}.`)),
  },
  {
    name: 'points as ①②',
    apply: text => (/[①②]/.test(text) ? text : pointsAs(text, nth => String.fromCharCode(0x245f + nth))),
  },
  { name: 'points as 第一，第二，', apply: text => pointsAs(text, nth => `第${inChinese(nth)}，`) },
  {
    name: 'points as 1、2、 on lines of their own',
    apply: text => (/^\s*1[.．、]/m.test(text) ? text : pointsAs(text, nth => `\n${nth}、`)),
  },
  {
    name: 'points on lines of their own',
    apply: text => text.replace(/(?<=[。；：])\s*(?=[一二三四五六七八九十]是(?!否))/g, '\n'),
  },
  {
    name: 'title on two lines, broken behind 法治政府',
    apply: text => onTitle(text, title => title.trim().replace(/^(.{6,}法治政府建设)(?=.{3})/u, '$1\n')),
  },
  {
    name: 'title on two lines, broken behind the year',
    apply: text => onTitle(text, title => title.trim().replace(/^(.{2,}20\d\d年度?)(?=.{5})/u, '$1\n')),
  },
  {
    name: 'title on three lines',
    apply: text =>
      onTitle(text, title =>
        title.trim().replace(/^(.{3,}?)(关于)?(20\d\d年度?)(.{2,}?)((?:年度|情况|工作)*的?报告.*)$/u, '$1\n$2$3$4\n$5'),
      ),
  },
  {
    name: 'title on two lines, second indented',
    apply: text =>
      onTitle(text, title => `　　　　${title.trim().replace(/^(.{2,}20\d\d年度?)(?=.{5})/u, '$1\n　　　　　　　')}`),
  },
  { name: 'O for 0 in years', apply: text => text.replace(/(?<!\d)20(?=\d\d年)/g, '2O') },
  {
    name: 'l for 1 in numbers',
    apply: text => text.replace(new RegExp(`(?<=\\d)1(?=\\d*${units})|1(?=\\d+(?:年|${units}))`, 'g'), 'l'),
  },
  {
    name: 'O for 0 in numbers',
    apply: text => text.replace(new RegExp(`(?<=[1-9]\\d*)0(?=\\d*(?:年|[%％]|${units}))`, 'g'), 'O'),
  },
  {
    name: '- for 一 before headings',
    apply: text => text.replace(/^([ \t　]*)一、/gm, '$1-、').replace(/^([ \t　]*)（一）/gm, '$1（-）'),
  },
  {
    name: '— for 一 before headings and points',
    apply: text =>
      text
        .replace(/^([ \t　]*)一、/gm, '$1—、')
        .replace(/^([ \t　]*)（一）/gm, '$1（—）')
        .replace(/(?<=[。；：])一是/g, '—是'),
  },
  { name: 'full stop . for 。', apply: text => text.replace(/(?<=\p{Script=Han})。/gu, '.') },
  { name: 'full stop ． for 。', apply: text => text.replace(/。/g, '．') },
  {
    name: 'commas and blanks of English',
    apply: text => text.replace(/，/g, ', ').replace(/；/g, '; ').replace(/：/g, ': '),
  },
  { name: 'titles of laws in 〈〉', apply: text => text.replace(/《/g, '〈').replace(/》/g, '〉') },
  { name: 'titles of laws in <<>>', apply: text => text.replace(/《/g, '<<').replace(/》/g, '>>') },
  { name: 'titles of laws in «»', apply: text => text.replace(/《/g, '«').replace(/》/g, '»') },
  { name: 'quotation marks 「」', apply: text => text.replace(/“/g, '「').replace(/”/g, '」') },
  { name: 'quotation marks of a page source', apply: text => text.replace(/“/g, '&ldquo;').replace(/”/g, '&rdquo;') },
  {
    name: 'all digits full width',
    apply: text => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
  {
    name: 'percentages in words',
    apply: text =>
      text.replace(
        /(?<![\d.．-])(\d{1,2})[%％](?![-—~～一二三四五六七八九十])/g,
        (_, digits: string) => `百分之${inChinese(Number(digits))}`,
      ),
  },
  {
    name: 'percentages as 百分之98.5',
    apply: text => text.replace(/(?<![\d.．-])(\d{1,3}(?:\.\d+)?)[%％](?![-—~～])/g, '百分之$1'),
  },
  {
    name: '万 as four zeros',
    apply: text => text.replace(/(?<![\d.])(\d{1,4})万(?=(?:件|次|人|份|户|册|条))/g, '$10000'),
  },
  { name: 'Macintosh line ends', apply: text => text.replace(/\n/g, '\r') },
  { name: 'line separators', apply: text => text.replace(/\n/g, '\u2028') },
  { name: 'vertical tabs', apply: text => text.replace(/\n/g, '\v') },
  { name: 'blanks at line ends', apply: text => text.replace(/\n/g, '   \n') },
  { name: 'HTML breaks left behind', apply: text => text.replace(/\n/g, '<br/>\n') },
  {
    name: 'figures in Markdown bold',
    apply: text => text.replace(/(?<![\d.,，])\d+(?:\.\d+)?(?=[件次人场份%％])/g, '**$&**'),
  },
  {
    name: 'all letters set wide',
    apply: text => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
  },
  { name: 'quoted as in a letter', apply: text => text.replace(/^/gm, '> ') },
  {
    name: 'lines numbered by an editor',
    apply: text => {
      const numbered = (line: string, nth: number): string => `${String(nth + 1).padStart(4)} ${line}`;
      return text.split('\n').map(numbered).join('\n');
    },
  },
  {
    name: 'centred by blanks',
    apply: text => onTitle(text, title => `${' '.repeat(20)}${title.trim()}${' '.repeat(20)}`),
  },
];
