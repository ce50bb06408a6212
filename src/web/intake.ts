/** Files that come in: what is asked of them, and what is told of them while they are taken in and afterwards. */
import { Hono } from 'hono';
import type { Lang } from '../words/bilingual.ts';
import { localDay } from '../words/dates.ts';
import { note } from './actor.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import { readCorrections } from './check.ts';
import { currentYear, placesOf, seasonsOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { heldForm, type IntakeEntry, intakeEntry, plainEntry, type Taken } from './intake-entry.ts';
import { IntakeProgress } from './intake-progress.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { outcomeOrder, rowContext } from './rows.ts';
import { type Incoming, type Keep, type TakingIn, takeAll } from './take-in.ts';
import { goOn } from './under-way.ts';
import { unstoredResult } from './unstored.ts';

/** So many files, or an archive, have a page that tells how far they are while they are taken in. */
const many = 4;

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
    const places = placesOf(options.store.organs.list());
    const files = incoming(form, t('pastedName'));
    const read = readCorrections({ receivedDate: form.received });
    // The day on which the files come in needs nobody to say it.
    const today = localDay(options.clock().toISOString());
    if (read.mistakes.length > 0 || (read.corrections.receivedDate ?? '') > today)
      return errorPage(c, pages, 400, 'badReceived');
    const given = read.corrections.receivedDate === today ? {} : read.corrections;
    const taking = { places, chosen, keep, confirmed, given };
    const ruleSet = typeof form.ruleSet === 'string' ? form.ruleSet : '';
    const noted = (one: Taken): Taken => {
      if (one.state === 'stored' && one.receipt.outcome !== 'already-there')
        note(c, 'report-received', one.receipt.id, one.receipt.n);
      return one;
    };
    if (keep !== 'nothing' && (files.length >= many || files.some(({ name }) => /\.zip$/i.test(name)))) {
      const progress = new IntakeProgress(files.length);
      const name = arrivals.keep(progress);
      const takeThem = async (): Promise<void> => {
        const taken: Taken[] = [];
        for await (const one of takeAll(options, files, { ...taking, found: progress.found })) {
          taken.push(noted(one));
          progress.told(one);
        }
        arrivals.change(name, await arrivalOf(options, taken, { ...taking, ruleSet }));
      };
      goOn(options, c, takeThem, progress.stopped);
      return leadTo(c, `/reports/added/${name}`);
    }

    const taken: Taken[] = [];
    for await (const one of takeAll(options, files, taking)) taken.push(noted(one));
    const only = taken.length === 1 ? taken[0] : undefined;
    if (only?.state === 'checked') {
      const rules = options.rules.get(only.assessment.ruleSet.id);
      const assessment = rules === null ? only.assessment : options.check(only.source, rules, given, lang);
      return unstoredResult(options, pages, c, {
        assessment,
        text: only.source.text,
        notice: t('unstoredNotice'),
        sample: false,
      });
    }
    const arrival = await arrivalOf(options, taken, { ...taking, ruleSet });
    if (arrival.href !== '') return leadTo(c, arrival.href);
    // What was not to be stored is not kept here either.
    if (keep !== 'nothing' && taken.some(one => one.state === 'stored'))
      return leadTo(c, `/reports/added/${arrivals.keep(arrival)}`);
    return pages.page(
      c,
      'intake',
      { title: t('intake'), section: 'register', status: taken.length === 0 ? 400 : 200 },
      arrival.in(lang),
    );
  });

  routes.get('/added/:name', c => {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const arrival = arrivals.get(c.req.param('name'));
    if (arrival === null) return leadTo(c, '/?import=gone');
    if (arrival.href !== '') return leadTo(c, arrival.href);
    const isProgress = arrival instanceof IntakeProgress;
    const goesOn = isProgress && !arrival.hasStopped;
    if (!goesOn && c.req.header('HX-Request') === 'true') {
      // The page that asked how far it is makes room for this one.
      c.header('HX-Retarget', '#main');
      c.header('HX-Reselect', '#main');
      c.header('HX-Reswap', 'outerHTML');
    }
    return pages.page(
      c,
      isProgress ? 'arriving' : 'intake',
      {
        title: t(isProgress ? 'arriving' : 'intake'),
        section: 'register',
        ...(goesOn && { refresh: refreshSeconds }),
      },
      { ...arrival.in(lang), href: c.req.path },
    );
  });

  // Where a browser that reloads the answer to an import ends up.
  routes.get('/', c => c.redirect('/', 303));

  return routes;
}

/** Seconds after which a browser without script asks how far it is. */
const refreshSeconds = 2;

/** What became of an import, told in each language: by then its texts are let go. */
async function arrivalOf(
  options: AppOptions,
  taken: readonly Taken[],
  { places, keep, confirmed, given, ruleSet }: TakingIn & { readonly ruleSet: string },
): Promise<Arrival> {
  const rows = await options.store.list();
  const seasons = seasonsOf(await options.store.settings());
  const archived = seasons.filter(season => season.archivedAt !== null);
  const inForce = taken.flatMap(one => ('assessment' in one ? one.assessment.ruleSet.id : []));
  const joined = new Set(
    taken.flatMap(one => (one.state === 'stored' && one.receipt.outcome === 'next-draft' ? [one.receipt.id] : [])),
  );
  const received = given.receivedDate ?? '';
  const viewIn = (shown: Lang): ArrivalView => {
    const words = wordsFor(shown);
    const context = {
      ...rowContext(options, shown, rows),
      places,
      joined,
      archived: archived.map(season => season.year),
      season: currentYear(seasons),
      confirmed,
      received,
    };
    const entries = openFirst(taken.map(one => intakeEntry(options, one, rows, context)));
    const asked = entries.filter(entry => entry.state === 'ask').length;
    if (entries.length === 0) entries.push(plainEntry('failed', '', words('nothingGiven')));
    return {
      entries,
      held: heldForm(taken, ruleSet, keep, received),
      asked: asked > 0 ? words('placeLink', { n: asked }) : '',
      counts: countsOf(entries, words),
      order: entries.length < 2 ? '' : outcomeOrder(options, inForce, shown),
    };
  };
  const views = { zh: viewIn('zh'), en: viewIn('en') };
  const [only] = taken;
  const [entry] = views.zh.entries;
  const leads = taken.length === 1 && only?.state === 'stored' && entry?.state === 'done';
  return { href: leads && entry.notes.length === 0 ? entry.href : '', in: lang => views[lang] };
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

/** What a person must do something about, the gravest first; entries of one kind as they came. */
const openKinds: readonly IntakeEntry['state'][] = ['failed', 'held', 'unrecognised', 'skipped', 'ask'];

/** Among many files those that need a person stand first. */
function openFirst(entries: readonly IntakeEntry[]): IntakeEntry[] {
  const open = openKinds.flatMap(kind => entries.filter(({ state }) => state === kind));
  return [...open, ...entries.filter(({ state }) => !openKinds.includes(state))];
}

/** What became of the files, in parts that add up to them. */
function countsOf(entries: readonly IntakeEntry[], t: ReturnType<typeof wordsFor>): string {
  if (entries.length < 2) return '';
  const count = (fits: (entry: IntakeEntry) => boolean): number => entries.filter(fits).length;
  const same = count(({ state }) => state === 'same');
  const stored = count(({ state, href }) => state !== 'same' && href !== '');
  const checked = count(({ state, href }) => state === 'done' && href === '');
  const asked = count(({ state }) => state === 'ask');
  const parts = [
    [stored, asked === 0 ? 'intakeStored' : 'intakeStoredAsked'],
    [checked, 'intakeChecked'],
    [same, 'intakeSame'],
    [entries.length - stored - checked - same, 'intakeOther'],
  ] as const;
  return t('intakeCounts', {
    all: entries.length,
    parts: parts
      .filter(([n]) => n > 0)
      .map(([n, words]) => t(words, { n, asked }))
      .join(t('partSeparator')),
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
