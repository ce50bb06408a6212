/** What counts as asked and as clean when the registry is asked for known faults. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const audit = fileURLToPath(new URL('../.ci/audit.mjs', import.meta.url));
const fault = { name: 'some-package', severity: 'high', range: '<2.0.0', via: [{ title: 'Lets anyone in' }, 'other'] };
const answers: readonly (readonly [string, string, number, RegExp])[] = [
  ['none known', JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }), 0, /No fault is known/],
  [
    'one known',
    JSON.stringify({ auditReportVersion: 2, vulnerabilities: { 'some-package': fault } }),
    1,
    /some-package <2.0.0: high, Lets anyone in; by other/,
  ],
  ['the registry does not answer such questions', '{"message":"405 Method Not Allowed"}', 3, /could not be asked: 405/],
  ['no network', '', 3, /could not be asked/],
  ['half an answer', '{"auditReportVersion":2', 3, /could not be asked/],
  ['an answer without the list', '{"auditReportVersion":2}', 3, /could not be asked/],
];
for (const [what, answer, code, words] of answers) {
  test(`${what}: ${code}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'fajian-audit-'));
    const file = join(folder, 'audit.json');
    writeFileSync(file, answer);
    const run = spawnSync(process.execPath, [audit, file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    assert.match(run.stdout, words);
    assert.is(run.status, code);
  });
}
test.run();
