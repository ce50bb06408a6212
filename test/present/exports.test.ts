/** Every document in every format says the same: files are read back and compared with the assessment. */
import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { factsOf, lacking } from '../../bench/export-facts.ts';
import { assessText } from '../../src/assess/pipeline.ts';
import { withRulings } from '../../src/assess/rulings.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { overviewFile, type ReportPaper, reportFile } from '../../src/present/exports.ts';
import { type ExportFormat, formatsOf } from '../../src/present/formats.ts';
import { letterView } from '../../src/present/letter.ts';
import { noOffice } from '../../src/present/office.ts';
import { overviewView } from '../../src/present/overview.ts';
import { assessmentData } from '../../src/present/result-data.ts';
import { xlsxFile } from '../../src/present/sheet-files.ts';
import { createRenderer } from '../../src/present/templates.ts';
import { resultView } from '../../src/present/view.ts';
import { readDocument, readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { Lang } from '../../src/words/bilingual.ts';
import { pick } from '../../src/words/bilingual.ts';
import { statusWords } from '../../src/words/terms.ts';
import { fixtureAssessment, fixtureText } from './fixture.ts';
import { csvRows, docxText, htmlText, xlsxSheets } from './read-back.ts';

const renderers = { zh: createRenderer('zh'), en: createRenderer('en') } as const;
const at = '2025-02-10T08:00:00Z';

function paperOf(assessment: Assessment, text: string): ReportPaper {
  const { lang } = assessment;
  const result = resultView({ assessment, text, at, lang });
  return {
    assessment,
    result,
    text,
    letter: () =>
      letterView({
        assessment,
        result,
        office: { ...noOffice, name: '临江县司法局' },
        date: '2025-02-10',
        number: 3,
        due: '2025-02-20',
        unit: null,
        draft: 1,
        received: '2025-02-03',
        ruleSet: undefined,
        before: null,
      }),
  };
}

/** What a file says, as text. */
function saidBy(format: ExportFormat, content: string | Uint8Array): string {
  if (typeof content !== 'string') {
    if (format === 'docx') return docxText(content);
    return xlsxSheets(content)
      .flatMap(({ rows }) => rows.map(row => row.join('\n')))
      .join('\n');
  }
  if (format === 'html') return htmlText(content);
  if (format === 'csv')
    return csvRows(content)
      .map(row => row.join('\n'))
      .join('\n');
  if (format === 'md') return htmlText(content.replace(/\\([\\`*_[\]#|!])/g, '$1').replace(/^> /gm, ''));
  return format === 'json' ? content.replace(/\\n/g, '\n').replace(/\\"/g, '"') : content;
}

const seeds = new URL('../../seeds/', import.meta.url);
const rules = new URL('../../rules/fazhi-annual-report.json', import.meta.url);
const { ruleSet } = loadRuleSet(readFileSync(rules, 'utf8'), 'rules.json');
if (ruleSet === null) throw new Error('no rules');

const judged = (name: string, lang: Lang): { readonly assessment: Assessment; readonly text: string } => {
  const source = readSource(readFileSync(new URL(name, seeds)), name);
  return {
    assessment: assessText({ source, ruleSet, fenced: [], corrections: {}, lang, toolVersion: '0.1.0' }),
    text: source.text,
  };
};

const [first = '', ...others] = readdirSync(seeds).sort();
const inputs: readonly (readonly [name: string, paper: ReportPaper])[] = [
  ...[first, ...others.slice(0, 1)].map(name => {
    const { assessment, text } = judged(name, 'zh');
    return [name, paperOf(assessment, text)] as const;
  }),
  ...(() => {
    const { assessment, text } = judged(first, 'en');
    return [[`${first} in English`, paperOf(assessment, text)] as const];
  })(),
  ['a report with decisions of a person', paperOf(decided(), fixtureText)],
];

/** One finding agreed with, one decided otherwise. */
function decided(): Assessment {
  const decision = { draft: 1, quotes: [], by: '王五', at, note: '见附件' } as const;
  return withRulings(
    fixtureAssessment('zh'),
    [
      { ...decision, requirement: 'lit.appearance', decision: 'agree', status: 'met', machine: 'met', reason: null },
      {
        ...decision,
        requirement: 'doc.filing',
        decision: 'change',
        status: 'partial',
        machine: 'missing',
        reason: 'misread',
      },
    ],
    null,
  );
}

const same = suite('the same in every format');
for (const [name, paper] of inputs) {
  same(name, async () => {
    const renderer = renderers[paper.assessment.lang];
    for (const document of ['result', 'letter', 'checklist', 'working-paper'] as const) {
      const facts = factsOf(paper.assessment, document);
      assert.ok(facts.length > 4);
      for (const format of formatsOf[document]) {
        // The terminal shows the gaps alone; the JSON of a result is the assessment itself.
        if (format === 'table' || (document === 'result' && format === 'json')) continue;
        const said = saidBy(format, await reportFile(document, format, paper, renderer));
        const missing = lacking(format === 'md' ? facts.filter(({ of }) => of !== 'figure') : facts, said);
        assert.equal(missing, [], `${document} as ${format}`);
      }
    }
  });
}

/** Own papers stand beside reports in the folders of an office. */
same('what the program wrote is told as that, and never taken for a report', async () => {
  const text = readFileSync(new URL(readdirSync(seeds)[0] ?? '', seeds), 'utf8');
  const source = readSource(new TextEncoder().encode(text), '报告.txt');
  const given = { ruleSet, fenced: [], corrections: {}, toolVersion: '0.1.0' };
  assert.ok(assessText({ ...given, source, lang: 'zh' }).report.recognised);
  assert.ok(
    assessText({ ...given, source: { ...source, text: `${text}\n以上由法鉴 0.1.0 核对。` }, lang: 'zh' }).report
      .recognised,
  );
  for (const lang of ['zh', 'en'] as const) {
    const paper = paperOf(assessText({ ...given, source, lang }), text);
    for (const document of ['result', 'letter', 'checklist', 'working-paper'] as const) {
      for (const format of formatsOf[document]) {
        if (format === 'table' || format === 'xlsx' || format === 'json') continue;
        const file = await reportFile(document, format, paper, renderers[lang]);
        const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
        const read = await readDocument(bytes, `文件.${format}`);
        const { report } = assessText({ ...given, source: read, lang: 'zh' });
        assert.match(report.why, '本工具生成的材料', `${document} as ${format}, ${lang}`);
      }
    }
  }
});

same('workbook and CSV hold every finding in a row of typed cells, as JSON has it', async () => {
  for (const [name, paper] of inputs) {
    const { findings, lang } = paper.assessment;
    const workbook = await reportFile('result', 'xlsx', paper, renderers[lang]);
    const sheet = xlsxSheets(workbook as Uint8Array)[1];
    const [head = [], ...rows] = sheet?.rows ?? [];
    const lines = csvRows(String(await reportFile('result', 'csv', paper, renderers[lang])));
    const csvHead = lines[0] ?? [];
    assert.is(rows.length, findings.length, name);
    for (const [i, finding] of findings.entries()) {
      const row = rows[i] ?? [];
      const cell = (zh: string, en: string) => row[head.indexOf(lang === 'zh' ? zh : en)];
      assert.is(cell('要点编号', 'Requirement'), finding.requirement);
      assert.is(cell('结论', 'Finding'), pick(statusWords[finding.status], lang));
      assert.is(cell('分值', 'Points'), finding.points);
      assert.is(cell('得分', 'Earned'), finding.earned);
      assert.is(cell('数值', 'Value') ?? null, finding.value);
      assert.is(cell('原文', 'Quote') ?? '', finding.evidence.map(({ quote }) => quote).join('\n'));
      assert.is(cell('说明', 'Reason') ?? '', finding.reason);
      const line = lines.find(
        one => one[csvHead.indexOf(lang === 'zh' ? '要点编号' : 'Requirement')] === finding.requirement,
      );
      for (const label of ['结论/Finding', '数值/Value', '原文/Quote', '说明/Reason']) {
        const [zh = '', en = ''] = label.split('/');
        const shown = line?.[csvHead.indexOf(lang === 'zh' ? zh : en)] ?? '';
        assert.is(shown.replace(/^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u, ''), String(cell(zh, en) ?? ''), label);
      }
    }
  }
});

same('a workbook has filters, a frozen head and widths; a CSV has mark and line ends for spreadsheets', async () => {
  const paper = paperOf(fixtureAssessment('zh'), fixtureText);
  const sheets = xlsxSheets((await reportFile('result', 'xlsx', paper, renderers.zh)) as Uint8Array);
  for (const { name, xml, rows } of sheets) {
    assert.match(xml, 'state="frozen"', name);
    assert.match(xml, /ySplit="1"/, name);
    const last = `${rows.length}"/>`;
    assert.match(xml, new RegExp(`</sheetData><autoFilter ref="A1:[A-Z]{1,2}${last}`), name);
    assert.match(xml, '<col min="1"', name);
  }
  const csv = String(await reportFile('result', 'csv', paper, renderers.zh));
  assert.ok(csv.startsWith('\ufeff'));
  assert.ok(csv.endsWith('\r\n'));
});

same(
  'a workbook prints on A4 across: few pages wide, head and first columns on each, rows as high as their texts',
  async () => {
    const paper = paperOf(fixtureAssessment('zh'), fixtureText);
    const file = (await reportFile('result', 'xlsx', paper, renderers.zh)) as Uint8Array;
    for (const { name, xml } of xlsxSheets(file)) {
      const order = [
        ...xml.matchAll(/<(sheetPr|sheetViews|cols|sheetData|autoFilter|pageMargins|pageSetup|headerFooter)\b/g),
      ];
      assert.is(
        order.map(([, tag]) => tag).join(' '),
        'sheetPr sheetViews cols sheetData autoFilter pageMargins pageSetup headerFooter',
        name,
      );
      const across = /<pageSetup paperSize="9" orientation="landscape" fitToWidth="(\d)" fitToHeight="0"\/>/.exec(
        xml,
      )?.[1];
      assert.ok(name === '逐项结论' ? Number(across) > 1 : across === '1', `${name}: ${across}`);
    }
    const book = new TextDecoder().decode(unzipSync(file)['xl/workbook.xml']);
    assert.match(book, `localSheetId="1">'逐项结论'!$A:$B,'逐项结论'!$1:$1</definedName>`);

    const sheet = { name: "甲 & '乙'", head: ['一', '二'], rows: [['短', '很'.repeat(100)]], widths: [10, 20] };
    const made = await xlsxFile([sheet]);
    assert.match(new TextDecoder().decode(unzipSync(made)['xl/workbook.xml']), `>'甲 &amp; ''乙'''!$A:$A,`);
    const [first] = xlsxSheets(made);
    assert.equal(
      [...(first?.xml ?? '').matchAll(/<row r="\d" ht="([\d.]+)">/g)].map(([, height]) => Number(height) / 14.4),
      [1, 11],
    );
  },
);

same('an HTML file leads nowhere and fetches nothing', async () => {
  const paper = paperOf(fixtureAssessment('zh'), fixtureText);
  for (const document of ['result', 'letter', 'checklist', 'working-paper'] as const) {
    const html = String(await reportFile(document, 'html', paper, renderers.zh));
    for (const address of html.matchAll(/(?:href|src|action)="([^"]*)"/g))
      assert.match(address[1] ?? '', /^#/, document);
    assert.not.match(html, /<script|<link|@import|url\((?!['"]?data:)/);
  }
});

same('the same paper gives the same bytes as Word, CSV, HTML and JSON', async () => {
  const paper = paperOf(fixtureAssessment('zh'), fixtureText);
  for (const format of ['docx', 'csv', 'html', 'json'] as const)
    assert.equal(
      await reportFile('checklist', format, paper, renderers.zh),
      await reportFile('checklist', format, paper, renderers.zh),
    );
});

same('an overview says of every unit and requirement the same', async () => {
  const units = others.slice(0, 3).map((name, i) => {
    const { assessment } = judged(name, 'zh');
    return {
      id: String(i),
      name: `${'甲乙丙'[i]}县`,
      level: assessment.report.subjectLevel,
      draft: 1,
      received: '2025-01-20',
      due: '2025-01-31',
      assessment,
      lapsed: new Set<string>(),
    };
  });
  const awaited = [{ name: '丁县水利局', level: 'department', href: '', due: '2025-01-31', late: true }] as const;
  const view = overviewView({
    units,
    year: 2024,
    ruleSet,
    isCollected: true,
    due: '2025-01-31',
    awaited,
    today: '2025-02-10',
    rank: true,
    lang: 'zh',
  });
  const paper = { heading: '2024年度全县汇总', view, rank: true, lang: 'zh', time: '2025年2月10日 16:00' } as const;
  const facts = [
    ...view.units.flatMap(({ name, outcome, score, stamp }) => [
      name,
      outcome,
      String(Number(score)),
      stamp.sourceHash,
    ]),
    ...view.requirements.map(({ title }) => title),
    '丁县水利局',
    '逾期10天',
    '2025年2月10日 16:00',
    paper.view.units[0]?.stamp.ruleSetHash ?? '',
  ].map(text => ({ of: 'overview', text }));
  for (const format of formatsOf.overview) {
    const said = saidBy(format, await overviewFile(format, paper, renderers.zh));
    const told = format === 'csv' ? facts.filter(({ text }) => text !== paper.time) : facts;
    assert.equal(lacking(told, said), [], format);
  }
  const file = (await overviewFile('xlsx', paper, renderers.zh)) as Uint8Array;
  const [list, matrix] = xlsxSheets(file);
  const data = JSON.parse(String(await overviewFile('json', paper, renderers.zh))) as {
    readonly units: readonly { readonly statuses: Readonly<Record<string, keyof typeof statusWords>> }[];
  };
  const csv = csvRows(String(await overviewFile('csv', paper, renderers.zh)));
  for (const [i, unit] of data.units.entries()) {
    const words = Object.values(unit.statuses).map(status => statusWords[status].zh);
    assert.equal(matrix?.rows[i + 1]?.slice(1), words);
    assert.equal(csv[i + 1]?.slice(14, 14 + words.length), words);
    assert.type(list?.rows[i + 1]?.[5 - 1], 'number', 'a day is a day');
  }
});

same('JSON of the result is the assessment with what is restricted in the text', async () => {
  const assessment = fixtureAssessment('zh');
  const paper = paperOf(assessment, `${fixtureText}\n电话13812345678`);
  const json = JSON.parse(String(await reportFile('result', 'json', paper, renderers.zh)));
  assert.equal(json, JSON.parse(JSON.stringify(assessmentData(assessment, paper.text))));
  assert.equal(
    json.restricted.map((one: { readonly quote: string }) => one.quote),
    ['138****5678'],
  );
});
same.run();

const formulas = suite('no cell is a formula');
const dangerous = [
  '=cmd|calc',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '\u200b=1',
];
formulas('quotes, titles and reasons that begin like one', async () => {
  const plain = fixtureAssessment('zh');
  for (const text of dangerous) {
    const assessment: Assessment = {
      ...plain,
      findings: plain.findings.map(finding => ({ ...finding, title: text, reason: text, fix: text })),
    };
    const paper = paperOf(assessment, fixtureText);
    for (const document of ['result', 'checklist', 'working-paper'] as const) {
      const csv = csvRows(String(await reportFile(document, 'csv', paper, renderers.zh)).slice(1));
      for (const cell of csv.flat().filter(one => !/^-?[\d.]+$/.test(one)))
        assert.not.match(cell, /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u, `${document} ${JSON.stringify(text)}`);
      assert.ok(csv.flat().includes(`'${text}`), JSON.stringify(text));
      // Reading a workbook back throws at a formula.
      xlsxSheets((await reportFile(document, 'xlsx', paper, renderers.zh)) as Uint8Array);
    }
  }
  const [sheet] = xlsxSheets(
    await xlsxFile([{ name: 'x', head: ['a'], rows: dangerous.map(text => [text]), widths: [10] }]),
  );
  assert.equal(
    sheet?.rows.slice(1).map(row => row[0]),
    // XML makes a line end of a carriage return.
    dangerous.map(text => text.replace('\r', '')),
  );
});
formulas.run();
