import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram, runProgram } from '../child.ts';
import { figures, ratio, summarize } from '../table.ts';

const rounds = 7;
/** What pandas took for the same join when the goal was set, seconds. */
const goal = 0.28;

interface Joined {
  seconds: number[];
  matched: number;
  sum: number;
}

/** A Python that has pandas; null where there is none. */
async function findPandas(): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3'])
    if ((await runProgram(python, ['-c', 'import pandas'])).code === 0) return python;
  return null;
}

/** A million rows joined as of a million others, beside pandas' merge_asof on the same arrays. */
export const asof: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    say('Joining a million rows');
    const ours = await askProgram<Joined & { rows: number; entities: number }>(process.execPath, [
      join(programs, 'asof-program.js'),
      folder,
      String(rounds),
    ]);
    const python = await findPandas();
    if (python) say('The same join in pandas');
    const peer = python
      ? await askProgram<Joined & { version: string }>(python, [
          join(root, 'test/bench/peers/merge_asof.py'),
          folder,
          String(rounds),
        ])
      : null;
    if (
      peer &&
      (peer.matched !== ours.matched ||
        Math.abs(peer.sum - ours.sum) > 1e-6 * Math.abs(ours.sum) + 1e-6)
    )
      throw new Error(`the two joins differ: ${ours.matched} and ${peer.matched} rows matched`);
    const { p50, least, most } = summarize(ours.seconds);
    const theirs = peer ? summarize(peer.seconds).p50 : null;
    return [
      {
        what: 'as-of join, 1 M to 1 M rows',
        value: p50,
        text: `${figures(p50)} s (${figures(least)} to ${figures(most)})`,
        goal: { value: theirs ?? goal, is: 'at most' },
        goalText: theirs === null ? `≤ ${goal} s` : '≤ pandas',
        peer:
          theirs === null
            ? 'peer not installed'
            : `${ratio(p50, theirs)} pandas ${peer!.version} merge_asof (${figures(theirs)} s)`,
        how:
          `sorted arrays, ${ours.entities.toLocaleString('en')} entities, one joined column; ` +
          `${ours.matched.toLocaleString('en')} rows matched${peer ? ' by both' : ''}; median ` +
          `and range of ${rounds} after a warm-up`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
