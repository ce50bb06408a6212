/** What the head of a row lends to its members: 收到行政复议申请12件;办结11件, 局党组加强领导:一是…;二是听取汇报3次. */
import { type Context, clauseAround, type FlatSpan, sentenceAround } from './context.ts';

/** Between the beginning of a member and the words asked for: no subject and no topic of its own. */
const opensMember =
  /^(?:[一二三四五六七八九十]是|\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])?(?:本?年度|全年|年内|今年以来|今年|先后|累计|共计|共|其中|并|均|已|全部|依法|按期|及时|按时|认真|积极|主动|严格|专题|定期|集中|组织|开展|举办|召开|带头|亲自|集体){0,4}$/;

/** A first clause that is counted itself or says what follows is about; 做好行政诉讼应诉工作;办理案件36件 goes on with something else. */
const namesTopic = /\d|[一二三四五六七八九十两][件起宗次个份]|(?:方面|情况|上|中|管理)$/;

/**
 * The head of the row of which `match` opens a later member, so far as it lends; null where it lends nothing. Who acts, goes
 * on acting; what it is about, goes on only where the head opens a list or names its topic.
 */
export function lendingHead(context: Context, match: FlatSpan, acts: boolean): FlatSpan | null {
  const { clauses, report } = context;
  const { flat, sentenceOf } = report.copy;
  const member = sentenceAround(context, match.start);
  const start = clauses.rowStarts[sentenceOf[match.start] as number] as number;
  if (start === member.start || !opensMember.test(flat.slice(member.start, match.start))) return null;
  const first = sentenceAround(context, start);
  const list = flat.slice(first.start, first.end).search(/:|一是/);
  if (list >= 0) return { start, end: first.start + list };
  const clause = clauseAround(context, start);
  const counted = flat[first.end] === '。';
  return acts || counted || namesTopic.test(flat.slice(clause.start, clause.end)) ? { start, end: clause.end } : null;
}
