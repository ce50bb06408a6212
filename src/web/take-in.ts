/** One file after the other of those that come in: read and checked a few ahead, then stored as a new report or the next draft of a known one. */
import { chooseRules } from '../assess/choose.ts';
import { ReadError, type SourceText } from '../read/types.ts';
import { rosterFacts } from '../report/organ.ts';
import { findRestricted } from '../report/restricted.ts';
import { createPause } from '../store/steps.ts';
import type { Placing, ReportHead } from '../store/types.ts';
import { inOrder } from '../workers/in-order.ts';
import type { FileIn, FileRead } from '../workers/reading.ts';
import { type Checked, checkedAs, headOf, keptLanguage } from './check.ts';
import { inDraftOrder } from './draft-order.ts';
import type { Places } from './entries.ts';
import type { Taken } from './intake-entry.ts';
import { withSettledRulings } from './open.ts';
import type { AppOptions, CheckApart, Corrections } from './options.ts';
import { areDrafts } from './same-body.ts';

export interface Incoming extends FileIn {
  /** Came as a text in the form. */
  readonly pasted: boolean;
}

/** What to store: every report, texts of another kind too, or nothing. */
export type Keep = 'reports' | 'all' | 'nothing';

export interface TakingIn {
  readonly places: Places;
  /** Id of a rule set; null for the one that fits each text. */
  readonly chosen: string | null;
  readonly keep: Keep;
  /** A person has seen what is restricted. */
  readonly confirmed: boolean;
  /** What a person said of all the files: the day on which they were received, where it was another. */
  readonly given: Corrections;
  /** Told how many more files there are than were given, where one is an archive. */
  readonly found?: (more: number) => void;
}

/** What became of each file, in the order of their drafts; others have their turn in between. */
export async function* takeAll(
  options: AppOptions,
  files: readonly Incoming[],
  taking: TakingIn,
): AsyncGenerator<Taken, void> {
  const pause = createPause();
  for await (const ready of prepareAll(options, files, { ...taking, check: checkOf(options, files) })) {
    yield await takeIn(options, taking, ready);
    await pause();
  }
}

interface Preparing extends TakingIn {
  readonly check: CheckApart;
}

/** A file that was read and, where nothing speaks against it, checked; nothing of it is stored. */
type Prepared =
  | Extract<Taken, { readonly state: 'failed' | 'skipped' | 'held' }>
  | { readonly state: 'ready'; readonly file: string; readonly source: SourceText; readonly checked: Checked };

/** All files in the order of their drafts, those of an archive one by one, few of them at a time. */
async function* prepareAll(
  options: AppOptions,
  files: readonly Incoming[],
  preparing: Preparing,
): AsyncGenerator<Prepared, void> {
  const { check, found = () => {} } = preparing;
  const { ahead } = check;
  const onAndOn = (): boolean => false;
  const begin = async (file: Incoming): Promise<readonly (() => Promise<Prepared>)[]> => {
    const reads = await options.read(file);
    found(reads.length - 1);
    const work = inDraftOrder(reads, read => read.shown).map(
      read => () => prepare(options, { ...read, pasted: file.pasted }, preparing),
    );
    if (work.length !== 1) return work;
    // One that stands alone is checked at once, those of an archive when their turn comes.
    const [first] = await Promise.all(work.map(one => one()));
    return first === undefined ? [] : [async () => first];
  };
  for await (const begun of inOrder(
    inDraftOrder(files, file => file.name),
    ahead,
    begin,
    onAndOn,
  ))
    yield* inOrder(begun, ahead, one => one(), onAndOn);
}

/** One that cannot be read or checked is a value, so that others go on. */
async function prepare(
  options: AppOptions,
  file: FileRead & { readonly pasted: boolean },
  { places, chosen, check, keep, confirmed, given }: Preparing,
): Promise<Prepared> {
  if ('error' in file) return { state: 'failed', file: file.shown, error: file.error };
  if ('skipped' in file) return { state: 'skipped', file: file.shown, why: file.skipped };
  const { source } = file;
  const restricted = findRestricted(source.text, source.outside);
  if (restricted.length > 0 && keep !== 'nothing' && !confirmed)
    return { state: 'held', file: file.shown, restricted, pasted: file.pasted };
  try {
    const first = await check.check(source, chosen, given, keptLanguage);
    const { organ } = places.ofHead(headOf(first, options.clock()), source.name);
    const roster = rosterFacts(organ, first.report.subjectLevel, undefined);
    const differs = Object.keys(roster).length > 0;
    const facts = { ...roster, ...given };
    const assessment = differs ? await check.check(source, first.ruleSet.id, facts, keptLanguage) : first;
    return { state: 'ready', file: file.shown, source, checked: checkedAs(options, source, assessment, given, roster) };
  } catch (error) {
    if (error instanceof ReadError) return { state: 'failed', file: file.shown, error };
    throw error;
  }
}

/** Stores what was prepared, where that is wanted. */
async function takeIn(options: AppOptions, { places, keep }: TakingIn, ready: Prepared): Promise<Taken> {
  if (ready.state !== 'ready') return ready;
  const { file, source, checked } = ready;
  const { head, draft, assessment } = checked;
  const read = { file, source, assessment };
  if (keep === 'nothing') return { state: 'checked', ...read };
  if (!assessment.report.recognised && keep === 'reports') {
    const there = await options.store.findText(assessment.ruleSet.id, source.text);
    if (there === null) return { state: 'other', ...read };
  }
  const receipt = await options.store.receive(head, draft, placingOf(places, head, source.name), (record, n) =>
    withSettledRulings(options, record, n - 1, n),
  );
  return { state: 'stored', ...read, receipt };
}

/** Bytes and characters of an upload, some three texts, that are checked here before another process has started. */
const few = { bytes: 60_000, characters: 20_000 } as const;

/** Where the files of an upload are checked: few in this process, many in others; what an archive holds is seen as it comes. */
function checkOf(options: AppOptions, files: readonly Incoming[]): CheckApart {
  const { apart } = options;
  const pause = createPause();
  const bytes = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let characters = 0;
  return {
    ahead: apart?.ahead ?? 1,
    check: async (source, chosen, corrections, lang) => {
      characters += source.text.length;
      if (apart !== undefined && (bytes > few.bytes || characters > few.characters))
        return apart.check(source, chosen, corrections, lang);
      await pause();
      const inForce = options.rules.list();
      const rules = chosen === null ? chooseRules(source, inForce) : options.rules.get(chosen);
      if (rules === null) throw new Error('no rules');
      return options.check(source, rules, corrections, lang);
    },
  };
}

/**
 * A report of a known organ joins what the organ sent for that year, whatever the texts call it. Where a person must say
 * whose it is, it joins nothing. One of a body in no roster joins what bears its very name, unless the titles name two bodies.
 */
function placingOf(places: Places, head: ReportHead, fileName: string): Placing {
  const { organ, match } = places.ofHead(head, fileName);
  if (organ !== null) return { organ: organ.id, isEarlier: row => places.ofRow(row).organ?.id === organ.id };
  if (match.state === 'ask') return { organ: null, isEarlier: () => false };
  return { organ: null, isEarlier: row => areDrafts(head, row) && places.ofRow(row).organ === null };
}
