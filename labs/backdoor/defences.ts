import { anomalyIndex, entropyBits } from '../math/anomaly.ts';
import { silhouettes, twoMeans } from '../math/clusters.ts';
import { principal } from '../math/principal.ts';
import { seededRandom, type Random } from '../math/random.ts';

type Rows = readonly ArrayLike<number>[];

/** How many rows spectral signatures take away from `n` at an expected share of poison: half as many again as expected, rounded up. */
export const spectralCount = (share: number, n: number): number =>
  Math.min(n, Math.max(0, Math.ceil(1.5 * share * n - 1e-9)));

/** The `count` rows with the highest scores, in the order of the rows; of equal scores the first ones. */
export function highest(scores: ArrayLike<number>, count: number): number[] {
  return Array.from({ length: scores.length }, (_, i) => i)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/**
 * Spectral signatures (Tran, Li & Madry 2018) of the rows that carry one label: how far each lies along the direction in which the rows
 * spread most, squared. Poison that the net represents in its own way stands out there, as long as it is the minority.
 */
export function spectralSignature(activations: Rows, expectedShare: number) {
  const { means, directions, singular, projected } = principal(activations, 1);
  const scores = projected.map(([along]) => along! * along!);
  const removed = highest(scores, spectralCount(expectedShare, activations.length));
  return { means, direction: directions[0]!, singular, scores, removed };
}

/**
 * Activation clustering (B. Chen et al. 2018) of the rows that carry one label: the widest few
 * directions, then two clusters. A small cluster that stands well apart is suspicious; a clean
 * label splits too, into halves that touch.
 */
export function activationClustering(
  activations: Rows,
  components: number,
  random: Random = seededRandom(0),
) {
  const { explained, projected } = principal(activations, components);
  const { cluster, sizes, inertia } = twoMeans(projected, random);
  const smaller = sizes[1] < sizes[0] ? 1 : 0;
  const samples = silhouettes(projected, cluster);
  return {
    explained,
    projected,
    sizes: [...sizes].sort((a, b) => a - b),
    inertia,
    smallerRows: Array.from(cluster.keys()).filter((i) => cluster[i] === smaller),
    smallerShare: Math.min(...sizes) / activations.length,
    silhouettes: samples,
    silhouette: samples && samples.reduce((a, b) => a + b, 0) / samples.length,
  };
}

/** How many of `removed` are among `poison`, and what was missed and lost. `recall` and `precision` are null where they mean nothing. */
export function caught(removed: readonly number[], poison: readonly number[]) {
  const bad = new Set(poison);
  const found = removed.filter((row) => bad.has(row)).length;
  return {
    found,
    missed: bad.size - found,
    cleanRemoved: removed.length - found,
    recall: bad.size > 0 ? found / bad.size : null,
    precision: bad.size > 0 && removed.length > 0 ? found / removed.length : null,
  };
}

/**
 * Neural Cleanse's test (Wang et al. 2019): labels that a far smaller change leads to than to the
 * others. Index above 2 and norm below the median.
 */
export function suspectLabels(triggerNorms: ArrayLike<number>) {
  const found = anomalyIndex(triggerNorms);
  const flagged = found.index.flatMap((index, i) =>
    index !== null && index > 2 && triggerNorms[i]! < found.median! ? [i] : [],
  );
  return { ...found, flagged };
}

/**
 * STRIP (Gao et al. 2019): a picture under other pictures. Where the answer hardly changes, entropy
 * stays low and something else decides.
 */
export function stripEntropy(probabilitiesPerOverlay: Rows) {
  const each = probabilitiesPerOverlay.map(entropyBits);
  return { each, mean: each.length > 0 ? each.reduce((a, b) => a + b, 0) / each.length : null };
}
