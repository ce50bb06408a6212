/** Puts the label of automatic numbering before a paragraph's text, once, even where it was typed as well. */

/** The same marker with any number: 一、 and 十二、 have one shape. */
function shapeOf(label: string): RegExp | null {
  const kinds: string[] = [];
  const shape = label
    .normalize('NFKC')
    .replace(/\s/g, '')
    .split(/([〇零一二三四五六七八九十百]+|[壹贰叁肆伍陆柒捌玖拾]+|\d+)/)
    .map((part, at) => {
      if (at % 2 === 0)
        return part
          .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
          .replace(/^\\\.$/, '[.、]')
          .replace(/^、$/, '[.、]');
      const kind = /\d/.test(part)
        ? '\\d+'
        : /[壹贰叁肆伍陆柒捌玖拾]/.test(part)
          ? '[壹贰叁肆伍陆柒捌玖拾]+'
          : '[〇零一二三四五六七八九十百]+';
      kinds.push(kind);
      return kind;
    });
  return kinds.length === 0 ? null : new RegExp(`^${shape.join('')}(?!\\d)`);
}

/**
 * @param label as on paper, or '' for none
 * @returns the line, and whether the text began with a marker of the same shape and another number, which then stands alone
 */
export function withLabel(label: string, text: string): { readonly line: string; readonly other: boolean } {
  if (label === '') return { line: text, other: false };
  const rest = text.replace(/^[\s\u3000]+/, '');
  const written = label.replace(/\s/g, '');
  const typed = shapeOf(written)?.exec(rest.slice(0, 20).normalize('NFKC').replace(/\s/g, ''))?.[0];
  if (typed !== undefined) {
    const same = fold(typed) === fold(written);
    return { line: rest, other: !same };
  }
  // A number that ends in a digit or a point would run into digits behind it.
  const apart = /[\d.)a-zA-Z]\s?$/.test(label) && /^[\d.a-zA-Z]/.test(rest);
  return { line: `${label.trimEnd()}${apart ? ' ' : ''}${rest}`, other: false };
}

const fold = (marker: string): string => marker.normalize('NFKC').replace(/\s/g, '').replace('.', '、');
