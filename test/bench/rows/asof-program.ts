import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asofJoin } from '../../../labs/math/asof.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { answerRounds } from '../answer-rounds.ts';

// Joins a million rows to a million rows, a round at a time, and writes the very same arrays down for the peer, in the folder named.

const folder = process.argv[2]!;
const rows = 1_000_000;
const entities = 100_000;

const random = seededRandom(7);
const table = () => ({
  time: Float64Array.from({ length: rows }, () => random.uniform() * 1e6).sort(),
  key: Int32Array.from({ length: rows }, () => random.integer(entities)),
});
const left = table();
const right = { ...table(), value: Float64Array.from({ length: rows }, () => random.normal()) };
for (const [name, array] of Object.entries({
  'left-time.f64': left.time,
  'left-key.i32': left.key,
  'right-time.f64': right.time,
  'right-key.i32': right.key,
  'right-value.f64': right.value,
}))
  await writeFile(join(folder, name), array);

/** The join and the joined column, as the peer gives it. */
function once(): Float64Array {
  const matched = asofJoin(left, right);
  const joined = new Float64Array(rows);
  for (let i = 0; i < rows; i++) joined[i] = matched[i]! < 0 ? NaN : right.value[matched[i]!]!;
  return joined;
}

/** One join: its seconds, and what it found. */
function round(): { seconds: number; matched: number; sum: number } {
  const start = performance.now();
  const joined = once();
  const seconds = (performance.now() - start) / 1000;
  let matched = 0;
  let sum = 0;
  for (const value of joined) {
    if (Number.isNaN(value)) continue;
    matched += 1;
    sum += value;
  }
  return { seconds, matched, sum };
}

// The first one is the warm-up.
round();
await answerRounds({ rows, entities }, round);
