/**
 * Phrases that try to hang the matching, over texts of 1×, 10× and 100× a length: milliseconds of the processor, and how they
 * grow. `node --import tsx bench/rule-hang.ts`
 */
import { compilePhrases, findPhrases } from '../src/rules/phrase.ts';

const hundreds = Array.from({ length: 300 }, (_, n) => String.fromCodePoint(0x4e00 + n * 7).repeat(2)).join('|');
const rows: [name: string, phrase: string, text: string][] = [
  ['the longest gaps', '工作…60…工作…60…工作…60…落实', '工作工作开展工作'],
  ['gaps through a sentence', '工作…句…工作…句…工作…句…落实', '工作开展工作推进'],
  ['hundreds of alternatives', `(${hundreds})…60…(${hundreds})落实`, '工作一一丁丁不不'],
  ['optional parts', '工作[工作][工作][工作][工作][工作][工作][工作]落实', '工作'],
  ['brackets in brackets', '工作([工作[工作[工作[工作[工作[工作|一]|二]|三]|四]|五]|六]|七)落实', '工作'],
  ['numbers and gaps', '<n件>…60…<n件>…60…<n件>…60…落实', '办件12件、'],
];

function work(phrase: string, flat: string): number {
  const zeros = new Int32Array(flat.length + 1);
  // One clause and one sentence a thousand characters, as long as any report has them.
  const walls = zeros.map((_, at) => Math.floor(at / 1000));
  const numbers = [...flat.matchAll(/\d+件/g)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
    unit: '件',
    kind: 'count' as const,
  }));
  const text = {
    flat,
    clauseOf: walls,
    sentenceOf: walls,
    inTitle: new Uint8Array(flat.length + 1),
    slots: { numbers, dates: [], docs: [] },
  };
  const list = compilePhrases([phrase]);
  const began = process.cpuUsage();
  findPhrases(list, text);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

console.log(
  `${'phrase'.padEnd(28)}${'1,000'.padStart(10)}${'10,000'.padStart(10)}${'100,000'.padStart(10)}   characters`,
);
for (const [name, phrase, piece] of rows) {
  // Now and then the last word stands there too, so that no phrase is given up at once.
  const block = `${piece.repeat(Math.ceil(200 / piece.length)).slice(0, 198)}落实`;
  const of = (length: number): number => work(phrase, block.repeat(length / block.length));
  of(2000);
  const times = [1000, 10_000, 100_000].map(of);
  console.log(`${name.padEnd(28)}${times.map(time => time.toFixed(1).padStart(10)).join('')}   ms of the processor`);
}
