import { z } from 'zod';
import {
  averagePrecision,
  brierScore,
  equalMassCalibrationError,
  expectedCalibrationError,
  logLoss,
  maximumCalibrationError,
  rocAuc,
} from '../../../labs/math/ranking.ts';
import { differences, only, toleranceOf } from './compare.ts';
import { nothingCompared, type Family } from './kind.ts';

const inputs = z.object({
  y_true: z.array(z.number()),
  score: z.array(z.number()),
  sample_weight: z.array(z.number()).nullish(),
  ece_bins: z.number().int().min(1).default(10),
});

/** Scores against labels: the cases of ranking.json. */
export const ranking: Family = {
  ranking: (reference) => {
    const {
      y_true: y,
      score,
      sample_weight: given,
      ece_bins: bins,
    } = inputs.parse(reference.inputs);
    const weights = given ?? null;
    const got = {
      roc_auc: rocAuc(y, score, weights),
      average_precision: averagePrecision(y, score, weights),
      'log_loss_eps_1e-7': logLoss(y, score, weights),
      brier: brierScore(y, score, weights),
      ece: expectedCalibrationError(y, score, bins, weights),
      mce: maximumCalibrationError(y, score, bins, weights),
      ece_equal_mass: equalMassCalibrationError(y, score, bins, weights),
    };
    const compared = only(reference.expected, Object.keys(got));
    return [
      ...nothingCompared(compared),
      ...differences(compared, got, toleranceOf(reference.tolerance)),
    ];
  },
};
