import { survey, type Survey } from '../../../labs/data/survey.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { leakReport } from '../../../labs/time-leak/own/leak-report.ts';
import { inOrder, type LeakTable } from '../../../labs/time-leak/own/leak-table.ts';
import { readTable } from '../../../labs/time-leak/own/read-table.ts';
import type { TableMapping } from '../../../labs/time-leak/own/table-mapping.ts';
import { tableRoles } from '../../../labs/time-leak/own/roles/table-roles.ts';

// A process of its own, and the code that the lab's worker runs: a file in, the leak report out.

const rows = 1_000_000;
const owners = 100_000;
const rounds = 2;

/**
 * Events of owners who come back: an input of the event, one that dates itself, one that belongs to the owner, one that is filled in
 * after the outcome, a category and one that tells nothing.
 */
function events(): Blob {
  const random = seededRandom(18);
  const mood = Float64Array.from({ length: owners }, () => random.normal());
  const parts = ['time,user_id,amount,balance,balance_at,tenure,tickets,plan,noise,label\n'];
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, () => {
      const owner = random.integer(owners);
      const time = 1_700_000_000_000 + Math.floor(random.uniform() * 300 * 86_400) * 1000;
      const label = random.uniform() < 1 / (1 + Math.exp(1 - mood[owner]!)) ? 1 : 0;
      const late = (random.uniform() - 0.7) * 10 * 86_400_000;
      const cells = [iso(time), `u${owner}`, (label * 40 + random.uniform() * 75).toFixed(2)];
      cells.push((mood[owner]! * 100 + random.normal() * 50).toFixed(2), iso(time + late));
      cells.push((mood[owner]! + random.normal()).toFixed(2));
      cells.push(String(label * 2 + random.integer(4)), `plan ${random.integer(5)}`);
      cells.push(random.uniform().toFixed(4), String(label));
      return cells.join(',');
    });
    parts.push(`${lines.join('\n')}\n`);
  }
  return new Blob(parts);
}

/** As the lab's worker reads: the table in the file's own order is dropped. */
async function readInOrder(file: Blob, found: Survey, mapping: TableMapping): Promise<LeakTable> {
  const reading = readTable(file, found, mapping);
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  return inOrder(step.value);
}

async function once(file: Blob): Promise<number> {
  const start = performance.now();
  const found = await survey(file);
  const { mapping } = tableRoles(found.columns);
  const judging = leakReport(await readInOrder(file, found, mapping!));
  let stage = judging.next();
  while (!stage.done) stage = judging.next();
  const { findings, features } = stage.value;
  if (features.length !== 6 || findings[0]?.kind !== 'leak')
    throw new Error('the report is not whole');
  return performance.now() - start;
}

const file = events();
const times: number[] = [];
await once(file);
for (let i = 0; i < rounds; i++) times.push(await once(file));
console.log(JSON.stringify({ times, megabytes: process.resourceUsage().maxRSS / 1024 }));
