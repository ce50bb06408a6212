/** Sums that a report claims: 54项,其中承接26项、取消24项、优化调整4项. */
import { relationNotes } from '../words/quantities.ts';
import { type Claim, fits, note, numberText, reach, relation, sameUnit } from './claims.ts';
import type { Relation } from './types.ts';

/** Kinds of parts that shut one another out. `closed` lists leave nothing over when a word of each of `needs` is there. */
const groups: readonly { readonly words: RegExp; readonly needs: readonly RegExp[] }[] = [
  {
    words: /维持|驳回|撤销|变更|确认违法|责令|终止|调解|和解|撤回|纠错/,
    needs: [/维持/, /驳回/, /撤销|变更|确认违法|责令/, /终止|调解|撤回/],
  },
  { words: /继续有效|保留|修改|修订|废止|失效/, needs: [/继续有效|保留/, /修改|修订/, /废止|失效/] },
  { words: /优秀|良好|合格|优良|达标/, needs: [/优秀|良好/, /^(?!.*不合格).*合格/, /不合格/] },
  { words: /满意/, needs: [/^(?!.*(?:基本|不)).*满意/, /基本满意|不满意/] },
  { words: /办结|解决|办理中|正在|未办|在办|列入|暂|留作|参考/, needs: [/办结|解决/, /正在|未办|在办|列入|暂|留作/] },
  { words: /胜诉|败诉|未审结|审理中|正在审理|撤诉|未结/, needs: [/胜诉/, /败诉|未|正在|审理中/] },
  { words: /受理/, needs: [/^(?!.*不).*受理/, /不予受理/] },
  { words: /男|女/, needs: [/男/, /女/] },
];
/** Kinds of which one thing is only one, each told by its own word: together they cannot exceed the whole. Meetings are none: one may be of two bodies. */
const apart: readonly (readonly RegExp[])[] = [
  [/处罚/, /许可/, /强制/, /行政检查/],
  [/简易程序/, /(?:普通|一般)程序/],
  [/民事/, /刑事/, /行政/],
];
/** (含上年结转8件) */
const inBrackets = /^\(?(?:其中)?(?:含|包括|包含)|\((?:其中)?(?:含|包括|包含)/;
const openList = /等|左右|主要|涉及|包括/;

/** All sums among the figures of one sentence and of a list that a new sentence opens with 其中. */
export function findSums(claims: readonly Claim[]): Relation[] {
  const found: Relation[] = [];
  const used = new Set<Claim>();
  claims.forEach((whole, index) => {
    if (whole.total) {
      const relation = totalBehind(claims, index, used);
      if (relation !== null) found.push(relation);
    }
    if (used.has(whole)) return;
    const list = partsOf(claims, index);
    if (list === null) return;
    // Without 其中 the whole must be the sentence's first figure of its unit, or it is a part itself.
    const before = claims[index - 1];
    const first =
      before === undefined ||
      before.sentence !== whole.sentence ||
      !sameUnit(before, whole) ||
      before.value < whole.value;
    const sum = checkParts(whole, list.parts, list.among, first, used);
    // 查办案件60件,移送公安机关4件;其中本级查办12件: the whole may be one told before in the sentence.
    if (sum?.verdict === 'inconsistent' && list.parts.length === 1 && holdsBefore(claims, index, list.parts[0])) return;
    if (sum !== null) found.push(sum);
  });
  return found;
}

function holdsBefore(claims: readonly Claim[], index: number, part: Claim | undefined): boolean {
  const whole = claims[index] as Claim;
  for (let at = index - 1; at >= 0 && claims[at]?.sentence === whole.sentence; at -= 1) {
    const claim = claims[at] as Claim;
    if (part !== undefined && !claim.rate && sameUnit(claim, part) && claim.value >= part.value) return true;
  }
  return false;
}

/** The figures of the same unit that follow `whole` in its sentence, or in the next where that begins with 其中. */
function partsOf(claims: readonly Claim[], index: number): { parts: Claim[]; among: boolean } | null {
  const whole = claims[index] as Claim;
  if (whole.rate || !whole.exact || whole.value < 2) return null;
  let parts: Claim[] = [];
  let among = false;
  for (let at = index + 1; at < claims.length && at - index <= reach; at += 1) {
    const claim = claims[at] as Claim;
    const farther = claim.sentence - whole.sentence;
    if (claim.paragraph !== whole.paragraph || farther > 1) break;
    if (farther === 1 && parts.length === 0 && !claim.among) break;
    if (farther === 1 && parts.length > 0 && parts[0]?.sentence !== claim.sentence) break;
    if (claim.rate) {
      if (parts.length > 0) break;
      continue;
    }
    // 6起(2022年8起),其中…: last year's value stands between.
    if (claim.stance === 'prior-year' && whole.stance !== 'prior-year' && parts.length === 0) continue;
    // 审结112件(含上年结转8件),其中…: what the whole holds besides is no part of the list behind it.
    if (parts.length === 0 && inBrackets.test(claim.label) && !inBrackets.test(whole.label)) continue;
    if (inBrackets.test(whole.label) && claim.among) break;
    if (!sameUnit(claim, whole) || !claim.exact || !sameTime(claim, whole)) break;
    if (claim.among && parts.length > 0) {
      // A list that 其中 opens belongs to the whole before it when that is still the nearest larger figure.
      if (parts.length === 1 && parts[0]?.value === 0) parts = [];
      else break;
    }
    if (claim.among) among = true;
    parts.push(claim);
    if (parts.length > 12) break;
  }
  return parts.length === 0 ? null : { parts, among };
}

/** 清理120件,拟保留80件: what is intended may be a part; last year's is not. */
function sameTime(a: Claim, b: Claim): boolean {
  return (a.stance === 'prior-year') === (b.stance === 'prior-year');
}

function checkParts(
  whole: Claim,
  parts: readonly Claim[],
  among: boolean,
  first: boolean,
  used: Set<Claim>,
): Relation | null {
  let sum = 0;
  for (let count = 1; count <= parts.length; count += 1) {
    const part = parts[count - 1] as Claim;
    if (part.value > whole.value) break;
    sum += part.value;
    // A row that goes on behind the fitting parts is another list.
    const ends = parts[count]?.row !== true;
    if (count >= 2 && sum === whole.value && whole.step === 1 && ends && (among || first)) {
      const taken = parts.slice(0, count);
      for (const one of [whole, ...taken]) used.add(one);
      const said = note(relationNotes.sumHolds, { parts: joined(taken), whole: numberText(whole.value) });
      return relation('sum', 'consistent', [whole, ...taken], whole.value, sum, said);
    }
  }
  if (whole.step !== 1 || parts.some(part => part.step !== 1)) return roundedSum(whole, parts, among);
  // 收案36件,上年同期28件,其中…: which year is parted, nobody knows.
  if (!among || whole.stance === 'prior-year') return null;
  const part = parts[0] as Claim;
  if (parts.length === 1) {
    if (part.value <= whole.value || !whole.alone || part.clause !== whole.clause + 1) return null;
    const said = note(relationNotes.partOver, { part: numberText(part.value), whole: numberText(whole.value) });
    return relation('sum', 'inconsistent', [whole, part], whole.value, part.value, said);
  }
  const labels = parts.map(part => part.label);
  const total = parts.reduce((all, part) => all + part.value, 0);
  const gap = whole.value - total;
  const group = groups.find(({ words }) => labels.every(label => words.test(label)));
  if (labels.some(label => openList.test(label)) || (group === undefined && !(gap < 0 && shutOut(labels)))) return null;
  const closed = group?.needs.every(need => labels.some(label => need.test(label))) ?? false;
  // A list may leave small kinds out; only a gap of a few in a closed list is likely a slip.
  if (gap > 0 && !(closed && parts.length >= 3 && gap <= Math.max(3, whole.value * 0.02))) return null;
  return relation('sum', 'inconsistent', [whole, ...parts], whole.value, total, failure(whole, parts, total));
}

/** Parts without any words (6次,其中2次、3次、2次), or each of another kind of one row of `apart`. */
function shutOut(labels: readonly string[]): boolean {
  if (labels.every(label => /^(?:其中)?$/.test(label))) return true;
  return apart.some(kinds => {
    const told = labels.map(label => kinds.filter(kind => kind.test(label)));
    return told.every(kind => kind.length === 1) && new Set(told.map(([kind]) => kind)).size === labels.length;
  });
}

/** With figures given in 万 or 千 a sum can only be said to hold within their last digits, never to fail. */
function roundedSum(whole: Claim, parts: readonly Claim[], among: boolean): Relation | null {
  if (!among || parts.length < 2) return null;
  const total = parts.reduce((all, part) => all + part.value, 0);
  const slack = [whole, ...parts].reduce((all, claim) => all + (claim.step > 1 ? claim.step / 2 : 0), 0);
  if (!fits(total, whole.value, slack)) return null;
  const verdict = total === whole.value ? 'consistent' : 'rounding';
  const said = note(relationNotes.sumHolds, { parts: joined(parts), whole: numberText(whole.value) });
  return relation('sum', verdict, [whole, ...parts], whole.value, total, said);
}

/** 取消23项、下放16项、承接41项,共调整80项: the total stands behind its parts. */
function totalBehind(claims: readonly Claim[], index: number, used: ReadonlySet<Claim>): Relation | null {
  const whole = claims[index] as Claim;
  if (whole.rate || !whole.exact || whole.step !== 1) return null;
  const parts: Claim[] = [];
  let sum = 0;
  for (let at = index - 1; at >= 0 && parts.length < 12; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence !== whole.sentence || claim.rate || !claim.exact || claim.step !== 1 || used.has(claim)) break;
    if (!sameTime(claim, whole)) break;
    parts.unshift(claim);
    sum += claim.value;
    // Parts of other units make the coincidence likelier: three at least.
    const enough = parts.every(part => sameUnit(part, whole)) ? 2 : 3;
    if (sum === whole.value && parts.length >= enough) {
      const said = note(relationNotes.sumHolds, { parts: joined(parts), whole: numberText(whole.value) });
      return relation('sum', 'consistent', [whole, ...parts], whole.value, sum, said);
    }
    if (sum > whole.value) break;
  }
  return totalFails(claims, index);
}

/** 取消12项、下放8项,共计21项: a clause that says nothing but the total claims just these parts. */
function totalFails(claims: readonly Claim[], index: number): Relation | null {
  const whole = claims[index] as Claim;
  if (!/^(?:共计|合计|总计|共|一共)$/.test(whole.label) || !whole.alone) return null;
  const parts: Claim[] = [];
  for (let at = index - 1; at >= 0 && index - at <= reach; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence !== whole.sentence) break;
    if (claim.rate || !claim.exact || claim.step !== 1 || !sameUnit(claim, whole) || claim.among) return null;
    if (openList.test(claim.label) || claim.clause < whole.clause - 1) return null;
    parts.unshift(claim);
  }
  if (parts.length < 2) return null;
  const total = parts.reduce((all, part) => all + part.value, 0);
  return relation('sum', 'inconsistent', [whole, ...parts], whole.value, total, failure(whole, parts, total));
}

function failure(whole: Claim, parts: readonly Claim[], total: number): Relation['note'] {
  const gap = numberText(Math.abs(whole.value - total));
  return note(relationNotes.sumFails, {
    parts: joined(parts),
    computed: numberText(total),
    whole: numberText(whole.value),
    gap,
  });
}

/** 排查206起,化解203起,…;其余3起: what is left and what was done make the whole. */
export function findRest(claims: readonly Claim[], sums: readonly Relation[]): Relation[] {
  const found: Relation[] = [];
  const known = new Set(sums.flatMap(sum => sum.sides.map(side => side.start)));
  claims.forEach((rest, index) => {
    if (!rest.rest || known.has(rest.quantity.start)) return;
    if (rest.rate || !rest.exact || rest.step !== 1) return;
    const before: Claim[] = [];
    for (let at = index - 1; at >= 0 && index - at <= reach && before.length < 4; at -= 1) {
      const claim = claims[at] as Claim;
      if (claim.paragraph !== rest.paragraph || rest.sentence - claim.sentence > 2) break;
      if (claim.rate) continue;
      if (!sameUnit(claim, rest) || !claim.exact || claim.step !== 1) break;
      before.unshift(claim);
    }
    for (let from = before.length - 2; from >= 0; from -= 1) {
      const whole = before[from] as Claim;
      const parts = [...before.slice(from + 1), rest];
      const sum = parts.reduce((all, part) => all + part.value, 0);
      if (sum !== whole.value) continue;
      const said = note(relationNotes.sumHolds, { parts: joined(parts), whole: numberText(whole.value) });
      found.push(relation('sum', 'consistent', [whole, ...parts], whole.value, sum, said));
      return;
    }
  });
  return found;
}

function joined(parts: readonly Claim[]): string {
  return parts.map(part => numberText(part.value)).join(' + ');
}
