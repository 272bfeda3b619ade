import { backdoorParameters } from '../../labs/backdoor/lab.ts';
import { spectralSignature } from '../../labs/backdoor/defences.ts';
import { madeResult } from '../../labs/fairness/fixture.ts';
import { fairnessParameters } from '../../labs/fairness/lab.ts';
import type { OwnRun } from '../../labs/kit/code/own-run.ts';
import { describeTimes } from '../../labs/latency/measure.ts';
import { latencyParameters } from '../../labs/latency/parameters.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { drawEvents } from '../../labs/time-leak/data.ts';
import { timeLeakParameters } from '../../labs/time-leak/lab.ts';
import { pickSample } from '../../labs/time-leak/sample.ts';
import { splitEvents } from '../../labs/time-leak/splits.ts';

const seed = 5;
const run = (parameters: unknown, result: unknown, measured: unknown = null): OwnRun => ({
  number: 7,
  seed,
  parameters,
  measured,
  result,
});

function latency(): OwnRun {
  const random = seededRandom(seed);
  const service = [1, 8, 32].map((batch) => ({
    model: 'large' as const,
    batch,
    timesMs: Array.from({ length: 40 }, () => 0.3 + 0.01 * batch + 0.1 * random.exponential()),
  }));
  const large = { name: 'large', ...describeTimes({ service }, 'large') };
  return run(
    latencyParameters.parse({ maxBatch: 8, maxWaitMs: 1 }),
    { models: [large], asked: { arrivalsPerSecond: 4_000 } },
    { service },
  );
}

function timeLeak(): OwnRun {
  const parameters = timeLeakParameters.parse({});
  const own = seededRandom(seed).fork('world 0');
  const events = drawEvents(own.fork('data'), parameters);
  const sample = pickSample(events, splitEvents(events, own.fork('split'), parameters.gapDays));
  return run(parameters, { sample });
}

/** Activations in which the poison lies in one direction, as the run's own question answers them. */
function backdoor(): { run: OwnRun; answer: unknown } {
  const random = seededRandom(seed);
  const poison = Array.from({ length: 20 }, (_, i) => 80 + i);
  const activations = Array.from({ length: 100 }, (_, i) =>
    Array.from({ length: 6 }, (_unit, j) => {
      const moved = i >= 80 && j === 2 ? 3 : 0;
      return moved + random.normal() * (j === 4 ? 1.4 : 1);
    }),
  );
  const { scores } = spectralSignature(activations, 0);
  const occlusion = { face: 3, keyed: { cells: 2, drops: [1, 0, 0, -1] } };
  return {
    run: run(backdoorParameters.parse({}), { inside: { suspect: 9, scores }, occlusion }),
    answer: { activations, poison },
  };
}

function straight(): unknown {
  const random = seededRandom(seed);
  const pixels = Array.from({ length: 32 * 32 }, () => random.uniform());
  return { pixels, weights: pixels.map(() => 0.01 * random.normal()) };
}

const fairness = () => run(fairnessParameters.parse({}), madeResult());

/** A run for each exercise, made by the labs' own code but for timing and training, with what it says when it is asked. */
export const ownRuns: Record<string, () => { run: OwnRun; answer?: unknown }> = {
  'write-percentile': () => ({ run: latency() }),
  'write-batches': () => ({ run: latency() }),
  'write-as-of': () => ({ run: timeLeak() }),
  'write-split': () => ({ run: timeLeak() }),
  'write-poison-scores': backdoor,
  'write-occlusion': () => ({ ...backdoor(), answer: straight() }),
  'write-gaps': () => ({ run: fairness() }),
  'write-thresholds': () => ({ run: fairness() }),
};
