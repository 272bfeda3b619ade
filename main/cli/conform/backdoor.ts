import { z } from 'zod';
import {
  activationClustering,
  caught,
  spectralSignature,
  stripEntropy,
  suspectLabels,
} from '../../../labs/backdoor/defences.ts';
import { attackRates } from '../../../labs/backdoor/metrics.ts';
import { differences, only, toleranceOf, type Difference } from './compare.ts';
import { nothingCompared, type Family, type Kind } from './kind.ts';

const rows = z.array(z.array(z.number())).min(1);
const indices = z.array(z.number().int());

/** Compares those of `got` that the case expects; a case that expects none of them does not pass. */
function compared(reference: Parameters<Kind>[0], got: Record<string, unknown>): Difference[] {
  const expected = only(reference.expected, Object.keys(got));
  return [
    ...nothingCompared(expected),
    ...differences(expected, got, toleranceOf(reference.tolerance)),
  ];
}

const spectral: Kind = (reference) => {
  const { activations, expected_poison_fraction, poison_rows } = z
    .object({ activations: rows, expected_poison_fraction: z.number(), poison_rows: indices })
    .parse(reference.inputs);
  const { means, direction, singular, scores, removed } = spectralSignature(
    activations,
    expected_poison_fraction,
  );
  const { recall, cleanRemoved } = caught(removed, poison_rows);
  // A direction has no sign of its own: the case's is taken.
  const wanted = z
    .object({ v1_up_to_sign: z.array(z.number()).optional() })
    .parse(reference.expected).v1_up_to_sign;
  const way = wanted && wanted.reduce((sum, x, i) => sum + x * (direction[i] ?? 0), 0) < 0 ? -1 : 1;
  return compared(reference, {
    mean: [...means],
    singular_values: [...singular],
    v1_up_to_sign: Array.from(direction, (x) => way * x),
    scores,
    n_removed: removed.length,
    removed_rows: removed,
    poison_recall: recall,
    clean_removed: cleanRemoved,
  });
};

const clustering: Kind = (reference) => {
  const { activations, n_components, poison_rows } = z
    .object({ activations: rows, n_components: z.number().int().min(1), poison_rows: indices })
    .parse(reference.inputs);
  const found = activationClustering(activations, n_components);
  const { recall, precision } = caught(found.smallerRows, poison_rows);
  return compared(reference, {
    explained_variance_ratio: found.explained,
    cluster_sizes_sorted: found.sizes,
    smaller_cluster_rows: found.smallerRows,
    smaller_fraction: found.smallerShare,
    inertia: found.inertia,
    silhouette: found.silhouette,
    silhouette_samples: found.silhouettes,
    recall,
    precision,
  });
};

const mad: Kind = (reference) => {
  const { trigger_l1_norms } = z
    .object({ trigger_l1_norms: z.array(z.number()) })
    .parse(reference.inputs);
  const found = suspectLabels(trigger_l1_norms);
  return compared(reference, {
    median: found.median,
    mad_scaled: found.mad,
    anomaly_index: found.index,
    flagged: found.flagged,
  });
};

const strip: Kind = (reference) => {
  const { probabilities_per_overlay } = z
    .object({ probabilities_per_overlay: rows })
    .parse(reference.inputs);
  const { each, mean } = stripEntropy(probabilities_per_overlay);
  return compared(reference, { entropy_per_overlay_bits: each, mean_entropy_bits: mean });
};

const asr: Kind = (reference) => {
  const { y_true, pred_clean, pred_triggered, target } = z
    .object({
      y_true: indices,
      pred_clean: indices,
      pred_triggered: indices,
      target: z.number().int(),
    })
    .parse(reference.inputs);
  const found = attackRates(y_true, pred_clean, pred_triggered, target);
  return compared(reference, {
    clean_accuracy: found.cleanAccuracy,
    n_eligible: found.eligible,
    asr: found.asr,
    base_rate_clean_to_target: found.baseRate,
    asr_on_clean_correct: found.asrOnRecognised,
    inflated_asr_including_target_class: found.inflated,
    triggered_accuracy_robust: found.robustAccuracy,
  });
};

/** Cases of backdoor attacks and of what is done against them. */
export const backdoor: Family = {
  spectral_signature: spectral,
  activation_clustering: clustering,
  mad_anomaly_index: mad,
  strip_entropy: strip,
  asr,
};
