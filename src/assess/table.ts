/** Judges a table: are the cells that must be filled there, with numbers? 0 is a number; a dash and nothing are none. */
import type { Table, TableRow } from '../report/types.ts';
import { bilingual } from '../rules/load.ts';
import type { Headed, TableRule } from '../rules/schema.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { tableWords } from '../words/findings.ts';
import { columnsOf, isFilled, isLabelled, rowsOf, tablesUnder } from './cells.ts';
import type { Context } from './context.ts';
import { joined } from './section.ts';
import { inOrder, sectionsUnder } from './sections.ts';
import { judgeWays } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';

/** What became of one row or column that was asked for. */
interface Asked {
  readonly name: Bilingual;
  readonly state: 'filled' | 'unfilled' | 'absent';
  readonly rows: readonly TableRow[];
}

export function judgeTable(context: Context, rule: TableRule): Verdict {
  const tables = tablesUnder(context, rule.headings);
  const asked =
    rule.rows === undefined ? askedColumns(context, tables, rule.columns ?? []) : askedRows(context, tables, rule);
  const filled = asked.filter(({ state }) => state === 'filled');
  const said = judgeWays(context, rule, rule.or ?? [], { zones: rule.zones, not: rule.not });
  if (filled.length === asked.length && asked.length > 0)
    return inOrder(context, rule, verdict('met', { places: placesOf(filled) }));
  if (said.status === 'met') return inOrder(context, rule, said);
  const unfilled = [...new Set(asked.filter(({ state }) => state === 'unfilled').flatMap(({ rows }) => rows))];
  const refused = unfilled
    .filter(row => !isFilled(row))
    .map(({ flatStart, flatEnd }) => ({
      kind: 'unfilled' as const,
      span: { start: flatStart, end: flatEnd },
      word: null,
    }));
  if (filled.length > 0) {
    const lacks = asked
      .filter(({ state }) => state !== 'filled')
      .map(({ name, state }) => put(state === 'absent' ? tableWords.absent : tableWords.unfilled, name));
    return inOrder(context, rule, verdict('partial', { places: placesOf(filled), refused, reason: joined(lacks) }));
  }
  if (said.status === 'partial') return inOrder(context, rule, said);
  const headings = sectionsUnder(context, rule.headings).map(({ heading }) => ({
    kind: 'heading' as const,
    span: heading,
    word: null,
  }));
  return verdict('missing', { refused: [...refused, ...said.refused, ...headings.slice(0, 1)] });
}

const put = (text: Bilingual, { zh, en }: Bilingual): Bilingual => ({
  zh: fill(text.zh, { name: zh }),
  en: fill(text.en, { name: en }),
});

/** Rows that show it: one for each that was asked, a few at most. */
function placesOf(asked: readonly Asked[]): readonly TableRow[] {
  return [...new Set(asked.flatMap(({ rows }) => rows.slice(0, 1)))].slice(0, mostRows);
}
const mostRows = 4;

function askedRows(context: Context, tables: readonly Table[], rule: TableRule): Asked[] {
  return (rule.rows ?? []).map((one): Asked => {
    const rows = rowsOf(context, tables, one);
    const wanted = rule.columns;
    const whole = (row: TableRow): boolean => {
      const table = tables.find(({ rows: own }) => own.includes(row));
      if (wanted === undefined || table === undefined || table.columns.length === 0) return isFilled(row);
      return wanted.every(column => {
        const at = columnsOf(context, table, column);
        return at.length > 0 && at.every(index => (row.cells[index]?.value ?? null) !== null);
      });
    };
    const state = rows.length === 0 ? 'absent' : rows.every(whole) ? 'filled' : 'unfilled';
    return { name: bilingual(one.name), state, rows };
  });
}

/** Columns over all rows of numbers; where merged heads were lost, the head must stand there and every cell be filled. */
function askedColumns(context: Context, tables: readonly Table[], columns: readonly Headed[]): Asked[] {
  return columns.map((one): Asked => {
    const name = bilingual(one.name);
    const states: boolean[] = [];
    const found: TableRow[] = [];
    for (const table of tables) {
      const at = columnsOf(context, table, one);
      const numbered = table.rows.filter(row => row.cells.some(cell => cell !== null));
      if (at.length === 0 && !isLabelled(context, table, one)) continue;
      found.push(...numbered);
      states.push(
        numbered.length > 0 &&
          numbered.every(row =>
            at.length === 0 ? isFilled(row) : at.every(index => (row.cells[index]?.value ?? null) !== null),
          ),
      );
    }
    if (states.length === 0) return { name, state: 'absent', rows: [] };
    return { name, state: states.every(Boolean) ? 'filled' : 'unfilled', rows: found };
  });
}
