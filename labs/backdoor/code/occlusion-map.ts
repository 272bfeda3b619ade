import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of an occlusion map. */
export const occlusionMapTask: CodeTask = {
  id: 'write-occlusion',
  version: 1,
  title: 'Write an occlusion map',
  name: 'occlusionMap',
  onRun: 'a test face of your own run',
  starter: `/** How sure the model is of its answer, 0 to 1. Use it as it is. */
function sure(pixels: number[], weights: number[]): number {
  const sum = pixels.reduce((all, pixel, i) => all + pixel * weights[i], 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * How much surer the model is of the whole picture than of the picture
 * with a grey patch on it: one number for each place of the patch. The
 * patch is a square of \`patch\` pixels a side, grey is 0.5, and it lies
 * inside the picture at every place: row by row from the top, each row
 * from the left, one pixel on at a time.
 *
 * pixels: side * side numbers from 0 to 1, row by row.
 *
 * occlusionMap([1, 0, 0, 0], [2, 0, 0, 0], 2, 2) is [0.1497…]
 */
function occlusionMap(
  pixels: number[],
  weights: number[],
  side: number,
  patch: number,
): number[] {

}
`,
  hints: [
    'The patch has side − patch + 1 places in each row and as many rows. Pixel (x, y) stands at y · side + x of the list.',
    'At each place begin with a fresh copy of the picture: else the patches of earlier places ' +
      'are still there. The drop is sure(whole) − sure(covered), and it may be negative.',
  ],
  answer: `function sure(pixels: number[], weights: number[]): number {
  const sum = pixels.reduce((all, pixel, i) => all + pixel * weights[i], 0);
  return 1 / (1 + Math.exp(-sum));
}

function occlusionMap(
  pixels: number[],
  weights: number[],
  side: number,
  patch: number,
): number[] {
  const whole = sure(pixels, weights);
  const drops: number[] = [];
  for (let top = 0; top + patch <= side; top++) {
    for (let left = 0; left + patch <= side; left++) {
      const covered = [...pixels];
      for (let y = top; y < top + patch; y++)
        for (let x = left; x < left + patch; x++) covered[y * side + x] = 0.5;
      drops.push(whole - sure(covered, weights));
    }
  }
  return drops;
}
`,
};
