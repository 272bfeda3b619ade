import type { Lab } from '../../labs/lab.ts';
import { seededRandom, type Random } from '../../labs/math/random.ts';
import { describeParameters, type ParameterDescription } from '../../labs/parameters.ts';
import type { Parameters } from '../../main/contract/run.ts';
import type { RealResult } from './result.ts';

/** One run to be made. */
export type Planned = Pick<
  RealResult,
  'lab' | 'version' | 'parameters' | 'seed' | 'preset' | 'backend'
>;

const seeds = 3;
/** One run in so many is on WebAssembly. */
const oneInWasm = 5;

/** What makes a run short, within its ranges: the words are the same, the numbers noisier. */
const short: Record<string, (random: Random) => Parameters> = {
  latency: () => ({ epochs: 1, repetitions: 200, replications: 3 }),
  fairness: () => ({ steps: 50, seeds: 1, resamples: 100 }),
  backdoor: (random) => {
    const cleanFaces = 200 + 10 * random.integer(21);
    return { cleanFaces, epochs: 1 + random.integer(4), doseSeeds: 1 };
  },
  'time-leak': () => ({ worlds: 1 }),
};

/**
 * The runs that a lab's texts are tried with: every preset in turn, and random parameters within their ranges after those and for each
 * fifth run, which is on WebAssembly: so that a few runs have some of them too. Seeds in turn. The same seed plans the same runs.
 */
export function planOf(lab: Lab, many: number, seed: number): Planned[] {
  const random = seededRandom(seed).fork(`sentences ${lab.id}`);
  const described = describeParameters(lab.parameters);
  return Array.from({ length: many }, (_, i): Planned => {
    const isWasm = i % oneInWasm === oneInWasm - 1;
    const preset = isWasm ? undefined : lab.presets[i - Math.floor(i / oneInWasm)];
    const own = preset
      ? (preset.parameters as Parameters)
      : Object.fromEntries(described.flatMap((one) => drawn(one, random)));
    const shortened = { ...own, ...short[lab.id]?.(random) };
    return {
      lab: lab.id,
      version: lab.version,
      preset: preset?.id ?? null,
      parameters: lab.parameters.parse(fitting(lab.id, shortened)) as Parameters,
      seed: 1 + ((seed + i) % seeds),
      backend: isWasm ? 'wasm' : 'tensorflow',
    };
  });
}

/** A value within the range, on its step; every other parameter keeps its default. */
function drawn(one: ParameterDescription, random: Random): [string, number | string][] {
  if (random.uniform() < 0.5) return [];
  if (one.kind === 'choice') return [[one.name, one.options[random.integer(one.options.length)]!]];
  const { min, max, step, scale } = one;
  // A log track from 0 goes on from one step.
  const from = scale === 'log' ? Math.log(Math.max(min, step)) : min;
  const to = scale === 'log' ? Math.log(max) : max;
  const value = from + random.uniform() * (to - from);
  const plain = scale === 'log' ? Math.exp(value) : value;
  const steps = Math.round((plain - min) / step);
  return [[one.name, Math.min(max, Number((min + steps * step).toPrecision(12)))]];
}

/** What no schema says: a face can be poisoned once only. */
function fitting(lab: string, parameters: Parameters): Parameters {
  if (lab !== 'backdoor') return parameters;
  const most = Math.floor(0.8 * Number(parameters['cleanFaces']));
  return { ...parameters, poisons: Math.min(most, Number(parameters['poisons'] ?? 120)) };
}
