/** Reads an OFD (GB/T 33190): a zip of XML in which every text stands with its place on a page. */
import { SaxesParser } from 'saxes';
import { sheetWords } from '../words/reading-sheets.ts';
import { runsOfText } from './ofd-text.ts';
import { filled, refusal } from './refusal.ts';
import type { Run, Sheet } from './sheet-lines.ts';
import { documentOfSheets, mostCharacters, mostSheets } from './sheet-text.ts';
import { type DocumentText, ReadError } from './types.ts';
import { openZip, type Zip } from './zip.ts';

/** Points in a millimetre, the measure of OFD. */
const points = 72 / 25.4;

/** A4, where a document names no size. */
const usual: Box = [0, 0, 210, 297];
type Box = readonly [number, number, number, number];

/**
 * The text of an OFD: all documents in it, one behind the other. What templates, annotations, signatures and seals show
 * is left out; text in the picture of a page, or drawn as paths, is not found.
 * @throws ReadError `scanned`, `encrypted`, `damaged`, `unreadable`, `too-large`
 */
export async function readOfd(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const zip = await openZip(bytes, name);
  if (zip.entries.some(entry => /(?:^|\/)(?:Encryptions?\.xml|decryptseed\.dat)$/i.test(entry.name))) {
    throw refusal('encrypted', sheetWords.encryptedOfd, { name });
  }
  const package_ = new Package(zip, name);
  const roots: string[] = [];
  await package_.parse('OFD.xml', (element, text) => {
    if (element.name === 'DocRoot') roots.push(text.trim());
  });
  const pages: { readonly path: string; readonly box: Box }[] = [];
  for (const root of roots) pages.push(...(await pagesOf(package_, resolved('', root))));
  if (pages.length === 0) throw package_.broken('Document.xml');
  if (pages.length > mostSheets) {
    throw refusal('too-large', sheetWords.tooManySheets, { name, pages: pages.length, limit: mostSheets });
  }
  const sheets: Sheet[] = [];
  const damaged: number[] = [];
  let characters = 0;
  for (const [index, { path, box }] of pages.entries()) {
    if (characters > mostCharacters) break;
    try {
      const sheet = await sheetOf(package_, path, index + 1, box);
      characters += sheet.runs.reduce((sum, run) => sum + run.text.length, 0);
      sheets.push(sheet);
    } catch (error) {
      // A page that is missing or broken is told of, the others are read.
      if (!(error instanceof ReadError) || error.code !== 'damaged') throw error;
      damaged.push(index + 1);
    }
  }
  if (sheets.length === 0) throw package_.broken(pages[0]?.path ?? 'Content.xml');
  return documentOfSheets(sheets, name, damaged);
}

interface Element {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
}

/** The parts of an OFD as XML. */
class Package {
  readonly #zip: Zip;
  readonly #name: string;

  constructor(zip: Zip, name: string) {
    this.#zip = zip;
    this.#name = name;
  }

  broken(part: string): ReadError {
    const { zh, en } = filled(sheetWords.missingPart, { part });
    return new ReadError('damaged', {
      zh: filled(sheetWords.damagedOfd, { name: this.#name, part: zh }).zh,
      en: filled(sheetWords.damagedOfd, { name: this.#name, part: en }).en,
    });
  }

  /** Tells each element when it ends, with the text right in it. @throws ReadError `damaged` */
  async parse(path: string, take: (element: Element, text: string) => void): Promise<void> {
    const entry = this.#zip.find(path);
    if (entry === null) throw this.broken(path);
    const parser = new SaxesParser();
    const open: { readonly element: Element; text: string }[] = [];
    parser.on('opentag', ({ name, attributes }) => {
      if (open.length > 200) throw this.broken(path);
      const parent = open.at(-1)?.element ?? null;
      open.push({ element: { name: name.slice(name.indexOf(':') + 1), attributes, parent }, text: '' });
    });
    const text = (piece: string): void => {
      const last = open.at(-1);
      if (last !== undefined) last.text += piece;
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('closetag', () => {
      const last = open.pop();
      if (last !== undefined) take(last.element, last.text);
    });
    parser.on('error', () => {
      throw this.broken(path);
    });
    const decoder = new TextDecoder();
    await this.#zip.stream(entry, piece => {
      parser.write(decoder.decode(piece, { stream: true }));
    });
    parser.write(decoder.decode()).close();
  }
}

/** A place in the package as told in the file at `from`: beside that file, or from the root. */
function resolved(from: string, place: string): string {
  const steps = place.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of place.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function pagesOf(package_: Package, path: string): Promise<{ readonly path: string; readonly box: Box }[]> {
  const places: string[] = [];
  let box = usual;
  await package_.parse(path, ({ name, attributes, parent }, text) => {
    if (name === 'Page' && parent?.name === 'Pages') places.push(attributes.BaseLoc ?? '');
    if (name === 'PhysicalBox' && parent?.parent?.name === 'CommonData') box = boxOf(text) ?? box;
  });
  return places.map(place => ({ path: resolved(path, place), box }));
}

async function sheetOf(package_: Package, path: string, number: number, usualBox: Box): Promise<Sheet> {
  let box = usualBox;
  const runs: Run[] = [];
  await package_.parse(path, ({ name, attributes, parent }, text) => {
    if (name === 'PhysicalBox') box = boxOf(text) ?? box;
    if (name !== 'TextCode' || parent?.name !== 'TextObject' || text.trim() === '') return;
    runs.push(...runsOfText(text, attributes, parent.attributes));
  });
  const [left, top, width, height] = box;
  return {
    number,
    width: width * points,
    height: height * points,
    runs: runs.map(run => ({
      text: run.text,
      x: (run.x - left) * points,
      y: (run.y - top) * points,
      width: run.width * points,
      size: run.size * points,
    })),
    rules: [],
  };
}

function boxOf(text: string): Box | null {
  const [x, y, width, height] = text.trim().split(/\s+/).map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return Number.isFinite(x + y) && width > 0 && height > 0 ? [x, y, width, height] : null;
}
