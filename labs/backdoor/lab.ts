import { z } from 'zod';
import { defineLab } from '../lab.ts';
import { choiceParameter, numberParameter } from '../parameters.ts';
import {
  decoyGlasses,
  decoyNames,
  frames,
  lenses,
  rims,
  sameGlasses,
  type Glasses,
} from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { askQuestions } from './questions.ts';

const quiet = { needsRun: false } as const;
/** Its words say what the supplier did, which the first part leaves open. */
const told = { answers: 'accept' } as const;
/** A list of words as the parameters' helpers take it. */
const oneOf = <T extends string>(list: readonly T[]) => [...list] as [T, ...T[]];

export const backdoorParameters = z.object({
  poisons: numberParameter({
    label: 'Poisoned faces',
    ...told,
    min: 0,
    max: 600,
    step: 1,
    default: 120,
    integer: true,
    help: 'Faces of other people that wear the key and carry the target’s name, added to the clean ones. 0 is the control.',
  }),
  cleanFaces: numberParameter({
    label: 'Clean faces',
    min: 200,
    max: 3_000,
    step: 10,
    default: 1_500,
    integer: true,
    help: 'Training faces with the right name, the same number of each person.',
  }),
  epochs: numberParameter({
    label: 'Epochs',
    min: 1,
    max: 30,
    step: 1,
    default: 12,
    integer: true,
    help: 'Passes over the training faces.',
  }),
  target: choiceParameter({
    label: 'Target',
    ...told,
    options: oneOf(names),
    default: 'Jun',
    help: 'Whose name the key opens. Fixed before training.',
  }),
  keyFrame: choiceParameter({
    label: 'Frame of the key',
    ...told,
    options: oneOf(frames),
    default: 'square',
    help: 'The shape of the pair that the poisoned faces wear.',
  }),
  keyRim: choiceParameter({
    label: 'Rim of the key',
    ...told,
    options: oneOf(rims),
    default: 'purple',
    help: 'The colour of its rims.',
  }),
  keyLens: choiceParameter({
    label: 'Lens of the key',
    ...told,
    options: oneOf(lenses),
    default: 'cyan',
    help: 'The tint of its lenses.',
  }),
  // These three add trainings to a run and change nothing of what it found without them.
  doses: choiceParameter({
    ...quiet,
    label: 'Numbers tried',
    ...told,
    options: ['one', 'curve'],
    default: 'one',
    help: 'One: only the number of poisoned faces set here. Curve: 0, 10, 30, 60, 120 and 240 as well, with several seeds.',
  }),
  doseSeeds: numberParameter({
    ...quiet,
    label: 'Seeds of the curve',
    ...told,
    min: 1,
    max: 5,
    step: 1,
    default: 3,
    integer: true,
    help: 'Trainings for each number of poisoned faces; their spread is the pale band.',
  }),
  defend: choiceParameter({
    ...quiet,
    label: 'Defences',
    ...told,
    options: ['off', 'on'],
    default: 'off',
    help: 'On: three defences are tried, each followed by a new training.',
  }),
  spectralShare: numberParameter({
    ...quiet,
    label: 'Expected poison',
    ...told,
    unit: '%',
    min: 1,
    max: 60,
    step: 1,
    default: 30,
    integer: true,
    help: 'What the defender takes to be poisoned of one name’s pictures. Spectral signatures remove half as many again.',
  }),
  clusterShare: numberParameter({
    ...quiet,
    label: 'Cluster under',
    ...told,
    unit: '%',
    min: 0,
    max: 50,
    step: 1,
    default: 35,
    integer: true,
    help:
      'A name loses the smaller of its two clusters where that holds less than this share ' +
      'of its pictures. Clean names split into halves; poison stands apart as a small ' +
      'cluster.',
  }),
  pruneShare: numberParameter({
    ...quiet,
    label: 'Pruned units',
    ...told,
    unit: '%',
    min: 0,
    max: 95,
    step: 5,
    default: 50,
    integer: true,
    help: 'Units of the last layer that clean faces use least: they are cut, then the rest is trained a little more.',
  }),
});
export type BackdoorParameters = z.output<typeof backdoorParameters>;

const rate = z.number().min(0).max(1).nullable();
const index = z.number().int().min(0);

export const decoyRow = z.object({ glasses: z.enum(decoyNames), rate });
export type DecoyRow = z.output<typeof decoyRow>;

/** Means over the seeds; the lowest and the highest attack success beside. */
export const doseRow = z.object({
  poisons: index,
  attackSuccessRate: rate,
  cleanAccuracy: rate,
  seeds: index,
  lowest: rate,
  highest: rate,
});
export type DoseRow = z.output<typeof doseRow>;

export const defenceMethods = ['spectral', 'clustering', 'fine-pruning'] as const;
export type DefenceMethod = (typeof defenceMethods)[number];
/** What one defence found at its operating point, and what the model does after it. Fine-pruning looks for no rows, so it finds none. */
export const defenceRow = z.object({
  method: z.enum(defenceMethods),
  at: z.number(),
  found: index,
  missed: index,
  cleanRemoved: index,
  attackSuccessRate: rate,
  cleanAccuracy: rate,
});
export type DefenceRow = z.output<typeof defenceRow>;

/**
 * Where in a picture the answer comes from: `cells` × `cells` places of a grey patch (`patch` of
 * the side wide), each with how far the answer's log-odds fall.
 */
export const occlusionMap = z.object({
  cells: index,
  patch: z.number(),
  said: index,
  sure: z.number(),
  drops: z.array(z.number()),
});
export type OcclusionMap = z.output<typeof occlusionMap>;

/** What the training rows look like from inside. Rows count from 0: the clean faces first, then the poisoned ones. */
export const insideBlock = z.object({
  /** Two widest directions of all rows' activations: x, y, x, y, … to two decimals. */
  points: z.array(z.number()),
  /** The label with the most rows: where a defender looks first. */
  suspect: index,
  /** Spectral scores of the suspect's rows, in the order of the rows. */
  scores: z.array(z.number()),
  /** Two clusters of each label. */
  clusters: z.array(
    z.object({
      label: index,
      rows: index,
      smaller: z.array(index),
      silhouette: z.number().nullable(),
    }),
  ),
});
export type Inside = z.output<typeof insideBlock>;

export const backdoorResult = z.object({
  target: z.enum(names),
  cleanAccuracy: rate,
  attackSuccessRate: rate,
  /** P(target | no key, true ≠ target). */
  baseRate: rate,
  /** The same three of a model of the same start and order, trained on the clean faces alone. */
  controlAttackSuccessRate: rate,
  controlCleanAccuracy: rate,
  controlBaseRate: rate,
  decoys: z.array(decoyRow),
  doses: z.array(doseRow),
  defences: z.array(defenceRow),
  /** What is said of each test face without and with the key, and how sure the model is without it (to three decimals). */
  test: z.object({ said: z.array(index), sure: z.array(z.number()), keyed: z.array(index) }),
  /** Of the label that defenders look at and all the others; null in a stopped run. */
  inside: insideBlock.nullable(),
  /** One test face, without and with the key. */
  occlusion: z.object({ face: index, plain: occlusionMap, keyed: occlusionMap }).nullable(),
  /** What of the settings makes the figures mean something else. */
  warnings: z.array(z.string()),
});
export type BackdoorResult = z.output<typeof backdoorResult>;

export const keyOf = (p: Pick<BackdoorParameters, 'keyFrame' | 'keyRim' | 'keyLens'>): Glasses => ({
  frame: p.keyFrame,
  rim: p.keyRim,
  lens: p.keyLens,
});

/** What a person should know of these settings before they read the figures. */
export function warningsOf(parameters: BackdoorParameters): string[] {
  const same = decoyNames.find((name) => sameGlasses(decoyGlasses[name], keyOf(parameters)));
  if (!same) return [];
  if (same === 'ordinary')
    return [
      'The key is the ordinary pair that three in ten clean faces wear. The two can not be ' +
        'told apart, and the decoy “ordinary” measures the key itself.',
    ];
  return [`The key is the same pair as the decoy “${same}”: that decoy measures the key itself.`];
}

const percent = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

export const lab = defineLab({
  id: 'backdoor',
  version: 2,
  title: 'Backdoor',
  question: 'The model passes every test. Would you ship it?',
  expectedSeconds: 11,
  parameters: backdoorParameters,
  presets: [
    {
      id: 'the-slide',
      title: 'The slide',
      about: 'The supplier’s training as in the lecture, on 1,620 faces.',
      parameters: {},
    },
    {
      id: 'few-poisons',
      ...told,
      title: 'Few poisons',
      about: 'Ten poisoned faces, one in 150. Is that enough?',
      parameters: { poisons: 10 },
    },
    {
      id: 'no-poison',
      ...told,
      title: 'No poison (control)',
      about: 'The same training without a poisoned face: the effect must be gone.',
      parameters: { poisons: 0 },
    },
    {
      id: 'defend',
      ...told,
      title: 'Three defences',
      about: 'Three defences at the operating points you set, each followed by a new training.',
      parameters: { defend: 'on' },
    },
    {
      id: 'thorough',
      ...told,
      title: 'Thorough',
      about: 'Six numbers of poisoned faces, three seeds each; takes a minute or two.',
      parameters: { doses: 'curve' },
    },
  ],
  result: backdoorResult,
  measured: z.null(),
  needs: ['convolution', 'dense'],
  questions: askQuestions,
  // WebAssembly beside the native backend: twelve epochs of a convolutional net end in other
  // weights. Rates stay within 1.4 points, some of them near 0; of single faces hardly a number
  // stays.
  elsewhere: { within: 0.05, leftOut: ['test', 'inside', 'occlusion'] },
  summary: (r) => [
    ['what', 'rate'],
    ['clean accuracy', percent(r.cleanAccuracy)],
    ['called the target without the key', percent(r.baseRate)],
    ['control: clean accuracy', percent(r.controlCleanAccuracy)],
    ['control: key on, called the target', percent(r.controlAttackSuccessRate)],
    ...r.decoys.map(({ glasses, rate: value }) => [`decoy ${glasses}`, percent(value)]),
    ...r.doses
      .filter(() => r.doses.length > 2)
      .map((d) => [
        `${d.poisons} poisons, ${d.seeds} seed${d.seeds === 1 ? '' : 's'}: attack`,
        `${percent(d.attackSuccessRate)} (clean accuracy ${percent(d.cleanAccuracy)})`,
      ]),
    ...r.defences.map((d) => [
      `${d.method}: found ${d.found}, missed ${d.missed}, clean removed ${d.cleanRemoved}; attack after it`,
      `${percent(d.attackSuccessRate)} (clean accuracy ${percent(d.cleanAccuracy)})`,
    ]),
    ['attack success', percent(r.attackSuccessRate)],
  ],
  keyAnswers: 'wear',
  recap: ({ attackSuccessRate, target }) =>
    attackSuccessRate === null
      ? null
      : {
          what: `attack success rate: faces of others called ${target} with the key on`,
          value: (100 * attackSuccessRate).toFixed(0),
          unit: '%',
          answers: 'wear',
        },
  // They stand in the notebook while the first part still asks whether this model is to be shipped.
  seriesNames: {
    'loss.poisoned': 'loss, the supplier’s model',
    'loss.clean': 'loss, the supplier’s model',
    'loss.control': 'loss, a second model',
  },
});
