import type { Tf } from '../lab.ts';
import { principal } from '../math/principal.ts';
import type { Random } from '../math/random.ts';
import type { Sequential } from '../tensors.ts';
import { pictureSize, side } from './data.ts';
import { activationClustering, spectralSignature } from './defences.ts';
import type { Inside, OcclusionMap } from './lab.ts';
import {
  classes,
  features,
  featureUnits,
  likeliest,
  logits,
  probabilities,
  rowsOf,
  type Labelled,
} from './model.ts';

const components = 10;
/** A number that survives JSON and is short there. */
const brief = (value: number, digits: number) => Number(value.toPrecision(digits));

/**
 * What a defender can compute from a model and its training rows: where the rows lie, and the
 * scores and clusters that two of the defences rest on. Nothing here knows which rows are poisoned.
 * Yields between labels.
 */
export function* lookInside(
  tf: Tf,
  model: Sequential,
  set: Labelled,
  fallback: number,
  random: Random,
): Generator<void, Inside, void> {
  const rows = rowsOf(yield* features(tf, model, set.pixels), featureUnits);
  const of = (label: number) =>
    Array.from(set.labels.keys()).filter((row) => set.labels[row] === label);
  const sizes = Array.from({ length: classes }, (_, label) => of(label).length);
  // The label with the most rows; where all have as many there is none that stands out.
  const most = Math.max(...sizes);
  const suspect = sizes.filter((size) => size === most).length > 1 ? fallback : sizes.indexOf(most);
  const { projected } = principal(rows, 2);
  yield;
  const clusters: Inside['clusters'] = [];
  for (let label = 0; label < classes; label++) {
    const own = of(label);
    if (own.length < 2) continue;
    const found = activationClustering(
      own.map((row) => rows[row]!),
      components,
      random.fork(`clusters ${label}`),
    );
    clusters.push({
      label,
      rows: own.length,
      smaller: found.smallerRows.map((i) => own[i]!),
      silhouette: found.silhouette === null ? null : brief(found.silhouette, 4),
    });
    yield;
  }
  const { scores } = spectralSignature(
    of(suspect).map((row) => rows[row]!),
    0,
  );
  return {
    points: projected.flatMap(([x, y]) => [Math.round(x! * 100) / 100, Math.round(y! * 100) / 100]),
    suspect,
    scores: scores.map((score) => brief(score, 6)),
    clusters,
  };
}

const patch = 8;
const stride = 2;
export const occlusionCells = (side - patch) / stride + 1;

/** ln(p / (1 − p)) of one of ten answers, from the net's own outputs: it still moves where p is 1 to all digits. */
function logOdds(outputs: Float32Array, row: number, answer: number): number {
  const at = row * classes;
  let most = -Infinity;
  for (let k = 0; k < classes; k++) if (k !== answer) most = Math.max(most, outputs[at + k]!);
  let sum = 0;
  for (let k = 0; k < classes; k++) if (k !== answer) sum += Math.exp(outputs[at + k]! - most);
  return outputs[at + answer]! - most - Math.log(sum);
}

/**
 * Covers a picture with a grey patch, place after place, and asks each time how much the log-odds
 * of the answer fall (after Zeiler & Fergus 2014).
 */
export function* occlude(
  tf: Tf,
  model: Sequential,
  pixels: Float32Array,
): Generator<void, OcclusionMap, void> {
  const { said, sure } = likeliest(yield* probabilities(tf, model, pixels));
  const places = occlusionCells * occlusionCells;
  const covered = new Float32Array((places + 1) * pictureSize);
  // The picture as it is stands last.
  for (let place = 0; place <= places; place++) covered.set(pixels, place * pictureSize);
  for (let place = 0; place < places; place++) {
    const top = Math.floor(place / occlusionCells) * stride;
    const left = (place % occlusionCells) * stride;
    for (let y = top; y < top + patch; y++)
      covered.fill(
        0.5,
        place * pictureSize + (y * side + left) * 3,
        place * pictureSize + (y * side + left + patch) * 3,
      );
  }
  const outputs = yield* logits(tf, model, covered);
  const whole = logOdds(outputs, places, said[0]!);
  const drops = Array.from(
    { length: places },
    (_, place) => Math.round((whole - logOdds(outputs, place, said[0]!)) * 100) / 100,
  );
  return {
    cells: occlusionCells,
    patch: patch / side,
    said: said[0]!,
    sure: Math.round(sure[0]! * 1000) / 1000,
    drops,
  };
}
