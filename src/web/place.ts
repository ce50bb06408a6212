/** Reports whose unit or year a person must tell (待定单位): all of them on one page, decided at once. */
import { type Context, Hono } from 'hono';
import type { Assessment } from '../assess/types.ts';
import { foldName, governmentOf } from '../report/organ-names.ts';
import { levelOfBody } from '../report/places.ts';
import type { Organ, ReportHead, ReportRecord, ReportRow } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { note } from './actor.ts';
import { askWords } from './asked.ts';
import { type Ask, askOf, placesOf } from './entries.ts';
import { joinItsLike, placeReport } from './joining.ts';
import type { AppOptions, Corrections } from './options.ts';
import { type Env, type Pages, type Site, wordsFor } from './page.ts';
import { checkDraftAgain } from './recheck.ts';
import { nameOf } from './rows.ts';
import { isOfTwo, othersSigned } from './same-body.ts';
import { readYear, textOf } from './seasons.ts';

/** How much of a report's beginning helps to tell whose it is; characters. */
const openingLength = 90;

/** Chosen where the report is of the body that its title names. */
const ownName = 'own';

/** The body of a report by its full name: that of the signature unless the title names another. */
const ownBody = (head: ReportHead): string =>
  isOfTwo(head) && head.subject !== null ? governmentOf(head.subject, head.level) : (head.issuer ?? head.subject ?? '');

interface Open {
  readonly row: ReportRow;
  readonly why: Ask;
  readonly candidates: readonly string[];
}

export function placeRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/', c => showOpen(site, c));
  routes.post('/', c => placeThem(site, c));

  return routes;
}

async function openReports(site: Site): Promise<readonly Open[]> {
  const { options } = site;
  const places = placesOf(options.store.organs.list());
  const rows = await options.store.list();
  return rows.flatMap(row => {
    const place = places.ofRow(row);
    const why = askOf(row, place, rows);
    if (why === null) return [];
    const { match } = place;
    return [
      {
        row,
        why,
        candidates: match.state === 'ask' ? match.candidates : match.state === 'sure' ? [match.organ] : [],
      },
    ];
  });
}

async function showOpen(site: Site, c: Context<Env, '/'>) {
  const { options, pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const open = await openReports(site);
  const rows = await options.store.list();
  const items = [];
  for (const one of open) items.push(await itemView(site, one, open, rows, lang));
  const placed = Number(c.req.query('placed') ?? '0');
  const late = Number(c.req.query('late') ?? '0');
  return pages.page(
    c,
    'place',
    { title: t('placing'), section: 'register' },
    {
      items,
      notice: placed > 0 ? t('placed', { n: placed }) : '',
      late: late > 0 ? t('placedLate', { n: late }) : '',
    },
  );
}

async function itemView(
  site: Site,
  { row, why, candidates }: Open,
  open: readonly Open[],
  rows: readonly ReportRow[],
  lang: Lang,
) {
  const { options } = site;
  const t = wordsFor(lang);
  const record = await options.store.get(row.id);
  const draft = record?.drafts.at(-1);
  const text = draft?.source.text ?? '';
  const organs = options.store.organs.list();
  const likely = candidates.flatMap(id => organs.find(organ => organ.id === id) ?? []);
  const asked = new Set(open.map(one => one.row.id));
  const signed = why === 'bodies' ? othersSigned(row, rows) : [];
  const others = rows.filter(
    other =>
      other.organ === null &&
      !asked.has(other.id) &&
      !signed.includes(other) &&
      other.drafts.at(-1)?.summary.outcome != null,
  );
  const choice = (organ: Organ) => ({ value: organ.id, label: organ.name });
  const named = (other: ReportRow): string => nameOf(other, other.drafts.at(-1)?.fileName ?? '', lang);
  const own = why === 'bodies' ? [{ value: ownName, label: t('placeOwn', { name: ownBody(row) }) }] : [];
  return {
    id: row.id,
    href: `/reports/${row.id}`,
    file: row.drafts.at(-1)?.fileName ?? '',
    why: draft === undefined ? '' : askWords(why, row, draft.assessment as Assessment, lang),
    title: row.title ?? t('notStated'),
    signed: row.issuer ?? row.subject ?? t('notStated'),
    opening: text.replace(/\s+/g, ' ').trim().slice(0, openingLength),
    year: row.year === null ? '' : String(row.year),
    likely: [
      ...own,
      ...signed.map(other => ({ value: other.id, label: t('placeSameSigned', { name: named(other) }) })),
      ...likely.map(choice),
    ],
    roster: organs.filter(organ => !likely.includes(organ)).map(choice),
    reports: others.map(other => ({
      value: other.id,
      label: named(other),
    })),
    asksUnit: why !== 'year' || (row.issuer ?? row.subject) === null,
  };
}

async function placeThem(site: Site, c: Context<Env, '/'>) {
  const form = await c.req.parseBody();
  const learn = form.learn === 'yes';
  let placed = 0;
  const open = await openReports(site);
  // What others have placed since the page was opened stays as they placed it.
  const isOpen = new Set(open.map(({ row }) => row.id));
  const chosen = Object.entries(form).flatMap(([name, value]) =>
    (name.startsWith('unit-') || name.startsWith('name-')) && textOf(value) !== '' ? [name.slice('unit-'.length)] : [],
  );
  const late = new Set(chosen.filter(id => !isOpen.has(id))).size;
  for (const { row, why } of open) {
    const decided = await decide(site, row, {
      unit: textOf(form[`unit-${row.id}`]),
      name: textOf(form[`name-${row.id}`]).replace(/\s+/g, '').slice(0, 80),
      year: readYear(textOf(form[`year-${row.id}`])),
      learn: learn && why === 'alike',
    });
    if (decided) placed += 1;
    if (decided) note(c, 'report-placed', row.id);
  }
  return c.redirect(`/place?placed=${placed}${late > 0 ? `&late=${late}` : ''}`, 303);
}

interface Decision {
  /** Id of an organ, or of a report that is of the same unit; '' for none. */
  readonly unit: string;
  readonly name: string;
  readonly year: number | null;
  readonly learn: boolean;
}

/** True where something was decided. */
async function decide(site: Site, row: ReportRow, { unit, name, year, learn }: Decision): Promise<boolean> {
  const { options } = site;
  const { id } = row;
  let record = await options.store.get(id);
  const draft = record?.drafts.at(-1);
  if (record === null || draft === undefined) return false;
  let decided = false;
  const rules = options.rules.get(record.ruleSetId);
  if (record.year === null && year !== null && rules !== null) {
    const given = { ...(draft.given.corrections as Corrections), reportYear: year };
    await checkDraftAgain(options, id, draft.n, rules, given);
    record = (await options.store.get(id)) ?? record;
    decided = true;
  }
  const organ = await organFor(site, row, unit, name);
  if (organ === null) {
    if (decided) await joinItsLike(options, record);
    return decided;
  }
  if (learn) await remember(site, organ, record);
  // The report that was chosen is that unit's, too, also where its own names leave that open.
  const chosen = name === '' ? await options.store.get(unit) : null;
  if (chosen !== null) await placeReport(options, chosen, organ.id);
  const still = chosen === null ? record : await options.store.get(id);
  if (still !== null) await placeReport(options, still, organ.id);
  return true;
}

/** The organ chosen, or the new one named; null where neither was done. */
async function organFor(site: Site, head: ReportHead, unit: string, name: string): Promise<Organ | null> {
  const { options } = site;
  const known = options.store.organs.get(unit);
  if (known !== null && name === '') return known;
  const of = name !== '' || unit === '' ? null : unit === ownName ? head : await options.store.get(unit);
  const wanted = name !== '' ? name : of === null ? '' : ownBody(of);
  if (wanted.length < 2) return null;
  const same = options.store.organs.list().find(organ => foldName(organ.name) === foldName(wanted));
  if (same !== undefined) return same;
  return options.store.organs.add({
    name: wanted,
    aliases: [],
    level: levelOfBody(wanted),
    powers: [],
    contact: '',
    due: {},
  });
}

/** How the report names its unit is one more name of the organ. */
async function remember(site: Site, organ: Organ, record: ReportRecord): Promise<void> {
  const { options } = site;
  const said = (record.subject ?? record.issuer ?? '').replace(/\s+/g, '');
  const known = [organ.name, ...organ.aliases].some(name => foldName(name) === foldName(said));
  if (said.length < 2 || said.includes('、') || known) return;
  await options.store.organs.update(organ.id, kept => ({ ...kept, aliases: [...kept.aliases, said] }));
}
