/** What a figure counts, as far as its clause tells; for people to read, never for judging. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import type { Copy } from '../report/types.ts';
import type { Figure } from './scan.ts';

const longest = 24;
const mostAfter = 20;
const walls = unitSet(',;:。!?\n、()');
/** Behind a figure the wall of its cell is one too; before it stands the head of its row, some cells away. */
const wallsBehind = unitSet(',;:。!?\n、()|');
const leading =
  /^(?:其中|并|已|共计(?=.)|共(?!计)|累计|全年|一年来|今年以来|今年|以来|年来|先后|同时|目前|均|约(?!谈|束|见)|其(?!他|它|余)|及(?!时|格)|和(?!谐|解)|与(?!会)|以及|为(?!民)|是|有(?!效|关|序)|由|从(?!业)|对(?!外)|在(?!线|编|职|岗|册|建)|将|把|等|于|[一二三四五六七八九十]是|\d{4}年?[底末初]?[至到—–~-](?:\d{4}年[底末]?|今|目前)|\d{4}年(?:度)?(?:以来)?|\d{1,2}月(?:\d{1,2}日)?|截[至止]\S{0,6}[底末目前])+/;
const trailing =
  /(?:达到|达|(?<!行)为|共计|合计|累计|共|均|(?<!规民)约|近|了|的|仅|有|至|到|等|超过|突破|提高|提升|降|增长|增加|下降|力争|确保|同比)+$/;
const closingQuote = '”'.charCodeAt(0);
const longestName = 20;
/** What the words of `trailing` end with. */
const endsTrailing = unitSet('到达为计共均约近了的仅有至等过破高升降长加力保比争');
/** 满意率由上年的: what changed stands before 由. */
const change = /(?:(?<![自理事])由|从)[^由从]{0,10}$/;
const turns = /^(?:提高|提升|上升|增加|扩大|扩充|增长|下降|降低?|减少|压缩|缩短|缩减|增|减|升|变|调整)(?:到|至|为)/;
const onlyChange = /^(?:提高|提升|上升|增加|扩大|扩充|增长|下降|降低|减少|压缩|缩短|缩减|增|减|升)?$/;

/**
 * The noun phrase around the figure: what stands before it in its clause, and what follows the measure word; `previous`
 * is the name of the figure before it, used for the second value of a change.
 */
export function whatOf(
  figure: Figure,
  previousEnd: number,
  nextStart: number,
  copy: Pick<Copy, 'flat' | 'clauseOf' | 'sentenceOf'>,
  previous = '',
): string {
  const { flat, clauseOf, sentenceOf } = copy;
  if (figure.denied) return flat.slice(figure.start, figure.end);
  const clause = clauseOf[figure.start];
  let from = figure.start;
  while (from > previousEnd && figure.start - from < 40 && clauseOf[from - 1] === clause) {
    const unit = flat.charCodeAt(from - 1);
    // 、 inside quotation marks is part of the name: “双随机、一公开”检查.
    const opening = unit === closingQuote ? flat.lastIndexOf('“', from - 2) : -1;
    if (opening >= previousEnd && from - opening <= longestName) {
      from = opening;
      continue;
    }
    if (holdsUnit(walls, unit)) break;
    from -= 1;
  }
  let to = figure.end;
  while (to < nextStart && to - figure.end < mostAfter && clauseOf[to] === clauseOf[figure.end - 1]) {
    if (holdsUnit(wallsBehind, flat.charCodeAt(to))) break;
    to += 1;
  }
  const before = named(flat.slice(from, figure.start).replaceAll('|', ''));
  const goesOn = to - figure.end === mostAfter && to < nextStart && !holdsUnit(wallsBehind, flat.charCodeAt(to));
  const said = flat.slice(figure.end, to);
  const after = figure.kind === 'rate' || figure.kind === 'change' ? '' : goesOn ? cutShort(said) : said;
  const behind = turns.test(after) ? '' : after;
  // 法定的45和30个工作日: the unit serves both; 20项许可、5项确认: each has its own noun.
  const shares = /^[和与及至到]$/.test(flat.slice(from, figure.start));
  if (
    onlyChange.test(before) &&
    (behind === '' || shares) &&
    previous !== '' &&
    previousEnd > 0 &&
    clauseOf[previousEnd - 1] === clause
  )
    return previous;
  const name = `${before}${behind}`;
  if (name !== '') return name;
  if (figure.kind === 'change' && previous !== '' && sentenceOf[previousEnd - 1] === sentenceOf[figure.start])
    return previous;
  // 全年不少于30场: the clause before in the same sentence tells of what.
  let start = from;
  while (start > previousEnd && from - start < longest && sentenceOf[start - 1] === sentenceOf[figure.start])
    start -= 1;
  const clauseBefore = named(
    flat
      .slice(start, from)
      .replace(/[,:;]$/, '')
      .replaceAll('|', '')
      .replace(/^.*[,:;]/, ''),
  );
  return clauseBefore || flat.slice(figure.start, figure.end);
}

function named(text: string): string {
  const bare = withoutTrailing(text.replace(leading, ''));
  const stable = change.test(bare) ? withoutTrailing(bare.replace(change, '')) : bare;
  return lastOf(stable || bare);
}

/** The end of a long phrase, from where one of its words begins as far as signs tell; a title in quotes is not cut. */
function lastOf(phrase: string): string {
  if (phrase.length <= longest) return phrase;
  let from = phrase.length - longest;
  const open = Math.max(phrase.lastIndexOf('《', from), phrase.lastIndexOf('“', from));
  const close = phrase.slice(Math.max(0, open)).search(/[》”]/) + Math.max(0, open);
  if (open >= 0 && close >= from && phrase.length - open <= longest + mostAfter) from = open;
  else from += /^.{0,9}[、》”和及](?=.{8})/.exec(phrase.slice(from))?.[0].length ?? 0;
  return `…${phrase.slice(from)}`;
}

/** The beginning of a phrase that goes on, to where one of its words ends as far as signs tell. */
function cutShort(phrase: string): string {
  const open = Math.max(phrase.lastIndexOf('《'), phrase.lastIndexOf('“'));
  const whole = open >= 4 && !/[》”]/.test(phrase.slice(open)) ? phrase.slice(0, open) : phrase;
  return `${/^.{6,}(?=[、的和及在并])/.exec(whole)?.[0] ?? whole}…`;
}

function withoutTrailing(text: string): string {
  return holdsUnit(endsTrailing, text.charCodeAt(text.length - 1)) ? text.replace(trailing, '') : text;
}
