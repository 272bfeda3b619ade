import { zoneCount, type People } from './data.ts';

/** Columns of the design matrix, in order: the group bit, four numbers, one bit for each zone. */
export const featureNames = ['group', 'log income', 'credit score', 'debt to income', 'tenure', ...Array.from({ length: zoneCount }, (_, zone) => `zone ${zone + 1}`)] as const;
export const featureCount = featureNames.length;
const numbersAt = 1;
const zonesAt = 5;

export type FeatureSet = 'all' | 'without-group' | 'without-group-and-zone';

/** 1 for each column that a model may use. */
export function maskOf(set: FeatureSet): Float32Array {
  return Float32Array.from({ length: featureCount }, (_, at) => ((at === 0 && set !== 'all') || (at >= zonesAt && set === 'without-group-and-zone') ? 0 : 1));
}

/** Mean and standard deviation of the four numbers, from the training fold alone. */
export interface Scaling {
  mean: number[];
  sd: number[];
}

const numbersOf = (people: People) => [people.logIncome, people.creditScore, people.debtToIncome, people.tenureYears];

export function scalingOf(train: People): Scaling {
  const stats = numbersOf(train).map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / train.rows;
    return { mean, sd: Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / train.rows) };
  });
  return { mean: stats.map(({ mean }) => mean), sd: stats.map(({ sd }) => sd) };
}

/** The design matrix, row-major, `people.rows` × `featureCount`. Group and zone bits are 0 or 1, the numbers standardised. */
export function designMatrix(people: People, { mean, sd }: Scaling): Float32Array {
  const x = new Float32Array(people.rows * featureCount);
  const columns = numbersOf(people);
  for (let i = 0; i < people.rows; i++) {
    const at = i * featureCount;
    x[at] = people.group[i]!;
    for (let k = 0; k < columns.length; k++) x[at + numbersAt + k] = (columns[k]![i]! - mean[k]!) / sd[k]!;
    x[at + zonesAt + people.zone[i]!] = 1;
  }
  return x;
}

/** A trained logistic regression: one weight for each column (0 where the model may not use it) and the intercept. */
export interface Logistic {
  weights: number[];
  intercept: number;
}

/** Scores in (0, 1) of every row. `flipGroup` asks what each person's score would be were only the group bit the other one. */
export function scoresOf(x: Float32Array, { weights, intercept }: Logistic, flipGroup = false): Float64Array {
  const rows = x.length / featureCount;
  const scores = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const at = i * featureCount;
    let logit = intercept;
    for (let k = 0; k < featureCount; k++) logit += weights[k]! * x[at + k]!;
    if (flipGroup) logit += weights[0]! * (1 - 2 * x[at]!);
    scores[i] = 1 / (1 + Math.exp(-logit));
  }
  return scores;
}
