import { bootstrapRates } from '../math/bootstrap-rates.ts';
import { confusionByGroup, type Rates } from '../math/confusion.ts';
import { calibrationByGroup } from '../math/group-calibration.ts';
import { groupFairness } from '../math/group-fairness.ts';
import type { Random } from '../math/random.ts';
import type { People } from './data.ts';
import type { AuditLabel, GroupRow, ModelName, ModelRow } from './lab.ts';

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
const groupNames = ['majority', 'minority'] as const;

/**
 * Judges decisions on `people` by one of their labels: rates by group, the fairness measures and bootstrap intervals. Those are kept so that
 * cards replay as they were written; what is shown is computed from the counts, in `panel/row-intervals.ts`.
 * @param decisions 0/1, one for each person @param scores the model's own scores, where it has any
 */
export function audit(
  name: ModelName,
  auditedOn: AuditLabel,
  people: People,
  decisions: Uint8Array,
  scores: Float64Array | null,
  resamples: number,
  random: Random,
): ModelRow {
  const labels = people[auditedOn];
  const matrices = confusionByGroup(labels, decisions, people.group, 2);
  const found = groupFairness(matrices);
  const [majority, minority] = found.groups as [Rates, Rates];
  const calibration = scores && calibrationByGroup(labels, scores, people.group, 2);
  const draws = random.fork(`audit ${name} ${auditedOn}`);
  const ci = bootstrapRates<string>(matrices, resamples, draws, ([a, b]) => ({
    ...named('majority', a!),
    ...named('minority', b!),
    ratio: groupRatio(a!, b!),
    selection: minus(a!.selectionRate, b!.selectionRate),
    tprs: minus(a!.tpr, b!.tpr),
  }));
  const pair = (rate: 'tpr' | 'fpr' | 'ppv' | 'selectionRate') => ({
    majority: majority[rate],
    minority: minority[rate],
  });
  const groups = groupNames.map((group, g): GroupRow => {
    const { count, tp, fp, fn, tn } = matrices[g]!;
    return {
      group,
      count,
      tp,
      fp,
      fn,
      tn,
      ece: calibration?.[g]!.ece ?? null,
      ci95: {
        selectionRate: ci[`${group} selectionRate`]!,
        tpr: ci[`${group} tpr`]!,
        fpr: ci[`${group} fpr`]!,
        ppv: ci[`${group} ppv`]!,
      },
    };
  });
  return {
    name,
    auditedOn,
    accuracy: found.overall.accuracy,
    demographicParityRatio: found.demographicParity.ratio,
    demographicParityDifference: found.demographicParity.difference,
    equalizedOddsDifference: found.equalizedOdds.difference,
    equalOpportunityDifference: found.equalOpportunity.difference,
    predictiveParityDifference: found.predictiveParity.difference,
    fourFifths: found.fourFifths,
    tpr: pair('tpr'),
    fpr: pair('fpr'),
    ppv: pair('ppv'),
    selectionRate: pair('selectionRate'),
    signed: {
      selectionRate: minus(majority.selectionRate, minority.selectionRate),
      tpr: minus(majority.tpr, minority.tpr),
      fpr: minus(majority.fpr, minority.fpr),
    },
    groups,
    ci95: {
      demographicParityRatio: ci.ratio!,
      selectionRateDifference: ci.selection!,
      tprDifference: ci.tprs!,
    },
  };
}

function named(
  group: string,
  { selectionRate, tpr, fpr, ppv }: Rates,
): Record<string, number | null> {
  return {
    [`${group} selectionRate`]: selectionRate,
    [`${group} tpr`]: tpr,
    [`${group} fpr`]: fpr,
    [`${group} ppv`]: ppv,
  };
}

function groupRatio(a: Rates, b: Rates): number | null {
  const [x, y] = [a.selectionRate, b.selectionRate];
  return x === null || y === null || Math.max(x, y) === 0 ? null : Math.min(x, y) / Math.max(x, y);
}
