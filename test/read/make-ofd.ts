/** Writes small OFD files (GB/T 33190) for tests. */
import { strToU8, zipSync } from 'fflate';
import type { Placed } from './typeset.ts';

export interface OfdText {
  /** Millimetres from the upper left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Height of the font in millimetres. */
  readonly size?: number;
  /** Steps between characters as written; one size for each where it is not told. */
  readonly steps?: string;
  /** Matrix of the text object. */
  readonly matrix?: string;
}

export interface OfdOptions {
  /** Documents in one package, each with its pages, each with its texts. */
  readonly documents: readonly (readonly (readonly OfdText[])[])[];
  /** What the template of every page shows. */
  readonly template?: readonly OfdText[];
  /** Annotations and seals on the first page. */
  readonly annotation?: readonly OfdText[];
  /** Other files, or other content of one, by its path; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

export function makeOfd({ documents, template, annotation, parts = {} }: OfdOptions): Uint8Array {
  const files: Record<string, string> = {};
  files['OFD.xml'] = `${head}<ofd:OFD ${namespace} Version="1.1" DocType="OFD">${documents
    .map(
      (_, nth) =>
        `<ofd:DocBody><ofd:DocInfo><ofd:DocID>d${nth}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_${nth}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
    )
    .join('')}</ofd:OFD>`;
  for (const [nth, pages] of documents.entries()) {
    const folder = `Doc_${nth}`;
    const held = template === undefined ? '' : '<ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
    files[`${folder}/Document.xml`] =
      `${head}<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${held}</ofd:CommonData><ofd:Pages>${pages
        .map((_, page) => `<ofd:Page ID="${page + 1}" BaseLoc="Pages/Page_${page}/Content.xml"/>`)
        .join('')}</ofd:Pages></ofd:Document>`;
    if (template !== undefined) files[`${folder}/Tpls/Tpl_0/Content.xml`] = content(template, '');
    for (const [page, texts] of pages.entries()) {
      const use = template === undefined ? '' : '<ofd:Template TemplateID="90" ZOrder="Background"/>';
      files[`${folder}/Pages/Page_${page}/Content.xml`] = content(texts, use);
    }
    if (annotation !== undefined) {
      files[`${folder}/Annots/Page_0/Annotation.xml`] = content(annotation, '').replaceAll('ofd:Page', 'ofd:PageAnnot');
    }
  }
  const kept = Object.entries({ ...files, ...parts }).flatMap(([path, text]) =>
    text === null ? [] : [[path, strToU8(text)] as const],
  );
  return zipSync(Object.fromEntries(kept));
}

function content(texts: readonly OfdText[], use: string): string {
  return `${head}<ofd:Page ${namespace}>${use}<ofd:Content><ofd:Layer Type="Body" ID="5">${texts.map(object).join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}

function object({ x, y, text, size = 5.6, steps, matrix }: OfdText): string {
  const count = [...text].length;
  const deltas = steps ?? (count > 1 ? `g ${count - 1} ${size}` : '');
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const turned = matrix === undefined ? '' : ` CTM="${matrix}"`;
  return `<ofd:TextObject ID="7" Boundary="${x} ${y - size} ${count * size} ${size}" Font="3" Size="${size}"${turned}><ofd:TextCode X="0" Y="${size}" DeltaX="${deltas}">${escaped}</ofd:TextCode></ofd:TextObject>`;
}

const millimetres = 25.4 / 72;

/** Sheets as pages of an OFD, figures set half as wide as other characters. */
export function pagesOfSheets(sheets: readonly (readonly Placed[])[]): OfdText[][] {
  return sheets.map(sheet =>
    sheet.map(({ x, y, text, size }) => ({
      x: x * millimetres,
      y: y * millimetres,
      text,
      size: size * millimetres,
      steps: [...text].map(one => ((one < '\u0080' ? 0.5 : 1) * size * millimetres).toFixed(3)).join(' '),
    })),
  );
}

export function ofdOfSheets(sheets: readonly (readonly Placed[])[]): Uint8Array {
  return makeOfd({ documents: [pagesOfSheets(sheets)] });
}
