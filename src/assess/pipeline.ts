/** The whole way from a text to its assessment, for every shell that needs it. Pure. */
import { readQuantities } from '../quantities/index.ts';
import type { SourceText } from '../read/types.ts';
import { type Given, readReport } from '../report/index.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Lang } from '../words/bilingual.ts';
import { assess } from './index.ts';
import type { Assessment, CorrectableField } from './types.ts';

/** What a person says of a report where the text does not tell or tells it wrongly. */
export type Corrections = Given;

export interface TextToAssess {
  readonly source: SourceText;
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
  readonly corrections: Corrections;
  readonly lang: Lang;
  readonly toolVersion: string;
}

export function assessText({ source, ruleSet, fenced, corrections, lang, toolVersion }: TextToAssess): Assessment {
  const report = readReport(source, ruleSet.genre, corrections);
  const { quantities, relations } = readQuantities(report);
  const corrected = Object.keys(corrections) as CorrectableField[];
  return assess({ report, quantities, relations, ruleSet, fenced, lang, toolVersion, corrected });
}
