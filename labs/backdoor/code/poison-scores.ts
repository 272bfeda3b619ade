import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of a score that finds poison. */
export const poisonScoresTask: CodeTask = {
  id: 'write-poison-scores',
  version: 1,
  title: 'Write a score that finds poison',
  name: 'poisonScores',
  onRun: 'your own run’s model',
  starter: `/**
 * A score for each picture of one label: the higher, the more it looks
 * like poison. activations[i] is what the net's last hidden layer says
 * of picture i. A few of the pictures are poison; nobody says which.
 *
 * The pictures with the highest scores are taken away: half as many
 * again as there is poison. At least nine in ten of the poison must be
 * among them.
 *
 * poisonScores([[0, 1], [0.1, 0.9], [5, 5]]) has its highest value last
 */
function poisonScores(activations: number[][]): number[] {

}
`,
  hints: [
    'Poison lies together, away from the rest, in one direction. First take the mean of all ' +
      'rows away from each row; then look for the direction in which the rows spread most.',
    'Power iteration finds it: begin with any v; again and again, v becomes the sum over all ' +
      'rows of row · (row·v), divided by its length. The score is (row·v)², so that the side ' +
      'doesn’t matter.',
  ],
  answer: `function poisonScores(activations: number[][]): number[] {
  const n = activations.length;
  if (n === 0) return [];
  const width = activations[0].length;
  const mean = new Array(width).fill(0);
  for (const row of activations) row.forEach((a, j) => (mean[j] += a / n));
  const rows = activations.map((row) => row.map((a, j) => a - mean[j]));
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, j) => sum + x * b[j], 0);
  // The direction in which the rows spread most, by power iteration.
  let v: number[] = Array.from({ length: width }, (_, j) => 1 + j / width);
  for (let step = 0; step < 15; step++) {
    const next = new Array(width).fill(0);
    for (const row of rows) {
      const along = dot(row, v);
      for (let j = 0; j < width; j++) next[j] += along * row[j];
    }
    const length = Math.sqrt(dot(next, next));
    // All rows are alike: no direction is wider than another.
    if (length === 0) return rows.map(() => 0);
    v = next.map((a) => a / length);
  }
  return rows.map((row) => dot(row, v) ** 2);
}
`,
};
