/** What is kept of a body that must report (单位). */
import type { Level } from './types.ts';

/** Powers by which requirements apply: fines and permits, documents of general force, reconsideration. */
export const organPowers = ['enforcement', 'normative-documents', 'reconsideration'] as const;
export type OrganPower = (typeof organPowers)[number];
/** `none` says that a body has none of them; an empty list says nothing. */
export type StatedPower = OrganPower | 'none';

export interface OrganFacts {
  readonly name: string;
  /** Other names it goes by, in reports and file names (县卫健局, 卫计委). */
  readonly aliases: readonly string[];
  /** Null where nobody said and the name does not tell. */
  readonly level: Level | null;
  readonly powers: readonly StatedPower[];
  /** Who writes the report, and how to reach him; free words. */
  readonly contact: string;
  /** Report year → ISO date, where this organ's date differs from that of the season. */
  readonly due: Readonly<Record<string, string>>;
}

/** What the roster tells of a body that a check rests on. */
export interface RosterFacts {
  /** Only where it is another one than the text tells. */
  readonly subjectLevel?: Level;
  readonly powers?: readonly OrganPower[];
}

/** What the roster tells of a body that its report, which was read as of `read`, does not tell or tells otherwise; a level that a person `gave` stays. */
export function rosterFacts(
  body: Pick<OrganFacts, 'level' | 'powers'> | null,
  read: Level | null,
  gave: Level | undefined,
): RosterFacts {
  if (body === null) return {};
  const powers = knownPowers(body.powers);
  const isOther = body.level !== null && gave === undefined && read !== body.level;
  return { ...(powers !== null && { powers }), ...(isOther && { subjectLevel: body.level }) };
}

/** The powers that were stated of a body; null where nobody stated any. */
export function knownPowers(stated: readonly StatedPower[]): readonly OrganPower[] | null {
  return stated.length === 0 ? null : organPowers.filter(power => stated.includes(power));
}
