import { z } from 'zod';
import { defineLab } from '../lab.ts';
import { numberParameter } from '../parameters.ts';
import { reachOf } from './reach.ts';

export const modelNames = ['small', 'medium', 'large'] as const;
export type ModelName = (typeof modelNames)[number];
export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

export const stakeholderNames = ['ml', 'sales', 'product', 'manager'] as const;
export type StakeholderName = (typeof stakeholderNames)[number];

/** Named as its column in the figure. */
const weight = (label: string, wants: string) =>
  numberParameter({
    label,
    min: 0,
    max: 1,
    step: 0.1,
    default: 1,
    needsRun: false,
    help: `Weight of the vote of ${wants} when the scores are put together. 0: it is not heard.`,
  });

export const latencyParameters = z.object({
  arrivalsPerSecond: numberParameter({
    label: 'Arrivals',
    unit: '/s',
    min: 1,
    max: 20_000,
    step: 1,
    scale: 'log',
    default: 600,
    needsRun: false,
    help:
      'Requests a second, at random moments (Poisson). Push it towards what a replica can ' +
      'answer and watch the wait grow long before the limit.',
  }),
  replicas: numberParameter({
    label: 'Replicas',
    min: 1,
    max: 8,
    step: 1,
    default: 1,
    integer: true,
    needsRun: false,
    help: 'Copies of the model that share one queue.',
  }),
  queueCapacity: numberParameter({
    label: 'Queue',
    unit: 'places',
    zero: 'no limit',
    min: 0,
    max: 1_000,
    step: 1,
    default: 0,
    integer: true,
    needsRun: false,
    help: 'Requests that may wait; one that finds the queue full is turned away. 0 means that all may wait.',
  }),
  maxBatch: numberParameter({
    label: 'Largest batch',
    min: 1,
    max: 64,
    step: 1,
    default: 1,
    integer: true,
    needsRun: false,
    help: 'A replica takes up to this many waiting requests at once.',
  }),
  maxWaitMs: numberParameter({
    label: 'Max wait',
    unit: 'ms',
    min: 0,
    max: 50,
    step: 0.5,
    default: 0,
    needsRun: false,
    help: 'How long a free replica holds a batch open for more requests.',
  }),
  limitMs: numberParameter({
    label: 'Limit',
    unit: 'ms',
    min: 1,
    max: 1_000,
    step: 1,
    scale: 'log',
    default: 20,
    needsRun: false,
    help: 'An answer within this time counts as good; goodput counts good answers a second.',
  }),
  slowShare: numberParameter({
    label: 'Slow calls',
    unit: '%',
    min: 0,
    max: 5,
    step: 0.1,
    default: 0,
    needsRun: false,
    help:
      'An assumption, not a measurement: this share of the simulated calls takes longer, ' +
      'as when a computer is busy with something else.',
  }),
  slowFactor: numberParameter({
    label: 'A slow call takes',
    unit: '×',
    min: 1,
    max: 50,
    step: 1,
    default: 10,
    needsRun: false,
    help: 'How many times as long as usual. Nothing changes while the share of slow calls is 0.',
  }),
  epochs: numberParameter({
    label: 'Epochs',
    min: 1,
    max: 10,
    step: 1,
    default: 3,
    integer: true,
    help: 'Passes over the 10,000 training rows. More makes the models better; it never makes them slower to ask.',
  }),
  repetitions: numberParameter({
    label: 'Timed calls',
    min: 200,
    max: 1_000,
    step: 100,
    default: 200,
    integer: true,
    help: 'Calls timed for each model and batch size, after 20 warm-up calls that are thrown away.',
  }),
  replications: numberParameter({
    label: 'Replications',
    min: 3,
    max: 20,
    step: 1,
    default: 5,
    integer: true,
    needsRun: false,
    help: 'Independent simulations for each point; their spread gives the interval.',
  }),
  extraMs: numberParameter({
    label: 'Extra latency',
    unit: 'ms',
    min: 0,
    max: 400,
    step: 1,
    default: 90,
    needsRun: false,
    help: 'How much later the answer would come. Move it past 200 ms and see which study still has a measurement there.',
  }),
  answerMs: numberParameter({
    label: 'Answer time',
    unit: 'ms',
    min: 50,
    max: 2_000,
    step: 1,
    scale: 'log',
    default: 300,
    needsRun: false,
    help: 'What the answer takes now. Booking.com counted in per cent of it, so the same delay weighs less on a slow page.',
  }),
  pageMedianS: numberParameter({
    label: 'Page median',
    unit: 's',
    min: 0.2,
    max: 3,
    step: 0.05,
    default: 0.8,
    needsRun: false,
    help: 'An assumption, set it to your page: half of all visits get the page without the answer within this time.',
  }),
  pageSigma: numberParameter({
    label: 'Page spread (σ)',
    min: 0.1,
    max: 1.2,
    step: 0.05,
    default: 0.5,
    needsRun: false,
    help: 'An assumption: how unequal page times are (lognormal). A wider spread puts more visits near 3 seconds.',
  }),
  valuePerConversion: numberParameter({
    label: 'Sale value',
    unit: '$',
    min: 1,
    max: 1_000,
    step: 1,
    scale: 'log',
    default: 20,
    needsRun: false,
    help: 'An assumption: what one visitor who buys is worth.',
  }),
  baseConversion: numberParameter({
    label: 'Sale rate',
    min: 0.001,
    max: 0.2,
    step: 0.001,
    default: 0.02,
    needsRun: false,
    help: 'An assumption: the share of requests that end in a purchase with the fastest candidate.',
  }),
  replicaPrice: numberParameter({
    label: 'Daily rent',
    unit: '$',
    min: 1,
    max: 1_000_000,
    step: 1,
    scale: 'log',
    default: 50,
    needsRun: false,
    help: 'An assumption: what one replica costs a day. Raise it until a replica is no longer worth its price to the manager.',
  }),
  wMl: weight('ML team', 'the ML team, who want the highest AUC,'),
  wSales: weight('Sales', 'the sales team, who want offers that sell,'),
  wProduct: weight('Product', 'the product team, who want a short p99,'),
  wManager: weight('Manager', 'the manager, who wants the most money left,'),
  ship: numberParameter({
    label: 'You ship',
    min: 0,
    max: 15,
    step: 1,
    default: 0,
    integer: true,
    needsRun: false,
    help: 'The candidate that you commit to, by its number; easier to choose in the figure of the last part. 0: none yet.',
  }),
});
export type LatencyParameters = z.output<typeof latencyParameters>;

/** Every timed call, in milliseconds, in the order it was made. */
export const latencyMeasured = z.object({
  service: z.array(
    z.object({ model: z.enum(modelNames), batch: z.number().int(), timesMs: z.array(z.number()) }),
  ),
});
export type LatencyMeasured = z.output<typeof latencyMeasured>;

const milliseconds = z.number().nullable();

export const simulationRow = z.object({
  model: z.enum(modelNames),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  queueCapacity: z.number().int(),
  arrivalsPerSecond: z.number(),
  /** True for the row at the learner's own settings; the others draw the curve. */
  chosen: z.boolean(),
  /** False where more work arrives than the replicas can do and nothing turns it away: there is no mean to report. */
  stable: z.boolean(),
  /** Share of the replicas' time that is busy; null where not stable. */
  utilization: z.number().nullable(),
  meanMs: milliseconds,
  p50Ms: milliseconds,
  p95Ms: milliseconds,
  p99Ms: milliseconds,
  /** Requests answered a second. */
  throughput: z.number().nullable(),
  /** Requests answered within the limit a second. */
  goodput: z.number().nullable(),
  /** Share of the requests that found the queue full. */
  turnedAway: z.number().nullable(),
  ci95: z.object({
    meanMs: z.tuple([z.number(), z.number()]).nullable(),
    p99Ms: z.tuple([z.number(), z.number()]).nullable(),
  }),
});
export type SimulationRow = z.output<typeof simulationRow>;

export const frontierBatches = [1, 4, 16, 64] as const;

/**
 * One simulated point of the throughput–p99 frontier. Its service times are the fitted line and
 * what the calls of all batch sizes strayed from it.
 */
export const frontierRow = z.object({
  model: z.enum(modelNames),
  /** 'line': a point of a line; 'chosen': the learner's own setting; 'noWait': the same without the wait. */
  kind: z.enum(['line', 'chosen', 'noWait']),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  limitMs: z.number(),
  arrivalsPerSecond: z.number(),
  stable: z.boolean(),
  /** Requests answered a second, and of those the ones within the limit. */
  throughput: z.number().nullable(),
  goodput: z.number().nullable(),
  utilization: z.number().nullable(),
  meanBatch: z.number().nullable(),
  meanMs: milliseconds,
  p99Ms: milliseconds,
  ci95: z.object({
    meanMs: z.tuple([z.number(), z.number()]).nullable(),
    p99Ms: z.tuple([z.number(), z.number()]).nullable(),
  }),
});
export type FrontierRow = z.output<typeof frontierRow>;

/** A textbook formula at the learner's own settings, for comparison with the simulation. */
export const closedFormRow = z.object({
  model: z.enum(modelNames),
  formula: z.enum(['M/M/c', 'M/D/1', 'M/G/1']),
  stable: z.boolean(),
  meanMs: milliseconds,
  p50Ms: milliseconds,
  p95Ms: milliseconds,
  p99Ms: milliseconds,
});
export type ClosedFormRow = z.output<typeof closedFormRow>;

export const modelRow = z.object({
  name: z.enum(modelNames),
  /** Trainable weights. */
  parameters: z.number().int(),
  auc: z.number(),
  /** Share of clicks among the tenth of the test rows that the model ranks highest; runs from before part 5 have none. */
  precisionAtTop10: z.number().optional(),
  /** Least squares fit of the measured medians: s(b) = alphaMs + betaMs·b. */
  service: z.object({ alphaMs: z.number(), betaMs: z.number() }),
  measured: z.array(
    z.object({
      batch: z.number().int(),
      p50Ms: z.number(),
      p95Ms: z.number(),
      p99Ms: z.number(),
      meanMs: z.number(),
      itemsPerSecond: z.number(),
    }),
  ),
  /** Of the calls with one row: equal bins from `fromMs`, each `binMs` wide; the last also holds all that is above. */
  histogram: z.object({ fromMs: z.number(), binMs: z.number(), counts: z.array(z.number().int()) }),
});
export type ModelRow = z.output<typeof modelRow>;

/** What a study says that a delay costs, at the learner's own answer time and page. */
export const conversionRow = z.object({
  curve: z.enum(['akamai-phone', 'akamai-tablet', 'akamai-desktop', 'booking', 'google']),
  /** How much later the answer comes. */
  deltaMs: z.number(),
  /** Change as a part: of orders for Akamai and Booking.com, of visits kept for Google. */
  relative: z.number(),
  /** True where the study measured nothing like it. */
  extrapolated: z.boolean(),
});
export type ConversionRow = z.output<typeof conversionRow>;
/** One model in one serving set-up, simulated at the learner's own arrivals. */
export const candidateRow = z.object({
  /** Stable: model/replicas x batch, then w and the wait, q and the queue places where they are set: "large/4x16", "small/2x8w5q50". */
  id: z.string(),
  model: z.enum(modelNames),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  queueCapacity: z.number().int(),
  arrivalsPerSecond: z.number(),
  stable: z.boolean(),
  /** Null where not stable, as for the next two. */
  meanMs: milliseconds,
  p99Ms: milliseconds,
  turnedAway: z.number().nullable(),
});
export type CandidateRow = z.output<typeof candidateRow>;

/** What a candidate is to a stakeholder: in the stakeholder's own unit, and from 0 (worst) to 1 (best). Null where it has no value. */
export const stakeholderRow = z.object({
  who: z.enum(stakeholderNames),
  candidate: z.string(),
  raw: z.number().nullable(),
  score: z.number().nullable(),
});
export type StakeholderRow = z.output<typeof stakeholderRow>;

export const latencyResult = z.object({
  models: z.array(modelRow),
  simulation: z.array(simulationRow),
  closedForms: z.array(closedFormRow),
  /** Absent where the run ended before it was simulated, and in runs from before there was one. */
  frontier: z.array(frontierRow).optional(),
  /** Missing in a run that was stopped, and in cards from before the part existed. */
  conversion: z.array(conversionRow).optional(),
  // Part 5; runs from before it have none of these.
  candidates: z.array(candidateRow).optional(),
  stakeholders: z.array(stakeholderRow).optional(),
  /** Ids of the candidates that no other one matches or beats for all four. */
  pareto: z.array(z.string()).optional(),
});
export type LatencyResult = z.output<typeof latencyResult>;

/** What one request costs alone, ms, by the fitted line. */
const alone = ({ service }: ModelRow): number => service.alphaMs + service.betaMs;
/** Two digits, as many as the seeds agree on: 825 is 830. */
const rounded = (value: number) => Number(value.toPrecision(2)).toLocaleString('en-US');
const ms = (value: number | null) => (value === null ? 'unstable' : value.toFixed(2));

export const lab = defineLab({
  id: 'latency',
  version: 1,
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
      parameters: { arrivalsPerSecond: 5 },
    },
    {
      id: 'lunch-rush',
      title: 'Lunch rush',
      about: 'Three replicas share one queue under heavy traffic.',
      parameters: { arrivalsPerSecond: 2_000, replicas: 3 },
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
      const gain = one && !one.atLeast && one.perSecond > 0 ? most.perSecond / one.perSecond : null;
      const than =
        gain !== null && gain >= 1.05
          ? `, ${rounded(gain)}${most.atLeast ? '+' : ''} times as many as singly`
          : '';
      return {
        what: `requests within ${limit} ms in batches of up to 64${than}`,
        value: `${rounded(most.perSecond)}${most.atLeast ? '+' : ''}`,
        unit: '/s',
      };
    }
    const [fast, best] = [
      models.reduce((a, b) => (alone(b) < alone(a) ? b : a)),
      models.reduce((a, b) => (b.auc > a.auc ? b : a)),
    ];
    return alone(fast) > 0
      ? {
          what: 'times as long for one answer: the most accurate model beside the fastest',
          value: (alone(best) / alone(fast)).toFixed(1),
          unit: '×',
        }
      : null;
  },
});
