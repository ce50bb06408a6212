/**
 * Asks the registry for known faults of the packages that the program runs on: `node .ci/audit.mjs`. With a file it judges
 * what `npm audit --json` had written into it. Exit code 0 where none is known, 1 where one is, 3 where nobody could be asked.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const text =
  file === undefined
    ? (spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', timeout: 90_000 }).stdout ?? '')
    : readFileSync(file, 'utf8');

function read() {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const report = read();
const found = report?.vulnerabilities;
if (typeof report?.auditReportVersion !== 'number' || typeof found !== 'object' || found === null) {
  console.log(`The registry could not be asked: ${String(report?.message ?? 'no answer').slice(0, 120)}`);
  process.exitCode = 3;
} else {
  const packages = Object.values(found);
  for (const { name, severity, range, via } of packages) {
    const title = via.map(one => (typeof one === 'string' ? `by ${one}` : one.title)).join('; ');
    console.log(`${name} ${range}: ${severity}, ${title}`);
  }
  console.log(packages.length === 0 ? 'No fault is known.' : `${packages.length} packages have known faults.`);
  process.exitCode = packages.length === 0 ? 0 : 1;
}
