/** Reports for measuring: the seeds with other figures, years kept, so that no two are equal. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const seeds = new URL('../seeds/', import.meta.url);

/** The texts of the seeds. */
export const seedTexts = (): readonly string[] =>
  readdirSync(seeds)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(new URL(name, seeds), 'utf8'));

/** The nth text: a seed whose counts are moved by n, and which names n in a paragraph of its own. */
export function variedText(texts: readonly string[], n: number): string {
  const text = texts[n % texts.length] ?? '';
  const moved = text.replace(/(?<!\d)[1-9]\d{0,2}(?=[件次场个人])/g, figure => String(Number(figure) + (n % 37)));
  return `${moved}\n全年办理第${n}号事项1件。\n`;
}

/** Writes so many files into a folder, named so that they sort in order. */
export function writeVaried(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const texts = seedTexts();
  for (let n = 0; n < count; n += 1)
    writeFileSync(`${folder}/report-${String(n).padStart(5, '0')}.txt`, variedText(texts, n));
}
