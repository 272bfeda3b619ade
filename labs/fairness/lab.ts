import { z } from 'zod';
import { defineLab } from '../lab.ts';
import { numberParameter } from '../parameters.ts';
import { strategies as strategyNames } from './strategies.ts';

export const trainedNames = [
  'with-group',
  'group-deleted',
  'group-and-zone-deleted',
  'reweighed',
  'reweighed-without-group',
] as const;
export const modelNames = [...trainedNames, 'hardt-biased', 'hardt-oracle'] as const;
export type TrainedName = (typeof trainedNames)[number];
export type ModelName = (typeof modelNames)[number];
export const auditLabels = ['repay', 'approval'] as const;
export type AuditLabel = (typeof auditLabels)[number];

/** Gaps in TPR that a repair may leave, for the frontier. */
export const frontierGaps = [0.01, 0.05, 0.1, 0.2, 0.3, 0.45] as const;

const world = (options: {
  label: string;
  max: number;
  min?: number;
  step: number;
  default: number;
  help: string;
}) => numberParameter({ min: 0, ...options });
const threshold = (who: string, help: string) =>
  numberParameter({ label: who, min: 0, max: 1, step: 0.005, default: 0.5, needsRun: false, help });

export const fairnessParameters = z.object({
  groupPenalty: world({
    label: 'Group penalty',
    max: 3,
    step: 0.05,
    default: 1.1,
    help:
      'How much the lender’s staff lowered a minority applicant’s log-odds of approval, ' +
      'for nothing but the group. 0: they did not look.',
  }),
  zonePenalty: world({
    label: 'Zone penalty',
    max: 3,
    step: 0.05,
    default: 0.55,
    help: 'How much they lowered it for anyone who lives in a redlined zone.',
  }),
  zoneLink: world({
    label: 'Redlining',
    min: 0.5,
    max: 1,
    step: 0.01,
    default: 0.85,
    help:
      'Share of the minority that lives in the four redlined zones; of the majority it is ' +
      'the rest. At 0.5 a zone says nothing of the group.',
  }),
  abilityShift: world({
    label: 'Ability gap',
    max: 1.5,
    step: 0.05,
    default: 0.35,
    help: 'How much lower the minority’s mean ability to repay is, in standard deviations. It makes the base rates unequal.',
  }),
  incomeShift: world({
    label: 'Income gap',
    max: 0.5,
    step: 0.01,
    default: 0.1,
    help: 'How much lower the minority’s mean log income is at the same ability to repay.',
  }),
  steps: numberParameter({
    label: 'Training steps',
    min: 50,
    max: 400,
    step: 50,
    default: 200,
    integer: true,
    help: 'Steps of Adam over all 6,000 training rows. More changes nothing that one could see.',
  }),
  seeds: numberParameter({
    label: 'Worlds',
    min: 1,
    max: 12,
    step: 1,
    default: 3,
    integer: true,
    help: 'How many worlds are drawn and trained anew for the frontier between accuracy and gap; the band is their spread.',
  }),
  resamples: numberParameter({
    label: 'Bootstrap resamples',
    min: 100,
    max: 2_000,
    step: 100,
    default: 400,
    integer: true,
    help:
      'Draws of the test applicants with replacement, for the intervals that the run’s card ' +
      'holds. Those on screen are computed from the counts.',
  }),
  majorityThreshold: threshold(
    'Majority',
    'Majority applicants with this score or more are approved.',
  ),
  minorityThreshold: threshold(
    'Minority',
    'Minority applicants with this score or more are approved.',
  ),
  interest: numberParameter({
    label: 'Interest',
    unit: '$',
    min: 100,
    max: 20_000,
    step: 100,
    scale: 'log',
    default: 3_000,
    needsRun: false,
    help: 'An assumption: what the lender earns on a loan that is repaid.',
  }),
  loss: numberParameter({
    label: 'Loss',
    unit: '$',
    min: 100,
    max: 100_000,
    step: 100,
    scale: 'log',
    default: 5_000,
    needsRun: false,
    help: 'An assumption: what the lender loses on a loan that is not.',
  }),
});
export type FairnessParameters = z.output<typeof fairnessParameters>;

const rate = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();
const pair = z.object({ majority: rate, minority: rate });

/** One group in one audit: its confusion matrix, from which every rate on the screen is computed, and intervals. */
export const groupRow = z.object({
  group: z.enum(['majority', 'minority']),
  count: z.number().int(),
  tp: z.number(),
  fp: z.number(),
  fn: z.number(),
  tn: z.number(),
  /** Calibration error within the group; null for the repaired models, which have decisions and no scores of their own. */
  ece: rate,
  ci95: z.object({ selectionRate: interval, tpr: interval, fpr: interval, ppv: interval }),
});
export type GroupRow = z.output<typeof groupRow>;

/** One model's decisions on the 20,000 test applicants, judged by one of the two labels. */
export const modelRow = z.object({
  name: z.enum(modelNames),
  auditedOn: z.enum(auditLabels),
  accuracy: rate,
  demographicParityRatio: rate,
  demographicParityDifference: rate,
  equalizedOddsDifference: rate,
  equalOpportunityDifference: rate,
  predictiveParityDifference: rate,
  /** A screen, never a verdict; null where nobody is selected. */
  fourFifths: z.boolean().nullable(),
  tpr: pair,
  fpr: pair,
  ppv: pair,
  selectionRate: pair,
  /** Majority minus minority. */
  signed: z.object({ selectionRate: rate, tpr: rate, fpr: rate }),
  groups: z.array(groupRow),
  ci95: z.object({
    demographicParityRatio: interval,
    selectionRateDifference: interval,
    tprDifference: interval,
  }),
});
export type ModelRow = z.output<typeof modelRow>;

const flipped = z.object({
  /** Rejected applicants who would have repaid. */
  n: z.number().int(),
  /** Of those, how many the model approves once only the group bit is the other one. */
  approvedAfterFlip: z.number().int(),
});

export const fairnessResult = z.object({
  models: z.array(modelRow),
  /** Of the model that sees the group. Absent in a run that was stopped before. */
  deletionTest: z.object({ minority: flipped, majority: flipped }).optional(),
  /** How well the features without the group tell the group: AUC of a model trained to guess it. */
  groupFromFeaturesAuc: rate.optional(),
  /** The same for each feature alone. */
  groupFromFeature: z.array(z.object({ feature: z.string(), auc: rate })).optional(),
  zones: z
    .array(
      z.object({
        zone: z.number().int(),
        redlined: z.boolean(),
        n: z.number().int(),
        minorityShare: rate,
        approved: rate,
        repaid: rate,
      }),
    )
    .optional(),
  /** Accuracy against the gap in TPR that a repair may leave, over several worlds. `labels`: what the repair equalised on. */
  frontier: z
    .array(
      z.object({
        seed: z.number().int(),
        labels: z.enum(auditLabels),
        maxGap: z.number(),
        gap: rate,
        accuracy: rate,
      }),
    )
    .optional(),
  /**
   * What each rule for two thresholds earns and does on the test applicants, at the run's own
   * interest and loss, with the model that does not see the group.
   */
  strategies: z
    .array(
      z.object({
        strategy: z.enum(strategyNames),
        majority: z.number(),
        minority: z.number(),
        profit: z.number(),
        selectionRateDifference: rate,
        tprDifference: rate,
      }),
    )
    .optional(),
  /** The minority's threshold set so that both groups have the same PPV: what that does to the rest. */
  equalPpv: z
    .object({ threshold: z.number(), baseRate: pair, ppv: pair, fnr: pair, fpr: pair })
    .optional(),
  /** The cuts that the two repairs chose on the training and validation applicants; null selects nobody. */
  cuts: z
    .array(
      z.object({ name: z.enum(['hardt-biased', 'hardt-oracle']), majority: rate, minority: rate }),
    )
    .optional(),
  /**
   * The trained models, so that the screen can score the same applicants at once. One weight for
   * each column of `features.ts`, which are not standardised.
   */
  coefficients: z
    .array(
      z.object({ name: z.enum(trainedNames), weights: z.array(z.number()), intercept: z.number() }),
    )
    .optional(),
});
export type FairnessResult = z.output<typeof fairnessResult>;

/** The model without the group column, judged by who would have repaid. */
const isQuestion = ({ name, auditedOn }: ModelRow) =>
  name === 'group-deleted' && auditedOn === 'repay';
const two = (value: number | null) => (value === null ? 'undefined' : value.toFixed(2));

export const lab = defineLab({
  id: 'fairness',
  version: 2,
  title: 'Fairness audit',
  question: 'We deleted the group column. Is the model fair now?',
  expectedSeconds: 3,
  parameters: fairnessParameters,
  presets: [
    {
      id: 'default',
      title: 'The study',
      about:
        'Past decisions that held group and zone against applicants; the models learn from them.',
      parameters: {},
    },
    {
      id: 'everything-equal',
      title: 'Everything equal (control)',
      about: 'No penalty, no redlining, no gap in ability or income: nothing to find.',
      parameters: {
        groupPenalty: 0,
        zonePenalty: 0,
        zoneLink: 0.5,
        abilityShift: 0,
        incomeShift: 0,
      },
    },
    {
      id: 'fair-labels',
      title: 'Fair labels, unequal base rates',
      about: 'The lender’s staff were fair, but the two groups differ in ability to repay.',
      parameters: { groupPenalty: 0, zonePenalty: 0 },
    },
    {
      id: 'strong-redlining',
      title: 'Strong redlining',
      about:
        'Hardly any penalty for the group, a heavy one for the zone, and zones that tell the group.',
      parameters: { groupPenalty: 0.2, zonePenalty: 1.6, zoneLink: 0.95 },
    },
    {
      id: 'thorough',
      title: 'Thorough',
      about: 'Twelve worlds for the frontier, and 2,000 resamples for each interval in the card.',
      parameters: { seeds: 12, resamples: 2_000 },
    },
  ],
  result: fairnessResult,
  measured: z.null(),
  needs: ['dense'],
  questions: {},
  // Trained in another way (five seeds), the weight of a zone with few people moved by 0.0002 once,
  // and no other value by more than 0.00001.
  elsewhere: { tolerance: 0.001, within: 0.001 },
  // The lab's own question stands last: a pinned run is called by the last number of this table.
  summary: (result) => [
    [
      'model',
      'audited on',
      'accuracy',
      'TPR majority',
      'TPR minority',
      'selected majority',
      'selected minority',
      'DP ratio',
    ],
    ...[
      ...result.models.filter((row) => !isQuestion(row)),
      ...result.models.filter(isQuestion),
    ].map((row) => [
      row.name,
      row.auditedOn,
      two(row.accuracy),
      two(row.tpr.majority),
      two(row.tpr.minority),
      two(row.selectionRate.majority),
      two(row.selectionRate.minority),
      two(row.demographicParityRatio),
    ]),
  ],
  keyAnswers: 'delete',
  recap: ({ models }) => {
    const row = models.find(isQuestion);
    return row && row.demographicParityRatio !== null
      ? {
          what: 'minority approvals for each majority approval, with the group column deleted',
          value: row.demographicParityRatio.toFixed(2),
          unit: '',
          answers: 'delete',
        }
      : null;
  },
});
