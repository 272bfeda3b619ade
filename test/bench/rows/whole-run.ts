import { runOnce } from '../../../main/services/runs/one-run.ts';
import type { Measure } from '../bench.ts';
import { figures, summarize, type Row } from '../table.ts';

const rounds = 3;

interface Timed {
  starting: number;
  first: number;
  whole: number;
  backend: string | null;
}

async function once(root: string): Promise<Timed> {
  const started = performance.now();
  let running: number | null = null;
  let first: number | null = null;
  let finished: number | null = null;
  const card = await runOnce({
    root,
    lab: 'latency',
    parameters: {},
    seed: 7,
    preset: 'default',
    measured: null,
    signal: new AbortController().signal,
    onSnapshot: (run) => {
      if (run.status === 'running') running ??= performance.now();
      if (Object.values(run.series).some((points) => points.length > 0))
        first ??= performance.now();
      if (run.status === 'finished') finished ??= performance.now();
    },
  });
  if (card.status !== 'finished' || running === null || first === null || finished === null)
    throw new Error(`the run ended as ${card.status}: ${card.error?.what ?? 'no numbers came'}`);
  return {
    starting: (running - started) / 1000,
    first: (first - running) / 1000,
    whole: (finished - running) / 1000,
    backend: card.backend,
  };
}

/** The latency lab's default run through a real compute process: all of it, and until the first numbers. */
export const wholeRun: Measure = async ({ root, say }) => {
  const all: Timed[] = [];
  for (let round = 0; round < rounds; round++) {
    say(`Running the latency lab, ${round + 1} of ${rounds}`);
    all.push(await once(root));
  }
  const row = (what: string, values: number[], goal: number, how: string): Row => {
    const { p50, least, most } = summarize(values);
    return {
      what,
      value: p50,
      text: `${figures(p50)} s (${figures(least)} to ${figures(most)})`,
      goal: { value: goal, is: 'at most' },
      goalText: `≤ ${goal} s`,
      peer: 'no peer',
      how,
    };
  };
  const starting = figures(summarize(all.map((one) => one.starting)).p50);
  const how = `default preset, seed 7, ${all[0]!.backend}; from the request to a ready compute process`;
  return [
    row(
      'latency lab, first numbers',
      all.map((one) => one.first),
      1,
      `${how}, to the first point of a curve; median and range of ${rounds}`,
    ),
    row(
      'latency lab, whole run',
      all.map((one) => one.whole),
      10,
      `${how}, to the result; the process itself was ready after ${starting} s`,
    ),
  ];
};
