/** What a figure counts, as far as its clause tells; for people to read, never for judging. */
import type { Copy } from '../report/types.ts';
import type { Figure } from './scan.ts';

const longest = 24;
const walls = ',;:。!?\n、()';
const leading =
  /^(?:其中|并|已|共|累计|全年|一年来|今年以来|今年|以来|年来|先后|同时|目前|均|约|其|及|和|与|以及|为|是|有|由|从|对|在|将|把|按|等|于|[一二三四五六七八九十]是|\d{4}年(?:度)?(?:以来)?|\d{1,2}月(?:\d{1,2}日)?|截[至止]\S{0,6}[底末目前])+/;
const trailing =
  /(?:达到|达|为|共计|合计|累计|共|均|约|近|了|的|仅|有|至|到|等|超过|突破|提高|提升|降|增长|增加|下降)+$/;

/** The noun phrase around the figure: what stands before it in its clause, and what follows the measure word. */
export function whatOf(
  figure: Figure,
  previousEnd: number,
  nextStart: number,
  copy: Pick<Copy, 'flat' | 'clauseOf'>,
): string {
  const { flat, clauseOf } = copy;
  let from = figure.start;
  while (
    from > previousEnd &&
    figure.start - from < 40 &&
    clauseOf[from - 1] === clauseOf[figure.start] &&
    !walls.includes(flat[from - 1] as string)
  ) {
    from -= 1;
  }
  let to = figure.end;
  while (
    to < nextStart &&
    to - figure.end < 20 &&
    clauseOf[to] === clauseOf[figure.end - 1] &&
    !walls.includes(flat[to] as string)
  ) {
    to += 1;
  }
  let before = flat.slice(from, figure.start).replace(leading, '').replace(trailing, '');
  if (before.length > longest) before = before.slice(-longest);
  const behind = figure.kind === 'rate' || figure.kind === 'change' ? '' : flat.slice(figure.end, to);
  return `${before}${behind}`.slice(0, longest + 12) || flat.slice(figure.start, figure.end);
}
