import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const root = join(here, '../..');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('Electron’s security checklist', () => {
  // Items of a numbered list; a wrapped line is indented below its number.
  const items = read(here, 'README.md').matchAll(/^(\d+)\. (.+(?:\n {3,}.+)*)/gm);
  const rows = [...items].map(([, number, lines]) => {
    const [where, tests] = lines!.replace(/\s+/g, ' ').split(' Shown by ');
    return {
      number: Number(number),
      where: where!,
      tests: [...tests!.matchAll(/`([^`]+)` “([^”]+)”/g)],
    };
  });

  it('is answered item by item, from 1 to 20', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    for (const { where, tests } of rows)
      expect([where.length > 0, tests.length > 0]).toEqual([true, true]);
  });

  it.each(
    rows.flatMap(({ number, tests }) =>
      tests.map(([, file, title]) => ({ number, file: file!, title: title! })),
    ),
  )('item $number: $file has the test “$title”', ({ file, title }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(read(root, file)).toMatch(
      new RegExp(
        `(?:it|test)\\('${title.replace(/[.*+?^$()[\]\\{}|]/g, '\\$&')}(?: @(?:full|sweep))?'`,
      ),
    );
  });
});

it('Electron is pinned to one version, and what the tests hold the program against are that version’s types', () => {
  const { devDependencies } = JSON.parse(read(root, 'package.json')) as {
    devDependencies: { electron: string };
  };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read(root, 'node_modules/electron/electron.d.ts').split('\n')[0]).toBe(
    `// Type definitions for Electron ${devDependencies.electron}`,
  );
});

it('the fuses switch off every way to use the program as plain Node, or to load other code than ours', () => {
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(read(root, 'electron-builder.yml'))![1]!;
  const fuses = Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [
      name,
      value === 'true',
    ]),
  );
  expect(fuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});
