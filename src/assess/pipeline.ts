/** The whole way from a text to its assessment, for every shell that needs it. Pure. */
import { readQuantities } from '../quantities/index.ts';
import type { SourceText } from '../read/types.ts';
import { readReport } from '../report/index.ts';
import type { Level } from '../report/types.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Power } from '../rules/types.ts';
import type { Lang } from '../words/bilingual.ts';
import type { ReadText } from './examples.ts';
import { assess, type FindingMemory } from './index.ts';
import type { Assessment, CorrectableField } from './types.ts';

/** What a person says of a report where the text does not tell or tells it wrongly. */
export interface Corrections {
  readonly subject?: string;
  readonly issuer?: string;
  readonly subjectLevel?: Level;
  readonly reportYear?: number;
  /** ISO dates. */
  readonly signedDate?: string;
  readonly publishedDate?: string;
  readonly receivedDate?: string;
  /** A text that looks like another kind is a report all the same. */
  readonly asReport?: 'yes';
  /** All powers that the body has; without it the level and the text tell. */
  readonly powers?: readonly Power[];
}

export interface TextToAssess {
  readonly source: SourceText;
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
  readonly corrections: Corrections;
  readonly lang: Lang;
  readonly toolVersion: string;
}

export function assessText(input: TextToAssess): Assessment {
  return assessRead(input, readText(input.source, input.ruleSet, input.corrections));
}

/** The second half of the way: `read` is what `readText` gave, `memory` what is known of this text already. */
export function assessRead(input: TextToAssess, read: ReadText, memory?: FindingMemory): Assessment {
  const { ruleSet, fenced, corrections, lang, toolVersion } = input;
  const corrected = Object.keys(corrections) as CorrectableField[];
  const { receivedDate: received, powers } = corrections;
  const more = memory === undefined ? {} : { memory };
  return assess({ ...read, ruleSet, fenced, lang, toolVersion, corrected, received, powers, ...more });
}

/** A text as every requirement of the rule set reads it; a change of its requirements alone leaves it as it is. */
export function readText(source: SourceText, { genre }: RuleSet, corrections: Corrections): ReadText {
  const { subject, issuer } = corrections;
  const { subjectLevel: level, reportYear: year, signedDate: signed, publishedDate: published } = corrections;
  const report = readReport(source, genre, {
    ...(subject !== undefined && { subject }),
    ...(issuer !== undefined && { issuer }),
    ...(level !== undefined && { level }),
    ...(year !== undefined && { year }),
    ...(signed !== undefined && { signed }),
    ...(published !== undefined && { published }),
    ...(corrections.asReport !== undefined && { asReport: true }),
  });
  return { report, ...readQuantities(report) };
}
