/** Files that come in: read, checked, stored as a new report or as the next draft of a known one, and told of. */
import { Hono } from 'hono';
import { chooseRules } from '../assess/choose.ts';
import { ReadError, type SourceText } from '../read/types.ts';
import { findRestricted } from '../report/restricted.ts';
import { sameness, samenessOf } from '../store/record.ts';
import { createPause } from '../store/steps.ts';
import type { Placing, ReportHead } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { inOrder } from '../workers/in-order.ts';
import type { FileIn, FileRead } from '../workers/reading.ts';
import { note } from './actor.ts';
import { Arrivals } from './arrivals.ts';
import { type Checked, checkedAs, headOf, keptLanguage, rosterFacts } from './check.ts';
import { type Places, placesOf, seasonsOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { heldForm, type IntakeEntry, intakeEntry, plainEntry, type Taken } from './intake-entry.ts';
import { withSettledRulings } from './open.ts';
import type { AppOptions, CheckApart } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { outcomeOrder, rowContext } from './rows.ts';
import { unstoredResult } from './unstored.ts';

interface Incoming extends FileIn {
  /** Came as a text in the form. */
  readonly pasted: boolean;
}

/** What to store: every report, texts of another kind too, or nothing. */
type Keep = 'reports' | 'all' | 'nothing';

export function intakeRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const arrivals = new Arrivals();

  routes.post('/', async c => {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const form = await c.req.parseBody({ all: true });
    const chosen = chosenRules(options, form.ruleSet);
    if (chosen === undefined) return errorPage(c, pages, 400);
    const keep: Keep = form.store === 'no' ? 'nothing' : form.store === 'all' ? 'all' : 'reports';
    const confirmed = form.confirm === 'yes';
    const taken: Taken[] = [];
    const places = placesOf(options.store.organs.list());
    const pause = createPause();
    const files = incoming(form, t('pastedName'));
    const prepared = prepareAll(options, files, { places, chosen, check: checkOf(options, files), keep, confirmed });
    for await (const ready of prepared) {
      const one = await takeIn(options, places, ready, keep);
      taken.push(one);
      if (one.state === 'stored' && one.receipt.outcome !== 'already-there')
        note(c, 'report-received', one.receipt.id, one.receipt.n);
      await pause();
    }

    const only = taken.length === 1 ? taken[0] : undefined;
    if (only?.state === 'checked') {
      const rules = options.rules.get(only.assessment.ruleSet.id);
      const assessment = rules === null ? only.assessment : options.check(only.source, rules, {}, lang);
      return unstoredResult(options, pages, c, {
        assessment,
        text: only.source.text,
        notice: t('unstoredNotice'),
        sample: false,
      });
    }
    const rows = await options.store.list();
    const archived = seasonsOf(await options.store.settings()).filter(season => season.archivedAt !== null);
    const inForce = taken.flatMap(one => ('assessment' in one ? one.assessment.ruleSet.id : []));
    const viewIn = (shown: Lang): ArrivalView => {
      const words = wordsFor(shown);
      const context = {
        ...rowContext(options, shown, rows),
        places,
        archived: archived.map(season => season.year),
        confirmed,
      };
      const entries = taken.map(one => intakeEntry(options, one, rows, context));
      const asked = entries.filter(entry => entry.state === 'ask').length;
      if (entries.length === 0) entries.push(plainEntry('failed', '', words('nothingGiven')));
      return {
        entries,
        held: heldForm(taken, typeof form.ruleSet === 'string' ? form.ruleSet : '', keep),
        asked: asked > 0 ? words('placeLink', { n: asked }) : '',
        counts: countsOf(entries, words),
        order: entries.length < 2 ? '' : outcomeOrder(options, inForce, shown),
      };
    };
    const view = viewIn(lang);
    const [entry] = view.entries;
    if (only?.state === 'stored' && entry?.state === 'done' && only.source.notes.length === 0)
      return leadTo(c, entry.href);
    // What was not to be stored is not kept here either.
    if (keep !== 'nothing' && taken.some(one => one.state === 'stored'))
      return leadTo(c, `/reports/added/${arrivals.keep({ zh: viewIn('zh'), en: viewIn('en') })}`);
    return pages.page(
      c,
      'intake',
      { title: t('intake'), section: 'register', status: taken.length === 0 ? 400 : 200 },
      view,
    );
  });

  routes.get('/added/:name', c => {
    const { lang } = c.var;
    const view = arrivals.get(c.req.param('name'))?.[lang];
    if (view === undefined) return c.redirect('/', 303);
    return pages.page(c, 'intake', { title: wordsFor(lang)('intake'), section: 'register' }, view);
  });

  // Where a browser that reloads the answer to an import ends up.
  routes.get('/', c => c.redirect('/', 303));

  return routes;
}

interface ArrivalView {
  readonly entries: readonly IntakeEntry[];
  readonly held: ReturnType<typeof heldForm>;
  readonly asked: string;
  readonly counts: string;
  readonly order: string;
}

/** To a page with an address of its own, so that going back and reloading lead to it. */
function leadTo(c: PageContext, href: string): Response {
  if (c.req.header('HX-Request') !== 'true') return c.redirect(href, 303);
  c.header('HX-Redirect', href);
  return c.body(null, 204);
}

interface Preparing {
  readonly places: Places;
  /** Id of a rule set; null for the one that fits each text. */
  readonly chosen: string | null;
  readonly check: CheckApart;
  readonly keep: Keep;
  readonly confirmed: boolean;
}

/** A file that was read and, where nothing speaks against it, checked; nothing of it is stored. */
type Prepared =
  | Extract<Taken, { readonly state: 'failed' | 'skipped' | 'held' }>
  | { readonly state: 'ready'; readonly file: string; readonly source: SourceText; readonly checked: Checked };

/** All files in their order, those of an archive one by one, few of them at a time. */
async function* prepareAll(
  options: AppOptions,
  files: readonly Incoming[],
  preparing: Preparing,
): AsyncGenerator<Prepared, void> {
  const { ahead } = preparing.check;
  const onAndOn = (): boolean => false;
  const begin = async (file: Incoming): Promise<readonly (() => Promise<Prepared>)[]> => {
    const reads = await options.read(file);
    const work = reads.map(read => () => prepare(options, { ...read, pasted: file.pasted }, preparing));
    if (work.length !== 1) return work;
    // One that stands alone is checked at once, those of an archive when their turn comes.
    const [first] = await Promise.all(work.map(one => one()));
    return first === undefined ? [] : [async () => first];
  };
  for await (const begun of inOrder(files, ahead, begin, onAndOn)) yield* inOrder(begun, ahead, one => one(), onAndOn);
}

/** One that cannot be read or checked is a value, so that others go on. */
async function prepare(
  options: AppOptions,
  file: FileRead & { readonly pasted: boolean },
  { places, chosen, check, keep, confirmed }: Preparing,
): Promise<Prepared> {
  if ('error' in file) return { state: 'failed', file: file.shown, error: file.error };
  if ('skipped' in file) return { state: 'skipped', file: file.shown, why: file.skipped };
  const { source } = file;
  const restricted = findRestricted(source.text, source.outside);
  if (restricted.length > 0 && keep !== 'nothing' && !confirmed)
    return { state: 'held', file: file.shown, restricted, pasted: file.pasted };
  try {
    const first = await check.check(source, chosen, {}, keptLanguage);
    const { organ } = places.ofHead(headOf(first), source.name);
    const roster = rosterFacts(organ, first, {});
    const differs = Object.keys(roster).length > 0;
    const assessment = differs ? await check.check(source, first.ruleSet.id, roster, keptLanguage) : first;
    return { state: 'ready', file: file.shown, source, checked: checkedAs(options, source, assessment, {}, roster) };
  } catch (error) {
    if (error instanceof ReadError) return { state: 'failed', file: file.shown, error };
    throw error;
  }
}

/** Stores what was prepared, where that is wanted. */
async function takeIn(options: AppOptions, places: Places, ready: Prepared, keep: Keep): Promise<Taken> {
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
 * whose it is, it joins nothing. One of a body in no roster joins what bears its very name.
 */
function placingOf(places: Places, head: ReportHead, fileName: string): Placing {
  const { organ, match } = places.ofHead(head, fileName);
  if (organ !== null) return { organ: organ.id, isEarlier: row => places.ofRow(row).organ?.id === organ.id };
  if (match.state === 'ask') return { organ: null, isEarlier: () => false };
  const wanted = sameness(head.ruleSetId, head.issuer ?? head.subject, head.year);
  return {
    organ: null,
    isEarlier: row => wanted !== null && places.ofRow(row).organ === null && samenessOf(row) === wanted,
  };
}

function countsOf(entries: readonly IntakeEntry[], t: ReturnType<typeof wordsFor>): string {
  if (entries.length < 2) return '';
  const count = (...states: readonly IntakeEntry['state'][]): number =>
    entries.filter(({ state }) => states.includes(state)).length;
  return t('intakeCounts', {
    all: entries.length,
    stored: count('done', 'ask'),
    same: count('same'),
    asked: count('ask'),
    other: count('failed', 'unrecognised', 'skipped', 'held'),
  });
}

/** Id of the rule set that was chosen, null for the one that fits each text; undefined where there is none such. */
function chosenRules(options: AppOptions, asked: unknown): string | null | undefined {
  if (typeof asked === 'string' && asked !== '') return options.rules.get(asked)?.ruleSet.id;
  return options.rules.list().length === 0 ? undefined : null;
}

/** The files of the form that hold something, and the pasted text as one more. */
function incoming(form: Readonly<Record<string, unknown>>, pastedName: string): Incoming[] {
  const given = Array.isArray(form.files) ? form.files : [form.files];
  const files: Incoming[] = [];
  for (const file of given) {
    // A file field that was left empty arrives as a file without name.
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) continue;
    files.push({
      name: file.name,
      size: file.size,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
      pasted: false,
    });
  }
  if (typeof form.text === 'string' && form.text.trim() !== '') {
    const name = typeof form.name === 'string' && form.name !== '' ? form.name : pastedName;
    // Browsers send the line ends of a text field as CR LF, whatever was pasted.
    const bytes = new TextEncoder().encode(form.text.replace(/\r\n/g, '\n'));
    files.push({ name, size: bytes.length, bytes: async () => bytes, pasted: true });
  }
  return files;
}
