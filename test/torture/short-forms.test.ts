import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { names } from '../../main/cli/checks/torture.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const list = readme.slice(readme.indexOf('**Short forms'));
// Items of a list; a wrapped line is indented below its dash.
const items = list.matchAll(/^- `([a-z]+)`: (.+(?:\n {2}.+)*)/gm);
const rows = [...items].map(([, name, lines]) => {
  const forms = lines!.replace(/\s+/g, ' ');
  return {
    name: name!,
    tests: [...forms.matchAll(/`([^`*]+\.ts)` “([^”]+)”/g)].map(([, file, title]) => ({
      file: file!,
      // What belongs to test:full or test:sweeps says so at the end of its title.
      title: title!.replace(/ @(full|sweep)$/, ''),
    })),
  };
});

test('every torture has a short form', () => {
  expect(rows.map(({ name }) => name)).toEqual(names);
  for (const { name, tests } of rows) expect(tests, name).not.toEqual([]);
});

test.each(rows.flatMap(({ name, tests }) => tests.map((one) => ({ name, ...one }))))(
  '$name: $file has the test “$title”',
  ({ name, file, title }) => {
    expect(existsSync(join(root, file)), file).toBe(true);
    const text = readFileSync(join(root, file), 'utf8');
    const squeezed = text.replace(/\(\s+/g, '(').replace(/ @(full|sweep)(?=['`])/g, '');
    expect(['`', "'"].some((quote) => squeezed.includes(`(${quote}${title}${quote}`))).toBe(true);
    // One test for several of them: this one must be on its list.
    if (title.includes('%s')) expect(text).toMatch(new RegExp(`test\\.each\\(\\[[^\\]]*'${name}'`));
  },
);
