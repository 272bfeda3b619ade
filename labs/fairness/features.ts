import { zoneCount, type People } from './data.ts';

/** Columns of the design matrix, in order: the group bit, four numbers, one bit for each zone. */
export const featureNames = [
  'group',
  'log income',
  'credit score',
  'debt to income',
  'tenure',
  ...Array.from({ length: zoneCount }, (_, zone) => `zone ${zone + 1}`),
] as const;
export const featureCount = featureNames.length;
const numbersAt = 1;
const zonesAt = 5;

export type FeatureSet = 'all' | 'without-group' | 'without-group-and-zone';

/** 1 for each column that a model may use. */
export function maskOf(set: FeatureSet): Float32Array {
  return Float32Array.from({ length: featureCount }, (_, at) =>
    (at === 0 && set !== 'all') || (at >= zonesAt && set === 'without-group-and-zone') ? 0 : 1,
  );
}

/** Mean and standard deviation of the four numbers, from the training fold alone. */
export interface Scaling {
  mean: number[];
  sd: number[];
}

const numbersOf = (people: People) => [
  people.logIncome,
  people.creditScore,
  people.debtToIncome,
  people.tenureYears,
];

export function scalingOf(train: People): Scaling {
  const stats = numbersOf(train).map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / train.rows;
    return {
      mean,
      sd: Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / train.rows),
    };
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
    for (let k = 0; k < columns.length; k++)
      x[at + numbersAt + k] = (columns[k]![i]! - mean[k]!) / sd[k]!;
    x[at + zonesAt + people.zone[i]!] = 1;
  }
  return x;
}

/** A trained logistic regression: one weight for each column (0 where the model may not use it) and the intercept. */
export interface Logistic {
  weights: number[];
  intercept: number;
}

/** The same model for columns that are not standardised, so that people can be scored without the fold it was trained on. */
export function unscaled({ weights, intercept }: Logistic, { mean, sd }: Scaling): Logistic {
  const own = weights.map((weight, at) =>
    at >= numbersAt && at < zonesAt ? weight / sd[at - numbersAt]! : weight,
  );
  return {
    weights: own,
    intercept: intercept - mean.reduce((sum, value, k) => sum + own[numbersAt + k]! * value, 0),
  };
}

/**
 * Scores in (0, 1) of everybody, by an unscaled model. `flipGroup` asks what each person's score would be were only the group bit
 * the other one.
 */
export function scorePeople(
  people: People,
  { weights, intercept }: Logistic,
  flipGroup = false,
): Float64Array {
  const columns = numbersOf(people);
  return Float64Array.from({ length: people.rows }, (_, i) => {
    const group = flipGroup ? 1 - people.group[i]! : people.group[i]!;
    let logit = intercept + weights[0]! * group + weights[zonesAt + people.zone[i]!]!;
    for (let k = 0; k < columns.length; k++) logit += weights[numbersAt + k]! * columns[k]![i]!;
    return 1 / (1 + Math.exp(-logit));
  });
}
