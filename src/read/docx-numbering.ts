/** Automatic numbering of docx: what the numbering and style parts declare, and the label that each paragraph gets on paper. */
import { formatNumber } from './number-formats.ts';
import type { XmlHandler, XmlTag } from './xml.ts';

export interface Level {
  start: number;
  format: string;
  /** `%1` to `%9` stand for the numbers of the levels: 第%1条. */
  text: string;
  suffix: string;
  /** Style whose paragraphs get this level. */
  style: string;
  /** Numbers of all levels are written in digits. */
  legal: boolean;
  /** Level (counted from 1) behind which this one begins anew; 0 for never; null for any that is higher. */
  restart: number | null;
}

export interface List {
  readonly levels: Map<number, Level>;
  /** Style that holds the list instead. */
  style: string;
}

export interface Use {
  readonly list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface Declared {
  readonly lists: ReadonlyMap<string, List>;
  readonly uses: ReadonlyMap<string, Use>;
}

/** Collects the numbering part. */
export class NumberingReader implements XmlHandler, Declared {
  readonly lists = new Map<string, List>();
  readonly uses = new Map<string, Use>();
  #list: List | null = null;
  #use: { list: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> } | null = null;
  #override = 0;
  #level: Level | null = null;

  open(tag: XmlTag): void {
    const value = tag.get('val');
    const level = this.#level;
    switch (tag.local) {
      case 'abstractNum':
        this.#list = { levels: new Map(), style: '' };
        this.lists.set(tag.get('abstractNumId'), this.#list);
        break;
      case 'numStyleLink':
        if (this.#list !== null) this.#list.style = value;
        break;
      case 'num':
        this.#use = { list: '', starts: new Map(), levels: new Map() };
        this.uses.set(tag.get('numId'), this.#use);
        break;
      case 'abstractNumId':
        if (this.#use !== null) this.#use.list = value;
        break;
      case 'lvlOverride':
        this.#override = whole(tag.get('ilvl'), 0);
        break;
      case 'startOverride':
        this.#use?.starts.set(this.#override, whole(value, 1));
        break;
      case 'lvl':
        this.#level = { start: 1, format: 'decimal', text: '', suffix: 'tab', style: '', legal: false, restart: null };
        (this.#use?.levels ?? this.#list?.levels)?.set(whole(tag.get('ilvl'), 0), this.#level);
        break;
      case 'start':
        if (level !== null) level.start = whole(value, 1);
        break;
      case 'numFmt':
        // A kind of the program's own stands beside one that others know, which comes behind it.
        if (level !== null && value !== 'custom') level.format = value;
        break;
      case 'lvlText':
        if (level !== null) level.text = value;
        break;
      case 'suff':
        if (level !== null) level.suffix = value;
        break;
      case 'pStyle':
        if (level !== null) level.style = value;
        break;
      case 'isLgl':
        if (level !== null) level.legal = isOn(value);
        break;
      case 'lvlRestart':
        if (level !== null) level.restart = whole(value, 0);
        break;
    }
  }

  close(local: string): void {
    if (local === 'abstractNum') this.#list = null;
    else if (local === 'num') this.#use = null;
    else if (local === 'lvl') this.#level = null;
  }
}

export const isOn = (value: string): boolean => !/^(?:0|false|off)$/i.test(value);

function whole(text: string, otherwise: number): number {
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}

/** What a paragraph or a style says of its number; null where it says nothing. */
export interface NumberOf {
  /** '0' takes a number of the style away. */
  id: string | null;
  level: number | null;
}

/** What numbering asks of a style sheet. */
export interface Styles {
  /** The style and those that it is based on, nearest first. */
  chain(id: string): Iterable<{ readonly id: string; readonly number: NumberOf }>;
}

interface Style {
  readonly name: string;
  basedOn: string;
  readonly number: NumberOf;
  hidden: boolean | null;
}

/** Collects what the styles part says of numbers, of hidden text and of tables of contents. */
export class StyleReader implements XmlHandler, Styles {
  readonly #styles = new Map<string, { name: string; basedOn: string; number: NumberOf; hidden: boolean | null }>();
  /** Style of paragraphs that name none. */
  #standard = '';
  #id: string | null = null;

  open(tag: XmlTag): void {
    const value = tag.get('val');
    if (tag.local === 'style') {
      this.#id = tag.get('styleId');
      this.#styles.set(this.#id, { name: '', basedOn: '', number: { id: null, level: null }, hidden: null });
      if (tag.get('type') === 'paragraph' && tag.get('default') !== '' && isOn(tag.get('default')))
        this.#standard = this.#id;
      return;
    }
    const style = this.#id === null ? undefined : this.#styles.get(this.#id);
    if (style === undefined) return;
    if (tag.local === 'name') style.name = value;
    else if (tag.local === 'basedOn') style.basedOn = value;
    else if (tag.local === 'numId') style.number.id = value;
    else if (tag.local === 'ilvl') style.number.level = whole(value, 0);
    else if (tag.local === 'vanish') style.hidden = isOn(value);
  }

  close(local: string): void {
    if (local === 'style') this.#id = null;
  }

  /** The style and those that it is based on, nearest first. */
  *chain(id: string): Generator<Style & { readonly id: string }> {
    const seen = new Set<string>();
    for (let at = id === '' ? this.#standard : id; !seen.has(at); ) {
      const style = this.#styles.get(at);
      if (style === undefined) return;
      seen.add(at);
      yield { id: at, ...style };
      at = style.basedOn;
    }
  }

  /** Whether text of the style is hidden; null where no style says. */
  hides(id: string): boolean | null {
    if (id === '') return null;
    for (const { hidden } of this.chain(id)) if (hidden !== null) return hidden;
    return null;
  }

  /** Whether paragraphs of the style are lines of a table of contents. */
  listsContents(id: string): boolean {
    const name = this.#styles.get(id)?.name || id;
    return id !== '' && /^(?:toc|contents|目录)\s*(?:\d|heading|标题|$)/i.test(name);
  }
}

/** Counts the paragraphs of each list and gives each its label. */
export class Numbering {
  readonly #declared: Declared;
  readonly #styles: Styles;
  /** Numbers that were given last, by list and level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Uses and levels whose own start was used. */
  readonly #started = new Set<string>();

  constructor(declared: Declared, styles: Styles) {
    this.#declared = declared;
    this.#styles = styles;
  }

  /**
   * The label in front of the next paragraph, as it stands on paper, or '' for none. Each call counts.
   * @param style id of the paragraph's style, '' for none
   */
  next(direct: NumberOf, style: string): string {
    let { id, level } = direct;
    if (id === null) {
      for (const { id: from, number } of this.#styles.chain(style)) {
        if (number.id === null) continue;
        id = number.id;
        level ??= this.#levelOfStyle(id, style) ?? this.#levelOfStyle(id, from) ?? number.level;
        break;
      }
    }
    if (id === null || id === '0') return '';
    return this.#count(id, Math.min(level ?? 0, 8));
  }

  #levelOfStyle(id: string, style: string): number | null {
    const { use, levels } = this.#find(id);
    for (const [level, { style: own }] of [...(use?.levels ?? []), ...levels])
      if (own !== '' && own === style) return level;
    return null;
  }

  /** The list of a use; one that a style holds is found through the style. */
  #find(id: string) {
    let use = this.#declared.uses.get(id);
    let list = use === undefined ? undefined : this.#declared.lists.get(use.list);
    let key = use?.list ?? '';
    for (let step = 0; step < 5 && list !== undefined && list.levels.size === 0 && list.style !== ''; step += 1) {
      const held = [...this.#styles.chain(list.style)].find(({ number }) => number.id !== null)?.number.id;
      const other = held === undefined || held === null ? undefined : this.#declared.uses.get(held);
      if (other === undefined) break;
      use = use ?? other;
      key = other.list;
      list = this.#declared.lists.get(key);
    }
    return { use, key, levels: list?.levels ?? new Map<number, Level>() };
  }

  #count(id: string, at: number): string {
    const { use, key, levels } = this.#find(id);
    const levelAt = (level: number): Level | undefined => use?.levels.get(level) ?? levels.get(level);
    const level = levelAt(at);
    if (level === undefined) return '';
    const counts = this.#counts.get(key) ?? [];
    this.#counts.set(key, counts);
    const own = use?.starts.get(at);
    const before = counts[at];
    if (own !== undefined && !this.#started.has(`${id} ${at}`)) counts[at] = own;
    else counts[at] = before === undefined ? level.start : before + 1;
    this.#started.add(`${id} ${at}`);
    for (let deeper = at + 1; deeper <= 8; deeper += 1) {
      const { restart = null } = levelAt(deeper) ?? {};
      if (restart === null || (restart > 0 && at < restart)) counts[deeper] = undefined;
    }
    if (level.format === 'bullet' || level.format === 'none') return level.format === 'none' ? fixed(level) : '';
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = levelAt(Number(digit) - 1);
      if (other === undefined) return '';
      const value = counts[Number(digit) - 1] ?? other.start;
      const decimal = level.legal && !/^decimal/.test(other.format);
      return formatNumber(value, decimal ? 'decimal' : other.format);
    });
    return level.suffix === 'space' ? `${label} ` : label;
  }
}

/** A label without a number: the words around it, if there are any. */
const fixed = (level: Level): string => level.text.replace(/%[1-9]/g, '').trim();
