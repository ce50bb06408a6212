/** The feedback letter (反馈意见) for one draft of a report: what goes back to the unit, and nothing a person has still to decide. */
import type { Assessment, Finding } from '../assess/types.ts';
import { governmentOf } from '../report/organ-names.ts';
import { bilingual, type RuleSet } from '../rules/load.ts';
import type { Tier } from '../rules/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatDate } from '../words/dates.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { articleWords } from './articles.ts';
import { bareReason } from './bare-reason.ts';
import { tierOrder } from './items.ts';
import { numberOf, type Office } from './office.ts';
import { plainTitle, titleLines } from './title-lines.ts';
import type { FindingView, ResultView, StampView } from './view-types.ts';

/** A result and the assessment it shows, under the decisions that hold. */
export interface Judged {
  readonly result: ResultView;
  readonly assessment: Assessment;
}

/** The findings of a result as a letter may state them. */
export interface Stand {
  /** Partial or missing, and decided: what the letter states as gaps, by their numbers. */
  readonly stated: readonly FindingView[];
  /** Still with a person. */
  readonly pending: readonly FindingView[];
}

export function standOf(result: ResultView): Stand {
  return {
    stated: [...result.gaps].sort((a, b) => a.item - b.item),
    pending: result.sections.find(section => section.id === 'review')?.items ?? [],
  };
}

export interface LetterInput extends Judged {
  readonly office: Office;
  /** ISO date that the letter bears. */
  readonly date: string;
  /** Number in the office's form; null leaves its place blank. */
  readonly number: number | null;
  /** ISO date until which the completed report is wanted; '' for none. */
  readonly due: string;
  /** The unit's name in the roster; null where it is in none. */
  readonly unit: string | null;
  readonly draft: number;
  /** ISO date on which the draft came in; null where nobody knows. */
  readonly received: string | null;
  readonly ruleSet: RuleSet | undefined;
  /** The draft before, whose gaps were told already; null for the first letter. */
  readonly before: (Judged & { readonly draft: number }) | null;
}

/** One paragraph, in the order of the page. */
export interface LetterPart {
  readonly kind: 'heading' | 'gap' | 'text';
  /** Set in bold before the text. */
  readonly lead: string;
  readonly text: string;
  /** Stays on the page of the next one. */
  readonly keepNext: boolean;
}

export interface LetterView {
  readonly lang: Lang;
  readonly letterhead: string;
  readonly number: string;
  readonly title: string;
  /** As the title is set. */
  readonly titleLines: readonly string[];
  readonly addressee: string;
  /** Who it is for, for the file's name. */
  readonly name: string;
  readonly parts: readonly LetterPart[];
  /** ISO date; '' where none is set or nothing is asked. */
  readonly due: string;
  readonly signer: string;
  readonly date: string;
  readonly contact: readonly string[];
  /** Null where nothing is asked of the unit. */
  readonly reply: { readonly title: string; readonly of: string; readonly lines: readonly string[] } | null;
  /** Requirements stated as gaps, in the letter's order. */
  readonly gaps: readonly { readonly requirement: string; readonly title: string; readonly statusWord: string }[];
  readonly waiting: number;
  readonly stamp: StampView;
}

/** Characters of the title's size in a line of the letter. */
const titleWidth = 19.5;

type Words = (key: PageText, values?: Readonly<Record<string, string | number>>) => string;

export function letterView(input: LetterInput): LetterView {
  const { result, assessment, office, ruleSet, draft } = input;
  const { lang } = result;
  const t: Words = (key, values = {}) => say(pageTexts[key], lang, values);
  const { report } = assessment;
  const kind = pick(ruleSet?.genre.name ?? pageTexts.annualReport, lang);
  const name = input.unit ?? unitOf(assessment);
  const { stated, pending } = result.recognised ? standOf(result) : { stated: [], pending: [] };
  const { due } = input;
  const asks = stated.length > 0 && !passes(input);
  const parts = result.recognised
    ? [
        ...opening(input, stated, pending, t),
        ...tierParts(input, stated, t),
        ...restParts(input, stated, pending, t),
        ...(stated.length === 0
          ? []
          : [
              asks
                ? text(
                    due === '' ? t('letterDueOpen') : t('letterDue', { due: formatDate(due, lang) }),
                    t('letterObject'),
                  )
                : text(t('letterPasses')),
            ]),
      ]
    : [text(received(input, kind, t), t('letterOther', { report: kind, why: report.why.replace(/[。.]$/, '') }))];
  const title = t('letterTitle', {
    name: name ?? '',
    year: report.reportYear ?? '',
    report: report.reportYear === null ? kind : t('letterTitleReport', { report: kind }),
  });
  return {
    lang,
    letterhead: office.letterhead,
    number: numberOf(office, input.date, input.number),
    title: plainTitle(title),
    titleLines: titleLines(title, titleWidth),
    addressee: name === null ? t('letterTo', { name: t('letterToUnknown') }) : t('letterTo', { name }),
    name: name ?? assessment.source.name,
    parts: parts.map(part => ({ ...part, text: part.text.trim() })),
    due: asks ? due : '',
    signer: office.name === '' ? t('letterUnsigned') : office.name,
    date: formatDate(input.date, lang),
    contact: [
      ...(office.contact === '' ? [] : [t('letterContact', { contact: office.contact })]),
      ...(office.phone === '' ? [] : [t('letterPhone', { phone: office.phone })]),
    ],
    reply: asks
      ? {
          title: t('replyTitle'),
          of: t('replyOf', { name: name ?? t('letterToUnknown'), n: draft }),
          lines: [t('replyAll'), t('replyPart'), t('replyObject')],
        }
      : null,
    gaps: stated.map(({ requirement, title, statusWord }) => ({ requirement, title, statusWord })),
    waiting: pending.length,
    stamp: result.stamp,
  };
}

/** The outcome is the one without a condition, and nothing can change it: what is told then is for improving alone. */
function passes({ result, ruleSet }: LetterInput): boolean {
  const { outcome } = result;
  const own = ruleSet?.outcomes.find(({ id }) => id === outcome?.id);
  return outcome?.provisional === false && own !== undefined && own.when === undefined;
}

const tierHeads = { mandatory: 'letterMandatory', expected: 'letterExpected', optional: 'letterOptional' } as const;

/** The body that sent it, by its full name; a person's own word goes first, and a publisher that is another body does not count. */
function unitOf({ report }: Assessment): string | null {
  const { subject, issuer } = report;
  if (subject === null || report.corrected.includes('subject')) return subject ?? issuer;
  return issuer?.includes(subject) === true ? issuer : governmentOf(subject, report.subjectLevel);
}

const text = (...sentences: readonly string[]): LetterPart => ({
  kind: 'text',
  lead: '',
  text: sentences.filter(Boolean).join(''),
  keepNext: false,
});

function received({ assessment, draft, received, result }: LetterInput, kind: string, t: Words): string {
  const { title, reportYear } = assessment.report;
  const called =
    title !== null
      ? t('letterReportQuoted', { title: title.replace(/^《(.*)》$/, '$1') })
      : reportYear === null
        ? t('letterReportUnknown', { report: kind })
        : t('letterReportUntitled', { year: reportYear, report: kind });
  const words = t('letterReceived', {
    title: called,
    n: draft,
    received: received === null ? '' : formatDate(received, result.lang),
  });
  return spaced(received === null ? words.replace(/，收到|, received (?=\))/, '') : words, result.lang);
}

/** Sentences of English need a blank between them. */
const spaced = (sentence: string, lang: Lang): string => (lang === 'en' ? `${sentence} ` : sentence);

function opening(
  input: LetterInput,
  stated: readonly FindingView[],
  pending: readonly FindingView[],
  t: Words,
): LetterPart[] {
  const { result, office, ruleSet, assessment } = input;
  const { lang } = result;
  const kind = pick(ruleSet?.genre.name ?? pageTexts.annualReport, lang);
  const rules = ruleSet === undefined ? assessment.ruleSet.id : pick(bilingual(ruleSet.title), lang);
  const count = (tier: Tier): number => stated.filter(finding => finding.tier === tier).length;
  const outcome = result.outcome === null ? '' : result.outcome.title;
  return [
    text(received(input, kind, t), t('letterChecked', { rules: lang === 'zh' ? `《${rules}》` : rules })),
    text(
      ...[
        t(result.outcome?.provisional === true ? 'letterOutcomeProvisional' : 'letterOutcome', { outcome }),
        office.score ? t('letterScore', { score: result.tallies.score }) : '',
        since(input, stated, pending, t),
        stated.length === 0
          ? t(pending.length > 0 ? 'letterNothingBut' : 'letterNothing')
          : t(passes(input) ? 'letterCountMay' : 'letterCount', {
              n: stated.length,
              mandatory: count('mandatory'),
              expected: count('expected'),
              optional: count('optional'),
            }),
      ].map(sentence => (sentence === '' ? '' : spaced(sentence, lang))),
    ),
  ];
}

/** What became of the gaps told before; the numbers add up to those of that letter. */
function since(
  { before }: LetterInput,
  stated: readonly FindingView[],
  pending: readonly FindingView[],
  t: Words,
): string {
  if (before === null) return '';
  const told = idsOf(standOf(before.result).stated);
  const now = idsOf(stated);
  const open = idsOf(pending);
  const n = (fits: (id: string) => boolean): number => [...told].filter(fits).length;
  const some = (key: 'letterSincePending' | 'letterSinceFresh', n: number): string => (n === 0 ? '' : t(key, { n }));
  return t('letterSince', {
    n: before.draft,
    before: told.size,
    mended: n(id => !now.has(id) && !open.has(id)),
    still: n(id => now.has(id)),
    pending: some(
      'letterSincePending',
      n(id => open.has(id)),
    ),
    fresh: some('letterSinceFresh', [...now].filter(id => !told.has(id)).length),
  });
}

const idsOf = (findings: readonly FindingView[]): ReadonlySet<string> => new Set(findings.map(f => f.requirement));

const heading = (n: number, words: string, lang: Lang): LetterPart => ({
  kind: 'heading',
  lead: '',
  text: lang === 'zh' ? `${'一二三四五六七八九'[n - 1] ?? n}、${words}` : `${n}. ${words}`,
  keepNext: true,
});

function tierParts(input: LetterInput, stated: readonly FindingView[], t: Words): LetterPart[] {
  const { lang } = input.result;
  const told = input.before === null ? null : idsOf(standOf(input.before.result).stated);
  const machine = new Map(input.assessment.findings.map(finding => [finding.requirement, finding]));
  const present = tierOrder.filter(tier => stated.some(finding => finding.tier === tier));
  return present.flatMap((tier, i) => {
    const items = stated.filter(finding => finding.tier === tier);
    return [
      heading(i + 1, t(tierHeads[tier], { n: items.length }), lang),
      ...items.flatMap(finding => {
        const lead =
          told === null ? 'letterItem' : told.has(finding.requirement) ? 'letterItemStill' : 'letterItemFresh';
        return gapParts(
          finding,
          machine.get(finding.requirement),
          t(lead, { n: finding.item, title: finding.title, status: finding.statusWord }),
          tier === 'optional' || passes(input) ? 'letterMayFix' : 'letterFix',
          lang,
          t,
        );
      }),
    ];
  });
}

const longestQuote = 60;
const clipped = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
};

/** What lacks and why, then what to add and on what ground. */
function gapParts(
  finding: FindingView,
  machine: Finding | undefined,
  lead: string,
  fix: 'letterFix' | 'letterMayFix',
  lang: Lang,
  t: Words,
): LetterPart[] {
  const { ruling, nearest } = finding;
  // Who decided stays in the office; the unit is told why.
  const why =
    ruling?.changed === true
      ? sentence([ruling.reason, ruling.note].filter(Boolean).join(lang === 'zh' ? '；' : '; '), lang)
      : sentence(bareReason(finding.reason, lang), lang);
  const quote = finding.status === 'partial' ? finding.evidence[0] : undefined;
  const said = [
    why,
    quote === undefined ? '' : t('letterHas', { quote: clipped(quote.text), place: quote.words }),
    nearest === null || quote !== undefined
      ? ''
      : t('letterNear', {
          quote: clipped(nearest.quote.text),
          place: nearest.quote.words,
          why: nearest.why.replace(/[。.]$/, ''),
        }),
  ];
  const todo =
    machine?.fixable === false
      ? t('letterSettled')
      : finding.fix === ''
        ? ''
        : t(fix, { fix: sentence(finding.fix, lang) });
  const basis = basisOf(machine, lang);
  const parts: readonly LetterPart[] = [
    { kind: 'gap', lead, text: said.join(''), keepNext: false },
    text(...[todo, basis === '' ? '' : t('letterBasis', { basis })].map(one => (one === '' ? '' : spaced(one, lang)))),
  ];
  return parts.filter(part => part.lead !== '' || part.text !== '');
}

const sentence = (words: string, lang: Lang): string =>
  words === '' || /[。.!?！？][”’』」"']?$/.test(words) ? words : `${words}${lang === 'zh' ? '。' : '.'}`;

/** Only a source that was checked or that a public document quotes is cited over a signature; one is enough, the best known. */
function basisOf(machine: Finding | undefined, lang: Lang): string {
  const basis = machine?.basis ?? [];
  const cited = basis.find(one => one.certainty === 'verified') ?? basis.find(one => one.certainty === 'quoted');
  if (cited === undefined) return '';
  const { title, number, article } = cited;
  const named = number === null || number === '' ? title : `${title}${say(pageTexts.basisNumber, lang, { number })}`;
  return `${named}${lang === 'en' ? ' ' : ''}${articleWords(article ?? '', lang)}`.trim();
}

/** Figures to be checked, and what is still being verified. */
function restParts(
  input: LetterInput,
  stated: readonly FindingView[],
  pending: readonly FindingView[],
  t: Words,
): LetterPart[] {
  const { result, office } = input;
  const { lang } = result;
  let n = tierOrder.filter(tier => stated.some(finding => finding.tier === tier)).length;
  const parts: LetterPart[] = [];
  const failing = result.relations.filter(relation => !relation.holds && !relation.required);
  if (failing.length > 0) {
    n += 1;
    parts.push(heading(n, t('letterFigures', { n: failing.length }), lang));
    for (const [i, { note, sides }] of failing.entries()) {
      const places = [...new Set(sides.map(side => side.place))].join(lang === 'zh' ? '；' : '; ');
      parts.push(
        text(
          `${lang === 'zh' ? `${i + 1}．` : `${i + 1}. `}${sentence(note, lang)}${places === '' ? '' : t('inPlace', { place: places })}`,
        ),
      );
    }
  }
  if (pending.length > 0 && office.verify) {
    n += 1;
    const titles = pending.map(finding => finding.title).join(lang === 'zh' ? '；' : '; ');
    parts.push(heading(n, t('letterVerify', { n: pending.length }), lang), text(t('letterVerifyText', { titles })));
  }
  return parts;
}
