/** Turns the body of a docx into lines: what a reader of the paper sees, with changes accepted and without what is beside the text. */
import { isOn, type Numbering, type NumberOf, type StyleReader } from './docx-numbering.ts';
import { withLabel } from './label.ts';
import { circled } from './number-formats.ts';
import { TableSink } from './table-sink.ts';
import type { XmlHandler, XmlTag } from './xml.ts';

/** Namespaces of word processing: as Office writes them, as the strict standard does, and of 2003. */
const wordSpaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.microsoft.com/office/word/2003/wordml',
]);
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const mathSpace = /\/math$/;

/** What is left out with all that is in it: properties of before a change, things deleted or moved away, page set-up, readings above characters. */
const leftOut: ReadonlySet<string> = new Set(
  `pPrChange rPrChange tblPrChange tblPrExChange tblGridChange tcPrChange trPrChange sectPrChange numberingChange sectPr
  tabs delText delInstrText rt hdr ftr footnote endnote comment annotation`.split(/\s+/),
);

interface Paragraph {
  text: string;
  style: string;
  readonly number: NumberOf;
  /** Its end was deleted or is hidden, so that the next paragraph goes on in the same line. */
  open: boolean;
  inProperties: boolean;
  /** Stands in a table of contents that a field made. */
  contents: boolean;
  /** Label that the file itself gives (2003). */
  label: string | null;
  readonly boxesBefore: string[];
  readonly boxesBehind: string[];
}

interface Field {
  instruction: string;
  inResult: boolean;
  contents: boolean;
}

/** What the reading met, for the notes. */
export interface Met {
  inserted: number;
  deleted: number;
  hidden: number;
  pictures: number;
  embedded: number;
  /** Paragraphs with a typed number and another automatic one. */
  readonly twoMarkers: string[];
}

export class BodyReader implements XmlHandler {
  readonly met: Met = { inserted: 0, deleted: 0, hidden: 0, pictures: 0, embedded: 0, twoMarkers: [] };
  readonly #numbering: Numbering;
  readonly #styles: StyleReader;
  readonly #sink: TableSink;
  /** How deep the parser is in something left out. */
  #skipped = 0;
  readonly #paragraphs: Paragraph[] = [];
  #run: { style: string; hidden: boolean | null; told: boolean } | null = null;
  #inRunProperties = false;
  #inRowProperties = false;
  /** The text of the element being read is text of the document. */
  #taking: 'text' | 'instruction' | null = null;
  #preserve = false;
  readonly #fields: Field[] = [];
  readonly #choices: { taken: boolean }[] = [];
  readonly #controls: { contents: boolean }[] = [];
  /** Text of paragraphs whose end was deleted. */
  #carried = '';

  constructor(numbering: Numbering, styles: StyleReader, name: string) {
    this.#numbering = numbering;
    this.#styles = styles;
    this.#sink = new TableSink(name);
  }

  text(piece: string): void {
    if (this.#skipped > 0 || this.#taking === null) return;
    if (this.#taking === 'instruction') {
      const field = this.#fields.at(-1);
      if (field !== undefined && !field.inResult && field.instruction.length < 1_000) field.instruction += piece;
    } else this.#add(this.#preserve ? piece : piece.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
  }

  open(tag: XmlTag): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (tag.space === compatibility) this.#openChoice(tag.local);
    else if (wordSpaces.has(tag.space)) this.#openWord(tag);
    else if (tag.local === 't' && mathSpace.test(tag.space)) this.#take('text', true);
    else if (tag.local === 't' && tag.space.endsWith('/auxHint')) {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph?.inProperties === true) paragraph.label = tag.get('val');
    }
  }

  close(local: string, space: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    if (space === compatibility && local === 'AlternateContent') this.#choices.pop();
    else if (wordSpaces.has(space)) this.#closeWord(local);
    else if (local === 't') this.#taking = null;
  }

  /** All lines, when the document has ended. */
  lines(): string {
    this.#flush();
    return this.#sink.text();
  }

  #openChoice(local: string): void {
    if (local === 'AlternateContent') this.#choices.push({ taken: false });
    const choice = this.#choices.at(-1);
    if ((local !== 'Choice' && local !== 'Fallback') || choice === undefined) return;
    // The same thing is written twice, for new and for old programs.
    if (choice.taken) this.#skipped = 1;
    choice.taken = true;
  }

  #openWord(tag: XmlTag): void {
    const { local } = tag;
    if (leftOut.has(local)) {
      this.#skipped = 1;
      return;
    }
    if (this.#openTable(tag) || this.#openField(tag)) return;
    const paragraph = this.#paragraphs.at(-1);
    switch (local) {
      case 'p':
        this.#paragraphs.push({
          text: '',
          style: '',
          number: { id: null, level: null },
          open: false,
          inProperties: false,
          contents: this.#inContents(),
          label: null,
          boxesBefore: [],
          boxesBehind: [],
        });
        break;
      case 'pPr':
        if (paragraph !== undefined) paragraph.inProperties = true;
        break;
      case 'pStyle':
        if (paragraph?.inProperties === true) paragraph.style = tag.get('val');
        break;
      case 'numId':
      case 'ilfo':
        if (paragraph?.inProperties === true) paragraph.number.id = tag.get('val');
        break;
      case 'ilvl':
        if (paragraph?.inProperties === true) paragraph.number.level = Number.parseInt(tag.get('val'), 10) || 0;
        break;
      case 'r':
        this.#run = { style: '', hidden: null, told: false };
        break;
      case 'rPr':
        this.#inRunProperties = true;
        break;
      case 'rStyle':
        if (this.#run !== null) this.#run.style = tag.get('val');
        break;
      case 'vanish':
      case 'specVanish':
        if (!this.#inRunProperties) break;
        if (paragraph?.inProperties === true) paragraph.open ||= isOn(tag.get('val'));
        else if (this.#run !== null && local === 'vanish') this.#run.hidden = isOn(tag.get('val'));
        break;
      case 'ins':
      case 'moveTo':
        if (paragraph?.inProperties !== true || this.#inRunProperties) this.met.inserted += 1;
        break;
      case 'del':
      case 'moveFrom':
        this.met.deleted += 1;
        if (paragraph?.inProperties === true) paragraph.open ||= this.#inRunProperties;
        else this.#skipped = 1;
        break;
      case 't':
        this.#take('text', tag.get('space') === 'preserve');
        break;
      case 'tab':
      case 'ptab':
        if (this.#run !== null && !this.#inRunProperties) this.#add('\t');
        break;
      case 'br':
      case 'cr':
      case 'noBreakHyphen':
        this.#add(local === 'noBreakHyphen' ? '-' : '\n');
        break;
      case 'drawing':
      case 'pict':
        this.met.pictures += 1;
        break;
      case 'object':
      case 'altChunk':
        this.met.embedded += 1;
        break;
      case 'sdt':
        this.#controls.push({ contents: false });
        break;
      case 'docPartGallery': {
        const control = this.#controls.at(-1);
        if (control !== undefined) control.contents ||= /table of contents/i.test(tag.get('val'));
        break;
      }
      case 'sdtContent':
        if (this.#controls.at(-1)?.contents === true) {
          this.#skipped = 1;
          this.#sink.takeBack(contentsTitle);
        }
        break;
      case 'txbxContent':
        this.#sink.openBox();
        break;
    }
  }

  /** Whether the tag belongs to the frame of a table. */
  #openTable(tag: XmlTag): boolean {
    switch (tag.local) {
      case 'tbl':
        this.#flush();
        this.#sink.openTable();
        return true;
      case 'tr':
        this.#sink.openRow();
        return true;
      case 'gridBefore':
      case 'gridAfter':
        this.#sink.gap(tag.local === 'gridAfter' ? 'after' : 'before', Number.parseInt(tag.get('val'), 10) || 0);
        return true;
      case 'trPr':
        this.#inRowProperties = true;
        return true;
      case 'tc':
        this.#sink.openCell();
        return true;
      case 'gridSpan':
        this.#sink.spanCell(Number.parseInt(tag.get('val'), 10) || 1);
        return true;
      case 'vMerge':
      case 'vmerge':
        if (tag.get('val') !== 'restart') this.#sink.continueCell();
        return true;
      case 'cellDel':
        this.met.deleted += 1;
        this.#sink.dropCell();
        return true;
      case 'del':
      case 'ins':
        if (!this.#inRowProperties) return false;
        if (tag.local === 'ins') this.met.inserted += 1;
        else {
          this.met.deleted += 1;
          this.#sink.dropRow();
        }
        return true;
      default:
        return false;
    }
  }

  #openField(tag: XmlTag): boolean {
    switch (tag.local) {
      case 'fldSimple':
        if (isContents(tag.get('instr'))) this.#skipped = 1;
        return true;
      case 'fldChar': {
        const kind = tag.get('fldCharType');
        const field = this.#fields.at(-1);
        if (kind === 'begin') this.#fields.push({ instruction: '', inResult: false, contents: false });
        else if (kind === 'separate' && field !== undefined) {
          field.inResult = true;
          field.contents = isContents(field.instruction);
        } else if (kind === 'end' && field !== undefined) {
          this.#fields.pop();
          if (!field.inResult) this.#add(circled(field.instruction));
        }
        return true;
      }
      case 'instrText':
        this.#take('instruction', true);
        return true;
      default:
        return false;
    }
  }

  #closeWord(local: string): void {
    switch (local) {
      case 'p':
        this.#closeParagraph();
        break;
      case 'pPr': {
        const paragraph = this.#paragraphs.at(-1);
        if (paragraph !== undefined) paragraph.inProperties = false;
        break;
      }
      case 'rPr':
        this.#inRunProperties = false;
        break;
      case 'r':
        this.#run = null;
        break;
      case 't':
      case 'instrText':
        this.#taking = null;
        break;
      case 'trPr':
        this.#inRowProperties = false;
        break;
      case 'tc':
        this.#flush();
        this.#sink.closeCell();
        break;
      case 'tr':
        this.#sink.closeRow();
        break;
      case 'sdt':
        this.#controls.pop();
        break;
      case 'txbxContent': {
        this.#flush();
        const lines = this.#sink.closeBox();
        const anchor = this.#paragraphs.at(-1);
        if (anchor === undefined) for (const line of lines) this.#sink.line(line);
        else (anchor.text.trim() === '' ? anchor.boxesBefore : anchor.boxesBehind).push(...lines);
        break;
      }
    }
  }

  #take(what: 'text' | 'instruction', preserve: boolean): void {
    this.#taking = what;
    this.#preserve = preserve;
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#fields.some(field => !field.inResult || field.contents)) return;
    if (this.#isHidden(paragraph)) {
      if (this.#run !== null && !this.#run.told && text.trim() !== '') {
        this.met.hidden += 1;
        this.#run.told = true;
      }
      return;
    }
    paragraph.text += text;
  }

  #isHidden(paragraph: Paragraph): boolean {
    if (this.#run === null) return false;
    return this.#run.hidden ?? this.#styles.hides(this.#run.style) ?? this.#styles.hides(paragraph.style) ?? false;
  }

  #inContents(): boolean {
    return this.#fields.some(field => field.contents);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#run = null;
    if (paragraph === undefined) return;
    const { text, style, boxesBefore, boxesBehind } = paragraph;
    for (const line of boxesBefore) this.#sink.line(line);
    const blank = text.trim() === '';
    const contents = (paragraph.contents && blank) || this.#styles.listsContents(style);
    if (contents) this.#sink.takeBack(contentsTitle);
    else if (paragraph.open) this.#carried += text;
    else {
      const label = paragraph.label ?? this.#numbering.next(paragraph.number, style);
      const whole = this.#carried + text;
      this.#carried = '';
      const { line, other } = withLabel(label, whole);
      if (other) this.met.twoMarkers.push(line.slice(0, 20));
      this.#sink.line(line);
    }
    for (const line of boxesBehind) this.#sink.line(line);
  }

  /** Text that waits for a paragraph which does not come stands alone. */
  #flush(): void {
    if (this.#carried.trim() !== '') this.#sink.line(this.#carried);
    this.#carried = '';
  }
}

const contentsTitle = /^目\s*[录次]$/;
const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);
