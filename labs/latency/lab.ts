import { compare, inWords } from '../kit/compare.ts';
import { defineLab } from '../lab.ts';
import { latencyParameters } from './parameters.ts';
import { reachOf } from './reach.ts';
import { latencyMeasured, latencyResult, type ModelRow } from './result.ts';

/** What one request costs alone, ms, by the fitted line. */
const alone = ({ service }: ModelRow): number => service.alphaMs + service.betaMs;
/** Two digits, as many as the seeds agree on: 825 is 830. */
const rounded = (value: number) => Number(value.toPrecision(2)).toLocaleString('en-US');
/** ", 3.2 times as many as singly". */
function gainWords(most: number, one: number, plus: string): string {
  const comparison = compare({ value: most }, { value: one }, { scale: 'ratio', margin: 0.05 });
  return inWords(comparison, {
    less: ', less than singly',
    equal: ', the same as singly',
    more: `, ${rounded(comparison.by)}${plus} times as many as singly`,
    unclear: '',
  });
}
const ms = (value: number | null) => (value === null ? 'unstable' : value.toFixed(2));

export const lab = defineLab({
  id: 'latency',
  version: 3,
  title: 'Latency vs conversion',
  question: 'Which model and which serving set-up should we ship, and who says so?',
  expectedSeconds: 7,
  parameters: latencyParameters,
  presets: [
    {
      id: 'default',
      title: 'Your machine',
      about: 'Three models, one replica, no batching.',
      parameters: {},
    },
    {
      id: 'one-user',
      title: 'One user at a time',
      about: 'So few requests that nobody ever waits for another.',
      parameters: { loadPercent: 1 },
    },
    {
      id: 'lunch-rush',
      title: 'Lunch rush',
      about: 'Three replicas share one queue under heavy traffic.',
      parameters: { loadPercent: 270, replicas: 3 },
    },
    {
      id: 'batch-everything',
      title: 'Batch everything',
      about: 'One replica that takes up to 64 waiting requests at once.',
      parameters: { maxBatch: 64 },
    },
    {
      id: 'slow-call',
      title: 'One slow call in a hundred',
      about:
        'An assumption: one call in a hundred takes ten times as long. Watch the tail, then the mean.',
      parameters: { slowShare: 1 },
    },
    {
      id: 'thorough',
      title: 'Thorough',
      about: 'A thousand timed calls and twenty replications for each point.',
      parameters: { repetitions: 1_000, replications: 20 },
    },
  ],
  former: {
    without: ['loadPercent', 'limitTimes'],
    parameters: { arrivalsPerSecond: 600, limitMs: 20 },
  },
  result: latencyResult,
  measured: latencyMeasured,
  needs: ['dense'],
  questions: {},
  // WebAssembly beside the native backend, default run, three seeds: scores between the worst and
  // the best candidate up to 2.8 % off, as they rest on a precision among a few hundred; all else
  // up to 0.9 %.
  elsewhere: { tolerance: 0.05 },
  summary: (result) => [
    ['model', 'weights', 'AUC', 'α ms', 'β ms', 'utilisation', 'mean ms', 'p99 ms'],
    ...result.models.map((model) => {
      const row = result.simulation.find((r) => r.chosen && r.model === model.name);
      return [
        model.name,
        String(model.parameters),
        model.auc.toFixed(3),
        model.service.alphaMs.toFixed(3),
        model.service.betaMs.toFixed(4),
        row?.utilization == null ? 'unstable' : row.utilization.toFixed(2),
        ms(row?.meanMs ?? null),
        ms(row?.p99Ms ?? null),
      ];
    }),
  ],
  recap: ({ models, frontier = [] }) => {
    const limit = frontier[0]?.limitMs;
    const [one, most] =
      limit === undefined
        ? []
        : [1, 64].map((maxBatch) => reachOf(frontier, 'large', maxBatch, limit));
    if (most) {
      const than =
        one && !one.atLeast && one.perSecond > 0
          ? gainWords(most.perSecond, one.perSecond, most.atLeast ? '+' : '')
          : '';
      return {
        what: `requests within ${limit} ms in batches of up to 64${than}`,
        value: `${rounded(most.perSecond)}${most.atLeast ? '+' : ''}`,
        unit: '/s',
        answers: 'batch',
      };
    }
    const [fast, best] = [
      models.reduce((a, b) => (alone(b) < alone(a) ? b : a)),
      models.reduce((a, b) => (b.auc > a.auc ? b : a)),
    ];
    return alone(fast) > 0
      ? {
          what: `the time of one answer of the ${best.name} model over that of the ${fast.name} one`,
          value: (alone(best) / alone(fast)).toFixed(1),
          unit: '×',
          answers: 'measure',
        }
      : null;
  },
});
