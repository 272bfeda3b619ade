import { expect, it } from 'vitest';
import { limits } from './read/limits.ts';
import { Problems } from './read/problems.ts';

it('what is wrong beyond so many is counted, and one error among it makes the last line an error', () => {
  const problems = new Problems();
  const add = (level: 'error' | 'warning') =>
    problems.add({ level, file: 'slides.md', line: 7, what: 'Something.', fix: 'Mend it.' });
  for (let count = 0; count < limits.problems; count += 1) add('warning');
  expect(problems.list).toHaveLength(limits.problems);
  for (const level of ['warning', 'error', 'warning'] as const) add(level);
  expect(problems.list).toHaveLength(limits.problems + 1);
  expect(problems.list.at(-1)).toEqual({
    level: 'error',
    file: 'slides.md',
    line: 0,
    what: 'More is wrong than is listed: 3 not shown.',
    fix: 'Mend these first.',
  });
});
