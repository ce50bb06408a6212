/** A result as plain lines for a terminal, with columns that stay straight beside Chinese characters. */
import { inBrackets, type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { ResultView } from './view-types.ts';

/** Terminal cells of a text: a wide character takes two, a combining one none. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0) ?? 0) ? 2 : /\p{M}|\p{Cf}|\p{Cc}/u.test(char) ? 0 : 1;
  return width;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Cuts to `width` cells, with … where something is left out, and fills up with blanks. */
export function fitCell(text: string, width: number): string {
  // Terminal control characters in a report must not reach the screen.
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  if (cellWidth(plain) <= width) return plain + ' '.repeat(width - cellWidth(plain));
  let cut = '';
  for (const char of plain) {
    if (cellWidth(cut + char) > width - 1) break;
    cut += char;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - cellWidth(cut)))}`;
}

const summaryCells = [
  'sourceName',
  'outcome',
  'mandatoryTally',
  'expectedTally',
  'score',
  'gapCount',
  'toReview',
] as const;

/** A line of the summary, cell by cell. */
export function summaryRow(name: string, result: ResultView): readonly string[] {
  return [
    name,
    result.outcome === null ? result.notRecognised : result.outcome.title,
    result.recognised ? `${result.tallies.mandatoryMet}/${result.tallies.mandatoryOf}` : '—',
    result.recognised ? `${result.tallies.expectedMet}/${result.tallies.expectedOf}` : '—',
    result.tallies.score,
    result.recognised ? String(result.tallies.gaps) : '—',
    result.recognised ? String(result.tallies.toReview) : '—',
  ];
}

/** One line a report: name, outcome, required, expected, score, gaps, to review. */
export function summaryTable(rows: readonly (readonly string[])[], lang: Lang): string {
  const head = summaryCells.map(cell => pick(pageTexts[cell], lang));
  return columns([head, ...rows], [40, 32, 10, 10, 8, 8, 12]);
}

/** One report in full: outcome, then what needs a person, then the gaps with what to add. */
export function resultTable(result: ResultView): string {
  const { lang, tallies } = result;
  const out: string[] = [result.heading];
  if (result.outcome === null) {
    out.push(`${result.notRecognised} ${result.why}`);
  } else {
    out.push(
      `${pick(pageTexts.outcome, lang)} ${result.outcome.title}${result.outcome.provisional ? ` ${pick(pageTexts.provisionalShort, lang)}` : ''}`,
      [
        `${pick(pageTexts.mandatoryTally, lang)} ${tallies.mandatoryMet}/${tallies.mandatoryOf}`,
        `${pick(pageTexts.expectedTally, lang)} ${tallies.expectedMet}/${tallies.expectedOf}`,
        `${pick(pageTexts.score, lang)} ${tallies.score}`,
        `${pick(pageTexts.gapCount, lang)} ${tallies.gaps}`,
        say(pageTexts.coverage, lang, { decided: tallies.decided, review: tallies.toReview }),
      ].join('  '),
      result.outcome.because,
    );
    if (result.fenced.length > 0) {
      const titles = result.fenced.map(one => (one.title === one.id ? one.id : one.title + inBrackets(one.id, lang)));
      out.push(`${pick(pageTexts.fencedNote, lang)} ${titles.join(pick(pageTexts.listSeparator, lang))}`);
    }
    for (const section of result.sections) {
      if (section.items.length === 0 || !section.open) continue;
      out.push('', section.title + inBrackets(section.count, lang));
      const rows = section.items.map(f => [
        f.glyph,
        f.statusWord,
        f.tierWord,
        f.title,
        f.gain === 0 ? '' : `+${f.gain.toFixed(1)}`,
        f.reason,
      ]);
      out.push(columns(rows, [2, 14, 10, 34, 7, 72]));
    }
  }
  if (result.restricted.length > 0) out.push('', pick(pageTexts.restrictedNotice, lang), ...result.restricted);
  const failing = result.relations.filter(relation => !relation.holds);
  if (failing.length > 0) {
    const words = say(pageTexts.failingOf, lang, { failing: failing.length, total: result.relations.length });
    out.push('', pick(pageTexts.relations, lang) + inBrackets(words, lang), ...failing.map(({ note }) => `≠ ${note}`));
  }
  const { stamp } = result;
  out.push(
    '',
    `${stamp.tool} · ${stamp.ruleSet} (${stamp.ruleSetHash}) · ${pick(pageTexts.sourceHash, lang)} ${stamp.sourceHash}`,
  );
  return out.map(line => line.replace(/[ \t]+$/gm, '')).join('\n');
}

/** Columns as wide as their widest cell, at most `widest`. */
function columns(rows: readonly (readonly string[])[], widest: readonly number[]): string {
  const widths = widest.map((most, i) => Math.min(most, Math.max(0, ...rows.map(row => cellWidth(row[i] ?? '')))));
  return rows
    .map(row =>
      row
        .map((value, i) => fitCell(value, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
