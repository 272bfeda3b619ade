import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { projectFiles } from './import-graph.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const replaces = /\bvi\.(?:mock|doMock|resetModules)\(/;
/** The project `unit-mocked`, where each file has its modules to itself, and the two other projects of that kind. */
const apart =
  /^(main\/electron\/|test\/electron-(double|pages)\/|main\/cli\/commands\.test)|\.browser\.test\.tsx$/;

test('a test that puts another module in the place of one does not share its modules', () => {
  const found = projectFiles(root).filter((file) =>
    replaces.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found.length).toBeGreaterThan(3);
  const me = 'test/lint/mocks.test.ts';
  expect(found.filter((file) => !apart.test(file) && file !== me)).toEqual([]);
});
