import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { findPython } from '../peers/find-python.ts';
import { besidePeer, ratioGoal, secondsText, summarize } from '../table.ts';
import { endPrograms, openRounds, programsInTurns, type RoundProgram } from '../turns.ts';

const rounds = 7;

interface Joined {
  seconds: number;
  matched: number;
  sum: number;
}

/** A million rows joined as of a million others, beside pandas' merge_asof on the same arrays. */
export const asof: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const open: Record<string, RoundProgram<unknown, Joined>> = {};
  try {
    say('Joining a million rows, and in pandas where it is installed');
    const args = [join(programs, 'asof-program.js'), folder];
    open['ours'] = await openRounds<unknown, Joined>(process.execPath, args);
    const python = await findPython('pandas');
    const script = join(root, 'test/bench/peers/merge_asof.py');
    if (python) open['peer'] = await openRounds<unknown, Joined>(python, [script, folder]);
    const found = await programsInTurns(rounds, open);
    const [ours, theirs] = [found['ours']!, found['peer'] ?? null];
    const [mine, other] = [ours.at(-1)!, theirs?.at(-1)];
    if (
      other &&
      (other.matched !== mine.matched ||
        Math.abs(other.sum - mine.sum) > 1e-6 * Math.abs(mine.sum) + 1e-6)
    )
      throw new Error(`the two joins differ: ${mine.matched} and ${other.matched} rows matched`);
    const { entities } = open['ours'].first as { entities: number };
    const version = (open['peer']?.first as { version: string } | undefined)?.version;
    const secondsOf = (all: readonly Joined[]) => all.map((one) => one.seconds);
    return [
      {
        what: 'as-of join, 1 M to 1 M rows',
        value: summarize(secondsOf(ours)).p50,
        text: secondsText(secondsOf(ours)),
        ...ratioGoal(1, 'pandas'),
        ...besidePeer(
          secondsOf(ours),
          theirs && secondsOf(theirs),
          version ? `pandas ${version} merge_asof` : 'pandas',
        ),
        how:
          `sorted arrays, ${entities.toLocaleString('en')} entities, one joined column; ` +
          `${mine.matched.toLocaleString('en')} rows matched${other ? ' by both' : ''}; median ` +
          `and range of ${rounds} in turns, after one warm-up each`,
      },
    ];
  } finally {
    await endPrograms(open);
    await rm(folder, { recursive: true, force: true });
  }
};
