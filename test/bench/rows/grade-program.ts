import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grade } from '../../../main/cli/grade.ts';
import { emptyLabProgress, emptyLearner } from '../../../main/contract/learner.ts';
import { makeCard } from '../../../main/services/runs/card.ts';
import { newRun } from '../../../main/services/runs/new-run.ts';
import { seededRandom } from '../../../labs/math/random.ts';

// A process of its own, and the command itself: a folder in, everything that it writes out.

const students = 300;
const runs = 12;
const rounds = 3;
/** Numbers in a run's result: with its series it is then as large as most labs' cards (60 kB). */
const numbers = 2_000;

const random = seededRandom(5);
const points = (count: number) =>
  Array.from({ length: count }, (_, i): [number, number] => [i, random.uniform()]);

function card(student: number, number: number) {
  const run = newRun({
    id: `bench-${String(student * runs + number).padStart(8, '0')}`,
    number,
    lab: 'latency',
    labVersion: 1,
    parameters: { epochs: number },
    seed: student,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  const rows = Array.from({ length: numbers / 4 }, (_, i) => ({
    model: `model ${i % 3}`,
    meanMs: random.uniform(),
    p95Ms: random.uniform(),
    replicas: i,
  }));
  return makeCard(
    {
      ...run,
      status: 'finished',
      complete: true,
      durationMs: 1_000 * random.uniform(),
      series: { loss: points(300), accuracy: points(300) },
      result: { rows },
    },
    { timesMs: points(50).map(([, ms]) => ms) },
    null,
    '0.0.0',
  );
}

function notebook(student: number): string {
  const words = 'A queue is short while somebody is idle. '.repeat(6);
  const queue = { ...emptyLabProgress, reflections: { 'queue-reflect': words } };
  const who = { name: `Student ${student}`, course: 'ML' };
  const lines: unknown[] = [
    { format: 'lectern-notebook', formatVersion: 1, runs },
    { kind: 'learner', learner: { ...emptyLearner, who, labs: { latency: queue } } },
  ];
  for (let n = 1; n <= runs; n++) lines.push({ kind: 'run', card: card(student, n), remark: null });
  lines.push({ kind: 'end', runs });
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-grade-'));
const said = console.log;
try {
  const [handedIn, out] = [join(folder, 'handed-in'), join(folder, 'out')];
  await mkdir(handedIn);
  await mkdir(out);
  let bytes = 0;
  for (let student = 0; student < students; student++) {
    const path = join(handedIn, `${student}.jsonl`);
    await writeFile(path, notebook(student));
    bytes += (await stat(path)).size;
  }
  const ms: number[] = [];
  console.log = () => undefined;
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    await grade([handedIn, '--out', out, '--force']);
    if (round > 0) ms.push(performance.now() - began);
  }
  console.log = said;
  console.log(JSON.stringify({ ms, megabytes: bytes / 1e6 }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
