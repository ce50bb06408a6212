/** Feedback letters as a Word file in the layout of GB/T 9704: margins, grid, type and page numbers of official documents. */
import { pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { LetterPart, LetterView } from './letter.ts';
import { stampLine } from './stamp-line.ts';
import { fonts, footerId, gridLine, type Look, pageNumber, paragraph, run, type Setting, wordFile } from './word.ts';

const { titles, heads, plain } = fonts;

/** One file with a section a letter; each begins on a new page and counts its pages from 1. */
export function lettersDocx(letters: readonly LetterView[]): Uint8Array {
  const content = letters.map((letter, i) => section(letter, i === letters.length - 1)).join('');
  // Right on odd pages and left on even ones, one character in.
  return wordFile(content, [footer({ align: 'right', right: 100 }), footer({ align: 'left', indent: 100 })]);
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

function head({ letterhead, number, titleLines, addressee }: LetterView): string[] {
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
    paragraph([run(titleLines.join('\n'), { font: titles, size: 44 })], {
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
  return paragraph(runs, { align: 'both', indent: 200, keepNext: part.keepNext || last, flows: true });
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
  return paragraph([run('— ', look), pageNumber(look), run(' —', look)], { ...setting, line: 360 });
}

const sectionEnd =
  `<w:sectPr><w:footerReference w:type="default" r:id="${footerId(1)}"/><w:footerReference w:type="even" r:id="${footerId(2)}"/><w:type w:val="nextPage"/>` +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>' +
  `<w:pgNumType w:start="1"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="${gridLine}"/></w:sectPr>`;
