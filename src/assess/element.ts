/** Judges the formal elements of a report: title, body, date, time of publication, addressee, document number. */
import { normaliseUnits } from '../read/copy-table.ts';
import { unbrokenCopy } from '../report/copy.ts';
import { findDate } from '../report/dates.ts';
import { associations, commissions } from '../report/places.ts';
import type { Field } from '../report/types.ts';
import { PhraseSearch } from '../rules/phrase.ts';
import type { ElementRule } from '../rules/schema.ts';
import { type Bilingual, fill, type Lang } from '../words/bilingual.ts';
import { formatDate } from '../words/dates.ts';
import { attentionWords, elementWords } from '../words/findings.ts';
import { type Context, type FlatSpan, matchesOf, zoneAt } from './context.ts';
import { refuse } from './refuse.ts';
import { spans, tryPartial } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';

export function judgeElement(context: Context, rule: ElementRule): Verdict {
  switch (rule.element) {
    case 'title':
      return judgeTitle(context, rule);
    case 'issuer':
      return judgeIssuer(context);
    case 'date':
      return judgeDate(context);
    case 'deadline':
      return judgeDeadline(context, rule);
    case 'addressee':
      return judgeAddressee(context, rule);
    case 'document-number':
      return judgeNumber(context);
  }
}

const placesOf = (...fields: (Field<unknown> | null)[]) => fields.flatMap(field => (field?.place ? [field.place] : []));

/** Whether a text says one of these phrases; a title need not stand in one piece in the report and is asked by itself. */
function says(context: Context, search: PhraseSearch, phrases: readonly string[] | undefined): boolean {
  return phrases === undefined || context.lists.of(phrases).phrases.some(id => search.matchesOf(id).length > 0);
}

function judgeTitle(context: Context, rule: ElementRule): Verdict {
  const { title, reportYear } = context.report.meta;
  if (title !== null) {
    const said = normaliseUnits(title.value).replace(/\s/g, '');
    const hasYear = /(?:19|20)\d\d|二[〇○零]/.test(said);
    const search = new PhraseSearch(context.ruleSet.phrases, unbrokenCopy(said));
    if (says(context, search, rule.subject) && says(context, search, rule.form)) {
      return hasYear
        ? verdict('met', { places: placesOf(title) })
        : verdict('partial', { places: placesOf(title), reason: elementWords.noYear });
    }
  }
  const to = firstBody(context) + 600;
  const subject = rule.subject === undefined || matchesOf(context, rule.subject).some(({ end }) => end <= to);
  if (reportYear !== null && subject) {
    return verdict('partial', {
      places: placesOf(reportYear),
      evidence: reportYear.place === null ? openingEvidence(context) : [],
      reason: elementWords.noTitle,
    });
  }
  return verdict('missing');
}

function firstBody(context: Context): number {
  return context.report.zones.find(stretch => stretch.zone !== 'head')?.flatStart ?? 0;
}

function openingEvidence(context: Context): FlatSpan[] {
  const { flat } = context.report.copy;
  const at = flat.search(/(?:19|20)\d\d年/);
  return at < 0 ? [] : [{ start: at, end: at + 5 }];
}

const bodyEnding = new RegExp(
  `(?:人民政府|政府办公室|政府办公厅|委员会|局|厅|街道办事处|办事处|管委会|管理处|办公室|县委|市委|区委|省委|党委|公署|行署|院|处|中心|站|所|队|社|公司|分局|支队|党组|党工委|海关|馆|研究室|台|监狱|集团|学校|学院|大学|${commissions}|${associations})(?:\\(.*\\))?$`,
);

function judgeIssuer(context: Context): Verdict {
  const { issuer, subject } = context.report.meta;
  if (issuer !== null && bodyEnding.test(normaliseUnits(issuer.value).replace(/\s/g, '')))
    return verdict('met', { places: placesOf(issuer) });
  // A name inferred from what the report calls itself need not stand in the text.
  const name = subject === null ? '' : normaliseUnits(subject.value);
  const start = name === '' ? -1 : context.report.copy.flat.indexOf(name);
  if (start >= 0) {
    const reason = bodyEnding.test(name) ? elementWords.onlyInText : elementWords.onlyPlace;
    const places = placesOf(subject);
    const evidence = places.length > 0 ? [] : [{ start, end: start + name.length }];
    return verdict('partial', { places, evidence, reason });
  }
  return verdict('missing');
}

/** The day a page was last changed, which is neither when it was signed nor when it was published. */
function changedOn(context: Context): Field<string> | null {
  const field = context.report.meta.fields.find(({ label }) => label.startsWith('更新'));
  const iso = field === undefined ? undefined : findDate(normaliseUnits(field.value))?.iso;
  return field === undefined || iso === undefined ? null : { value: iso, place: field.place };
}

function judgeDate(context: Context): Verdict {
  const { signedDate, publishedDate } = context.report.meta;
  if (signedDate !== null && signedDate.value.length === 10) return verdict('met', { places: placesOf(signedDate) });
  if (signedDate !== null) return verdict('partial', { places: placesOf(signedDate), reason: elementWords.onlyMonth });
  if (publishedDate !== null)
    return verdict('partial', { places: placesOf(publishedDate), reason: elementWords.onlyPublished });
  const changed = changedOn(context);
  if (changed !== null) return verdict('partial', { places: placesOf(changed), reason: elementWords.onlyChanged });
  return verdict('missing');
}

function judgeDeadline(context: Context, rule: ElementRule): Verdict {
  const { signedDate, publishedDate } = context.report.meta;
  const known = publishedDate ?? signedDate;
  const changed = known === null ? changedOn(context) : null;
  if (changed !== null) {
    const reason = put(elementWords.onlyChangedPage, { date: changed.value });
    return verdict('review', { certainty: 'unsure', reason, places: placesOf(changed) });
  }
  if (known === null || context.year === null)
    return verdict('review', { certainty: 'unsure', reason: elementWords.noDate, places: placesOf(known) });
  const ofLevel = rule.dates?.find(({ levels }) => context.level !== null && levels.includes(context.level));
  if (rule.dates !== undefined && ofLevel === undefined) {
    const words = context.level === null ? elementWords.noLevel : elementWords.noLimit;
    return verdict('review', {
      certainty: 'unsure',
      reason: put(words, { date: known.value }),
      places: placesOf(known),
    });
  }
  const limit = ofLevel ?? rule.date;
  const by = `${context.year + 1}-${limit?.by ?? '03-31'}`;
  const grace = `${context.year + 1}-${limit?.grace ?? '06-30'}`;
  // A month alone is judged by its last day: only a month that ends in time is surely in time.
  const day = known.value.length === 7 ? `${known.value}-31` : known.value;
  const values = { date: known.value, by };
  const inTime = put(publishedDate === null ? elementWords.signedInTime : elementWords.inTime, values);
  const late = put(publishedDate === null ? elementWords.signedLate : elementWords.late, values);
  if (day <= by) {
    return verdict('met', {
      places: placesOf(known),
      reason: inTime,
      attention: publishedDate === null ? [attentionWords.publicationUnverified] : [],
    });
  }
  return verdict(day <= grace ? 'partial' : 'missing', {
    places: placesOf(known),
    reason: late,
    settled: true,
    attention: publishedDate === null ? [attentionWords.publicationUnverified] : [],
  });
}

/** Puts ISO dates into words, written as each language writes them. */
function put(text: Bilingual, dates: Record<string, string>): Bilingual {
  const written = (lang: Lang) =>
    Object.fromEntries(Object.entries(dates).map(([name, iso]) => [name, formatDate(iso, lang)]));
  return { zh: fill(text.zh, written('zh')), en: fill(text.en, written('en')) };
}

function judgeAddressee(context: Context, rule: ElementRule): Verdict {
  const { addressee } = context.report.meta;
  if (addressee !== null) return verdict('met', { places: placesOf(addressee) });
  const formula = tryPartial(context, rule.partial, { zones: ['head', 'work', 'tail'], not: rule.not });
  if (formula.evidence.length > 0)
    return verdict('partial', { evidence: spans(formula.evidence).slice(0, 1), reason: elementWords.formulaOnly });
  const elsewhere = matchesOf(context, rule.about).filter(match => zoneAt(context, match.start) === 'head');
  return verdict('missing', {
    refused: elsewhere.map(
      match => refuse(context, match, { not: rule.not }) ?? { kind: 'mention', span: match, word: null },
    ),
  });
}

function judgeNumber(context: Context): Verdict {
  const { documentNumber, indexNumber, fields } = context.report.meta;
  if (documentNumber !== null) return verdict('met', { places: placesOf(documentNumber) });
  const data = fields.filter(
    field =>
      /^(?:索引号|文号|发文字号|公开形式|公开方式|主题分类|公开目录)/.test(field.label) &&
      /[\p{L}\d]/u.test(field.value) &&
      !/^(?:无|暂无|略)$/.test(field.value.trim()),
  );
  if (indexNumber !== null || data.length > 0) {
    return verdict('partial', {
      places: [...placesOf(indexNumber), ...data.slice(0, 2).map(field => field.place)].filter(
        (place, nth, all) => all.findIndex(other => other.start === place.start) === nth,
      ),
      reason: elementWords.indexOnly,
    });
  }
  return verdict('missing');
}
