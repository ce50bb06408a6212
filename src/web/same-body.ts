/** Which reports are drafts of one, where no roster tells their bodies. */
import { areOfTwo, foldName, governmentOf } from '../report/organ-names.ts';
import { isOfYear, samenessOf } from '../store/record.ts';
import type { ReportHead, ReportRow } from '../store/types.ts';

/** By its title, else by its signature. */
const bodyOf = ({ subject, issuer }: ReportHead): string | null => subject ?? issuer;

/** Title and signature name two bodies: one may have been left from the text that was copied, or it was published by another. */
export const isOfTwo = ({ subject, issuer }: ReportHead): boolean =>
  subject !== null && issuer !== null && areOfTwo(subject, issuer);

/** Reports of a year under one signature are drafts of one, unless they name two bodies; so where one lost its signature. */
export function areDrafts(one: ReportHead, other: ReportHead): boolean {
  const same = samenessOf(one);
  const alone = same !== null && same === samenessOf(other);
  return (alone || lacksSignature(one, other) || lacksSignature(other, one)) && !areTwoBodies(one, other);
}

/** A draft without signature whose title names, in short, whom the other is signed by: 双溪镇 for 双溪镇人民政府. */
function lacksSignature(bare: ReportHead, signed: ReportHead): boolean {
  if (bare.issuer !== null || bare.subject === null || signed.issuer === null || !isOfYear(bare, signed)) return false;
  return foldName(governmentOf(bare.subject, bare.level)) === foldName(signed.issuer);
}

function areTwoBodies(one: ReportHead, other: ReportHead): boolean {
  const [name, otherName] = [bodyOf(one), bodyOf(other)];
  return name !== null && otherName !== null && areOfTwo(name, otherName);
}

/** Reports by what drafts of one have in common; the store gives the same list until something changes. */
const alike = new WeakMap<readonly ReportRow[], ReadonlyMap<string, readonly ReportRow[]>>();

function byWhatIsCommon(rows: readonly ReportRow[]): ReadonlyMap<string, readonly ReportRow[]> {
  const known = alike.get(rows);
  if (known !== undefined) return known;
  const made = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const same = samenessOf(row);
    if (same === null) continue;
    const others = made.get(same);
    if (others === undefined) made.set(same, [row]);
    else others.push(row);
  }
  alike.set(rows, made);
  return made;
}

/** Reports of other bodies under the signature of one whose title names another body than its signature; none where it does not. */
export function othersSigned(row: ReportRow, rows: readonly ReportRow[]): readonly ReportRow[] {
  const same = isOfTwo(row) ? samenessOf(row) : null;
  if (same === null) return [];
  return (byWhatIsCommon(rows).get(same) ?? []).filter(other => other.id !== row.id && areTwoBodies(row, other));
}
