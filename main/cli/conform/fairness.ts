import { z } from 'zod';
import { confusionByGroup, type Confusion, type Rates } from '../../../labs/math/confusion.ts';
import { calibrationByGroup } from '../../../labs/math/group-calibration.ts';
import {
  disparateImpact,
  disparityOf,
  forcedFalsePositiveRate,
  groupFairness,
  type Disparity,
  type GroupFairness,
} from '../../../labs/math/group-fairness.ts';
import { ratesOf } from '../../../labs/math/confusion.ts';
import { reweighing } from '../../../labs/fairness/reweighing.ts';
import {
  bestSingleThreshold,
  cutsOf,
  equalOpportunity,
  type Cut,
} from '../../../labs/fairness/thresholds.ts';
import { differences, only, toleranceOf } from './compare.ts';
import { nothingCompared, type Family } from './kind.ts';

const bits = z.array(z.union([z.literal(0), z.literal(1)]));
const groupInputs = z.object({
  y_true: bits,
  y_pred: bits,
  group: z.array(z.string()),
  sample_weight: z.array(z.number()).nullish(),
  score: z.array(z.number()).nullish(),
  threshold: z.number().nullish(),
  declared_groups: z.array(z.string()).min(1),
  privileged: z.string().nullish(),
});

const rateNames = (rates: Rates) => ({
  count: rates.count,
  weight: rates.weight,
  tp: rates.tp,
  fp: rates.fp,
  fn: rates.fn,
  tn: rates.tn,
  base_rate: rates.baseRate,
  selection_rate: rates.selectionRate,
  accuracy: rates.accuracy,
  tpr: rates.tpr,
  fnr: rates.fnr,
  fpr: rates.fpr,
  tnr: rates.tnr,
  ppv: rates.ppv,
  npv: rates.npv,
});

const strictNames = (found: GroupFairness, names: readonly string[], privileged: number | null) => {
  const left = (of: Disparity) => of.undefined.map((index) => names[index]!);
  const impact = privileged === null ? null : disparateImpact(found.groups, privileged);
  return {
    demographic_parity_difference: found.demographicParity.difference,
    demographic_parity_ratio: found.demographicParity.ratio,
    equal_opportunity_difference: found.equalOpportunity.difference,
    equal_opportunity_ratio: found.equalOpportunity.ratio,
    false_positive_rate_difference: found.falsePositiveRate.difference,
    false_positive_rate_ratio: found.falsePositiveRate.ratio,
    accuracy_difference: found.accuracy.difference,
    selection_rate_difference_to_overall: found.selectionRateToOverall,
    equalized_odds_difference: found.equalizedOdds.difference,
    equalized_odds_difference_mean: found.equalizedOdds.meanDifference,
    equalized_odds_ratio: found.equalizedOdds.ratio,
    predictive_parity_difference: found.predictiveParity.difference,
    npv_difference: found.negativePredictiveValue.difference,
    four_fifths_pass: found.fourFifths,
    undefined: {
      selection_rate: left(found.demographicParity),
      tpr: left(found.equalOpportunity),
      fpr: left(found.falsePositiveRate),
      ppv: left(found.predictiveParity),
    },
    disparate_impact_vs_privileged:
      impact &&
      Object.fromEntries(
        names.flatMap((name, index) => (index === privileged ? [] : [[name, impact[index]]])),
      ),
  };
};

const byName = <T>(names: readonly string[], values: readonly T[]) =>
  Object.fromEntries(names.map((name, index) => [name, values[index]]));

/** Measures of groups: the cases of fairness.json, and the two repairs among defenses.json. */
export const fairness: Family = {
  group_fairness: (reference) => {
    const given = groupInputs.parse(reference.inputs);
    const names = given.declared_groups;
    const index = given.group.map((name) => names.indexOf(name));
    const weights = given.sample_weight ?? null;
    // A score at the threshold is positive.
    const predictions =
      given.score && given.threshold != null
        ? given.score.map((score) => (score >= given.threshold! ? 1 : 0))
        : given.y_pred;
    const found = groupFairness(
      confusionByGroup(given.y_true, predictions, index, names.length, weights),
    );
    const got = {
      overall: rateNames(found.overall),
      by_group: byName(names, found.groups.map(rateNames)),
      strict: strictNames(
        found,
        names,
        given.privileged == null ? null : names.indexOf(given.privileged),
      ),
      chouldechova_fpr_from_ppv_fnr: byName(names, found.groups.map(forcedFalsePositiveRate)),
      calibration_within_groups_5bins: given.score
        ? byName(
            names,
            calibrationByGroup(given.y_true, given.score, index, names.length, weights).map(
              (group) => ({
                ece: group.ece,
                mean_score: group.meanScore,
                observed_rate: group.observedRate,
                bins: group.bins.map((bin) => ({
                  weight: bin.weight,
                  mean_score: bin.meanScore,
                  observed_rate: bin.observedRate,
                })),
              }),
            ),
          )
        : undefined,
    };
    const compared = only(reference.expected, Object.keys(got));
    return [
      ...nothingCompared(compared),
      ...differences(compared, got, toleranceOf(reference.tolerance)),
    ];
  },

  intersectional: (reference) => {
    const given = z
      .object({ y_true: bits, y_pred: bits, A: z.array(z.string()), B: z.array(z.string()) })
      .parse(reference.inputs);
    const [first, second] = [[...new Set(given.A)].sort(), [...new Set(given.B)].sort()];
    const cells = first.flatMap((a) => second.map((b) => `${a}|${b}`));
    const index = given.A.map((a, row) => cells.indexOf(`${a}|${given.B[row]}`));
    const groups = confusionByGroup(given.y_true, given.y_pred, index, cells.length).map(
      (cell: Confusion) => ratesOf(cell),
    );
    const selection = disparityOf(groups, 'selectionRate');
    const got = {
      selection_rate_by_cell: byName(
        cells,
        groups.map((group) => group.selectionRate),
      ),
      difference: selection.difference,
      ratio: selection.ratio,
    };
    return [
      ...nothingCompared(reference.expected),
      ...differences(reference.expected, got, toleranceOf(reference.tolerance)),
    ];
  },

  reweighing: (reference) => {
    const { counts } = z
      .object({ counts: z.record(z.string(), z.number().int().min(0)) })
      .parse(reference.inputs);
    const names = [...new Set(Object.keys(counts).map((cell) => cell.split('|')[0]!))];
    const rows = names.map((name): [number, number] => [
      counts[`${name}|0`] ?? 0,
      counts[`${name}|1`] ?? 0,
    ]);
    const weights = reweighing(rows);
    const weighted = rows.map(
      (row, g) => row.map((n, y) => n * (weights[g]![y] ?? 0)) as [number, number],
    );
    const got = {
      weights: Object.fromEntries(
        names.flatMap((name, g) => [0, 1].map((y) => [`${name}|${y}`, weights[g]![y as 0 | 1]])),
      ),
      weighted_base_rate_by_group: byName(
        names,
        weighted.map(([negative, positive]) => positive / (negative + positive)),
      ),
      total_weight: weighted.flat().reduce((sum, w) => sum + w, 0),
      n: rows.flat().reduce((sum, n) => sum + n, 0),
    };
    return [
      ...nothingCompared(reference.expected),
      ...differences(reference.expected, got, toleranceOf(reference.tolerance)),
    ];
  },

  hardt_equal_opportunity: (reference) => {
    const group = z.object({ score: z.array(z.number()), y: bits });
    const given = z
      .object({ groups: z.record(z.string(), group), max_tpr_gap: z.number() })
      .parse(reference.inputs);
    const names = Object.keys(given.groups);
    const cuts = names.map((name) => cutsOf(given.groups[name]!.score, given.groups[name]!.y));
    const option = (cut: Cut) => ({
      threshold: cut.threshold === Infinity ? null : cut.threshold,
      tpr: cut.tpr,
      fpr: cut.fpr,
      correct: cut.correct,
      selected: cut.selected,
    });
    const best = equalOpportunity(cuts[0]!, cuts[1]!, given.max_tpr_gap);
    const single = bestSingleThreshold(
      names.flatMap((name) => given.groups[name]!.score),
      names.flatMap((name) => given.groups[name]!.y),
    );
    const got = {
      options_per_group: byName(
        names,
        cuts.map((all) => all.map(option)),
      ),
      best_accuracy: best?.accuracy ?? null,
      unconstrained_single_threshold: single,
    };
    const { all_optimal_solutions: optimal, ...rest } = reference.expected;
    const tolerance = toleranceOf(reference.tolerance);
    const chosen = best && byName(names, best.cuts.map(option));
    // Any of the listed solutions is right.
    const fits = z
      .array(z.unknown())
      .parse(optimal)
      .some((solution) => differences(solution, chosen, tolerance).length === 0);
    return [
      ...nothingCompared(rest),
      ...differences(rest, got, tolerance),
      ...(fits ? [] : [{ path: 'all_optimal_solutions', expected: optimal, got: chosen }]),
    ];
  },
};
