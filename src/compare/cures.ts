/** Edits that may make a passage count, or stop counting: phrases made of its words in every list that would take them. */
import { judgeOne, type ReadText } from '../assess/examples.ts';
import { neutralText } from './neutral.ts';
import type { Addition } from './rule-edit.ts';
import { addition, namesFigure, type Target } from './targets.ts';
import { isCured, judgedWith, mostTried, readSaid, type Sound, search, type Try, type Work } from './trial.ts';
import { literal, mostOwn, type Piece, piecesOf, wordingsOf } from './wordings.ts';

/** A phrase has to say what the matter is, as far as the passage does: a word that is the requirement's alone, or some that it shares. */
const enough = (most: number) => ({ own: Math.min(2, most), more: most > 2 ? 1 : 0 });
/** Entries of `not` that together make one edit: one for each wording that counts. */
const mostEntries = 3;

/** Phrases, units and the passage itself, each in the lists that would take it, the smallest first. */
export function curesBy(work: Work, targets: readonly Target[]): Sound[] {
  const { input, rule, read, before } = work;
  const { report, quantities } = read;
  const units =
    rule.kind === 'quantity'
      ? [...new Set(quantities.filter(({ kind }) => kind === 'count').map(({ unit }) => unit))]
          .filter(unit => !rule.unit.includes(unit))
          .map((unit): Addition => ({ list: ['unit'], member: unit }))
      : [];
  const clauses = stretches(report.copy.flat, report.copy.clauseOf);
  // Where the clause itself, word for word, does not help in a list, no phrase made of it will.
  const open = targets.filter(target =>
    [...clauses, ...stretches(report.copy.flat, report.copy.sentenceOf)].some(said =>
      [[], ...units.map(unit => [unit])].some(also => {
        const after = judgedWith(work, [addition(target, literal(said)), ...also]);
        return after !== null && isCured(work, after.status);
      }),
    ),
  );
  const excluded = before.refused.find(
    ({ kind, word }) => (kind === 'excluded' || kind === 'shortfall') && word !== null,
  );
  const neutral = readSaid({
    ...input.passage,
    text: neutralText(input.passage.text, input.passage.names).text,
  });
  const pieces = piecesOf(input.ruleSet, rule, neutral).filter(({ text }) => !text.includes('某'));
  const must = excluded === undefined ? null : wordSpan(neutral, excluded.word);
  const all = must === null ? pieces : [...pieces, mustPiece(neutral, must)].sort(byPlace);
  const wordings = wordingsOf(all, neutral, { must, ...enough(mostOwn(all)), single: false });
  const tries = [
    ...units.map(unit => ({ additions: [unit], cost: -5, phrase: '' })),
    ...open.flatMap(target =>
      wordings
        .filter(({ phrase }) => !target.known.includes(phrase) && (!target.figure || namesFigure(phrase)))
        .map(({ phrase, cost }) => ({ additions: [addition(target, phrase)], cost: cost + target.cost, phrase })),
    ),
  ].sort((a, b) => a.cost - b.cost);
  const sound = search(work, [...tries, ...withUnits(tries, units)], false);
  if (sound.length > 0) return sound;
  const whole = open
    .filter(({ figure, list }) => !figure || list.at(-1) === 'any')
    .flatMap(target =>
      clauses.map(said => ({
        additions: [addition(target, literal(said))],
        cost: said.length + target.cost,
        phrase: said,
      })),
    );
  return search(work, whole, true);
}

const withUnits = (tries: readonly Try[], units: readonly Addition[]): Try[] =>
  tries
    .slice(0, mostTried)
    .flatMap(one => (one.phrase === '' ? [] : units.map(unit => ({ ...one, additions: [...one.additions, unit] }))));

/** Entries of `not`: words of the passage that the requirement does not know itself, before or across what counts. */
export function refusals(work: Work, targets: readonly Target[]): Sound[] {
  const { input, rule } = work;
  const neutral = readSaid({
    ...input.passage,
    text: neutralText(input.passage.text, input.passage.names).text,
  });
  const counted = judgeOne(work.old, rule, neutral).evidence;
  const { clauseOf } = neutral.report.copy;
  const pieces = piecesOf(input.ruleSet, rule, neutral).filter(
    ({ text, kind }) => kind === 'word' && !text.includes('某'),
  );
  const near = (piece: Piece): boolean =>
    counted.some(
      span => clauseOf[piece.start] === clauseOf[span.start] || clauseOf[piece.start] === clauseOf[span.end - 1],
    );
  const distance = (piece: Piece): number =>
    Math.min(...counted.map(span => Math.max(0, span.start - piece.end, piece.start - span.end)));
  const foreign = pieces.filter(near).map(piece => ({ ...piece, own: 2 - piece.own }));
  const words = wordingsOf(foreign, neutral, { must: null, own: 2, more: 0, single: true })
    .filter(one => one.pieces.length < 3 && one.pieces.some(({ own }) => own === 2))
    .map(one => ({ phrase: one.phrase, cost: one.cost + Math.min(...one.pieces.map(distance)) / 8 }));
  const tries = targets
    .flatMap(target =>
      words
        .filter(({ phrase }) => !target.known.includes(phrase))
        .map(({ phrase, cost }) => ({ additions: [addition(target, phrase)], cost: cost + target.cost, phrase })),
    )
    .sort((a, b) => a.cost - b.cost);
  const sound = search(work, tries, false);
  return sound.length > 0 ? sound : search(work, several(work, tries), false);
}

/** Where one entry does not reach every wording that counts: entries that each take some away, together. */
function several(work: Work, tries: readonly Try[]): Try[] {
  let additions: readonly Addition[] = [];
  let left = work.before.evidence.length;
  for (const one of tries.slice(0, mostTried)) {
    const after = judgedWith(work, [...additions, ...one.additions]);
    if (after === null || (after.evidence.length >= left && after.status === work.before.status)) continue;
    additions = [...additions, ...one.additions];
    left = after.evidence.length;
    if (isCured(work, after.status)) return [{ additions, cost: 0, phrase: '' }];
    if (additions.length === mostEntries) break;
  }
  return [];
}

/** The clauses or sentences of a text, without the wall that closes them. */
function stretches(flat: string, numbers: Int32Array): string[] {
  const found: string[] = [];
  for (let from = 0; from < flat.length; ) {
    let to = from + 1;
    while (to < flat.length && numbers[to] === numbers[from]) to += 1;
    const said = flat.slice(from, to).replace(/^[,;:。!?\s]+|[,;:。!?\s]+$/g, '');
    if (said.length > 3) found.push(said);
    from = to;
  }
  return found;
}

function wordSpan({ report }: ReadText, word: string | null) {
  const at = word === null ? -1 : report.copy.flat.indexOf(word);
  return word === null || at < 0 ? null : { start: at, end: at + word.length };
}

const mustPiece = ({ report }: ReadText, { start, end }: { start: number; end: number }): Piece => ({
  start,
  end,
  text: literal(report.copy.flat.slice(start, end)),
  kind: 'word',
  own: 1,
  shared: 0,
});

const byPlace = (a: Piece, b: Piece): number => a.start - b.start || a.end - b.end;
