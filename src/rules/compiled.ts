/** A phrase made ready for the search: its literals numbered, where it can begin, and what must follow where. */
import type { Node, Slot } from './grammar.ts';
import type { LiteralSet } from './literals.ts';

/** One piece of a phrase. All kinds have the same fields, so that the search reads each at the same place. */
export interface Step {
  readonly type: 'literal' | 'choice' | 'number' | 'rate' | 'date' | 'doc' | 'gap';
  /** Of a literal. */
  readonly text: string;
  readonly id: number;
  /** Of a gap: most characters, and whether it goes through a sentence instead of a clause. */
  readonly max: number;
  readonly wide: boolean;
  /** Of a number, rate, date or document: the group of its places. */
  readonly group: number;
  /** Of a document: what its title holds. */
  readonly title: Title | null;
  readonly choice: Choice | null;
}

export interface Choice {
  readonly options: readonly Option[];
  /** Characters with which options can begin, in order, and beside each the option; one that has several stands several times. */
  readonly units: Uint16Array;
  readonly byUnit: readonly Option[];
  /** Options that may begin with a slot or be empty. */
  readonly open: readonly Option[];
  /** Group of the literals that can open the options of `byUnit`. */
  readonly leads: number;
}

export interface Option {
  /** Text of the literal with which it begins; empty where it begins with something else. */
  readonly opening: string;
  readonly steps: readonly Step[];
  readonly needs: readonly Need[];
}

export interface Title {
  readonly steps: readonly Step[];
  /** Group of the literals that can open it; -1 where it may begin with a slot. */
  readonly leads: number;
}

/** How far places may lie apart: in one clause, in one sentence, or anywhere. */
export type Range = 'clause' | 'sentence' | 'text';

/** Something that must stand after the begin of a phrase for it to hold; needs come in the order of the text. */
export interface Need {
  /** A group of literals, or of a slot's places. */
  readonly group: number;
  /** Fewest and most characters from the phrase's begin to this. */
  readonly min: number;
  readonly max: number;
  /** Fewest characters of this itself. */
  readonly size: number;
  readonly range: Range;
}

/** Numbers that one need takes where needs are packed: group, min, max, size, range by its place in `ranges`. */
export const needWidth = 5;
export const ranges: readonly Range[] = ['clause', 'sentence', 'text'];

export const packedNeeds = (needs: readonly Need[]): number[] =>
  needs.flatMap(({ group, min, max, size, range }) => [group, min, max, size, ranges.indexOf(range)]);

/** Words of negation; a phrase keeps them as bits by their place in this list. */
export const negations = ['尚未', '没有', '不予', '不再', '未', '无'] as const;

/** Literals that every search looks for: what speaks against a gap. */
export interface Always {
  /** 、 */
  readonly listMark: number;
  /** In the order of `negations`. */
  readonly negations: readonly number[];
}

export function alwaysIn(literals: LiteralSet): Always {
  return { listMark: literals.idOf('、'), negations: negations.map(word => literals.idOf(word)) };
}

export interface Compiled {
  readonly branches: readonly Branch[];
  /** Bits of the words of negation that the phrase does not say itself, and that therefore refuse a match. */
  readonly negations: number;
  readonly hasDoc: boolean;
}

/**
 * One of the ways in which a phrase can be said, looked for by itself: of a named term that lists thirty wordings each asks for
 * pieces of its own, and most texts lack those of most.
 */
export interface Branch {
  readonly steps: readonly Step[];
  /** Group of the literals that can open it. */
  readonly leads: number;
  /** Groups of the slots that may open it. */
  readonly slotLeads: readonly number[];
  readonly needs: readonly Need[];
}

/** Longest stretch a slot is taken to cover; titles and long numbers stay below it. */
const slotReach = 130;
/** Characters of the longest word (共计, 达到) that may lead up to a figure where a phrase asks for it at once. */
const mostLed = 2;

const blank: Step = {
  type: 'gap',
  text: '',
  id: -1,
  max: 0,
  wide: false,
  group: -1,
  title: null,
  choice: null,
};

/**
 * Compiles phrases over one set of literals. Steps that are written alike, above all lists of named terms, become one
 * object: there is less to fetch from memory, which is what a search of many phrases waits for.
 */
export class Compiler {
  readonly #literals: LiteralSet;
  readonly #steps = new Map<string, Step>();
  readonly #needs = new Map<string, Need>();

  constructor(literals: LiteralSet) {
    this.#literals = literals;
  }

  compile(nodes: readonly Node[]): Compiled {
    const steps = nodes.map(node => this.#step(node));
    const says = literalsOf(steps);
    return {
      branches: this.#branchesOf(steps).map(branch => this.#branch(branch)),
      negations: negations.reduce(
        (bits, word, index) => (says.some(text => text.includes(word)) ? bits : bits | (1 << index)),
        0,
      ),
      hasDoc: holdsDoc(steps),
    };
  }

  #branch(steps: readonly Step[]): Branch {
    const leads = new Set<number>();
    const slotLeads = new Set<number>();
    collectLeads(steps, 0, leads, slotLeads);
    const group = this.#literals.groupOf(leads);
    const needs = this.#needsOf(steps).filter(need => need.max > 0 || need.group !== group);
    return { steps, leads: group, slotLeads: [...slotLeads], needs };
  }

  /** The ways to say what begins with a choice: each option by itself, those of one literal together. */
  #branchesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
    const [first, ...rest] = steps;
    if (first === undefined || first.choice === null) return [steps];
    const options = optionsOf(first.choice);
    const words = options.filter(isWord);
    if (words.length === options.length || options.some(option => option.length === 0)) return [steps];
    const branches = options.filter(option => !isWord(option)).map(option => [...option, ...rest]);
    return words.length === 0 ? branches : [[this.#oneOf(words), ...rest], ...branches];
  }

  /** A choice of single words; the same one for the same words. */
  #oneOf(words: readonly (readonly Step[])[]): Step {
    const key = words.map(([word]) => word?.id).join(' ');
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const step: Step = { ...blank, type: 'choice', choice: this.#choice(words) };
    this.#steps.set(key, step);
    return step;
  }

  #step(node: Node): Step {
    const key = JSON.stringify(node);
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const step = this.#newStep(node);
    this.#steps.set(key, step);
    return step;
  }

  #newStep(node: Node): Step {
    if (node.type === 'literal') {
      return { ...blank, type: 'literal', text: node.text, id: this.#literals.idOf(node.text) };
    }
    if (node.type === 'gap') return { ...blank, max: node.max, wide: node.scope === 'sentence' };
    if (node.type === 'slot') return this.#slotStep(node.slot);
    const options = node.options.map(option => option.map(one => this.#step(one)));
    return { ...blank, type: 'choice', choice: this.#choice(options) };
  }

  #choice(written: readonly (readonly Step[])[]): Choice {
    const options = written.map((steps): Option => {
      const needs = this.#needsOf(steps);
      // A leading literal is compared at once.
      const opening = steps[0]?.type === 'literal' ? steps[0].text : '';
      return { opening, steps, needs: opening === '' ? needs : needs.slice(1) };
    });
    const units: number[] = [];
    const byUnit: Option[] = [];
    const open: Option[] = [];
    const all = new Set<number>();
    for (const option of options) {
      const leads = new Set<number>();
      if (collectLeads(option.steps, 0, leads, new Set())) {
        open.push(option);
        continue;
      }
      for (const id of leads) all.add(id);
      for (const unit of new Set([...leads].map(id => (this.#literals.texts[id] as string).charCodeAt(0)))) {
        units.push(unit);
        byUnit.push(option);
      }
    }
    const order = [...units.keys()].sort((a, b) => (units[a] as number) - (units[b] as number) || a - b);
    return {
      options,
      units: Uint16Array.from(order, index => units[index] as number),
      byUnit: order.map(index => byUnit[index] as Option),
      open,
      leads: this.#literals.groupOf(all),
    };
  }

  #slotStep(slot: Slot): Step {
    const group = this.#literals.groupOfSlot(slot.kind === 'doc' ? { kind: 'doc', title: [] } : slot);
    if (slot.kind !== 'doc') return { ...blank, type: slot.kind, group };
    const steps = slot.title.map(node => this.#step(node));
    const leads = new Set<number>();
    const open = collectLeads(steps, 0, leads, new Set());
    return { ...blank, type: 'doc', group, title: { steps, leads: open ? -1 : this.#literals.groupOf(leads) } };
  }

  /** One need for each literal and slot, one for each choice whose options all hold a literal. */
  #needsOf(steps: readonly Step[]): Need[] {
    const needs: Need[] = [];
    let min = 0;
    let max = 0;
    let range: Range = 'clause';
    for (const step of steps) {
      range = wider(range, rangeOf(step));
      if (step.choice !== null) {
        const need = this.#needOfChoice(step.choice);
        if (need !== null) needs.push({ ...need, min: min + need.min, max: max + need.max, range });
      } else if (step.type === 'literal') {
        needs.push({ group: this.#literals.groupOf([step.id]), min, max, size: step.text.length, range });
      } else if (step.type !== 'gap') {
        const led = step.type === 'number' || step.type === 'rate';
        needs.push({ group: step.group, min, max: led ? max + mostLed : max, size: 1, range });
      }
      min += fewest(step);
      max += most(step);
    }
    return needs.map(need => this.#same(need));
  }

  #same(need: Need): Need {
    const { group, min, max, size, range } = need;
    const key = `${group} ${min} ${max} ${size} ${range}`;
    const known = this.#needs.get(key);
    if (known !== undefined) return known;
    this.#needs.set(key, need);
    return need;
  }

  /** The literals of which a choice needs one: of each option those of its smallest need. */
  #needOfChoice(choice: Choice): Need | null {
    const { groups } = this.#literals;
    const ids = new Set<number>();
    let min = Number.POSITIVE_INFINITY;
    let max = 0;
    let size = Number.POSITIVE_INFINITY;
    for (const option of choice.options) {
      let least: Need | null = null;
      let length = Number.POSITIVE_INFINITY;
      for (const need of this.#needsOf(option.steps)) {
        const members = groups[need.group]?.length ?? 0;
        // What one slot may be cannot be put among the literals of others.
        if (members === 0 || members >= length) continue;
        least = need;
        length = members;
      }
      if (least === null) return null;
      for (const id of groups[least.group] ?? []) ids.add(id);
      min = Math.min(min, least.min);
      max = Math.max(max, least.max);
      size = Math.min(size, least.size);
    }
    return { group: this.#literals.groupOf(ids), min, max, size, range: 'clause' };
  }
}

/** The options of a choice, those of choices that are an option by themselves among them. */
function optionsOf({ options }: Choice): (readonly Step[])[] {
  return options.flatMap(({ steps }) => {
    const [only, more] = steps;
    return only?.choice != null && more === undefined ? optionsOf(only.choice) : [steps];
  });
}

const isWord = ([only, more]: readonly Step[]): boolean => only?.type === 'literal' && more === undefined;

/** Adds the literals and kinds of slot that can open the steps; true where a slot can, or nothing need. */
function collectLeads(steps: readonly Step[], at: number, leads: Set<number>, slots: Set<number>): boolean {
  const step = steps[at];
  if (step === undefined) return true;
  if (step.type === 'literal') {
    leads.add(step.id);
    return false;
  }
  if (step.choice === null) {
    if (step.type !== 'gap') slots.add(step.group);
    return true;
  }
  let open = false;
  for (const option of step.choice.options) {
    const rest = [...option.steps, ...steps.slice(at + 1)];
    if (collectLeads(rest, 0, leads, slots)) open = true;
  }
  return open;
}

function fewest(step: Step): number {
  if (step.choice !== null) return Math.min(...step.choice.options.map(option => sumOf(option.steps, fewest)));
  if (step.type === 'literal') return step.text.length;
  return step.type === 'gap' ? 0 : 1;
}

function most(step: Step): number {
  if (step.choice !== null) return Math.max(...step.choice.options.map(option => sumOf(option.steps, most)));
  if (step.type === 'literal') return step.text.length;
  return step.type === 'gap' ? step.max : slotReach;
}

const sumOf = (steps: readonly Step[], lengthOf: (step: Step) => number): number =>
  steps.reduce((sum, step) => sum + lengthOf(step), 0);

/** How far a step may lead: through a gap of a sentence, or over a wall that a literal holds. */
function rangeOf(step: Step): Range {
  if (step.type === 'gap') return step.wide ? 'sentence' : 'clause';
  if (step.type === 'literal') {
    if (/[;。!?\n]/.test(step.text)) return 'text';
    return /[,:]|[一二三四五六七八九十]是|方面/.test(step.text) ? 'sentence' : 'clause';
  }
  let range: Range = 'clause';
  for (const option of step.choice?.options ?? []) {
    for (const one of option.steps) range = wider(range, rangeOf(one));
  }
  return range;
}

const wider = (a: Range, b: Range): Range => (a === 'text' || b === 'text' ? 'text' : a === 'clause' ? b : a);

function literalsOf(steps: readonly Step[]): string[] {
  return steps.flatMap(step =>
    step.choice === null
      ? step.type === 'literal'
        ? [step.text]
        : []
      : step.choice.options.flatMap(option => literalsOf(option.steps)),
  );
}

function holdsDoc(steps: readonly Step[]): boolean {
  return steps.some(
    step => step.type === 'doc' || step.choice?.options.some(option => holdsDoc(option.steps)) === true,
  );
}
