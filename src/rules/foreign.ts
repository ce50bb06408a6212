/** Texts that are told to be no rule file before anything of them is read: empty, of another program, prose, too long or too deep. */
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';
import { tooDeepAt } from './recover.ts';

/** The shipped file has a tenth of it; reading takes time in proportion. */
export const mostCharacters = 2_000_000;
/** No key of a rule file lies deeper than 12. */
const deepestNesting = 60;

/** Files of other programs by how they begin, saved or renamed as .json. */
const otherFormats: readonly (readonly [start: string, name: string])[] = [
  ['PK\u0003\u0004', 'Word/Excel/WPS'],
  ['\u00d0\u00cf\u0011\u00e0', 'Word/Excel/WPS'],
  ['{\\rtf', 'RTF'],
  ['%PDF', 'PDF'],
  ['<', 'HTML/XML'],
];

/** What is wrong with the whole text, and where; null where it may be read. */
export function whyNoRules(text: string): { readonly offset: number; readonly text: Bilingual } | null {
  if (text.trim() === '') return { offset: 0, text: words.empty };
  const format = otherFormats.find(([start]) => text.startsWith(start));
  if (format !== undefined) return { offset: 0, text: fillBoth(words.otherFormat, { format: format[1] }) };
  const said = /^\s*(?!true\b|false\b|null\b)(\p{L}[^\n]{0,11})/u.exec(text)?.[1];
  if (said !== undefined) return { offset: text.indexOf(said), text: fillBoth(words.prose, { said }) };
  const inQuotes = /^"\s*""[$\w-]+"":/m.exec(text);
  if (inQuotes !== null) return { offset: inQuotes.index, text: words.spreadsheet };
  if (text.length > mostCharacters) {
    const size = Math.ceil(text.length / 10_000);
    return { offset: 0, text: fillBoth(words.tooLong, { size, most: mostCharacters / 10_000 }) };
  }
  const deep = tooDeepAt(text, deepestNesting);
  return deep === null ? null : { offset: deep, text: fillBoth(words.tooDeep, { most: deepestNesting }) };
}
