import { occlusionMapTask } from '../../../labs/backdoor/code/occlusion-map.ts';
import { poisonScoresTask } from '../../../labs/backdoor/code/poison-scores.ts';
import { changed, type Wrong } from './wrong.ts';

const each = (score: string) =>
  `function poisonScores(activations) {\n  return activations.map((row) => ${score});\n}`;

export const poisonScoresWrong: Wrong[] = [
  ...changed(poisonScoresTask.answer, [
    ['takes no mean away', 'row.map((a, j) => a - mean[j])', '[...row]', 'offset'],
    ['looks at one side only', 'dot(row, v) ** 2', 'dot(row, v)', 'side'],
    ['gives the low scores to poison', 'dot(row, v) ** 2', '-(dot(row, v) ** 2)', 'recall'],
    [
      'divides by nothing where all are alike',
      'if (length === 0) return rows.map(() => 0);',
      '',
      'alike',
    ],
    ['forgets that there may be no pictures', 'if (n === 0) return [];', '', 'empty'],
    ['looks for no direction', 'step < 15', 'step < 0', 'recall'],
    [
      'gives one score too few',
      'return rows.map((row) => dot(row, v) ** 2)',
      'return rows.slice(1).map((row) => dot(row, v) ** 2)',
      'scores',
    ],
    [
      'changes the activations',
      'const rows = activations.map((row) => row.map((a, j) => a - mean[j]));',
      'const rows = activations; for (const row of rows) row.forEach((a, j) => (row[j] = a - mean[j]));',
      'keeps-inputs',
    ],
  ]),
  {
    what: 'adds up the activations',
    code: each('row.reduce((sum, a) => sum + a, 0)'),
    breaks: 'recall',
  },
  { what: 'measures from zero', code: each('Math.hypot(...row)'), breaks: 'offset' },
  { what: 'takes the largest activation', code: each('Math.max(...row)'), breaks: 'recall' },
];

export const occlusionMapWrong: Wrong[] = [
  {
    what: 'keeps earlier patches',
    code: occlusionMapTask.answer
      .replace('const covered = [...pixels];', '')
      .replace('const whole =', 'const covered = [...pixels];\n  const whole ='),
    breaks: 'fresh',
  },
  ...changed(occlusionMapTask.answer, [
    ['covers in black', '= 0.5', '= 0', 'grey'],
    [
      'takes the drop the other way round',
      'whole - sure(covered, weights)',
      'sure(covered, weights) - whole',
      'drop',
    ],
    [
      'only counts drops',
      'drops.push(whole - sure(covered, weights))',
      'drops.push(Math.max(0, whole - sure(covered, weights)))',
      'drop',
    ],
    ['goes column by column', 'covered[y * side + x]', 'covered[x * side + y]', 'order'],
    ['stops one place early', 'left + patch <= side', 'left + patch < side', 'places'],
    ['runs over the edge', 'top + patch <= side', 'top < side', 'places'],
    ['moves by a whole patch', 'left++', 'left += patch', 'places'],
    ['covers a pixel too many', 'x < left + patch', 'x <= left + patch', 'pixel'],
  ]),
];
