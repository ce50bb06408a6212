/** Compiled phrases as rows of numbers: a search walks over kilobytes that stay in the processor's cache, not over objects. */
import { type Choice, type Compiled, type Option, packedNeeds, type Step } from './compiled.ts';
import { type LiteralSet, type Packed, pack } from './literals.ts';

/** Kinds of steps as `Program.steps` gives them, and what their two numbers are. */
export const stepKinds = {
  /** Its literal. */
  literal: 0,
  /** Most characters; 1 where it goes through a sentence. */
  gap: 1,
  /** Its choice. */
  choice: 2,
  /** Of a number, a rate or a date: the group of its places; 1 for a date. */
  slot: 3,
  /** Of a document: its title; the group of its places. */
  doc: 4,
} as const;

/** Numbers that one row takes. */
export const stepWidth = 3;
export const choiceWidth = 5;
export const optionWidth = 2;
export const titleWidth = 2;
export const phraseWidth = 4;
export const branchWidth = 3;

export interface Program {
  /** By step: its kind and two numbers. */
  readonly steps: Int32Array;
  /** Steps that follow each other. */
  readonly sequences: Packed;
  /** By choice: where its `units` begin and end, where its `open` begin and end, the group of its leading literals. */
  readonly choices: Int32Array;
  /** By choice: characters with which options can begin, in order, and beside each the option; one that has several stands several times. */
  readonly units: Uint16Array;
  readonly unitOptions: Int32Array;
  /** Options that may begin with a slot or be empty. */
  readonly open: Int32Array;
  /** By option: the literal with which it begins, or -1; the sequence of the steps after that literal. */
  readonly options: Int32Array;
  /** By option: what must follow, as numbers, `needWidth` each. */
  readonly optionNeeds: Packed;
  /** By title: its sequence, and the group of its leading literals or -1. */
  readonly titles: Int32Array;
  /** Lists of slots, as groups, that may open a phrase beside its literals; the first is empty. */
  readonly slotLeads: readonly (readonly number[])[];
  /** By phrase: where its branches begin and end, bits of the negations that refuse it, 1 where it holds a <doc>. */
  readonly phrases: Int32Array;
  /** By branch: its sequence, the group of its leads, its list of `slotLeads`. */
  readonly branches: Int32Array;
  /** By phrase: the literal that is all of it, or -1. */
  readonly whole: Int32Array;
  /** By branch: its needs as numbers, `needWidth` each. */
  readonly needs: Packed;
  /** By branch: groups of literals, or slots, of which the text must hold one each. */
  readonly gates: Packed;
  /** The characters of all literals end to end, and where each literal begins. */
  readonly letters: Uint16Array;
  readonly letterStarts: Int32Array;
}

export function programOf(phrases: readonly Compiled[], literals: LiteralSet): Program {
  return new Packing().program(phrases, literals);
}

class Packing {
  readonly #steps: number[] = [];
  readonly #stepNumbers = new Map<Step, number>();
  readonly #sequences: number[][] = [];
  readonly #sequenceNumbers = new Map<string, number>();
  readonly #choices: number[] = [];
  readonly #units: number[] = [];
  readonly #unitOptions: number[] = [];
  readonly #open: number[] = [];
  readonly #options: number[] = [];
  readonly #optionNeeds: number[][] = [];
  readonly #titles: number[] = [];

  program(phrases: readonly Compiled[], literals: LiteralSet): Program {
    const slotLeads: (readonly number[])[] = [[]];
    const listOf = (slots: readonly number[]): number => {
      const known = slotLeads.findIndex(list => list.join(' ') === slots.join(' '));
      return known >= 0 ? known : slotLeads.push(slots) - 1;
    };
    const all = phrases.flatMap(({ branches }) => branches);
    const branches = all.flatMap(({ steps, leads, slotLeads: opening }) => [
      this.#sequence(steps),
      leads,
      listOf(opening),
    ]);
    let first = 0;
    const rows = phrases.flatMap(({ branches: { length }, negations, hasDoc }) => {
      const from = first;
      first += length;
      return [from, first, negations, hasDoc ? 1 : 0];
    });
    const letterStarts = new Int32Array(literals.texts.length + 1);
    for (const [id, text] of literals.texts.entries())
      letterStarts[id + 1] = (letterStarts[id] as number) + text.length;
    return {
      steps: Int32Array.from(this.#steps),
      sequences: pack(this.#sequences),
      choices: Int32Array.from(this.#choices),
      units: Uint16Array.from(this.#units),
      unitOptions: Int32Array.from(this.#unitOptions),
      open: Int32Array.from(this.#open),
      options: Int32Array.from(this.#options),
      optionNeeds: pack(this.#optionNeeds),
      titles: Int32Array.from(this.#titles),
      slotLeads,
      phrases: Int32Array.from(rows),
      branches: Int32Array.from(branches),
      whole: Int32Array.from(phrases, ({ branches: [branch] }) => wholeOf(branch?.steps ?? [])),
      needs: pack(all.map(branch => packedNeeds(branch.needs))),
      gates: pack(
        all.map(({ needs, slotLeads, leads }) => [
          ...(slotLeads.length === 0 ? [leads] : []),
          ...needs.map(need => need.group),
        ]),
      ),
      letters: unitsOf(literals.texts.join('')),
      letterStarts,
    };
  }

  #sequence(steps: readonly Step[]): number {
    const numbers = steps.map(step => this.#step(step));
    const key = numbers.join(' ');
    const known = this.#sequenceNumbers.get(key);
    if (known !== undefined) return known;
    this.#sequenceNumbers.set(key, this.#sequences.length);
    return this.#sequences.push(numbers) - 1;
  }

  #step(step: Step): number {
    const known = this.#stepNumbers.get(step);
    if (known !== undefined) return known;
    const row = this.#row(step);
    const number = this.#steps.length / stepWidth;
    this.#steps.push(...row);
    this.#stepNumbers.set(step, number);
    return number;
  }

  #row(step: Step): readonly [kind: number, first: number, second: number] {
    if (step.choice !== null) return [stepKinds.choice, this.#choice(step.choice), 0];
    switch (step.type) {
      case 'literal':
        return [stepKinds.literal, step.id, 0];
      case 'number':
      case 'rate':
      case 'date':
        return [stepKinds.slot, step.group, step.type === 'date' ? 1 : 0];
      case 'doc': {
        const { steps, leads } = step.title ?? { steps: [], leads: -1 };
        this.#titles.push(this.#sequence(steps), leads);
        return [stepKinds.doc, this.#titles.length / titleWidth - 1, step.group];
      }
      default:
        return [stepKinds.gap, step.max, step.wide ? 1 : 0];
    }
  }

  #choice(choice: Choice): number {
    const numbers = new Map(choice.options.map(option => [option, this.#option(option)]));
    const unitsFrom = this.#units.length;
    this.#units.push(...choice.units);
    this.#unitOptions.push(...choice.byUnit.map(option => numbers.get(option) as number));
    const openFrom = this.#open.length;
    this.#open.push(...choice.open.map(option => numbers.get(option) as number));
    this.#choices.push(unitsFrom, this.#units.length, openFrom, this.#open.length, choice.leads);
    return this.#choices.length / choiceWidth - 1;
  }

  #option({ steps, needs }: Option): number {
    const [first] = steps;
    const opening = first?.type === 'literal' ? first.id : -1;
    // Before the row is added: the sequence may hold choices whose options come first.
    const rest = this.#sequence(opening < 0 ? steps : steps.slice(1));
    this.#options.push(opening, rest);
    this.#optionNeeds.push(packedNeeds(needs));
    return this.#options.length / optionWidth - 1;
  }
}

/** The literal that is all of a sequence, or -1. */
const wholeOf = ([only, more]: readonly Step[]): number =>
  only?.type === 'literal' && more === undefined ? only.id : -1;

/** The characters of a text as numbers. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}
