/** A result as a Markdown document, for notes and version control. */
import { inBrackets, type Lang, pick, say } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { stampLine } from './stamp-line.ts';
import type { FindingView, ResultView } from './view-types.ts';

export function resultMarkdown(result: ResultView): string {
  const t = wordsIn(result.lang);
  const out: string[] = [`# ${escaped(result.heading)}`, ''];
  for (const field of result.fields) {
    if (field.stated)
      out.push(`- ${field.label}${t('colon')}${escaped(field.value)}${field.given ? ` ${t('givenByPerson')}` : ''}`);
  }
  if (result.restricted.length > 0)
    out.push('', t('restrictedNotice'), '', ...result.restricted.map(line => `- ${escaped(line)}`));
  out.push('', `## ${t('outcome')}`, '');
  if (!result.recognised || result.outcome === null) {
    out.push(`**${result.notRecognised}**`, '', `${escaped(result.why)} ${t('notScored')}`);
  } else {
    const { tallies } = result;
    out.push(
      `**${escaped(result.outcome.title)}**${result.outcome.provisional ? ` ${t('provisional')}` : ''}`,
      '',
      `| ${t('mandatoryTally')} | ${t('expectedTally')} | ${t('score')} | ${t('gapCount')} | ${t('toReview')} |`,
      '|---:|---:|---:|---:|---:|',
      `| ${tallies.mandatoryMet}/${tallies.mandatoryOf} | ${tallies.expectedMet}/${tallies.expectedOf} | ${tallies.score} | ${tallies.gaps} | ${tallies.toReview} |`,
      '',
      escaped(result.outcome.because),
      '',
      [
        t('coverage', { decided: tallies.decided, review: tallies.toReview }),
        tallies.reviewed > 0 ? t('reviewedCount', { n: tallies.reviewed }) : '',
        result.beforeRulings === '' ? '' : t('beforeRulings', { score: result.beforeRulings }),
        t('internalPoints'),
      ]
        .filter(Boolean)
        .join(result.lang === 'zh' ? '' : ' '),
    );
    if (result.fenced.length > 0)
      out.push('', `${t('fencedNote')} ${result.fenced.map(one => escaped(one.title)).join(t('listSeparator'))}`);
    for (const section of result.sections) {
      out.push('', `## ${section.title}${inBrackets(section.count, result.lang)}`);
      for (const finding of section.items) out.push('', ...findingLines(finding, t));
    }
    out.push('', `## ${t('ledger')}`, '', `| ${t('requirement')} | ${t('why')} | ${t('lost')} |`, '|---|---|---:|');
    for (const line of result.ledger.lines) out.push(`| ${cell(line.title)} | ${cell(line.why)} | −${line.lost} |`);
    out.push(
      `| ${t('applicablePoints')} | | ${result.ledger.applicable} |`,
      `| ${t('lostPoints')} | | −${result.ledger.lost} |`,
      `| ${t('scoreIs', { earned: result.ledger.earned, applicable: result.ledger.applicable })} | | ${result.ledger.score} |`,
    );
  }
  if (result.relations.length > 0) {
    out.push(
      '',
      `## ${t('relations')}`,
      '',
      `| ${t('verdict')} | ${t('relationKind')} | ${t('passages')} | ${t('note')} |`,
      '|---|---|---|---|',
    );
    for (const relation of result.relations) {
      out.push(
        `| ${relation.verdict} | ${relation.kind} | ${cell(relation.sides.map(side => side.quote).join(' · '))} | ${cell(relation.note)} |`,
      );
    }
  }
  if (result.anomalies.length > 0) {
    out.push('', `## ${t('anomalies')}`, '');
    for (const anomaly of result.anomalies)
      out.push(
        `- ${anomaly.kind}${t('colon')}${escaped(anomaly.quote)}${t('inPlace', { place: anomaly.place.words })}`,
      );
  }
  const { stamp } = result;
  out.push('', '---', '', stampLine(stamp, result.lang), '', t('advisory'), '');
  return out.join('\n');
}

type Words = (key: PageText, values?: Readonly<Record<string, string | number>>) => string;

const wordsIn =
  (lang: Lang): Words =>
  (key, values) =>
    values === undefined ? pick(pageTexts[key], lang) : say(pageTexts[key], lang, values);

function findingLines(finding: FindingView, t: Words): string[] {
  const lines = [
    `### ${finding.glyph} ${finding.number}. ${escaped(finding.title)}`,
    '',
    `${finding.statusWord} · ${finding.tierWord}${finding.gainWords === '' ? '' : ` · ${finding.gainWords}`}${finding.value === '' ? '' : ` · ${finding.value}`} · ${t('certainty')}${finding.certainty}`,
  ];
  if (finding.reason !== '') lines.push('', escaped(finding.reason));
  for (const quote of finding.evidence)
    lines.push('', `> ${escaped(quote.text)}${t('inPlace', { place: quote.words })}`);
  if (finding.nearest !== null) {
    const { quote, why } = finding.nearest;
    lines.push(
      '',
      `${t('nearest')}${t('colon')}`.trimEnd(),
      '',
      `> ${escaped(quote.text)}${t('inPlace', { place: quote.words })}`,
      '',
      `${t('whyRefused')}${t('colon')}${escaped(why)}`,
    );
  }
  if (finding.lacks && finding.fix !== '') lines.push('', `${t('fix')}${t('colon')}${escaped(finding.fix)}`);
  for (const alarm of finding.alarms) lines.push('', `${t('alarm')}${t('colon')}${escaped(alarm.note)}`);
  for (const note of finding.attention) lines.push('', `${t('attention')}${t('colon')}${escaped(note)}`);
  if (finding.lapsed !== '') lines.push('', escaped(finding.lapsed));
  if (finding.ruling !== null) {
    const { decision, reason, note, by, at } = finding.ruling;
    lines.push(
      '',
      `${t('review')}${t('colon')}${escaped([decision, reason, note, by, at].filter(Boolean).join(' · '))}`,
    );
  }
  if (finding.basis.length > 0) {
    const basis = finding.basis.map(
      b => `${b.title}${b.number === '' ? '' : t('basisNumber', { number: b.number })}${b.article} [${b.certainty}]`,
    );
    lines.push('', `${t('basis')}${t('colon')}${escaped(basis.join(t('listStop')))}`);
  }
  return lines;
}

/** Text from a report must not become markup: HTML and Markdown signs are escaped, lines joined. */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
    .replace(/[\\`*_[\]#|!]/g, '\\$&');
}

const cell = escaped;
