import { join } from 'node:path';
import { runOnce } from '../../../../main/services/runs/one-run.ts';
import type { Measure } from '../../bench.ts';
import { askProgram } from '../../child.ts';
import { figures, secondsText, summarize, type Row } from '../../table.ts';
import { trainingEnv } from '../training.ts';
import { inTurns } from '../../turns.ts';
import { breathRows, type Breaths } from './breaths.ts';

const rounds = 3;

/** Each lab, and the seconds that its default run may take on a computer with two idle cores. */
const goals = { latency: 6, 'time-leak': 2, backdoor: 5, fairness: 2 } as const;
type Lab = keyof typeof goals;
const labs = Object.keys(goals) as Lab[];
/** A person who pressed Run sees the first numbers within this (seconds). */
const firstGoal = 1;

interface Timed {
  starting: number;
  first: number;
  whole: number;
  backend: string | null;
}

async function once(root: string, lab: Lab): Promise<Timed> {
  const started = performance.now();
  let running: number | null = null;
  let first: number | null = null;
  let finished: number | null = null;
  const card = await runOnce({
    root,
    lab,
    parameters: {},
    seed: 7,
    preset: 'default',
    measured: null,
    signal: new AbortController().signal,
    onSnapshot: (run) => {
      if (run.status === 'running') running ??= performance.now();
      if (run.result !== null || Object.values(run.series).some((points) => points.length > 0))
        first ??= performance.now();
      if (run.status === 'finished') finished ??= performance.now();
    },
  });
  if (card.status !== 'finished' || running === null || first === null || finished === null)
    throw new Error(`${lab}: it ended as ${card.status}: ${card.error?.what ?? 'no numbers came'}`);
  return {
    starting: (running - started) / 1000,
    first: (first - running) / 1000,
    whole: (finished - running) / 1000,
    backend: card.backend,
  };
}

/** Each lab's default run through a real compute process: all of it, until the first numbers, and the longest time it heard nothing. */
export const defaultRun: Measure = async ({ root, programs, say }) => {
  const sides = Object.fromEntries(
    labs.map((lab) => [
      lab,
      () => {
        say(`Running the ${lab} lab`);
        return once(root, lab);
      },
    ]),
  ) as Record<Lab, () => Promise<Timed>>;
  const found = await inTurns(rounds, sides);
  const row = (lab: Lab, what: string, part: 'first' | 'whole', goal: number): Row => {
    const seconds = found[lab].map((one) => one[part]);
    const starting = figures(summarize(found[lab].map((one) => one.starting)).p50);
    return {
      what: `${lab} lab, ${what}`,
      value: summarize(seconds).p50,
      text: secondsText(seconds),
      goal: { value: goal, is: 'at most' },
      goalText: `≤ ${goal} s`,
      peer: 'no peer is written',
      how:
        `default preset, seed 7, ${found[lab][0]!.backend}; from a ready compute process (it took ` +
        `${starting} s); median and range of ${rounds}, the labs in turns`,
    };
  };
  const breaths: Breaths[] = [];
  for (const lab of labs) {
    say(`Listening whether the ${lab} lab lets others speak`);
    const args = [join(programs, 'breath-program.js'), lab];
    breaths.push(await askProgram<Breaths>(process.execPath, args, trainingEnv('2')));
  }
  return [
    row('latency', 'first numbers', 'first', firstGoal),
    ...labs.map((lab) => row(lab, 'default run', 'whole', goals[lab])),
    ...breathRows(breaths),
  ];
};
