/** Reads Word documents of 2007 and later, and those that WPS saves so: a zip of XML parts, of which three are read. */
import type { Bilingual } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';
import { BodyReader, type Met } from './docx-body.ts';
import { Numbering, NumberingReader, StyleReader } from './docx-numbering.ts';
import { damaged, filled, refusal } from './refusal.ts';
import type { DocumentText } from './types.ts';
import { type XmlHandler, XmlStream, type XmlTag } from './xml.ts';
import { openZip, type Zip, type ZipEntry } from './zip.ts';

/** Text of fewer characters beside pictures may not be all that the paper shows. */
const littleText = 400;

/**
 * Paragraphs and tables of the main part. Numbers of automatic numbering stand as on paper, tracked changes are read as
 * accepted, text boxes once; headers, footers, comments, notes, hidden text and tables of contents are left out.
 * @throws ReadError
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const zip = await openZip(bytes, name);
  const main = await mainPart(zip, name);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const styles = new StyleReader();
  await parse(zip, zip.find(`${folder}styles.xml`), name, styles);
  const declared = new NumberingReader();
  await parse(zip, zip.find(`${folder}numbering.xml`), name, declared);
  const body = new BodyReader(new Numbering(declared, styles), styles, name);
  await parse(zip, main, name, body);
  return { ...documentOf(body, name), outside: await marginLines(zip, folder, name) };
}

const mostMargins = 12;

/** What page headers and footers say, each line once. */
async function marginLines(zip: Zip, folder: string, name: string): Promise<readonly string[]> {
  const parts = zip.entries.filter(
    entry => entry.name.startsWith(folder) && /^(?:header|footer)\d*\.xml$/.test(entry.name.slice(folder.length)),
  );
  const lines = new Set<string>();
  for (const part of parts.slice(0, mostMargins)) {
    const margin = new MarginReader();
    await parse(zip, part, name, margin);
    for (const line of margin.lines) lines.add(line);
  }
  return [...lines];
}

/** A line a paragraph; text boxes, which stand twice, give their lines twice. */
class MarginReader implements XmlHandler {
  readonly lines: string[] = [];
  #line = '';
  #shown = false;
  open({ local }: XmlTag): void {
    this.#shown = local === 't';
  }
  close(local: string): void {
    this.#shown = false;
    if (local !== 'p' || this.#line.trim() === '') return;
    this.lines.push(this.#line.trim());
    this.#line = '';
  }
  text(piece: string): void {
    if (this.#shown) this.#line += piece;
  }
}

/** @throws ReadError `scanned` where there are pictures and no text */
export function documentOf(body: BodyReader, name: string): DocumentText {
  const text = body.lines();
  if (text.trim() === '' && body.met.pictures > 0) throw refusal('scanned', readingWords.scannedDocument, { name });
  return { text, notes: notesOf(body.met, text) };
}

function notesOf(met: Met, text: string): Bilingual[] {
  const { inserted, deleted, hidden, embedded, pictures, twoMarkers } = met;
  const notes: Bilingual[] = [];
  if (inserted + deleted > 0) notes.push(filled(readingWords.trackedChanges, { inserted, deleted }));
  if (hidden > 0) notes.push(filled(readingWords.hiddenText, { count: hidden }));
  const [example] = twoMarkers;
  if (example !== undefined) notes.push(filled(readingWords.otherMarker, { count: twoMarkers.length, example }));
  if (embedded > 0) notes.push(filled(readingWords.embedded, { count: embedded }));
  if (pictures > 0 && text.length < littleText) notes.push(filled(readingWords.picturesWithText, { count: pictures }));
  return notes;
}

/** The part that the package names as its main one; else the one that Word writes. */
async function mainPart(zip: Zip, name: string): Promise<ZipEntry> {
  let target = '';
  await parse(zip, zip.find('_rels/.rels'), name, {
    open: tag => {
      if (tag.get('Type').endsWith('/officeDocument')) target = tag.get('Target').replace(/^\/+/, '');
    },
    close: () => {},
  });
  const main = zip.find(target) ?? zip.find('word/document.xml') ?? zip.find('word/document2.xml');
  if (main === null) throw damaged(name, filled(readingWords.damagedPart, { part: target || 'word/document.xml' }));
  return main;
}

async function parse(zip: Zip, part: ZipEntry | null, name: string, handler: XmlHandler): Promise<void> {
  if (part === null) return;
  const stream = new XmlStream(name, handler);
  await zip.stream(part, piece => stream.write(piece));
  stream.end();
}
