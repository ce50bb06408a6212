/** Broken and hostile files: a clear refusal with a code, in both languages, and the rest of the batch goes on. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createReading, type FileRead, readHere } from '../../src/workers/reading.ts';
import { utf8 } from './encode.ts';
import { hostileFiles } from './hostile-files.ts';
import { makeDocx, par } from './make-docx.ts';
import { makeZip } from './make-zip.ts';

const fileIn = (name: string, bytes: Uint8Array) => ({ name, size: bytes.length, bytes: async () => bytes });
const outcome = (read: FileRead): string =>
  'error' in read ? read.error.code : 'skipped' in read ? 'skipped' : 'read';

const hostile = suite('hostile files');
for (const { what, name, bytes, code } of hostileFiles(6)) {
  hostile(`${what}: ${code ?? 'read'}`, async () => {
    const reads = await readHere(fileIn(name, bytes()));
    assert.equal(reads.map(outcome), [code ?? 'read']);
    for (const read of reads) {
      if (!('error' in read)) continue;
      for (const text of [read.error.text.zh, read.error.text.en]) {
        assert.ok(text.includes(read.name), text);
        assert.not(/[{}]|undefined/.test(text), text);
      }
    }
  });
}
hostile('names in an archive: GBK is read, steps upwards are not shown', async () => {
  const shown: string[] = [];
  for (const { name, bytes } of hostileFiles(1).filter(({ code, name }) => code === null && name.endsWith('.zip')))
    for (const read of await readHere(fileIn(name, bytes()))) shown.push(read.shown);
  assert.equal(shown, ['上.zip › etc/报告.txt', '国标.zip › 报送/县司法局.txt']);
});
hostile('a file of 2 GB is refused by its size, before it is read', async () => {
  const bytes = async (): Promise<Uint8Array> => {
    throw new Error('was read');
  };
  const [read] = await readHere({ name: '大.docx', size: 2 * 1024 ** 3, bytes });
  assert.is(read && outcome(read), 'too-large');
});
hostile.run();

const batch = suite('a batch with bad files in it');
batch('in worker threads every file has its own outcome', async () => {
  const reading = createReading();
  const report = makeDocx({ body: par('2023年，县司法局办理行政复议案件23件。') });
  const files = hostileFiles(6).filter(({ name }) => /^(?:弹|密)\.docx$/.test(name));
  const inside = [
    { name: '一/报告.docx', data: report },
    ...files.map(({ name, bytes }) => ({ name: `一/${name}`, data: bytes() })),
    { name: '__MACOSX/一/._报告.docx', data: utf8('x') },
    { name: '图.png', data: utf8('x') },
    { name: '表.bin', data: new Uint8Array([0, 1, 2, 255, 254, 0, 3]) },
    { name: '二/报告.txt', data: utf8('正文。') },
  ];
  const reads = await reading.read(fileIn('全.zip', makeZip(inside)));
  await reading.close();
  assert.equal(
    reads.map(read => [read.shown, outcome(read)]),
    [
      ['全.zip › 一/报告.docx', 'read'],
      ['全.zip › 一/弹.docx', 'too-large'],
      ['全.zip › 一/密.docx', 'encrypted'],
      ['全.zip › 图.png', 'skipped'],
      ['全.zip › 表.bin', 'skipped'],
      ['全.zip › 二/报告.txt', 'read'],
    ],
  );
});
batch('a file that takes too long is told so, and the next one is read', async () => {
  const reading = createReading({ limits: { seconds: 0, megabytes: 256 } });
  const [late] = await reading.read(fileIn('慢.docx', makeDocx({ body: par('甲') })));
  await reading.close();
  assert.is(late && outcome(late), 'too-slow');
  assert.match(late !== undefined && 'error' in late ? late.error.text.zh : '', '慢.docx');
});
batch.run();
