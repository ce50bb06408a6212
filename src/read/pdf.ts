/** Reads the text layer of a PDF with the places of its characters. */
import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { sheetWords } from '../words/reading-sheets.ts';
import { type Matrix, matrixOf, product, rulesOfPage } from './pdf-rules.ts';
import { refusal } from './refusal.ts';
import type { Rule, Run, Sheet } from './sheet-lines.ts';
import { mayHoldTable } from './sheet-tables.ts';
import { documentOfSheets, mostCharacters, mostSheets } from './sheet-text.ts';
import type { DocumentText, ReadError } from './types.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Character maps of fonts that a Chinese PDF names and does not bring along. */
const cMapUrl = fileURLToPath(new URL('../../cmaps/', import.meta.url));

/**
 * The text of a PDF.
 * @throws ReadError `scanned`, `encrypted`, `damaged`, `unsupported-format` (a form of Adobe's), `unreadable`, `too-large`
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const { sheets, damaged } = await sheetsOfPdf(bytes, name);
  return documentOfSheets(sheets, name, damaged);
}

/** The sheets of a PDF with what is written on them, and the numbers of those that cannot be read. @throws ReadError */
async function sheetsOfPdf(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly sheets: readonly Sheet[]; readonly damaged: readonly number[] }> {
  const pdf = await open(bytes, name);
  try {
    if (pdf.numPages > mostSheets) {
      throw refusal('too-large', sheetWords.tooManySheets, { name, pages: pdf.numPages, limit: mostSheets });
    }
    const sheets: Sheet[] = [];
    const damaged: number[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages && characters <= mostCharacters; number += 1) {
      const sheet = await sheetOf(pdf, number);
      if (sheet === null) damaged.push(number);
      else {
        characters += sheet.runs.reduce((sum, run) => sum + run.text.length, 0);
        sheets.push(sheet);
      }
    }
    if (sheets.length === 0) throw refusal('damaged', sheetWords.damagedPdf, { name });
    if (await isForm(pdf, sheets)) throw refusal('unsupported-format', sheetWords.form, { name });
    return { sheets, damaged };
  } finally {
    await pdf.destroy();
  }
}

async function open(bytes: Uint8Array, name: string): Promise<Pdf> {
  try {
    // The bytes are taken over by what reads them, and a Buffer is refused: a copy is given.
    return await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl,
      cMapPacked: true,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    throw openingError(error, name);
  }
}

function openingError(error: unknown, name: string): ReadError {
  const encrypted = error instanceof Error && error.name === 'PasswordException';
  return encrypted
    ? refusal('encrypted', sheetWords.encryptedPdf, { name })
    : refusal('damaged', sheetWords.damagedPdf, { name });
}

/** Null where the page cannot be read. */
async function sheetOf(pdf: Pdf, number: number): Promise<Sheet | null> {
  const page = await orNull(() => pdf.getPage(number));
  const content = page === null ? null : await orNull(() => page.getTextContent({ disableNormalization: true }));
  if (page === null || content === null) return null;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const viewport = matrixOf(transform);
  const placed = content.items.flatMap(item =>
    'str' in item && item.str.trim() !== ''
      ? [placedRun(item.str, item.width, product(viewport, matrixOf(item.transform)))]
      : [],
  );
  const { sheet, withRules } = upright(number, width, height, placed);
  // Drawings are asked for only where a table may be: a page of text is read in half the time.
  const rules = mayHoldTable(sheet) ? await orNull(() => rulesOfPage(page, viewport)) : null;
  page.cleanup();
  return rules === null ? sheet : withRules(rules);
}

/** What is asked of a page that may be broken. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Upright {
  readonly sheet: Sheet;
  /** The same sheet with rules that are placed as the page lies. */
  withRules(rules: readonly Rule[]): Sheet;
}

/** A run with the direction it is written in: 0 to the right, 1 down, 2 to the left, 3 up; null for any other. */
interface Placed extends Run {
  readonly turn: 0 | 1 | 2 | 3 | null;
}

function placedRun(text: string, width: number, [a, b, c, d, x, y]: Matrix): Placed {
  const size = Math.hypot(c, d);
  const angle = (Math.atan2(b, a) * 2) / Math.PI;
  const nearest = Math.round(angle);
  const turn = Math.abs(angle - nearest) < 0.03 ? (((nearest + 4) % 4) as 0 | 1 | 2 | 3) : null;
  return { text, x, y, width, size, turn };
}

/** A sheet turned so that most of its text runs to the right; what runs otherwise (marks across, stamps) is left out. */
function upright(number: number, width: number, height: number, placed: readonly Placed[]): Upright {
  const weights = [0, 0, 0, 0];
  for (const { turn, text } of placed) if (turn !== null) weights[turn] = (weights[turn] ?? 0) + text.length;
  const main = weights.indexOf(Math.max(...weights));
  const across = main === 1 || main === 3;
  const turned = ({ x, y }: Point): Point => {
    if (main === 1) return { x: y, y: width - x };
    if (main === 2) return { x: width - x, y: height - y };
    if (main === 3) return { x: height - y, y: x };
    return { x, y };
  };
  const runs = placed
    .filter(run => run.turn === main)
    .map(({ text, width: long, size, ...place }): Run => ({ text, ...turned(place), width: long, size }));
  const ruleOf = (rule: Rule): Rule => {
    const one = turned({ x: rule.left, y: rule.top });
    const other = turned({ x: rule.right, y: rule.bottom });
    return {
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      right: Math.max(one.x, other.x),
      bottom: Math.max(one.y, other.y),
    };
  };
  const sheet = { number, width: across ? height : width, height: across ? width : height, runs, rules: [] };
  return { sheet, withRules: rules => ({ ...sheet, rules: rules.map(ruleOf) }) };
}

/** A form whose pages are made by Adobe Reader alone shows a line that asks for it, and nothing else. */
async function isForm(pdf: Pdf, sheets: readonly Sheet[]): Promise<boolean> {
  const letters = sheets.reduce((sum, sheet) => sum + sheet.runs.reduce((all, run) => all + run.text.length, 0), 0);
  if (letters > 2000) return false;
  try {
    const { info } = await pdf.getMetadata();
    return 'IsXFAPresent' in info && info.IsXFAPresent === true;
  } catch {
    return false;
  }
}
