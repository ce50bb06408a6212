/** Where phrases stand in texts that were read: only there can they change a verdict. */
import type { ReadText } from '../assess/examples.ts';
import { slotTable } from '../assess/slots.ts';
import { type Match, type MatchText, type PhraseList, PhraseSearch } from '../rules/phrase.ts';

const texts = new WeakMap<ReadText, MatchText>();

function matchText(read: ReadText): MatchText {
  const known = texts.get(read);
  if (known !== undefined) return known;
  const { flat, clauseOf, sentenceOf, inTitle } = read.report.copy;
  const text = { flat, clauseOf, sentenceOf, inTitle, slots: slotTable(flat, read.quantities) };
  texts.set(read, text);
  return text;
}

/** Matches of every phrase of the list, in the list's order. */
export function standing(list: PhraseList, read: ReadText): readonly Match[] {
  const search = new PhraseSearch(list, matchText(read));
  return list.sources.flatMap((_, id) => [...search.matchesOf(id)]);
}
