/** Reads rich text (rtf), under whatever name: text in code pages and Unicode, labels of numbering, tables, accepted changes. */

import type { Bilingual } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';
import { EdgeTable } from './edge-table.ts';
import { withLabel } from './label.ts';
import { damaged, filled, refusal } from './refusal.ts';
import { rtfTokens } from './rtf-tokens.ts';
import { TableSink } from './table-sink.ts';
import type { DocumentText } from './types.ts';

/** What a group is about; `skip` leaves out all that is in it. */
type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'label' | 'instruction' | 'margin';

interface Group {
  destination: Destination;
  /** Characters after `\u` that stand for it in old programs. */
  fallback: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  /** Opened with `\*`. */
  optional: boolean;
  /** The text of a box ends with it. */
  box: boolean;
}

const skipped: ReadonlySet<string> = new Set(
  `colortbl info pict footnote annotation fldtype shprslt nonesttables xe tc txe rxe sp filetbl listtable
  listoverridetable revtbl rsidtbl`.split(/\s+/),
);
/** Page headers and footers: no part of the text, but a marking may stand there. */
const margins: ReadonlySet<string> = new Set(
  'header headerl headerr headerf footer footerl footerr footerf'.split(' '),
);
/** Optional groups that hold text all the same. */
const entered: ReadonlySet<string> = new Set(['shpinst', 'shptxt', 'fldinst', 'nesttableprops']);

/** Words that shape the text where they stand outside of a header. */
const inMargins: ReadonlySet<string> = new Set(
  'par sect page cell nestcell row trowd clvmrg clmrg cellx pard s listtext pntext shptxt'.split(' '),
);

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};

/** Code pages by the number of a font's character set. */
const codePages: Readonly<Record<number, number>> = { 128: 932, 134: 936, 136: 950 };
const decoders: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gb18030', 950: 'big5', 65001: 'utf-8' };

/** @throws ReadError */
export async function readRtf(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const reader = new RtfReader(name);
  reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  return reader.document();
}

class RtfReader {
  readonly #name: string;
  readonly #sink: TableSink;
  #table: EdgeTable;
  readonly #groups: Group[] = [];
  #group: Group = newGroup();
  #codePage = 1252;
  readonly #fonts = new Map<number, number>();
  readonly #contentsStyles = new Set<number>();
  #styleName = '';
  #styleAt = 0;
  #style = 0;
  /** Bytes that wait to be decoded together. */
  #bytes: number[] = [];
  /** Characters still to be left out after `\u`. */
  #skip = 0;
  #text = '';
  #label = '';
  #instruction = '';
  /** The line of a page header or footer that is being read, and those read before, each once. */
  #margin = '';
  readonly #outside = new Set<string>();
  #pictures = 0;
  #inserted = 0;
  #deletedRuns = 0;
  #hiddenRuns = 0;
  #closed = false;
  /** The cell whose edge comes next goes on from the one above, or from the left. */
  #below = false;
  #beside = false;
  /** The field that was read last makes a table of contents. */
  #tocField = false;
  /** What is outside of the open text boxes. */
  readonly #boxes: { readonly text: string; readonly label: string; readonly table: EdgeTable }[] = [];

  constructor(name: string) {
    this.#name = name;
    this.#sink = new TableSink(name);
    this.#table = new EdgeTable(this.#sink);
  }

  read(text: string): void {
    for (const token of rtfTokens(text)) {
      switch (token.kind) {
        case 'open':
          this.#flush();
          this.#groups.push(this.#group);
          this.#group = { ...this.#group, optional: false, box: false };
          if (this.#groups.length > 2_000) throw damaged(this.#name, readingWords.damagedInside);
          break;
        case 'close':
          this.#close();
          break;
        case 'optional':
          this.#group.optional = true;
          break;
        case 'byte':
          this.#byte(token.byte, token.escaped);
          break;
        case 'word':
          this.#word(token.word, token.number);
          break;
      }
      if (this.#closed) break;
    }
  }

  document(): DocumentText {
    this.#endParagraph();
    this.#table.end();
    const text = this.#sink.text();
    if (!this.#closed) throw damaged(this.#name, readingWords.damagedCut);
    if (text === '' && this.#pictures > 0) throw refusal('scanned', readingWords.scannedDocument, { name: this.#name });
    const notes: Bilingual[] = [];
    const [inserted, deleted] = [this.#inserted, this.#deletedRuns];
    if (inserted + deleted > 0) notes.push(filled(readingWords.trackedChanges, { inserted, deleted }));
    if (this.#hiddenRuns > 0) notes.push(filled(readingWords.hiddenText, { count: this.#hiddenRuns }));
    return { text, notes, outside: [...this.#outside] };
  }

  #close(): void {
    this.#flush();
    const group = this.#group;
    if (group.destination === 'instruction' && /^\s*TOC\b/i.test(this.#instruction)) this.#tocField = true;
    const outer = this.#groups.pop();
    if (outer === undefined || this.#groups.length === 0) this.#closed = true;
    if (outer === undefined) return;
    if (group.box) {
      this.#endParagraph();
      this.#table.end();
      const lines = this.#sink.closeBox();
      const outside = this.#boxes.pop();
      if (outside !== undefined) ({ text: this.#text, label: this.#label, table: this.#table } = outside);
      for (const line of lines) this.#table.line(line);
    }
    if (group.destination === 'margin' && outer.destination !== 'margin') this.#endMargin();
    this.#group = outer;
  }

  #endMargin(): void {
    const line = this.#margin.trim();
    if (line !== '') this.#outside.add(line);
    this.#margin = '';
  }

  #word(word: string, number: number | null): void {
    if (this.#skip > 0 && word !== 'u' && word !== 'uc') this.#skip -= 1;
    if (word !== 'u') this.#flush();
    const group = this.#group;
    if (word === 'pict' || word === 'shppict') this.#pictures += word === 'pict' ? 1 : 0;
    if (group.optional && !entered.has(word)) {
      group.optional = false;
      if (word !== 'shppict') group.destination = 'skip';
      return;
    }
    group.optional = false;
    if (group.destination === 'skip') return;
    if (skipped.has(word)) {
      group.destination = 'skip';
      return;
    }
    if (margins.has(word)) {
      group.destination = 'margin';
      return;
    }
    // What a header holds lies outside of paragraphs and tables.
    if (group.destination === 'margin' && inMargins.has(word)) {
      if (word === 'par' || word === 'cell') this.#endMargin();
      return;
    }
    if (Object.hasOwn(characters, word)) {
      this.#add(characters[word] ?? '');
      return;
    }
    const on = number !== 0;
    switch (word) {
      case 'u':
        this.#add(String.fromCharCode((number ?? 0) & 0xffff), true);
        this.#skip = group.fallback;
        break;
      case 'sign':
        this.#add(String.fromCharCode(number ?? 0x20));
        break;
      case 'uc':
        group.fallback = Math.min(8, Math.max(0, number ?? 1));
        break;
      case 'ansicpg':
        this.#codePage = number ?? 1252;
        break;
      case 'fonttbl':
        group.destination = 'fonts';
        break;
      case 'stylesheet':
        group.destination = 'styles';
        break;
      case 'f':
        group.font = number ?? 0;
        break;
      case 'fcharset':
        if (group.destination === 'fonts') this.#fonts.set(group.font, number ?? 0);
        break;
      case 's':
        if (group.destination === 'styles') this.#styleAt = number ?? 0;
        else this.#style = number ?? 0;
        break;
      case 'listtext':
      case 'pntext':
        group.destination = 'label';
        this.#label = '';
        break;
      case 'fldinst':
        group.destination = 'instruction';
        this.#instruction = '';
        this.#tocField = false;
        break;
      case 'fldrslt':
        if (this.#tocField) group.destination = 'skip';
        this.#tocField = false;
        break;
      case 'shptxt':
        group.box = true;
        this.#boxes.push({ text: this.#text, label: this.#label, table: this.#table });
        this.#table = new EdgeTable(this.#sink);
        this.#text = '';
        this.#label = '';
        this.#sink.openBox();
        break;
      default:
        this.#property(word, number, on);
    }
  }

  #property(word: string, number: number | null, on: boolean): void {
    const group = this.#group;
    switch (word) {
      case 'v':
        group.hidden = on;
        if (on) this.#hiddenRuns += 1;
        break;
      case 'deleted':
        group.deleted = on;
        if (on) this.#deletedRuns += 1;
        break;
      case 'revised':
        if (on) this.#inserted += 1;
        break;
      case 'plain':
        group.hidden = false;
        group.deleted = false;
        break;
      case 'pard':
        this.#style = 0;
        this.#table.inTable = false;
        break;
      case 'intbl':
        this.#table.inTable = true;
        break;
      case 'par':
      case 'sect':
      case 'page':
        if (group.destination !== 'text') break;
        // The end of a paragraph was deleted with what stands around it.
        if (word !== 'par' || !(group.deleted || group.hidden)) this.#endParagraph();
        break;
      case 'cell':
      case 'nestcell':
        this.#endParagraph();
        if (word === 'cell') this.#table.endCell();
        break;
      case 'row':
        this.#table.endRow();
        break;
      case 'trowd':
        this.#table.newEdges();
        break;
      case 'clvmrg':
        this.#below = true;
        break;
      case 'clmrg':
        this.#beside = true;
        break;
      case 'cellx':
        this.#table.edge({ at: number ?? 0, below: this.#below, beside: this.#beside });
        this.#below = false;
        this.#beside = false;
        break;
    }
  }

  #byte(byte: number, escaped: boolean): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    // The second byte of a character may be written plainly.
    if (escaped || byte >= 0x80 || this.#bytes.length > 0) {
      if (!escaped && byte < 0x80 && !this.#half()) this.#flush();
      this.#bytes.push(byte);
      if (!escaped && byte < 0x80) this.#flush();
    } else this.#add(String.fromCharCode(byte));
  }

  /** Whether the waiting bytes end inside a character of two bytes. */
  #half(): boolean {
    let at = 0;
    while (at < this.#bytes.length) at += (this.#bytes[at] ?? 0) > 0x80 ? 2 : 1;
    return at > this.#bytes.length;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const page = codePages[this.#fonts.get(this.#group.font) ?? 0] ?? this.#codePage;
    const text = new TextDecoder(decoders[page] ?? 'windows-1252').decode(new Uint8Array(this.#bytes));
    this.#bytes = [];
    this.#add(text);
  }

  #add(text: string, unicode = false): void {
    if (unicode) this.#flush();
    const { destination, hidden, deleted } = this.#group;
    if (destination === 'label') this.#label += text;
    else if (destination === 'instruction') this.#instruction = (this.#instruction + text).slice(0, 200);
    else if (destination === 'styles') this.#nameStyle(text);
    else if (destination === 'margin' && !hidden && !deleted) this.#margin += text;
    else if (destination === 'text' && !hidden && !deleted) this.#text += text;
  }

  /** Names in the style sheet end with a semicolon. */
  #nameStyle(text: string): void {
    this.#styleName += text;
    if (!this.#styleName.includes(';')) return;
    if (/^\s*(?:toc|contents|目录)\s*(?:\d|heading|标题|;)/i.test(this.#styleName))
      this.#contentsStyles.add(this.#styleAt);
    this.#styleName = '';
    this.#styleAt = 0;
  }

  #endParagraph(): void {
    this.#flush();
    const { line } = withLabel(this.#label.replace(/[\t\s]+$/, ''), this.#text);
    const contents = this.#contentsStyles.has(this.#style);
    this.#text = '';
    this.#label = '';
    if (contents) this.#sink.takeBack(/^目\s*[录次]$/);
    else this.#table.line(line);
  }
}

const newGroup = (): Group => ({
  destination: 'text',
  fallback: 1,
  font: 0,
  hidden: false,
  deleted: false,
  optional: false,
  box: false,
});
