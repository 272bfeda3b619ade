import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { survey } from '../../../labs/data/survey.ts';
import type { FileSource } from '../../../labs/data/encoding.ts';
import { auditOwn } from '../../../labs/fairness/own/own-audit.ts';
import { readOwn } from '../../../labs/fairness/own/own-read.ts';
import { ownRoles } from '../../../labs/fairness/own/own-roles.ts';
import { seededRandom, type Random } from '../../../labs/math/random.ts';
import { leakReport } from '../../../labs/time-leak/own/leak-report.ts';
import { inOrder } from '../../../labs/time-leak/own/leak-table.ts';
import { readTable } from '../../../labs/time-leak/own/read-table.ts';
import { tableRoles } from '../../../labs/time-leak/own/roles/table-roles.ts';
import { openTable } from '../../../main/cli/table/table-file.ts';

// A process of its own for each kind: a large file on disk in, a report out. Its memory is the process's, for the file is never in it whole.

const [kind = 'audit', megabytes = '200'] = process.argv.slice(2);
const wanted = Number(megabytes) * 1e6;
const linesAtOnce = 5_000;

/** What nobody compares makes most of such files long: about 150 letters, another text in each row. */
function note(random: Random): string {
  const word = () => `word${random.integer(100_000)}`;
  return Array.from({ length: 16 }, word).join(' ');
}

const decision = (random: Random) =>
  `${random.integer(2)},${random.uniform().toFixed(3)},group ${random.integer(4)},${note(random)}`;

function event(random: Random): string {
  const time = 1_700_000_000_000 + Math.floor(random.uniform() * 300 * 86_400) * 1000;
  const late = Math.floor((random.uniform() - 0.7) * 10 * 86_400) * 1000;
  const label = random.uniform() < 0.3 ? 1 : 0;
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  return [
    ...[iso(time), `u${random.integer(100_000)}`, (label + random.normal()).toFixed(3)],
    ...[random.normal().toFixed(3), iso(time + late), note(random), label],
  ].join(',');
}

const forms = {
  audit: { header: 'repaid,score,group,remark', line: decision },
  leaks: { header: 'time,user_id,amount,balance,balance_at,remark,label', line: event },
};

/** Writes the file piece by piece, so that making it takes no memory either, and returns how many rows it has. */
async function write(path: string, { header, line }: (typeof forms)['audit']): Promise<number> {
  const random = seededRandom(200);
  const file = await open(path, 'w');
  let [bytes, rows] = [0, 0];
  try {
    await file.write(`${header}\n`);
    while (bytes < wanted) {
      const lines = Array.from({ length: linesAtOnce }, () => `${line(random)}\n`).join('');
      bytes += (await file.write(lines)).bytesWritten;
      rows += linesAtOnce;
    }
  } finally {
    await file.close();
  }
  return rows;
}

async function audit(file: FileSource): Promise<number> {
  const found = await survey(file);
  const { mapping } = ownRoles(found.columns, { groups: ['group'] });
  const reading = readOwn(file, { survey: found, mapping: mapping!, leaveOutEmpty: false });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  if (!step.value.ok) throw new Error('the file was not understood');
  return auditOwn(step.value.own, 0.5).rows;
}

async function leaks(file: FileSource): Promise<number> {
  const found = await survey(file);
  const reading = readTable(file, found, tableRoles(found.columns).mapping!);
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  const table = inOrder(step.value);
  const judging = leakReport(table);
  let stage = judging.next();
  while (!stage.done) stage = judging.next();
  if (stage.value.features.length !== 2) throw new Error('the report is not whole');
  return table.rows;
}

const most = () => process.resourceUsage().maxRSS / 1024;
const folder = await mkdtemp(join(tmpdir(), 'lectern-stream-'));
try {
  const path = join(folder, 'table.csv');
  const written = await write(path, kind === 'leaks' ? forms.leaks : forms.audit);
  const before = most();
  const file = await openTable(path);
  const start = performance.now();
  const rows = await (kind === 'leaks' ? leaks(file) : audit(file));
  const ms = performance.now() - start;
  const size = file.size / 1e6;
  await file.close();
  if (rows !== written) throw new Error(`${rows} of ${written} rows were read`);
  console.log(JSON.stringify({ ms, rows, size, before, megabytes: most() }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
