/** Writes src/read/traditional.ts from the character table of opencc-js: `node --import tsx bench/write-traditional.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A pair is kept when both sides are one UTF-16 unit, the traditional side is no character of GB 2312 (so it is never
 * ordinary simplified text: 乾, 著 stay as they are) and the simplified side is one. Some are taken in all the same: in
 * simplified text they stand in a few names only, in traditional text they make common words (由於, 審議後, 徵求意見, 菸草).
 */
const common = '於後徵菸';

function pairs(): [string, string][] {
  const gb = new TextDecoder('gb2312');
  const simplified = new Set<string>();
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) simplified.add(gb.decode(Uint8Array.of(high, low)));
  }
  const file = new URL('../node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js', import.meta.url);
  const table = /"(.*)"/s.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return table
    .split('|')
    .map(entry => entry.split(' ') as [string, string])
    .filter(
      ([from, to]) =>
        from.length === 1 && to?.length === 1 && (common.includes(from) || !simplified.has(from)) && simplified.has(to),
    );
}

const kept = pairs();
const side = (which: 0 | 1) => kept.map(pair => pair[which]).join('');
writeFileSync(
  new URL('../src/read/traditional.ts', import.meta.url),
  `/**
 * Traditional characters and, at the same place, their simplified form; written by bench/write-traditional.ts from the
 * table of OpenCC (Apache-2.0). Characters that simplified text uses too are left out.
 */

export const traditional =
  '${side(0)}';

export const simplified =
  '${side(1)}';
`,
);
