/** Judges an equation between rows of a table, column by column: 新收 + 上年结转 = 办理总计 + 结转下年. */
import type { Relation, RelationVerdict } from '../quantities/types.ts';
import type { TableRow } from '../report/types.ts';
import { bilingual } from '../rules/load.ts';
import type { Equation, Headed } from '../rules/schema.ts';
import { type Bilingual, fill, fillBoth } from '../words/bilingual.ts';
import { tableWords } from '../words/findings.ts';
import { isFilled, rowsOf, tablesUnder } from './cells.ts';
import type { Context } from './context.ts';
import { inOrder } from './sections.ts';
import { type Verdict, verdict } from './verdict.ts';

interface Term {
  readonly name: Bilingual;
  readonly rows: readonly TableRow[];
  /** By column. */
  readonly values: readonly number[];
}

export function judgeEquation(context: Context, rule: Equation): Verdict {
  const tables = tablesUnder(context, rule.headings);
  const termOf = (asked: Headed): Term => {
    const rows = rowsOf(context, tables, asked);
    const values = (rows[0]?.cells ?? []).map((_, column) =>
      rows.reduce((sum, row) => sum + (row.cells[column]?.value ?? 0), 0),
    );
    return { name: bilingual(asked.name), rows, values };
  };
  const [left, right] = [rule.left.map(termOf), rule.right.map(termOf)];
  const terms = [...left, ...right];
  const rows = terms.flatMap(term => term.rows.slice(0, 1));
  const refused = rows.map(({ flatStart, flatEnd }) => ({
    kind: 'unequal' as const,
    span: { start: flatStart, end: flatEnd },
    word: null,
  }));
  const absent = terms.find(term => term.rows.length === 0);
  if (absent !== undefined) return verdict('missing', { reason: named(tableWords.noRow, absent.name) });
  const width = terms[0]?.values.length ?? 0;
  const broken = terms.find(term => term.values.length !== width || !term.rows.every(isFilled));
  if (broken !== undefined) {
    const unfilled = refused.map(one => ({ ...one, kind: 'unfilled' as const }));
    const at = rows.findIndex(row => broken.rows.includes(row));
    return verdict('missing', {
      reason: named(tableWords.unreadable, broken.name),
      refused: unfilled.slice(at, at + 1),
    });
  }
  const sum = (side: readonly Term[], column: number) =>
    side.reduce((total, term) => total + (term.values[column] ?? 0), 0);
  const checked = (column: number, outcome: RelationVerdict, note: Bilingual): Relation => ({
    kind: 'equation',
    verdict: outcome,
    sides: terms.flatMap(term => term.rows.flatMap(row => cellOf(context, row, column))),
    stated: rounded(sum(left, column)),
    computed: rounded(sum(right, column)),
    note: { zh: `${note.zh}。`, en: `${note.en}.` },
  });
  const apart = Array.from({ length: width }, (_, column) => column).filter(
    column => Math.abs(sum(left, column) - sum(right, column)) > rounding,
  );
  const judged = ((): Verdict => {
    if (apart.length === 0) {
      const side = (of: readonly Term[], lang: 'zh' | 'en') => of.map(({ name }) => name[lang]).join(' + ');
      const put = (lang: 'zh' | 'en') =>
        fill(tableWords.holds[lang], { columns: width, left: side(left, lang), right: side(right, lang) });
      const reason = { zh: put('zh'), en: put('en') };
      // The last column, where the totals stand, speaks for all.
      return verdict('met', { places: rows, reason, relations: [checked(width - 1, 'consistent', reason)] });
    }
    const heads = tables.find(table => table.rows.some(row => row === rows[0]))?.columns ?? [];
    const notes = apart.map(column => difference(column, left, right, heads[column]?.at(-1)?.text ?? ''));
    const reason = together(notes);
    const relations = apart.map((column, nth) => checked(column, 'inconsistent', notes[nth] ?? reason));
    const most = Math.max(...apart.map(column => Math.abs(sum(left, column) - sum(right, column))));
    if (most <= (rule.tolerance ?? 0)) return verdict('partial', { places: rows, reason, relations });
    return verdict('missing', { reason, refused, relations });
  })();
  return inOrder(context, rule, judged);
}

/** Sums of amounts with decimals are not exact in binary. */
const rounding = 1e-6;

const named = (text: Bilingual, name: Bilingual): Bilingual => ({
  zh: fill(text.zh, { name: name.zh }),
  en: fill(text.en, { name: name.en }),
});

const rounded = (value: number): number => Number(value.toFixed(6));

function cellOf({ report }: Context, row: TableRow, column: number): Relation['sides'] {
  const cell = row.cells[column] ?? null;
  if (cell === null || cell.value === null) return [];
  const { start, end, value } = cell;
  return [{ start, end, quote: report.text.slice(start, end), value }];
}

/** 第1列（自然人）：11 + 1 = 12，而9 + 0 = 9; `name` is the head of the column, empty where it is not known. */
function difference(column: number, left: readonly Term[], right: readonly Term[], name: string): Bilingual {
  const sumOf = (side: readonly Term[]): string => {
    const values = side.map(term => term.values[column] ?? 0);
    const total = rounded(values.reduce((sum, value) => sum + value, 0));
    return values.length === 1 ? String(total) : `${values.join(' + ')} = ${total}`;
  };
  const words = name === '' ? tableWords.column : tableWords.columnNamed;
  const put = (lang: 'zh' | 'en'): string =>
    fill(tableWords.unequal[lang], {
      column: fill(words[lang], { n: column + 1, name }),
      left: sumOf(left),
      right: sumOf(right),
    });
  return { zh: put('zh'), en: put('en') };
}

const mostTold = 2;

/** The first few, and how many more there are. */
function together(notes: readonly Bilingual[]): Bilingual {
  const told = notes.slice(0, mostTold);
  if (notes.length > mostTold) told.push(fillBoth(tableWords.more, { n: notes.length - mostTold }));
  return { zh: told.map(({ zh }) => zh).join('；'), en: told.map(({ en }) => en).join('; ') };
}
