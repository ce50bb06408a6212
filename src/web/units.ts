/** The roster of units: typed, pasted from a sheet, changed one by one. */
import { type Context, Hono } from 'hono';
import { type OrganFacts, organPowers } from '../report/organ.ts';
import { createRoster, type Roster } from '../report/organ-match.ts';
import { foldName } from '../report/organ-names.ts';
import { levelOfBody } from '../report/places.ts';
import { type RosterLine, readAliases, readDue, readRoster } from '../report/roster.ts';
import type { Level } from '../report/types.ts';
import type { Organ } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatDate } from '../words/dates.ts';
import { powerWords } from '../words/register.ts';
import { levelWords } from '../words/terms.ts';
import { note } from './actor.ts';
import { calendarOf, currentYear, dueOf, placesOf, seasonsOf } from './entries.ts';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { checkAsRosterSays } from './recheck.ts';
import { rowContext, summaryCells } from './rows.ts';
import { readYear, reportYearOn, textOf } from './seasons.ts';
import { type ConflictLine, conflictOf, mustHaveSeen, seenOf, unlessStale } from './stale.ts';

/** What was typed wrongly, as it is told. */
const inShort = (said: string): string => (said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said);
const mostSaid = 40;

interface Pasted {
  readonly text: string;
  readonly year: string;
  readonly mistakes: readonly string[];
  readonly notice: string;
}

export function unitRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/', c => showUnits(site, c));
  routes.post('/', c => takeUnits(site, c));
  routes.get('/:id', c => showUnit(site, c));
  routes.post('/:id', c => saveUnit(site, c));
  routes.post('/:id/remove', c => removeUnit(site, c));

  return routes;
}

const yearNow = async ({ options }: Site): Promise<number> =>
  currentYear(seasonsOf(await options.store.settings())) ?? reportYearOn(options.clock());

async function unitsPage(site: Site, c: PageContext, pasted: Pasted | null) {
  const { options, pages } = site;
  const { organs } = options.store;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const calendar = calendarOf(await options.store.settings());
  // The dates just saved are shown, of whatever year they are.
  const year = Number(pasted?.year ?? (await yearNow(site)));
  const units = organs.list().map(organ => {
    const due = dueOf(organ, year, calendar);
    return {
      href: `/units/${organ.id}`,
      name: organ.name,
      aliases: organ.aliases.join(t('listSeparator')),
      kind: organ.level === null ? '—' : pick(levelWords[organ.level], lang),
      powers: organ.powers.map(power => pick(powerWords[power], lang)).join(t('listSeparator')),
      contact: organ.contact,
      due: due === null ? '—' : formatDate(due, lang),
    };
  });
  return pages.page(
    c,
    'units',
    { title: t('units'), section: 'register', status: pasted !== null && pasted.mistakes.length > 0 ? 422 : 200 },
    {
      units,
      notice:
        pasted?.notice ?? (c.req.query('removed') ? t('unitRemoved', { name: c.req.query('removed') ?? '' }) : ''),
      mistakes: pasted?.mistakes ?? [],
      text: pasted?.text ?? '',
      year: String(year),
      dueLabel: t('dueDateOf', { year }),
    },
  );
}

/** Reports of these organs. */
async function reportsOf(site: Site, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const { options } = site;
  const { organs } = options.store;
  const places = placesOf(organs.list());
  const rows = await options.store.list();
  return rows.filter(row => ids.has(places.ofRow(row).organ?.id ?? '')).map(({ id }) => id);
}

function showUnits(site: Site, c: Context<Env, '/'>) {
  return unitsPage(site, c, null);
}

async function takeUnits(site: Site, c: Context<Env, '/'>) {
  const { options } = site;
  const { organs } = options.store;
  const t = wordsFor(c.var.lang);
  const form = await c.req.parseBody();
  const text = typeof form.units === 'string' ? form.units : '';
  const year = readYear(textOf(form.year)) ?? (await yearNow(site));
  const unsaid = textOf(form.year) !== '' && readYear(textOf(form.year)) === null;
  // Dates would be kept for a year that nobody meant.
  if (unsaid || text.trim() === '')
    return unitsPage(site, c, {
      text,
      year: String(year),
      mistakes: [t(unsaid ? 'badYear' : 'rosterEmpty')],
      notice: '',
    });
  const { lines, mistakes } = readRoster(text, year);
  const wrong = new Set(mistakes.map(({ line }) => line));
  const written = text.split(/\r\n|\r|\n/);
  const touched = new Set<string>();
  let added = 0;
  let updated = 0;
  const meant: string[] = [];
  const before = createRoster(organs.list());
  for (const line of lines) {
    const same = organs.list().find(organ => foldName(organ.name) === foldName(line.name));
    // A short name of a unit that the roster has would stand beside it and leave open whose each report is.
    const known = same ?? organShortened(site, before, line.name);
    if (same === undefined && known !== undefined) meant.push(t('unitMeant', { name: line.name, of: known.name }));
    if (known === undefined) {
      const { id } = await organs.add({ ...line, due: line.due === null ? {} : { [year]: line.due } });
      touched.add(id);
      added += 1;
    } else {
      // Letters bear the name: of two the longer one tells more.
      const isShort = same === undefined && line.name.length < known.name.length;
      const own = isShort ? { ...line, name: known.name } : line;
      await organs.update(known.id, organ => merged(organ, own, year));
      touched.add(known.id);
      updated += 1;
    }
  }
  note(c, 'units-changed', '', `+${added} ~${updated}`);
  return unitsPage(site, c, {
    // What could not be understood stays in the box.
    text: [...wrong].map(line => written[line - 1] ?? '').join('\n'),
    year: String(year),
    mistakes: mistakes.map(({ line, what, text: said }) =>
      t('rosterMistake', { line, what: t(`mistake_${what}`), text: inShort(said) }),
    ),
    notice: [
      t('unitsSaved', { added, updated }),
      ...meant,
      again(await checkAsRosterSays(options, await reportsOf(site, touched)), t),
    ]
      .filter(Boolean)
      .join(c.var.lang === 'zh' ? '' : ' '),
  });
}

/** The unit of the roster that a shorter name surely means. */
function organShortened(site: Site, roster: Roster, name: string): Organ | undefined {
  const { options } = site;
  const { organs } = options.store;
  const found = roster.match({ title: null, subject: name, issuer: null, level: null, fileName: '' });
  return found.state === 'sure' ? (organs.get(found.organ) ?? undefined) : undefined;
}

async function unitPage(
  site: Site,
  c: PageContext,
  organ: Organ,
  typed: Typed,
  mistakes: readonly string[],
  stale = false,
) {
  const { options, pages } = site;
  const { organs } = options.store;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const places = placesOf(organs.list());
  const rows = (await options.store.list()).filter(row => places.ofRow(row).organ?.id === organ.id);
  const context = rowContext(options, lang, await options.store.list());
  return pages.page(
    c,
    'unit',
    { title: organ.name, section: 'register', status: stale ? 409 : mistakes.length > 0 ? 422 : 200 },
    {
      id: organ.id,
      name: organ.name,
      seen: seenOf(organ),
      stale,
      conflict: stale ? conflictOf(unitLines(typed, typedOf(organ, Number(typed.year)), lang)) : [],
      notice:
        c.req.query('done') === 'saved'
          ? [t('unitSaved'), again(Number(c.req.query('again')) || 0, t)].filter(Boolean).join(lang === 'zh' ? '' : ' ')
          : '',
      mistakes,
      typed,
      dueLabel: t('dueOwn', { year: typed.year }),
      levels: choices(lang, typed.level),
      powers: [...organPowers, 'none' as const].map(power => ({
        value: power,
        label: power === 'none' ? t('noPowers') : pick(powerWords[power], lang),
        checked: typed.powers.includes(power),
      })),
      reports: rows
        .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
        .map(row => ({
          href: `/reports/${row.id}`,
          year: row.year === null ? '—' : String(row.year),
          kind: context.kindName(row.ruleSetId),
          draft: t('draftN', { n: row.drafts.length }),
          ...cellsOf(row.drafts.at(-1)?.summary, row.ruleSetId, context),
        })),
    },
  );
}

async function showUnit(site: Site, c: Context<Env, '/:id'>) {
  const { options, pages } = site;
  const { organs } = options.store;
  const organ = organs.get(c.req.param('id'));
  if (organ === null) return errorPage(c, pages, 404);
  return unitPage(site, c, organ, typedOf(organ, await yearNow(site)), []);
}

async function saveUnit(site: Site, c: Context<Env, '/:id'>) {
  const { options, pages } = site;
  const { organs } = options.store;
  const organ = organs.get(c.req.param('id'));
  if (organ === null) return errorPage(c, pages, 404);
  const t = wordsFor(c.var.lang);
  const form = await c.req.parseBody({ all: true });
  const typed: Typed = {
    name: textOf(form.name).replace(/\s+/g, '').slice(0, 80),
    aliases: textOf(form.aliases),
    level: textOf(form.level),
    powers: [form.powers].flat().map(textOf),
    contact: textOf(form.contact).slice(0, 120),
    due: textOf(form.due),
    year: String(readYear(textOf(form.year)) ?? (await yearNow(site))),
  };
  const due = readDue(typed.due, Number(typed.year));
  const taken = organs.list().find(other => other.id !== organ.id && foldName(other.name) === foldName(typed.name));
  const mistakes = [
    ...(typed.name.length < 2 ? [t('unitNameMissing')] : []),
    ...(taken === undefined ? [] : [t('unitNameTaken', { name: taken.name })]),
    ...(due === undefined ? [t('badDate')] : []),
  ];
  if (mistakes.length > 0) return unitPage(site, c, organ, typed, mistakes);
  const before = await reportsOf(site, new Set([organ.id]));
  const change = (kept: Organ): OrganFacts => ({
    name: typed.name,
    aliases: readAliases(typed.aliases),
    level: Object.hasOwn(levelWords, typed.level) ? (typed.level as Level) : levelOfBody(typed.name),
    powers: powersFrom(typed.powers),
    contact: typed.contact,
    due: withDue(kept.due, typed.year, due ?? null),
  });
  const saved = await unlessStale(() =>
    organs.update(organ.id, kept => {
      mustHaveSeen(form.seen, kept);
      return change(kept);
    }),
  );
  if (!saved) return unitPage(site, c, organs.get(organ.id) ?? organ, typed, [], true);
  note(c, 'units-changed', organ.id);
  const mine = new Set([...before, ...(await reportsOf(site, new Set([organ.id])))]);
  return c.redirect(`/units/${organ.id}?done=saved&again=${await checkAsRosterSays(options, mine)}`, 303);
}

async function removeUnit(site: Site, c: Context<Env, '/:id/remove'>) {
  const { options, pages } = site;
  const { organs } = options.store;
  const organ = organs.get(c.req.param('id'));
  if (organ === null) return errorPage(c, pages, 404);
  const mine = await reportsOf(site, new Set([organ.id]));
  await organs.remove(organ.id);
  note(c, 'units-changed', organ.id, '-1');
  await checkAsRosterSays(options, mine);
  return c.redirect(`/units?removed=${encodeURIComponent(organ.name)}`, 303);
}

/** The form of one unit, as it was typed. */
interface Typed {
  readonly name: string;
  readonly aliases: string;
  readonly level: string;
  readonly powers: readonly string[];
  readonly contact: string;
  readonly due: string;
  readonly year: string;
}

function typedOf(organ: Organ, year: number): Typed {
  const { name, aliases, level, powers, contact, due } = organ;
  return {
    name,
    aliases: aliases.join('、'),
    level: level ?? '',
    powers,
    contact,
    due: due[year] ?? '',
    year: String(year),
  };
}

/** What was typed and what is kept, field by field. */
function unitLines(mine: Typed, theirs: Typed, lang: Lang): readonly ConflictLine[] {
  const t = wordsFor(lang);
  const levelOf = ({ level }: Typed): string =>
    Object.hasOwn(levelWords, level) ? pick(levelWords[level as Level], lang) : '';
  const powersOf = ({ powers }: Typed): string =>
    organPowers
      .filter(power => powers.includes(power))
      .map(power => pick(powerWords[power], lang))
      .join(t('listSeparator'));
  const line = (label: string, read: (typed: Typed) => string) => ({ label, mine: read(mine), theirs: read(theirs) });
  return [
    line(t('unitName'), typed => typed.name),
    line(t('aliases'), typed => typed.aliases),
    line(t('unitKind'), levelOf),
    line(t('powers'), powersOf),
    line(t('contact'), typed => typed.contact),
    line(t('dueOwn', { year: mine.year }), typed => typed.due),
  ];
}

function choices(lang: Lang, chosen: string) {
  return Object.entries(levelWords).map(([value, words]) => ({
    value,
    label: pick(words, lang),
    selected: value === chosen,
  }));
}

function cellsOf(
  summary: Parameters<typeof summaryCells>[0] | undefined,
  ruleSetId: string,
  context: Parameters<typeof summaryCells>[2],
) {
  if (summary === undefined) return { outcome: '—', outcomeId: '', score: '—' };
  const { outcome, outcomeId, score } = summaryCells(summary, ruleSetId, context);
  return { outcome, outcomeId, score };
}

function withDue(due: OrganFacts['due'], year: string, date: string | null): OrganFacts['due'] {
  const { [year]: _, ...others } = due;
  return date === null ? others : { ...others, [year]: date };
}

/** Boxes that were ticked; one that names a power goes before “none of these”. */
function powersFrom(ticked: readonly string[]): OrganFacts['powers'] {
  const named = organPowers.filter(power => ticked.includes(power));
  return named.length === 0 && ticked.includes('none') ? ['none'] : named;
}

/** What is said of reports that were checked again since the roster tells otherwise of their unit. */
const again = (n: number, t: ReturnType<typeof wordsFor>): string => (n === 0 ? '' : t('checkedByRoster', { n }));

/** What a pasted line leaves empty stays as it was. */
function merged(organ: Organ, line: RosterLine, year: number): OrganFacts {
  return {
    name: line.name,
    aliases: [...new Set([...organ.aliases, ...line.aliases])],
    level: line.level ?? organ.level,
    powers: line.powers.length > 0 ? line.powers : organ.powers,
    contact: line.contact === '' ? organ.contact : line.contact,
    due: line.due === null ? organ.due : { ...organ.due, [year]: line.due },
  };
}
