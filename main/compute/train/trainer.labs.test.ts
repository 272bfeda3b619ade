import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lossesPerStep, type Net } from '../../../labs/kit/trainer/net.ts';
import { trainNet, type Trainer, type Training } from '../../../labs/kit/trainer/trainer.ts';
import type { Tf } from '../../../labs/lab.ts';
import { finishNow } from '../../../labs/kit/steps.ts';
import { nativeTf } from '../../../test/native-tf.ts';
import { bindingWith, countingBinding } from './fixtures/bindings.ts';
import { exampleOf, nets, type ExampleSize } from './fixtures/nets.ts';
import { openGraph } from './graph-training.ts';
import { openLoop } from './loop-training.ts';
import { bindingOf, type Binding } from './session.ts';
import { createTrainer } from './trainer.ts';
import type { Way } from './ways.ts';

let tf: Tf;
let folder: string;
beforeAll(async () => {
  tf = await nativeTf();
  folder = mkdtempSync(join(tmpdir(), 'lectern trainer ünder "test" '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = () => performance.now();
const options = () => ({ binding: bindingOf(tf)!, now, folder });

/** Trains to the end; the losses of all steps and the weights. */
function trained(training: Training, net: Net, size: ExampleSize) {
  const losses: number[] = [];
  const run = training.run(exampleOf(net, size).plan);
  let chunk = run.next();
  for (; !chunk.done; chunk = run.next()) losses.push(...chunk.value.losses);
  return { losses, weights: chunk.value };
}

function both(net: Net, size: ExampleSize) {
  const { rows } = exampleOf(net, size);
  const graph = finishNow(openGraph(options(), net, rows));
  const loop = openLoop(tf, net, rows);
  try {
    return { graph: trained(graph, net, size), loop: trained(loop, net, size) };
  } finally {
    graph.dispose();
    loop.dispose();
  }
}

/** Root mean square of the differences in each tensor, and the largest of these. */
const apart = (a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): number =>
  Math.max(
    ...a.map((values, i) => {
      const squares = Array.from(values, (value, k) => (value - b[i]![k]!) ** 2);
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    }),
  );

/** One step of a batch that is larger than the rows, and ten of which some have fewer rows than others. */
const sizes: [number, (net: Net) => ExampleSize][] = [
  [1, () => ({ rows: 7, epochs: 1 })],
  [10, ({ batch }) => (batch === null ? { rows: 21, epochs: 10 } : { rows: 37, epochs: 2 })],
];

describe.each(Object.entries(nets))('%s', (_name, net) => {
  it.each(sizes)(
    'after %i steps graph and loop are at the same weights and losses',
    (steps, sizeOfExample) => {
      const size = sizeOfExample(net);
      const { graph, loop } = both(net, size);
      expect(graph.losses).toHaveLength(steps * lossesPerStep(net));
      expect(loop.losses).toHaveLength(graph.losses.length);
      expect(apart([graph.losses], [loop.losses])).toBeLessThan(1e-5);
      expect(apart(graph.weights, loop.weights)).toBeLessThan(1e-5);
      const { plan } = exampleOf(net, size);
      expect(apart(graph.weights, plan.start)).toBeGreaterThan(0.001);
    },
  );
});

it.each([
  ['a dense net, sigmoid', 1e-3],
  ['a first convolution of stride 2 as patches, then one of stride 1', 2e-2],
])('%s: after a long training losses are the same over several seeds', (name, margin) => {
  const net = nets[name]!;
  const gaps: number[] = [];
  for (const seed of [1, 2, 3]) {
    const { graph, loop } = both(net, { rows: 37, epochs: 20, seed });
    const lastEpoch = (losses: number[]) => losses.slice(-5).reduce((sum, loss) => sum + loss) / 5;
    gaps.push(lastEpoch(graph.losses) - lastEpoch(loop.losses));
    expect(lastEpoch(graph.losses)).toBeLessThan(graph.losses[0]!);
  }
  expect(Math.abs(gaps.reduce((sum, gap) => sum + gap) / gaps.length)).toBeLessThan(margin);
});

it('gives the same bits however the steps are cut into chunks, again and again', () => {
  const net = nets['a first convolution of stride 2 as patches, then one of stride 1']!;
  const size = { rows: 21, epochs: 20 };
  const { rows } = exampleOf(net, size);
  // A clock by which each call takes too long, and one by which none takes any time.
  let slow = 0;
  const clocks = [() => (slow += 1000), () => 0, now];
  const found = clocks.map((clock) => {
    const training = finishNow(openGraph({ ...options(), now: clock }, net, rows));
    const first = trained(training, net, size);
    const again = trained(training, net, size);
    training.dispose();
    expect(again).toEqual(first);
    return first;
  });
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

describe('bad input', () => {
  const net = nets['a dense net, sigmoid']!;
  const size = { rows: 21, epochs: 4 };

  /** A trainer whose TensorFlow.js is on this binding, with what it said of its ways. */
  function trainerOn(binding: Binding, place = folder) {
    const said: [Way, string | null][] = [];
    const own = Object.create(tf, { backend: { value: () => ({ binding }) } }) as Tf;
    const onWay = (way: Way, why: string | null) => void said.push([way, why]);
    return { trainer: createTrainer({ tf: own, now, folder: place, onWay }), said };
  }
  const complete = (trainer: Trainer, of = net) => {
    const { rows, plan } = exampleOf(of, size);
    return finishNow(trainNet(trainer, of, rows, plan));
  };
  const loopWeights = () => {
    const training = openLoop(tf, net, exampleOf(net, size).rows);
    const { weights } = trained(training, net, size);
    training.dispose();
    return weights;
  };

  it('a good library: the graph, and nothing to say', () => {
    const { trainer, said } = trainerOn(bindingWith(tf, {}));
    complete(trainer);
    expect(said).toEqual([['graph', null]]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['no temporary folder', () => trainerOn(bindingWith(tf, {}), join(folder, 'gone')), /ENOENT/],
    [
      'a library that lacks an op',
      () =>
        trainerOn(
          bindingWith(tf, {
            loadSavedModel: () => {
              throw new Error('Op type not registered ‘MaxPoolWithArgmax’');
            },
          }),
        ),
      /not registered/,
    ],
    [
      'a library that computes wrongly',
      () => trainerOn(bindingWith(tf, { tensorDataSync: () => new Float32Array(1000) })),
      /first step is off/,
    ],
  ])('%s: the loop goes on, and says why', (_name, open, reason) => {
    const { trainer, said } = open();
    expect(complete(trainer)).toEqual(loopWeights());
    expect(said).toEqual([['loop', expect.stringMatching(reason) as string]]);
    complete(trainer);
    expect(said).toHaveLength(2);
  });

  it('a net whose graph can not be written after the self-check was good: the loop trains it', () => {
    const binding = bindingWith(tf, {});
    complete(trainerOn(binding).trainer);
    const { trainer, said } = trainerOn(binding, join(folder, 'gone'));
    expect(complete(trainer)).toEqual(loopWeights());
    expect(said).toEqual([['loop', expect.stringMatching(/ENOENT/) as string]]);
  });

  it('a graph that is read but can not make its first step: the loop trains the net', () => {
    const { binding } = countingBinding(tf, (graphs) => (graphs > 1 ? 'run' : null));
    const { trainer, said } = trainerOn(binding);
    expect(complete(trainer)).toEqual(loopWeights());
    expect(said).toEqual([['loop', 'No OpKernel was registered']]);
  });

  it('each kind of net is checked before its first training, and once', () => {
    const { binding, given } = countingBinding(tf, () => null);
    const readFor = (of: Net) => {
      const before = given.graphs;
      complete(trainerOn(binding).trainer, of);
      return given.graphs - before;
    };
    const others = [
      nets['four nets side by side']!,
      nets['a weight for each row and output, masked, with a ridge']!,
      nets['rows with a weight each, softmax']!,
    ];
    for (const of of [net, ...others]) expect([readFor(of), readFor(of)]).toEqual([2, 1]);
  });

  it('a fault that passes is found gone by the next run; one that stays is looked at three times', () => {
    const passing = countingBinding(tf, (graphs) => (graphs === 1 ? 'read' : null));
    const ways = [1, 2].map(() => {
      const { trainer, said } = trainerOn(passing.binding);
      complete(trainer);
      complete(trainer);
      return said.map(([way]) => way);
    });
    expect(ways).toEqual([
      ['loop', 'loop'],
      ['graph', 'graph'],
    ]);
    const staying = countingBinding(tf, () => 'read');
    for (let run = 0; run < 5; run++) complete(trainerOn(staying.binding).trainer);
    expect(staying.given.graphs).toBe(3);
  });

  const trainers: [Way, () => Trainer][] = [
    ['graph', () => createTrainer({ tf, now, folder })],
    [
      'loop',
      () =>
        createTrainer({ tf: Object.create(tf, { getBackend: { value: () => 'cpu' } }) as Tf, now }),
    ],
  ];
  describe.each(trainers)('by the %s', (_way, open) => {
    it('a loss that is no number ends the training, says so and leaves nothing', () => {
      const before = tf.memory().numTensors;
      const { rows, plan } = exampleOf(net, size);
      rows.x[5] = NaN;
      expect(() => finishNow(trainNet(open(), net, rows, plan))).toThrow(
        expect.objectContaining({
          data: expect.objectContaining({
            what: expect.stringContaining('no number any more') as string,
          }) as object,
        }),
      );
      expect(tf.memory().numTensors).toBe(before);
    });

    it('no rows, or numbers that do not fit, are refused before anything is made', () => {
      const { rows, plan } = exampleOf(net, size);
      const none = { rows: 0, x: new Float32Array(0), y: new Float32Array(0) };
      expect(() => finishNow(trainNet(open(), net, none, plan))).toThrow(/no rows/);
      expect(() => finishNow(trainNet(open(), net, { ...rows, rows: 20 }, plan))).toThrow(
        RangeError,
      );
      const short = { ...plan, start: plan.start.slice(1) };
      expect(() => finishNow(trainNet(open(), net, rows, short))).toThrow(RangeError);
    });

    it('stopping between chunks, also while it makes ready, leaves no tensor and no file', () => {
      const before = tf.memory().numTensors;
      const { rows, plan } = exampleOf(net, { rows: 21, epochs: 500 });
      for (const chunks of [0, 1, 5]) {
        const steps = trainNet(open(), net, rows, plan);
        for (let done = 0; done <= chunks; done++) steps.next();
        // So whoever kills the process here leaves none either.
        expect(readdirSync(folder)).toEqual([]);
        steps.return([]);
      }
      expect(tf.memory().numTensors).toBe(before);
      expect(readdirSync(folder)).toEqual([]);
    });

    it('two at once do not touch each other', () => {
      const alone = complete(open());
      const { rows, plan } = exampleOf(net, size);
      const other = exampleOf(net, { ...size, seed: 9 });
      const trainer = open();
      const [first, second] = [
        trainNet(trainer, net, rows, plan),
        trainNet(trainer, net, other.rows, other.plan),
      ];
      let [a, b] = [first.next(), second.next()];
      while (!a.done || !b.done) {
        if (!a.done) a = first.next();
        if (!b.done) b = second.next();
      }
      expect(a.value).toEqual(alone);
      expect(b.value).not.toEqual(alone);
    });
  });
});
