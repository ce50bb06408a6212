/** Reads a roster of organs as it is pasted from a sheet or typed, one organ a line. */
import { normaliseUnits } from '../read/copy-table.ts';
import { findDate } from './dates.ts';
import type { OrganFacts, OrganPower, StatedPower } from './organ.ts';
import { organPowers } from './organ.ts';
import { levelOfBody } from './places.ts';
import type { Level } from './types.ts';

export interface RosterLine extends Omit<OrganFacts, 'due'> {
  /** ISO date; null where the line gives none. */
  readonly due: string | null;
}

export interface RosterMistake {
  /** Counts from 1. */
  readonly line: number;
  readonly what: 'name' | 'long' | 'level' | 'power' | 'date' | 'twice';
  readonly text: string;
}

/** A line with a mistake is none of `lines`. */
export interface ReadRoster {
  readonly lines: readonly RosterLine[];
  readonly mistakes: readonly RosterMistake[];
}

/** 1、 or （1） before a name, as lists are typed. */
const listNumber = /^(?:\d{1,3}[.．、)）]|[(（]\d{1,3}[)）])/;

/** Characters. */
const longestName = 80;

const columns = ['name', 'aliases', 'level', 'powers', 'contact', 'due'] as const;
type Column = (typeof columns)[number];

const headWords: Readonly<Record<Column, RegExp>> = {
  name: /^(?:单位|单位名称|名称|机关|机关名称|name|unit)$/i,
  aliases: /^(?:简称|别名|曾用名|其他名称|aliases|other names)/i,
  level: /^(?:种类|类别|类型|单位类别|层级|level|kind)/i,
  powers: /^(?:职权|权限|powers)/i,
  contact: /^(?:联系人|联系方式|联系电话|电话|手机|contact|phone)/i,
  due: /^(?:截止|报送期限|期限|应报|due)/i,
};

const levelNames: readonly (readonly [RegExp, Level])[] = [
  [/^(?:部门|县直|区直|市直|局|department)/i, 'department'],
  [/^(?:乡|镇|街道|township|subdistrict)/i, 'township'],
  [/^(?:县|区|开发区|county)/i, 'county'],
  [/^(?:市级?$|city)/i, 'city'],
  [/^(?:省|province)/i, 'province'],
  [/^(?:党|party)/i, 'party-committee'],
];

const powerNames: Readonly<Record<OrganPower, RegExp>> = {
  enforcement: /执法|enforcement/i,
  'normative-documents': /规范性文件|normative/i,
  reconsideration: /复议|reconsideration/i,
};

/**
 * Columns stand as a head line names them (单位 简称 种类 职权 联系人 截止日期), or in that order where there is none; a column
 * of numbers in front is passed over. Dates without year are of the year after `reportYear`, when reports are due.
 */
export function readRoster(text: string, reportYear: number): ReadRoster {
  const lines: RosterLine[] = [];
  const mistakes: RosterMistake[] = [];
  const names = new Set<string>();
  let order: readonly (Column | null)[] = columns;
  for (const [at, written] of text.split(/\r\n|\r|\n/).entries()) {
    if (written.trim() === '') continue;
    const cells = cellsOf(written);
    const heads = cells.map(cell => columns.find(column => headWords[column].test(cell)) ?? null);
    if (heads.includes('name') && lines.length === 0) {
      order = heads;
      continue;
    }
    const numbered = order === columns && /^\d+[.、]?$/.test(cells[0] ?? '');
    const row = numbered ? cells.slice(1) : cells;
    const cell = (column: Column): string =>
      row
        .filter((_, i) => order[i] === column)
        .join(' ')
        .trim();
    const tell = (what: RosterMistake['what'], wrong: string): void => {
      mistakes.push({ line: at + 1, what, text: wrong });
    };
    const name = cell('name').replace(/\s+/g, '').replace(listNumber, '');
    const isName = /\p{L}/u.test(name) && /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(name);
    if (!isName || name.length > longestName) {
      tell(isName ? 'long' : 'name', name);
      continue;
    }
    if (names.has(name)) {
      tell('twice', name);
      continue;
    }
    names.add(name);
    const level = readLevel(cell('level'));
    if (level === undefined) tell('level', cell('level'));
    const powers = readPowers(cell('powers'));
    if (powers === null) tell('power', cell('powers'));
    const due = readDue(cell('due'), reportYear);
    if (due === undefined) tell('date', cell('due'));
    if (level === undefined || powers === null || due === undefined) continue;
    const contact = cell('contact').slice(0, 120);
    lines.push({
      name,
      aliases: readAliases(cell('aliases')),
      level: level ?? levelOfBody(name),
      powers,
      contact,
      due,
    });
  }
  return { lines, mistakes };
}

/** A sheet gives tabs; a typed line has commas, or a bar so that 、 stays free for aliases. */
function cellsOf(line: string): string[] {
  const between = line.includes('\t') ? /\t/ : /[|｜]/.test(line) ? /[|｜]/ : /[,，]/;
  return line.split(between).map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

export function readAliases(text: string): readonly string[] {
  const names = text.split(/[、,，;；/\n]/).map(name => name.replace(/\s+/g, ''));
  return [...new Set(names.filter(name => name.length > 1 && name.length <= longestName))];
}

/** Null where nothing is said, undefined where it is no known kind. */
function readLevel(text: string): Level | null | undefined {
  if (text === '') return null;
  return levelNames.find(([words]) => words.test(text))?.[1];
}

/** Null where a word names no power; a cell left empty says nothing, 无 says that there is none. */
function readPowers(text: string): readonly StatedPower[] | null {
  if (/^[-—/]?$/.test(text)) return [];
  if (/^(?:无|没有|none)$/i.test(text)) return ['none'];
  const words = text.split(/[、,，;；/\s]+/).filter(Boolean);
  const read = words.map(word => organPowers.find(power => powerNames[power].test(word)));
  const known = read.filter(power => power !== undefined);
  return known.length < words.length ? null : [...new Set(known)];
}

/** `2025-01-31`, 2025/1/31, 2025年1月31日 or 1月31日; null for none, undefined for what is no day. */
export function readDue(written: string, reportYear: number): string | null | undefined {
  const text = normaliseUnits(written).replace(/\s/g, '');
  if (text === '') return null;
  const numbers = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const iso =
    numbers === null
      ? (findDate(text)?.iso ?? '')
      : `${numbers[1] ?? reportYear + 1}-${numbers[2]?.padStart(2, '0')}-${numbers[3]?.padStart(2, '0')}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : undefined;
}
