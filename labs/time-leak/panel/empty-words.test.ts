import { expect, it } from 'vitest';
import type { PartProps } from './part-props.ts';
import { noScoreWords, noUsersWords } from './empty-words.ts';

const run = (status: string) => ({ status }) as NonNullable<PartProps['run']>;

it('does not say that there is no score where a finished run’s scores wait for the answer', () => {
  expect(noScoreWords(null, true)).toBe('no score yet');
  expect(noScoreWords(run('finished'), true)).toBe('hidden until the question is answered');
  expect(noUsersWords(run('finished'), true)).toContain('hidden until the question is answered');
  expect(noScoreWords(run('running'), true)).toBe('still to come');
});
