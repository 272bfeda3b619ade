import { expect, it } from 'vitest';
import { needsRestart } from './needs-restart.ts';

it.each([
  ['main/services/host.ts', true],
  ['main\\services\\host.ts', true],
  ['main/services/host.test.ts', false],
  ['labs/coin/run.ts', true],
  ['labs/coin/lab.ts', true],
  ['labs/math/random.ts', true],
  ['labs/coin/coin.labs.test.ts', false],
  ['labs/coin/panel.tsx', false],
  ['labs/coin/story.tsx', false],
  ['labs/coin/panel/words.ts', false],
  ['labs/coin/table.worker.ts', false],
  ['labs/coin/README.md', false],
  ['slides/lecture-1/myths.ts', false],
  ['renderer/app/app.tsx', false],
])('%s: %s', (file, needed) => expect(needsRestart(file)).toBe(needed));
