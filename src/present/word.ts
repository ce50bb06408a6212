/** Writes Word files: type, runs of text, paragraphs, tables and the parts of the package, in plain WordprocessingML. */
import { strToU8, zipSync } from 'fflate';

/** Type of official documents, and what Word takes where a computer does not have it. */
export const fonts = {
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'roman' },
  titles: { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  heads: { name: '黑体', instead: 'SimHei', family: 'swiss' },
  plain: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const;

export interface Look {
  readonly font?: (typeof fonts)[keyof typeof fonts];
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export interface Setting {
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
  /** May begin on one page and end on the next. */
  readonly flows?: boolean;
}

/** One line of the grid: 22 to a page. */
export const gridLine = 579;

// Elements stand in the order that the schema of WordprocessingML asks for.
export function paragraph(runs: readonly string[], setting: Setting): string {
  const { keepNext, align, line = gridLine, before = 0, after = 0, indent = 0, right = 0, ruleBelow, flows } = setting;
  const ends = align === undefined ? '' : `<w:jc w:val="${align}"/>`;
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
    flows === true ? '' : '<w:keepLines/>',
    ruleBelow === true ? '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="C00000"/></w:pBdr>' : '',
    line === gridLine ? '' : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`,
    indents === '' ? '' : `<w:ind${indents}/>`,
    ends,
    `</w:pPr>${runs.join('')}</w:p>`,
  ].join('');
}

/** A stretch of text in one look; a line end in it stays one. */
export function run(text: string, { font = fonts.body, size = 32, bold, color }: Look = {}): string {
  const latin = font === fonts.heads || font === fonts.plain ? font.name : 'Times New Roman';
  return [
    `<w:r><w:rPr><w:rFonts w:ascii="${latin}" w:eastAsia="${font.name}" w:hAnsi="${latin}" w:hint="eastAsia"/>`,
    bold === true ? '<w:b/>' : '',
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    // 28 characters of 16 points stand in a line of 156 mm when they are set a quarter of a point closer.
    size === 32 ? '<w:spacing w:val="-5"/>' : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    ...text
      .split(/\r\n|[\r\n]/)
      .map((line, i) => `${i === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${escaped(line)}</w:t>`),
    '</w:r>',
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
const contentTypes = (parts: readonly (readonly [part: string, type: string])[]): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${type}+xml"/>`)
    .join('')}</Types>`;

const styles = xml(
  'w:styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="${fonts.body.name}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>`,
);

const fontTable = xml(
  'w:fonts',
  Object.values(fonts)
    .map(
      ({ name, instead, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
    )
    .join(''),
);

/** The number of the page, as a field. */
export const pageNumber = (look: Look): string => `<w:fldSimple w:instr=" PAGE ">${run('1', look)}</w:fldSimple>`;

/** How a section names the `n`th footer of the file, counting from 1. */
export const footerId = (n: number): string => `rIdFooter${n}`;

/**
 * The file: `content` is what stands in the body, sections included; `footers` are the paragraphs of each footer. A second
 * footer is that of even pages.
 */
export function wordFile(content: string, footers: readonly string[]): Uint8Array {
  const named = footers.map((footer, i) => ({ part: `footer${i + 1}`, id: footerId(i + 1), footer }));
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes([
      ['document', 'document.main'],
      ['styles', 'styles'],
      ['settings', 'settings'],
      ['fontTable', 'fontTable'],
      ...named.map(({ part }) => [part, 'footer'] as const),
    ]),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': xml('w:document', `<w:body>${content}</w:body>`),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'settings', 'settings.xml'],
      ['rId3', 'fontTable', 'fontTable.xml'],
      ...named.map(({ part, id }) => [id, 'footer', `${part}.xml`] as const),
    ]),
    'word/styles.xml': styles,
    'word/settings.xml': xml(
      'w:settings',
      `${footers.length > 1 ? '<w:evenAndOddHeaders/>' : ''}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`,
    ),
    'word/fontTable.xml': fontTable,
    ...Object.fromEntries(named.map(({ part, footer }) => [`word/${part}.xml`, xml('w:ftr', footer)])),
  };
  // The same content gives the same bytes, whatever the clock says.
  const mtime = '2000-01-01T00:00:00';
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime });
}
