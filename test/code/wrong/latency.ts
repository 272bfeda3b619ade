import { batchesTask } from '../../../labs/latency/code/batches.ts';
import { percentileTask } from '../../../labs/latency/code/percentile.ts';
import { changed, type Wrong } from './wrong.ts';

const byIndex = (body: string) => `function percentile(times, p) {\n${body}\n}`;

export const percentileWrong: Wrong[] = [
  ...changed(percentileTask.answer, [
    ['sorts as texts', '.sort((a, b) => a - b)', '.sort()', 'numbers'],
    ['sorts the list that it was given', '[...times]', 'times', 'keeps-inputs'],
    ['forgets the empty list', 'if (times.length === 0) return null;', '', 'empty'],
    ['takes rounding error for a rank', ' - 1e-9', '', 'exact'],
    [
      'rounds the rank to the nearest',
      'Math.ceil(p * sorted.length - 1e-9)',
      'Math.round(p * sorted.length)',
      'rank',
    ],
    ['counts from 0 and is one too far', '[Math.max(rank, 1) - 1]', '[rank]', 'ends'],
    ['sorts downwards', 'a - b', 'b - a', 'rank'],
    ['gives the rank', 'return sorted[Math.max(rank, 1) - 1]', 'return rank', 'rank'],
    ['goes below the first', 'Math.max(rank, 1) - 1', 'Math.floor(p * sorted.length) - 1', 'ends'],
  ]),
  {
    what: 'interpolates between ranks',
    code: byIndex(
      'if (!times.length) return null;\nconst s = [...times].sort((a, b) => a - b);\nconst at = p * (s.length - 1);\nconst low = Math.floor(at);\nreturn s[low] + (at - low) * ((s[low + 1] ?? s[low]) - s[low]);',
    ),
    breaks: 'given',
  },
  {
    what: 'returns a promise',
    code: `async ${byIndex('return times.length ? times[0] : null;')}`,
    breaks: 'rank',
  },
];

export const batchesWrong: Wrong[] = changed(batchesTask.answer, [
  ['never waits for more', 'Math.min(full, arrivals[first] + T)', 'arrivals[first]', 'due'],
  [
    'always waits until T has passed',
    'Math.min(full, arrivals[first] + T)',
    'arrivals[first] + T',
    'full',
  ],
  [
    'forgets that the replica works',
    'Math.max(free, Math.min(full, arrivals[first] + T))',
    'Math.min(full, arrivals[first] + T)',
    'busy',
  ],
  [
    'waits T from when it is free',
    'Math.min(full, arrivals[first] + T))',
    'Math.min(full, Math.max(free, arrivals[first]) + T))',
    'overdue',
  ],
  [
    'leaves out who arrives in that moment',
    'let size = 0;\n    while (size < B && arrivals[first + size] <= leaves)',
    'let size = 1;\n    while (size < B && arrivals[first + size] < leaves)',
    'moment',
  ],
  ['knows no largest batch', 'size < B && ', '', 'overdue'],
  [
    'answers one after the other in a batch',
    'answers.push(free)',
    'answers.push(leaves + fixed + (k + 1) * each)',
    'full',
  ],
  ['counts each request’s time once', 'size * each', 'each', 'full'],
  [
    'takes the last request’s wait',
    'arrivals[first] + T',
    '(arrivals[first + 1] ?? arrivals[first]) + T',
    'stream',
  ],
]);
