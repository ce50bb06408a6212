/** Reads XML as a stream: no entity of its own is known, no declaration of types is taken, broken XML is told with its line. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readingWords } from '../words/reading.ts';
import { damaged, filled } from './refusal.ts';
import { ReadError } from './types.ts';

export interface XmlTag {
  /** Name without prefix. */
  readonly local: string;
  /** Address of its namespace. */
  readonly space: string;
  /** Value of an attribute by its name without prefix; '' where there is none. */
  readonly get: (attribute: string) => string;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  close(local: string, space: string): void;
  text?(text: string): void;
}

class Tag implements XmlTag {
  readonly #tag: SaxesTagNS;
  constructor(tag: SaxesTagNS) {
    this.#tag = tag;
  }
  get local(): string {
    return this.#tag.local;
  }
  get space(): string {
    return this.#tag.uri;
  }
  get(attribute: string): string {
    for (const { local, value } of Object.values(this.#tag.attributes)) if (local === attribute) return value;
    return '';
  }
}

/** Elements in one another; tables in tables of a document reach some dozen. */
const deepest = 1_000;

/** Takes an XML part piece by piece; what the handler throws comes out of `write`. */
export class XmlStream {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #name: string;
  #decoder: InstanceType<typeof TextDecoder> | null = null;

  /** @param name file name, for errors */
  constructor(name: string, handler: XmlHandler) {
    this.#name = name;
    const parser = this.#parser;
    parser.on('error', () => {
      throw damaged(name, filled(readingWords.damagedXml, { line: parser.line }));
    });
    // Entities are declared there, which no office program writes.
    parser.on('doctype', () => {
      throw damaged(name, readingWords.damagedDoctype);
    });
    let depth = 0;
    parser.on('opentag', tag => {
      depth += 1;
      if (depth > deepest) throw damaged(name, readingWords.damagedInside);
      handler.open(new Tag(tag));
    });
    parser.on('closetag', tag => {
      depth -= 1;
      handler.close(tag.local, tag.uri);
    });
    const { text } = handler;
    if (text !== undefined) {
      parser.on('text', piece => text.call(handler, piece));
      parser.on('cdata', piece => text.call(handler, piece));
    }
  }

  /** @throws ReadError `damaged` */
  write(piece: Uint8Array): void {
    this.#decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe
        ? 'utf-16le'
        : piece[0] === 0xfe && piece[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    );
    this.writeText(this.#decoder.decode(piece, { stream: true }));
  }

  writeText(text: string): void {
    try {
      this.#parser.write(text);
    } catch (error) {
      throw this.#told(error);
    }
  }

  /** @throws ReadError `damaged` where something is left open */
  end(): void {
    try {
      this.#parser.close();
    } catch (error) {
      throw this.#told(error);
    }
  }

  #told(error: unknown): unknown {
    if (error instanceof ReadError || !(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype)
      return error;
    return damaged(this.#name, filled(readingWords.damagedXml, { line: this.#parser.line }));
  }
}
