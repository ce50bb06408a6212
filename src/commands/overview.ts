/** The overviews of `assess --document overview`: one for each kind of report and year among the files. */
import { overviewFile, overviewJson } from '../present/exports.ts';
import { endings } from '../present/formats.ts';
import { type OverviewUnit, overviewView } from '../present/overview.ts';
import type { OverviewPaper } from '../present/overview-files.ts';
import { createRenderer } from '../present/templates.ts';
import type { RuleSet } from '../rules/load.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatTime } from '../words/dates.ts';
import { documentWords } from '../words/exports.ts';
import { pageTexts } from '../words/pages.ts';
import type { JudgedUnit, Wishes } from '../workers/judging.ts';

/** A file to write, or its JSON to print. */
export interface OverviewOut {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface Season {
  readonly ruleSet: RuleSet | undefined;
  readonly year: number | null;
  readonly units: readonly JudgedUnit[];
}

/** Those of one kind and year belong together. Texts of another kind are left out; the caller tells of them. */
function seasonsOf(units: readonly JudgedUnit[], rules: readonly RuleSet[]): readonly Season[] {
  const seasons = new Map<string, Season>();
  for (const unit of units) {
    const { ruleSet, report } = unit.assessment;
    const key = `${ruleSet.id} ${report.reportYear}`;
    const season = seasons.get(key) ?? {
      ruleSet: rules.find(({ id }) => id === ruleSet.id),
      year: report.reportYear,
      units: [],
    };
    seasons.set(key, { ...season, units: [...season.units, unit] });
  }
  return [...seasons.values()];
}

export const isReport = ({ assessment }: JudgedUnit): boolean => assessment.report.recognised;

function paperOf({ ruleSet, year, units }: Season, { lang, at, format, letter, corrections }: Wishes): OverviewPaper {
  const due = letter.due;
  const view = overviewView({
    units: units.map(
      (unit, i): OverviewUnit => ({
        ...unit,
        id: String(i),
        draft: 1,
        received: corrections.receivedDate ?? null,
        due: due === '' ? null : due,
        lapsed: new Set(),
      }),
    ),
    year,
    ruleSet,
    due,
    isCollected: true,
    awaited: [],
    today: letter.date,
    rank: false,
    lang,
  });
  const heading = year === null ? pick(pageTexts.overview, lang) : say(pageTexts.overviewOf, lang, { year });
  return { heading, view, rank: false, lang, time: format === 'json' ? '' : formatTime(at, lang) };
}

/** A file for each season, named by kind where there are several kinds. JSON is an array, as of reports. */
export async function overviewFiles(
  units: readonly JudgedUnit[],
  rules: readonly RuleSet[],
  wishes: Wishes,
): Promise<readonly OverviewOut[]> {
  const { lang, format } = wishes;
  const seasons = seasonsOf(units.filter(isReport), rules);
  const renderer = createRenderer(lang);
  const kinds = new Set(seasons.map(({ ruleSet }) => ruleSet?.id));
  return Promise.all(
    seasons.map(async season => {
      const paper = paperOf(season, wishes);
      const kind = kinds.size > 1 ? kindOf(season, lang) : null;
      const parts = [pick(documentWords.overview, lang), season.year, kind].filter(part => part !== null);
      return {
        name: `${parts.join('-')}.${endings[format]}`,
        content:
          format === 'json'
            ? JSON.stringify([overviewJson(paper)], null, 2)
            : await overviewFile(format, paper, renderer),
      };
    }),
  );
}

const kindOf = ({ ruleSet }: Season, lang: Lang): string | null =>
  ruleSet === undefined ? null : pick(ruleSet.genre.name, lang);
