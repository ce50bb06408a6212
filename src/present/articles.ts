/** Writes the articles of a law that a rule set names (第三条第三款) in the language of the page. */
import { readNumeral } from '../read/numerals.ts';
import type { Lang } from '../words/bilingual.ts';

const count = '[〇零一二三四五六七八九十百千\\d]+';
const article = new RegExp(`第(${count})条(?:之(${count}))?(?:第(${count})款)?(?:第[（(]?(${count})[)）]?项)?`, 'g');

/** `第三条第三款、第五条` as `Art. 3(3), Art. 5`; what is no article stays as it is. */
export function articleWords(articles: string, lang: Lang): string {
  if (lang === 'zh') return articles;
  const number = (numeral: string): string => String(readNumeral(numeral)?.value ?? numeral);
  return articles
    .replace(article, (_whole, main: string, added?: string, paragraph?: string, item?: string) =>
      [
        `Art. ${number(main)}`,
        added === undefined ? '' : `-${number(added)}`,
        paragraph === undefined ? '' : `(${number(paragraph)})`,
        item === undefined ? '' : `(${number(item)})`,
      ].join(''),
    )
    .replace(/(?<=[\d)])、(?=Art)/g, ', ')
    .replace(/(?<=[\d)])至(?=Art)/g, ' to ');
}
