/** Feedback letters as a Word file in the layout of GB/T 9704: margins, grid, type and page numbers of official documents. */
import { strToU8, zipSync } from 'fflate';
import { pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { LetterPart, LetterView } from './letter.ts';
import { stampLine } from './stamp-line.ts';

/** Type of official documents, and what Word takes where a computer does not have it. */
const fonts = [
  { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  { name: '方正小标宋简体', instead: '宋体', family: 'auto' },
  { name: '黑体', instead: 'SimHei', family: 'modern' },
  { name: '宋体', instead: 'SimSun', family: 'auto' },
] as const;
const [body, titles, heads, plain] = fonts;

interface Look {
  readonly font?: (typeof fonts)[number];
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

interface Setting {
  readonly keepNext?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Twentieths of a point. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** Characters, in hundredths. */
  readonly indent?: number;
  readonly right?: number;
  readonly ruleBelow?: boolean;
}

/** One line of the grid: 22 to a page. */
const gridLine = 579;

/** One file with a section a letter; each begins on a new page and counts its pages from 1. */
export function lettersDocx(letters: readonly LetterView[]): Uint8Array {
  const content = letters.map((letter, i) => section(letter, i === letters.length - 1)).join('');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': xml('w:document', `<w:body>${content}</w:body>`),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'settings', 'settings.xml'],
      ['rId3', 'fontTable', 'fontTable.xml'],
      ['rId4', 'footer', 'footer1.xml'],
      ['rId5', 'footer', 'footer2.xml'],
    ]),
    'word/styles.xml': styles,
    'word/settings.xml': xml(
      'w:settings',
      '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    ),
    'word/fontTable.xml': xml(
      'w:fonts',
      fonts
        .map(
          ({ name, instead, family }) =>
            `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
        )
        .join(''),
    ),
    // Right on odd pages and left on even ones, one character in.
    'word/footer1.xml': footer({ align: 'right', right: 100 }),
    'word/footer2.xml': footer({ align: 'left', indent: 100 }),
  };
  // The same letters give the same bytes, whatever the clock says.
  const mtime = '2000-01-01T00:00:00';
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime });
}

function section(letter: LetterView, last: boolean): string {
  const paragraphs = [
    ...head(letter),
    ...letter.parts.map((part, i) => partParagraph(part, i === letter.parts.length - 1)),
    ...signature(letter),
    ...(letter.reply === null ? [] : [reply(letter, letter.reply)]),
    paragraph([run(stampLine(letter.stamp, letter.lang), { font: plain, size: 15, color: '595959' })], {
      line: 300,
      before: 120,
    }),
  ];
  return last
    ? `${paragraphs.join('')}${sectionEnd}`
    : `${paragraphs.join('')}<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${sectionEnd}</w:pPr></w:p>`;
}

function head({ letterhead, number, title, addressee }: LetterView): string[] {
  return [
    ...(letterhead === ''
      ? []
      : [
          paragraph([run(letterhead, { font: titles, size: 72, color: 'C00000' })], {
            align: 'center',
            line: 1100,
            ruleBelow: true,
            after: 200,
          }),
        ]),
    ...(number === '' ? [] : [paragraph([run(number)], { align: 'center', after: 300 })]),
    paragraph([run(title, { font: titles, size: 44 })], {
      align: 'center',
      line: 700,
      before: number === '' ? 400 : 0,
      after: 400,
    }),
    paragraph([run(addressee)], {}),
  ];
}

function partParagraph(part: LetterPart, last: boolean): string {
  const look: Look = part.kind === 'heading' ? { font: heads } : {};
  const runs = [...(part.lead === '' ? [] : [run(part.lead, { ...look, bold: true })]), run(part.text, look)];
  // The signature does not stand alone on a page.
  return paragraph(runs, { align: 'both', indent: 200, keepNext: part.keepNext || last });
}

function signature({ contact, signer, date, lang }: LetterView): string[] {
  const seal = pick(pageTexts.letterSeal, lang);
  return [
    ...contact.map(line => paragraph([run(line)], { indent: 200, keepNext: true })),
    paragraph([], { keepNext: true }),
    paragraph([], { keepNext: true }),
    paragraph([run(`${signer}${seal}`)], { align: 'right', right: 200, keepNext: true }),
    paragraph([run(date)], { align: 'right', right: 400 }),
  ];
}

const width = 8844;

/** A framed slip with boxes to tick; its rows do not break across pages. */
function reply(letter: LetterView, { title, of, lines }: NonNullable<LetterView['reply']>): string {
  const t = (key: 'replySign' | 'replySeal' | 'replyDate'): string => pick(pageTexts[key], letter.lang);
  const small: Look = { size: 28 };
  const tight = { line: 480, keepNext: true } as const;
  const boxes = lines.flatMap((line, i) => [
    paragraph([run(`□ ${line}${i === 0 ? '' : '：'}`, small)], tight),
    ...(i === 0 ? [] : [paragraph([], tight), paragraph([], tight)]),
  ]);
  const cell = (content: string): string =>
    `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc></w:tr>`;
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`;
  return [
    paragraph([], { keepNext: true }),
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH'].map(side).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid>`,
    cell(
      paragraph([run(title, { font: heads, size: 30 })], { align: 'center', ...tight }) +
        paragraph([run(of, small)], tight),
    ),
    cell(boxes.join('')),
    cell(
      paragraph([run(`${t('replySign')}　　　　　　　　${t('replySeal')}`, small)], tight) +
        paragraph([run(t('replyDate'), small)], { line: 480, align: 'right', right: 200 }),
    ),
    '</w:tbl>',
  ].join('');
}

function footer(setting: Setting): string {
  const look: Look = { font: plain, size: 28 };
  const page = `<w:fldSimple w:instr=" PAGE ">${run('1', look)}</w:fldSimple>`;
  return xml('w:ftr', paragraph([run('— ', look), page, run(' —', look)], { ...setting, line: 360 }));
}

const sectionEnd =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:type w:val="nextPage"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>' +
  `<w:pgNumType w:start="1"/><w:cols w:space="425"/><w:docGrid w:type="linesAndChars" w:linePitch="${gridLine}" w:charSpace="-849"/></w:sectPr>`;

// Elements stand in the order that the schema of WordprocessingML asks for.
function paragraph(runs: readonly string[], setting: Setting): string {
  const { keepNext, align, line = gridLine, before = 0, after = 0, indent = 0, right = 0, ruleBelow } = setting;
  const ends = align === 'left' || align === undefined ? '' : `<w:jc w:val="${align}"/>`;
  const first = align === 'both' || align === undefined;
  const indents = [
    indent === 0
      ? ''
      : first
        ? ` w:firstLineChars="${indent}" w:firstLine="${(indent * 32) / 10}"`
        : ` w:leftChars="${indent}" w:left="${(indent * 32) / 10}"`,
    right === 0 ? '' : ` w:rightChars="${right}" w:right="${(right * 32) / 10}"`,
  ].join('');
  return [
    '<w:p><w:pPr>',
    keepNext === true ? '<w:keepNext/>' : '',
    '<w:keepLines/>',
    ruleBelow === true ? '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="C00000"/></w:pBdr>' : '',
    line === gridLine ? '' : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`,
    indents === '' ? '' : `<w:ind${indents}/>`,
    ends,
    `</w:pPr>${runs.join('')}</w:p>`,
  ].join('');
}

function run(text: string, { font = body, size = 32, bold, color }: Look = {}): string {
  const latin = font === heads || font === plain ? font.name : 'Times New Roman';
  return [
    `<w:r><w:rPr><w:rFonts w:ascii="${latin}" w:eastAsia="${font.name}" w:hAnsi="${latin}" w:hint="eastAsia"/>`,
    bold === true ? '<w:b/>' : '',
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`,
  ].join('');
}

/** Characters that XML 1.0 does not know are left out: a report may hold any. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const xml = (root: string, content: string): string =>
  `${declaration}<${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</${root}>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
  ['footer2', 'footer'],
]
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${type}+xml"/>`)
  .join('')}</Types>`;

const styles = xml(
  'w:styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="${body.name}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>`,
);
