/** Chinese texts that a user sees have the full-width marks of Chinese, wherever they are written. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const project = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, project), 'utf8');
const below = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, project), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`);

/** What is quoted as code keeps the marks of code: phrases, addresses, names of files and options. */
const code = [
  /`[^`]*`/g,
  /https?:\S+/g,
  /--?[a-z][\w-]*(?:[ =][^\s，；。：]+)?/g,
  // A rule as it is to be pasted, and the signs of its wordings
  /^\s*(?:\{ )?"\w+".*$/gm,
  /\( ?\|? ?\)|\[ \]|\(\{phrase\}\)/g,
  // A mark that is spoken of
  /(?:英文的|删去) ?[,:]/g,
];
const han = '\\p{Script=Han}“”‘’《》〈〉（）【】、，。；：？！';
const beside = new RegExp(
  `[${han}}][ ]?[,;:?!](?!\\d)|[,;:?!][ ]?[${han}]|[${han}][ ]?\\(|\\([^()]*\\p{Script=Han}[^()]*\\)|[${han}]\\)`,
  'u',
);

/** The first half-width mark beside Chinese, with what stands around it; '' for none. */
function halfWidth(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return '';
  const plain = code.reduce((left, pattern) => left.replace(pattern, ' '), text);
  const found = beside.exec(plain);
  return found === null ? '' : plain.slice(Math.max(0, found.index - 12), found.index + 16);
}

const marks = suite('marks of Chinese texts');

const rows: readonly (readonly [string, boolean])[] = [
  ['没有保存,请重试', true],
  ['备份没有写成“{file}”:{detail}', true],
  ['只有部分时段的数({period})', true],
  ['（内部）(二)', true],
  ['{gap};理由见下', true],
  ['共 {n} 项！', false],
  ['打开 http://127.0.0.1:8723/ 即可', false],
  ['端口 8723:1', false],
  ['换一个端口：--port {next}', false],
  ['另存为 Word 文档（*.docx）', false],
  ['12:30 更新', false],
];
for (const [text, isHalf] of rows) marks(text, () => assert.is(halfWidth(text) !== '', isHalf));

marks('what the program says', () => {
  const text = /(?:\bzh:\s*|\babout\(\s*)(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g;
  let seen = 0;
  for (const file of below('src', '.ts'))
    for (const [, single, template] of read(file).matchAll(text)) {
      seen += 1;
      const said = (single ?? template ?? '').replace(/\$\{[^{}]*\}/g, '{x}').replaceAll('\\n', '\n');
      assert.is(halfWidth(said), '', `${file}: ${said.slice(0, 80)}`);
    }
  assert.ok(seen > 800, `${seen} texts`);
});

marks('what the rule sets say', () => {
  let seen = 0;
  const walk = (value: unknown, key: string, file: string): void => {
    if (typeof value === 'string') {
      // Wordings have marks of their own, and examples are written as reports are.
      if (!['zh', 'article', 'number'].includes(key)) return;
      seen += 1;
      assert.is(halfWidth(value), '', `${file}: ${value}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) walk(one, Array.isArray(value) ? key : name, file);
    }
  };
  for (const file of below('rules', '.json')) if (!file.endsWith('.schema.json')) walk(parse(read(file)), '', file);
  assert.ok(seen > 300, `${seen} texts`);
});

marks('templates hold no Chinese of their own', () => {
  for (const file of below('templates', '.hbs')) assert.not.match(read(file), /\p{Script=Han}/u, file);
});
marks.run();
