/** A phrase made ready for the search: its literals numbered, what it needs to stand at all, where it can begin, how far it can reach. */
import type { Node, Slot } from './grammar.ts';
import type { LiteralSet } from './literals.ts';

export type Step =
  | { readonly type: 'literal'; readonly text: string; readonly id: number }
  | Choice
  | { readonly type: 'number'; readonly units: readonly string[] }
  | { readonly type: 'rate' }
  | { readonly type: 'date' }
  | { readonly type: 'doc'; readonly title: readonly Step[] }
  | { readonly type: 'gap'; readonly max: number; readonly scope: 'clause' | 'sentence' };

export interface Choice {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** Options by the characters with which they can begin; those that may begin with a slot or be empty are `open`. */
  readonly byUnit: ReadonlyMap<number, readonly Option[]>;
  readonly open: readonly Option[];
  /** Group of the literals that can open the options of `byUnit`. */
  readonly leads: number;
}

export interface Option {
  readonly steps: readonly Step[];
  /** Groups of literals beyond its first piece; each must follow for the option to hold. */
  readonly needs: readonly number[];
  readonly inClause: boolean;
}

export type SlotKind = 'number' | 'date' | 'doc';

const negations = ['尚未', '没有', '不予', '不再', '未', '无'];

export interface Compiled {
  readonly steps: readonly Step[];
  /** Words of negation that the phrase does not say itself, and that therefore refuse a match. */
  readonly negations: readonly string[];
  readonly hasDoc: boolean;
  /** Group of the literals that can open the phrase. */
  readonly leads: number;
  /** Kinds of slot that may open it. */
  readonly slotLeads: readonly SlotKind[];
  /** Groups of literals; the text must hold one of each. */
  readonly needs: readonly number[];
  readonly needsNumber: boolean;
  /** Most characters from its first to its last. */
  readonly reach: number;
  /** It can only stand inside one clause: no gap goes further and no literal holds a wall. */
  readonly inClause: boolean;
}

/** Longest stretch a slot is taken to cover; titles and long numbers stay below it. */
const slotReach = 130;

export function compileNodes(nodes: readonly Node[], literals: LiteralSet): Compiled {
  const steps = nodes.map(node => toStep(node, literals));
  const leads = new Set<number>();
  const slotLeads = new Set<SlotKind>();
  collectLeads(steps, 0, leads, slotLeads);
  const says = literalsOf(steps);
  return {
    steps,
    negations: negations.filter(word => !says.some(text => text.includes(word))),
    hasDoc: holdsDoc(steps),
    leads: literals.groupOf(leads),
    slotLeads: [...slotLeads],
    needs: [...new Set(needsOf(steps).map(need => literals.groupOf(need)))],
    needsNumber: steps.some(step => step.type === 'number' || step.type === 'rate'),
    reach: reachOf(steps),
    inClause: staysInClause(steps),
  };
}

function toStep(node: Node, literals: LiteralSet): Step {
  if (node.type === 'literal') return { type: 'literal', text: node.text, id: literals.idOf(node.text) };
  if (node.type === 'gap') return node;
  if (node.type === 'slot') return slotStep(node.slot, literals);
  return toChoice(
    node.options.map(option => option.map(one => toStep(one, literals))),
    literals,
  );
}

function toChoice(written: readonly (readonly Step[])[], literals: LiteralSet): Choice {
  const options = written.map(
    (steps): Option => ({
      steps,
      needs: [...new Set(needsOf(steps.slice(1)).map(need => literals.groupOf(need)))],
      inClause: staysInClause(steps),
    }),
  );
  const byUnit = new Map<number, Option[]>();
  const open: Option[] = [];
  const all = new Set<number>();
  for (const option of options) {
    const leads = new Set<number>();
    if (option.steps.length === 0 || collectLeads(option.steps, 0, leads, new Set())) open.push(option);
    const units = new Set([...leads].map(id => (literals.texts[id] as string).charCodeAt(0)));
    if (open.at(-1) === option) continue;
    for (const id of leads) all.add(id);
    for (const unit of units) {
      const list = byUnit.get(unit);
      if (list === undefined) byUnit.set(unit, [option]);
      else list.push(option);
    }
  }
  return { type: 'choice', options, byUnit, open, leads: literals.groupOf(all) };
}

function slotStep(slot: Slot, literals: LiteralSet): Step {
  if (slot.kind === 'number') return { type: 'number', units: slot.units };
  if (slot.kind === 'doc') return { type: 'doc', title: slot.title.map(node => toStep(node, literals)) };
  return { type: slot.kind };
}

/** Adds the literals and kinds of slot that can open the steps; true where a slot can, or nothing need. */
function collectLeads(steps: readonly Step[], at: number, leads: Set<number>, slots: Set<SlotKind>): boolean {
  const step = steps[at];
  if (step === undefined) return true;
  if (step.type === 'literal') {
    leads.add(step.id);
    return false;
  }
  if (step.type !== 'choice') {
    if (step.type === 'date' || step.type === 'doc') slots.add(step.type);
    else slots.add('number');
    return true;
  }
  let open = false;
  for (const option of step.options) {
    const rest = [...option.steps, ...steps.slice(at + 1)];
    if (collectLeads(rest, 0, leads, slots)) open = true;
  }
  return open;
}

/** One group for each literal, one for each choice whose options all hold a literal. */
function needsOf(steps: readonly Step[]): number[][] {
  const needs: number[][] = [];
  for (const step of steps) {
    if (step.type === 'literal') needs.push([step.id]);
    else if (step.type === 'choice') {
      const options = step.options.map(option => shortestNeed(option.steps));
      if (options.every(option => option !== null)) needs.push([...new Set(options.flat())]);
    }
  }
  return needs;
}

function shortestNeed(steps: readonly Step[]): number[] | null {
  const needs = needsOf(steps);
  if (needs.length === 0) return null;
  return needs.reduce((least, need) => (need.length < least.length ? need : least));
}

function reachOf(steps: readonly Step[]): number {
  let reach = 0;
  for (const step of steps) {
    if (step.type === 'literal') reach += step.text.length;
    else if (step.type === 'gap') reach += step.max;
    else if (step.type === 'choice') reach += Math.max(...step.options.map(option => reachOf(option.steps)));
    else reach += slotReach;
  }
  return reach;
}

function staysInClause(steps: readonly Step[]): boolean {
  return steps.every(step => {
    if (step.type === 'gap') return step.scope === 'clause';
    if (step.type === 'literal') return !/[,;:。!?\n]|[一二三四五六七八九十]是/.test(step.text);
    return step.type !== 'choice' || step.options.every(option => option.inClause);
  });
}

function literalsOf(steps: readonly Step[]): string[] {
  return steps.flatMap(step =>
    step.type === 'literal'
      ? [step.text]
      : step.type === 'choice'
        ? step.options.flatMap(option => literalsOf(option.steps))
        : [],
  );
}

function holdsDoc(steps: readonly Step[]): boolean {
  return steps.some(
    step => step.type === 'doc' || (step.type === 'choice' && step.options.some(option => holdsDoc(option.steps))),
  );
}
