/** `fajian rules new`: a commented starting block for a requirement, good JSONC as it is printed. */
import { type Lang, pick } from '../words/bilingual.ts';
import { blockLines, blockWords } from '../words/new-requirement.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';
import { loadRuleFile } from './rule-file.ts';

/** The id must be free in the file. Kinds are those of the rule language; `statement` unless given. */
export function rulesNewCommand(file: string, given: readonly string[], options: Options, io: Io): number {
  const [id = '', kind = 'statement'] = given;
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/.test(id)) throw new CommandError(words.badId, { id });
  const lines = Object.hasOwn(blockLines, kind) ? blockLines[kind] : undefined;
  if (lines === undefined) throw new CommandError(words.badKind, { kind, known: Object.keys(blockLines).join(', ') });
  const ruleSet = loadRuleFile(file, options, io);
  if (ruleSet === null) return 2;
  if (ruleSet.requirements.some(rule => rule.id === id)) throw new CommandError(words.takenId, { file, id });
  io.out(newRequirement(id, kind, options.lang));
  return 0;
}

/** One member of a list of requirements, with the comma behind it. */
export function newRequirement(id: string, kind: string, lang: Lang): string {
  const common: readonly (readonly [string, (keyof typeof blockWords)?])[] = [
    [`"id": ${JSON.stringify(id)},`],
    [`"kind": ${JSON.stringify(kind)},`, 'kind'],
    [`"tier": ${lang === 'zh' ? '"选写"' : '"optional"'},`, 'tier'],
    ['"points": 1,', 'points'],
    ['"title": "法律咨询",', 'title'],
    ['"met": "写明了本年度法律咨询情况",', 'said'],
    ['"gap": "未写明本年度法律咨询情况",'],
  ];
  const body = [...common, ...(blockLines[kind] ?? [])].map(
    ([json, comment]) => `  ${json}${comment === undefined ? '' : ` // ${pick(blockWords[comment], lang)}`}`,
  );
  return [`// ${pick(blockWords.paste, lang)}`, '{', ...body, '},'].join('\n');
}
