/**
 * Fifty connections for thirty seconds, reading and writing at once, by wrk; bare Hono's hello by the same in the same run:
 * `node --expose-gc --import tsx bench/load.ts [SECONDS] [CONNECTIONS]`. Needs wrk.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServing } from './ask-serving.ts';

const [seconds = '30', connections = '50'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'fajian-load-'));
const serving = await startServing();
const { url, floor, text } = await serving.ask<{ url: string; floor: string; text: string }>('where');
const ids = await serving.ask<readonly string[]>('grow', 200);
const rest = () => serving.ask<{ pause: number; memory: number }>('rest');

/** Of a hundred requests: 30 lists, 50 results, 15 marks of progress, 5 uploads. */
const script = `
local ids = {${ids.map(id => `"${id}"`).join(',')}}
local origin = "${url.slice(0, -1)}"
local text = [==[${text}]==]
local n = 0
math.randomseed(os.time())
function request()
  n = n + 1
  local dice = math.random(100)
  local id = ids[math.random(#ids)]
  if dice <= 30 then return wrk.format("GET", "/") end
  if dice <= 80 then return wrk.format("GET", "/reports/" .. id) end
  if dice <= 95 then
    local headers = { ["Origin"] = origin, ["Content-Type"] = "application/x-www-form-urlencoded" }
    return wrk.format("POST", "/reports/" .. id .. "/progress", headers, "mark=answered")
  end
  local body = '--b\\r\\nContent-Disposition: form-data; name="files"; filename="u.txt"\\r\\n\\r\\n' .. text .. n .. math.random(1000000) .. '\\r\\n--b--\\r\\n'
  return wrk.format("POST", "/reports", { ["Origin"] = origin, ["Content-Type"] = "multipart/form-data; boundary=b" }, body)
end
local seen = {}
function response(status) seen[status] = (seen[status] or 0) + 1; shared = seen end
local threads = {}
function setup(thread) table.insert(threads, thread) end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %.2f %.2f %.2f %d %d %d\\n", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write, errors.timeout, errors.status))
  for _, thread in ipairs(threads) do
    local counts = thread:get("shared")
    for status, count in pairs(counts or {}) do io.write("STATUS " .. status .. " " .. count .. "\\n") end
  end
end
`;
const plain = script.replace(/function request\(\)[\s\S]*?\nend\nlocal seen/, 'local seen');

async function wrk(what: string, address: string, lua: string): Promise<void> {
  const path = join(folder, 'script.lua');
  await writeFile(path, lua);
  const before = await rest();
  const given = ['-t', '1', '-c', connections, '-d', `${seconds}s`, '--timeout', '30s', '-s', path, address];
  const { stdout } = await promisify(execFile)('wrk', given, { maxBuffer: 1 << 24 });
  const after = await rest();
  const [requests, rate, p50, p99, broken, late, refused] = (/^RESULT (.*)$/m.exec(stdout)?.[1] ?? '').split(' ');
  const statuses = [...stdout.matchAll(/^STATUS (\d+) (\d+)$/gm)]
    .map(([, status, count]) => `${status}: ${count}`)
    .join(', ');
  console.log(
    [
      what,
      requests,
      rate,
      p50,
      p99,
      broken,
      late,
      refused,
      statuses,
      before.memory.toFixed(0),
      after.memory.toFixed(0),
      after.pause.toFixed(0),
    ].join('\t'),
  );
}

console.log(
  'what\trequests\ta second\tp50 ms\tp99 ms\tbroken connections\ttimeouts\t4xx and 5xx\tstatuses\tmemory MB before\tafter\tlongest pause ms',
);
await wrk('bare hello', floor, plain);
await wrk('pages, mixed', url, script);
await wrk('bare hello', floor, plain);
const { memory } = await rest();
console.log(`memory at rest afterwards\t${memory.toFixed(0)} MB`);
await serving.ask('end');
await rm(folder, { recursive: true });
