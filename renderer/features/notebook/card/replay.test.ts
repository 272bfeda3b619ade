import { describe, expect, it } from 'vitest';
import type { ReplayReport } from '../../../../main/contract/replay.ts';
import { replayWords } from './replay.ts';

const report = (given: Partial<ReplayReport>): ReplayReport => ({
  agrees: false,
  other: [],
  tolerance: 0.02,
  within: 0,
  leftOut: [],
  compared: 500,
  differing: 12,
  differences: [],
  hashFits: true,
  ...given,
});

describe('a replay in a sentence', () => {
  it.each([
    ['the same everywhere', report({}), /^12 of 500 values are not the same within 2 %\.$/],
    [
      'another machine',
      report({ other: ['processor A, now B'] }),
      /another machine than the one it was made on\.$/,
    ],
    [
      'a lab that computes its intervals otherwise since',
      report({ other: ['lab version 1, now 2', 'Lectern 0.1.0, now 0.2.0'] }),
      /^12 of 500 .* The lab has changed since this run was made, and computes some numbers otherwise\.$/,
    ],
  ])('%s', (_, given, words) => expect(replayWords(given)).toMatch(words));
});
