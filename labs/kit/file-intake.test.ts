import { expect, test } from 'vitest';
import { CsvProblem } from '../data/problem.ts';
import { answerFileRequests, fileProblem, type AnsweringScope } from './file-intake.ts';

test('what the reader found is said as it is', () => {
  const problem = { what: 'Row 3 has one cell too many.', next: 'Mend it.', row: 3 };
  expect(fileProblem(new CsvProblem(problem))).toEqual(problem);
});

test('a file that was changed or moved meanwhile is told apart from other failures', () => {
  const gone = new DOMException('gone', 'NotReadableError');
  expect(fileProblem(gone)).toEqual({
    what: 'The file can no longer be read: it was changed, moved or removed.',
    next: 'Choose the file again.',
  });
  expect(fileProblem(new Error('disk on fire')).what).toBe(
    'The file could not be read: disk on fire.',
  );
  expect(fileProblem('no reason').what).toBe('The file could not be read: no reason.');
});

test('a request that fails is answered with its problem', async () => {
  let scope: AnsweringScope<{ id: number; text: string }> | null = null;
  const answer = new Promise((resolve) => {
    scope = { onmessage: null, postMessage: resolve };
    answerFileRequests(scope, ({ text }) => Promise.reject(new Error(text)));
  });
  const data = { id: 7, text: 'cut short' };
  scope!.onmessage!({ data } as MessageEvent<typeof data>);
  expect(await answer).toEqual({
    kind: 'problem',
    id: 7,
    problem: { what: 'The file could not be read: cut short.', next: 'Choose the file again.' },
  });
});
