import { afterAll, expect, it } from 'vitest';
import { codeVerdict } from '../../contract/code.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { exercisesOf, findExercise, judgeCode } from './judge-code.ts';

const sandbox = createSandbox();
afterAll(() => sandbox.close());
const patient = 30_000;

it('every lab has two exercises, found by their ids; another name says which there are', async () => {
  for (const lab of ['latency', 'time-leak', 'backdoor', 'fairness'])
    expect(await exercisesOf(lab)).toHaveLength(2);
  expect((await findExercise('latency', 'write-percentile')).name).toBe('percentile');
  await expect(findExercise('latency', '__proto__')).rejects.toMatchObject({
    data: { code: 'bad-request', next: expect.stringContaining('write-percentile') },
  });
  await expect(findExercise('nowhere', 'x')).rejects.toMatchObject({
    data: { code: 'unknown-lab' },
  });
});

it('a verdict shows visible tests with their difference, and names what hidden ones look at', async () => {
  const exercise = await findExercise('latency', 'write-percentile');
  const lexical = exercise.answer.replace('(a, b) => a - b', '');
  const verdict = codeVerdict.parse(await judgeCode(sandbox, exercise, lexical, 1, patient));
  expect(verdict.passed).toBe(false);
  expect(verdict.tests[1]).toEqual({
    call: 'percentile([9, 100, 10, 1], 0.5)',
    expected: '9',
    got: '10',
    passed: false,
    difference: 'Expected 9, got 10.',
    line: null,
  });
  expect(verdict.properties.find(({ id }) => id === 'empty')).toMatchObject({ passed: true });
  expect(verdict.properties.find(({ id }) => id === 'numbers')).toMatchObject({
    says: 'Times are put in order as numbers: 9 stands before 10.',
    passed: false,
  });
});

it('a program that is ended names the property in which it was, and leaves the later ones open', async () => {
  const exercise = await findExercise('latency', 'write-percentile');
  const code = exercise.answer.replace('return null', 'for (;;)');
  const verdict = codeVerdict.parse(await judgeCode(sandbox, exercise, code, 1, 400));
  expect(verdict.stopped?.what).toContain('ended');
  expect(verdict.passed).toBe(false);
  const unread = await judgeCode(sandbox, exercise, 'function percentile( {', 1, patient);
  expect(unread.stopped).toMatchObject({ line: 1 });
  expect(unread.properties.every(({ passed }) => passed !== true)).toBe(true);
});
