import type { FigureScript } from '../../kit/code/script.ts';
import { inNumbers, yardstickOf } from '../explore/asked-numbers.ts';
import { simulateSetting } from '../explore/explore.ts';
import { describeTimes } from '../measure.ts';
import { modelNames } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyMeasured } from '../result.ts';

/** The queue's curves and your own point, from the timed calls in the card. */
export const script: FigureScript = {
  part: 'queue',
  steps: [
    'The times of a model’s calls become a line, α + β·b, through their medians.',
    'A simulated call takes as long as one of the timed calls did.',
    'Requests come at random; a first-come queue answers them, at eleven loads and at your own.',
    'Each point is simulated several times over; percentiles are of all of them together.',
  ],
  reads: ({ measured }) => ({ measured, result: null }),
  numbers({ parameters, seed, measured: given }) {
    const measured = given as LatencyMeasured;
    const models = modelNames
      .filter((name) => measured.service.some(({ model }) => model === name))
      .map((name) => ({ name, ...describeTimes(measured, name) }));
    const yardstick = yardstickOf(measured, models);
    const setting = inNumbers(parameters as LatencyParameters, yardstick);
    const { rows } = simulateSetting(measured, models, setting, seed);
    return [
      ['model', 'requests a second', 'your own', 'mean ms', 'p50 ms', 'p95 ms', 'p99 ms'],
      ...rows.map((row) => [
        row.model,
        row.arrivalsPerSecond,
        row.chosen ? 'yes' : '',
        row.meanMs,
        row.p50Ms,
        row.p95Ms,
        row.p99Ms,
      ]),
    ];
  },
};
