/** Rates and changes checked against the counts beside them: 共调解6454件,调处成功6425件,成功率99.55%. */
import { relationNotes } from '../words/quantities.ts';
import { type Claim, fits, note, numberText, reach, relation, sameUnit } from './claims.ts';
import type { Relation } from './types.ts';

/** Rates of those that fell due, or of other bases than the counts beside them. */
const otherBase =
  /按期|按时|及时|限时|到期|应当|提前|平均|首次|一次|占|覆盖|网上|知晓|满意|同比|环比|增长|压缩|正职|一把手/;
/** Rates over the outcomes of a list: whatever subset gives the rate is what was counted. */
const overOutcomes = /纠错率|纠正率|调撤率|撤变率|维持率|调解率|和解率|化解率|终止率/;

/** Rates against a base and a part in the same sentence. */
export function findRatios(claims: readonly Claim[]): Relation[] {
  const found: Relation[] = [];
  claims.forEach((rate, index) => {
    if (!rate.rate || rate.change || rate.unit !== '%' || !rate.exact || rate.value > 100) return;
    if (!/[率比占]/.test(rate.label)) return;
    const counts = countsBefore(claims, index);
    const ratio =
      ratioOf(rate, counts) ??
      subsetOf(rate, claims, index) ??
      (counts.length === 1 ? unreachable(rate, counts[0]) : null);
    if (ratio !== null) found.push(ratio);
  });
  return found;
}

/** Exact counts of the rate's sentence before it, of the unit of the nearest one. */
function countsBefore(claims: readonly Claim[], index: number): Claim[] {
  const rate = claims[index] as Claim;
  const counts: Claim[] = [];
  for (let at = index - 1; at >= 0 && index - at <= reach; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence !== rate.sentence) break;
    if (claim.rate) continue;
    if (claim.stance !== rate.stance || (counts.length > 0 && !sameUnit(claim, counts[0] as Claim))) break;
    counts.unshift(claim);
  }
  return counts;
}

/** What a share of `hit` in `base` can be, in percent, when both are rounded as written. */
function shareRange(hit: Claim, base: Claim): readonly [number, number] {
  const half = (claim: Claim): number => (claim.step > 1 ? claim.step / 2 : 0);
  const low = (hit.value - half(hit)) / (base.value + half(base));
  const high = (hit.value + half(hit)) / (base.value - half(base));
  return [low * 100, high * 100];
}

function ratioOf(rate: Claim, counts: readonly Claim[]): Relation | null {
  for (let at = counts.length - 1; at > 0; at -= 1) {
    const [base, hit] = [counts[at - 1] as Claim, counts[at] as Claim];
    if (!base.exact || !hit.exact || base.value <= 0 || hit.value > base.value) continue;
    const [low, high] = shareRange(hit, base);
    const half = rate.step / 2;
    const share = (hit.value / base.value) * 100;
    // 100% of unequal counts is no matter of rounding: 99.96% may not be called 100%.
    const whole = rate.value === 100 ? hit.value === base.value : hit.value < base.value || rate.value === 100;
    if (whole && rate.value >= low - half - 1e-9 && rate.value <= high + half + 1e-9) {
      return ratio(rate, base, hit, share, 'consistent');
    }
    if (whole && fits(rate.value, share, rate.step) && rate.step < 1) return ratio(rate, base, hit, share, 'rounding');
  }
  const told = byStem(rate, counts);
  return told ?? failing(rate, counts);
}

/** 已审结15件,其中胜诉13件、败诉2件,败诉率13.3%: the part bears the rate's own word, the base stands farther off. */
function byStem(rate: Claim, counts: readonly Claim[]): Relation | null {
  const stem = stemOf(rate);
  const hit = stem === null ? undefined : counts.findLast(({ label }) => label.includes(stem));
  if (hit === undefined || !hit.exact) return null;
  for (const base of counts.slice(0, counts.indexOf(hit)).reverse()) {
    const share = (hit.value / base.value) * 100;
    if (!base.exact || base.value <= 0 || hit.value > base.value || !fits(rate.value, share, rate.step / 2)) continue;
    if (rate.value === 100 && hit.value !== base.value) continue;
    return ratio(rate, base, hit, share, 'consistent');
  }
  return null;
}

/** 办结 of 办结率, 败诉 of 行政诉讼败诉率. */
function stemOf(rate: Claim): string | null {
  return /([\u4e00-\u9fff]{2})率[^率]{0,4}$/.exec(rate.label)?.[1] ?? null;
}

/** An accusation needs the rate's own word at the part (办结18件,办结率…) and the base straight before it. */
function failing(rate: Claim, counts: readonly Claim[]): Relation | null {
  const stem = stemOf(rate);
  if (stem === null || otherBase.test(rate.label)) return null;
  if (counts.length !== 2) return null;
  const [base, hit] = [counts[0] as Claim, counts[1] as Claim];
  if (!base.exact || !hit.exact || base.step !== 1 || hit.step !== 1 || base.value < 1 || hit.value > base.value)
    return null;
  // 应出庭12件,出庭10件: both carry the word, the base says what it is.
  const told = /应当?出庭|通知/.test(base.label);
  if (!hit.label.includes(stem) || (base.label.includes(stem) && !told) || hit.among || !base.alone || !hit.alone)
    return null;
  if (otherBase.test(hit.label) || /上年|结转|以前/.test(base.label + hit.label)) return null;
  if (ownWords(hit, base, stem) > 3) return null;
  const share = (hit.value / base.value) * 100;
  const crosses = (rate.value === 100) !== (hit.value === base.value);
  return ratio(rate, base, hit, share, crosses ? 'crosses-threshold' : 'inconsistent');
}

/**
 * How much a part says that neither the rate nor the base says: 公示处罚决定167件,法制审核重大处罚决定34件,审核率100% is of
 * the important ones and not of all that were published.
 */
function ownWords(hit: Claim, base: Claim, stem: string): number {
  const left = hit.label.replace(/^其中/, '').replace(stem, '');
  let own = 0;
  for (let at = 0; at < left.length; at += 1) {
    const shared =
      base.label.includes(left.slice(at, at + 2)) || (at > 0 && base.label.includes(left.slice(at - 1, at + 1)));
    if (!shared) own += 1;
  }
  return own;
}

function ratio(
  rate: Claim,
  base: Claim,
  hit: Claim,
  share: number,
  verdict: 'consistent' | 'rounding' | 'inconsistent' | 'crosses-threshold',
): Relation {
  const values = {
    hit: numberText(hit.value),
    base: numberText(base.value),
    computed: share.toFixed(2),
    stated: numberText(rate.value),
  };
  const text = {
    consistent: relationNotes.ratioHolds,
    rounding: relationNotes.ratioRounded,
    inconsistent: relationNotes.ratioFails,
    'crosses-threshold': relationNotes.ratioCrosses,
  }[verdict];
  return relation('ratio', verdict, [base, hit, rate], rate.value, share, note(text, values));
}

/** 综合纠错率69.23% over 终止7件、调解1件、变更1件、维持4件 of 13: holds for some subset, or nothing is said. */
function subsetOf(rate: Claim, claims: readonly Claim[], index: number): Relation | null {
  if (!overOutcomes.test(rate.label)) return null;
  const parts: Claim[] = [];
  for (let at = index - 1; at >= 0 && index - at <= reach && parts.length < 10; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.paragraph !== rate.paragraph || rate.sentence - claim.sentence > 2) break;
    if (claim.rate) continue;
    if (!claim.exact || claim.step !== 1 || (parts.length > 0 && !sameUnit(claim, parts[0] as Claim))) break;
    parts.unshift(claim);
  }
  for (let from = parts.length - 2; from >= 0; from -= 1) {
    const base = parts[from] as Claim;
    const outcomes = parts.slice(from + 1);
    const total = outcomes.reduce((sum, part) => sum + part.value, 0);
    // An outcome is no base for the outcomes behind it (维持12件、撤销5件).
    if (base.value <= 0 || total > base.value || (total < base.value && !/[审办]结|结案|办理|受理/.test(base.label)))
      continue;
    for (let mask = 1; mask < 1 << Math.min(outcomes.length, 8); mask += 1) {
      const taken = outcomes.filter((_, nth) => (mask >> nth) & 1);
      const sum = taken.reduce((all, part) => all + part.value, 0);
      const share = (sum / base.value) * 100;
      if (!fits(share, rate.value, rate.step / 2)) continue;
      const values = {
        parts: taken.map(part => numberText(part.value)).join(' + '),
        base: numberText(base.value),
        computed: share.toFixed(2),
      };
      return relation(
        'ratio',
        'consistent',
        [base, ...taken, rate],
        rate.value,
        share,
        note(relationNotes.subsetHolds, values),
      );
    }
  }
  return null;
}

/**
 * 调处纠纷2712件,调处成功率99.73% says what the rate is of; 败诉5件,败诉率12.2% tells the part and no base, and of
 * 培训85人次,参训率98.5% nobody knows.
 */
function namesBase(rate: Claim, base: Claim): boolean {
  const stem = stemOf(rate);
  if (stem === null || base.label.includes(stem)) return false;
  const name = rate.label.slice(0, rate.label.lastIndexOf(stem));
  for (let at = 0; at + 2 <= name.length; at += 1) if (base.label.includes(name.slice(at, at + 2))) return true;
  return false;
}

/** 持有执法证人员32人,持证率91.4%: those counted are the part of which the rate tells, not its base. */
const holders = /持[^,;:。]{0,8}证/;

/** No whole number over the stated total gives the rate: a note, for the base may be another. */
function unreachable(rate: Claim, base: Claim | undefined): Relation | null {
  if (base === undefined || !base.exact || base.step !== 1 || base.value < 1 || rate.stance === 'planned') return null;
  if (!rate.label.includes('率') || overOutcomes.test(rate.label) || /增长|压缩|覆盖|满意|知晓/.test(rate.label))
    return null;
  if (!namesBase(rate, base) || holders.test(base.label)) return null;
  const hits = Math.round((rate.value * base.value) / 100);
  const share = (hits / base.value) * 100;
  if (fits(share, rate.value, rate.step / 2)) return null;
  const values = {
    base: numberText(base.value),
    hit: numberText(hits),
    computed: share.toFixed(2),
    stated: numberText(rate.value),
  };
  return relation(
    'reachable-rate',
    'unreachable',
    [base, rate],
    rate.value,
    share,
    note(relationNotes.unreachable, values),
  );
}

/** Changes against the two values they lie between: 92.6%,比上年的88.1%提高4.5个百分点. */
export function findDifferences(claims: readonly Claim[]): Relation[] {
  const found: Relation[] = [];
  claims.forEach((change, index) => {
    if (!change.change || !change.exact) return;
    const [first, second] = [claims[index - 2], claims[index - 1]];
    if (first === undefined || second === undefined || first.sentence !== change.sentence) return;
    if (!first.exact || !second.exact || first.change || second.change || !sameUnit(first, second)) return;
    const pair =
      first.stance === 'prior-year' ? [first, second] : second.stance === 'prior-year' ? [second, first] : null;
    if (pair === null || pair[1]?.stance === 'prior-year') return;
    const [before, now] = pair as [Claim, Claim];
    const points = change.unit === '百分点';
    if (points !== (first.unit === '%') || (!points && change.unit !== '%' && !sameUnit(change, first))) return;
    const relative = change.unit === '%';
    if (relative && before.value === 0) return;
    const gap = Math.abs(now.value - before.value);
    const computed = relative ? (gap / before.value) * 100 : gap;
    const slack = (relative ? 0 : (wide(now) + wide(before)) / 2) + change.step / 2;
    const values = {
      now: numberText(now.value),
      before: numberText(before.value),
      computed: numberText(Number(computed.toFixed(2))),
      stated: numberText(change.value),
    };
    if (fits(computed, change.value, slack)) {
      const said = note(relative ? relationNotes.growthHolds : relationNotes.differenceHolds, values);
      const verdict = fits(computed, change.value, change.step / 2) ? 'consistent' : 'rounding';
      found.push(relation('difference', verdict, [now, before, change], change.value, computed, said));
    } else if (second.clause === change.clause || change.clause === second.clause + 1) {
      if (now.step > 1 || before.step > 1 || tellsOther(change, before)) return;
      const said = note(relative ? relationNotes.growthFails : relationNotes.differenceFails, values);
      found.push(relation('difference', 'inconsistent', [now, before, change], change.value, computed, said));
    }
  });
  return found;
}

/** 由4368项调整为4102项,办结时限比法定时限压缩81.5%: the change has a subject or a measure of its own. */
function tellsOther(change: Claim, before: Claim): boolean {
  if (/[比较](?:法定|承诺|规定|全[国省市]|平均|目标|计划)/.test(change.label)) return true;
  const subject = /时限|时间|时长|环节|材料|成本|费用|频次|金额/.exec(change.label);
  return subject !== null && !before.label.includes(subject[0]);
}

/** Counts are whole; only what is written with decimals or in 万 has an interval. */
function wide(claim: Claim): number {
  return claim.step === 1 && claim.unit !== '%' ? 0 : claim.step;
}
