/** What the tests of this folder share: a report read from a string with the genre that the project ships. */
import { readFileSync } from 'node:fs';
import type { SourceText } from '../../src/read/types.ts';
import { type Given, readReport } from '../../src/report/index.ts';
import type { Report, Zone } from '../../src/report/types.ts';
import { zoneNames } from '../../src/report/types.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { Genre } from '../../src/rules/types.ts';

function shipped(file: string): Genre {
  const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
  if (ruleSet === null) throw new Error(`${file} does not load`);
  return ruleSet.genre;
}

export const genre = shipped('rules/fazhi-annual-report.json');
export const disclosureGenre = shipped('rules/gov-info-disclosure-report.json');

export function sourceOf(text: string): SourceText {
  return { name: 'x.txt', sha256: '', textSha256: '', mediaType: 'text/plain', charset: 'utf-8', text, notes: [] };
}

export const read = (text: string, given: Given = {}): Report => readReport(sourceOf(text), genre, given);

/** The zone in which a passage stands; null when the copy does not hold it. */
export function zoneAt(report: Report, passage: string): Zone | null {
  const at = report.copy.flat.indexOf(passage);
  return at === -1 ? null : (zoneNames[report.zoneOf[at] as number] ?? null);
}

/** The work part of a report, in two items. */
export const work =
  '一、主要工作情况\n(一)规范执法。全年办理案件30件,依法行政水平不断提高,群众满意度上升。\n(二)化解纠纷。全年调解纠纷200件,调解成功率99%,基层治理水平不断提高。\n';
