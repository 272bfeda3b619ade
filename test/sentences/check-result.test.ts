import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { StoryStep } from '../../labs/view.ts';
import { checkResult } from './check-result.ts';
import { planOf } from './plan.ts';
import type { RealResult } from './result.ts';
import { Runner } from './run-lab.ts';
import { speakingOf } from './speaking.ts';
import type { Speaking } from './texts.ts';

let speaking: Speaking;
let real: RealResult;
beforeAll(async () => {
  speaking = await speakingOf('fairness');
  const runner = new Runner(fileURLToPath(new URL('kept', import.meta.url)));
  real = await runner.run(planOf(speaking.lab, 5, 1)[0]!);
  // A whole lab is read, which a busy machine takes its time for.
});

/** What is found wrong where one step of the story says something else. */
function wrongWith(id: string, change: object): string[] {
  const parts = speaking.story.parts.map((part) => ({
    ...part,
    steps: part.steps.map((step) => (step.id === id ? { ...step, ...change } : step) as StoryStep),
  }));
  const { wrong } = checkResult({ ...speaking, story: { parts } }, real);
  return wrong.map(({ step, what, problem }) => `${step} ${what}: ${problem}`);
}

test('the lab as it is has nothing wrong', () => {
  expect(wrongWith('none', {})).toEqual([]);
});

test.each([
  [
    'delete-run',
    { body: () => 'From 0.87 to 0.85: the gap shrinks and stays.' },
    /body: “shrinks”/,
  ],
  ['delete-predict', { body: 'The ratio is far below 1.' }, /body: “far below”/],
  ['flip-predict', { verdict: () => 'NaN too high.' }, /verdict for .*: NaN in a text/],
  ['audit-check', { worked: () => '0.123456 is the gap.' }, /worked: more than four/],
  ['audit-run', { body: () => 'It is the model with-group.' }, /the raw name “with-group”/],
  ['delete-check', { judge: () => false }, /judge: the worked answer \d+ is not right/],
  ['delete-check', { judge: () => true }, /judge: [\d.]+ is right .* as well as \d+/],
  ['flip-check', { judge: () => true }, /judge: 3 of 3 options are right/],
  ['thresholds-predict', { outcome: () => 'Nobody' }, /outcome: “Nobody” is none of the options/],
])('a fault planted in %s is found', (id, change, found) => {
  expect(wrongWith(id, change).join('\n')).toMatch(found);
});
