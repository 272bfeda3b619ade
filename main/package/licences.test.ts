import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  checkLicences,
  licenceAllowed,
  noticesOf,
  readPackage,
  type Shipped,
} from './licences.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lectern-licences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['MIT', true],
  ['ISC', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['MIT OR GPL-3.0-only AND Apache-2.0', true],
  ['(MIT OR GPL-3.0-only) AND GPL-2.0-only', false],
  ['(BSD-3-Clause AND Apache-2.0)', true],
  ['SEE LICENSE IN FILE', false],
  ['UNLICENSED', false],
  ['', false],
  ['MIT MIT', false],
  ['(MIT', false],
])('%s: %s', (expression, allowed) => expect(licenceAllowed(expression)).toBe(allowed));

describe('a package', () => {
  const write = (name: string, files: Record<string, string>) => {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
    return readPackage(join(folder, name));
  };

  it('brings its own files', () => {
    expect(
      write('own', {
        'package.json':
          '{"name":"own","version":"1.0.0","license":"MIT","author":"A. Person <a@example.org>"}',
        LICENSE: 'Text\n',
        'NOTICE.md': 'Note',
        'index.js': '',
      }),
    ).toEqual({
      name: 'own',
      version: '1.0.0',
      licence: 'MIT',
      author: 'A. Person',
      texts: [
        { file: 'LICENSE', text: 'Text' },
        { file: 'NOTICE.md', text: 'Note' },
      ],
    });
  });

  it('quotes its licence in the README, or only names it there', () => {
    const quoted = write('readme', {
      'package.json': '{"name":"readme","version":"1","licenses":[{"type":"MIT"},{"type":"ISC"}]}',
      'README.md': '# x\n\n## License\n\nCopyright B. Permission is hereby granted.',
    });
    expect(quoted).toMatchObject({
      licence: 'MIT OR ISC',
      texts: [{ file: 'README.md', text: 'Copyright B. Permission is hereby granted.' }],
    });
    expect(
      write('named', {
        'package.json': '{"name":"named","version":"1"}',
        'README.md': '## License\n\nMIT',
      }),
    ).toMatchObject({ licence: 'none given', texts: [] });
  });
});

describe('all that is shipped', () => {
  const work = (name: string, licence: string, text?: string): Shipped => ({
    name,
    version: '1',
    licence,
    author: '',
    texts: text === undefined ? [] : [{ file: 'LICENSE', text }],
  });
  const mit = work('b', 'MIT', 'Copyright B\n\nPermission is hereby granted, free of charge');

  it('gets the common wording where a package brings none, without the other’s name', () => {
    expect(
      checkLicences([work('c', 'MIT'), mit, mit]).map(({ name, texts }) => [name, texts[0]!.text]),
    ).toEqual([
      ['b', 'Copyright B\n\nPermission is hereby granted, free of charge'],
      ['c', 'Permission is hereby granted, free of charge'],
    ]);
  });

  it('ends with every name where one is not in order', () => {
    expect(() =>
      checkLicences([mit, work('gpl', 'GPL-3.0-only', 'x'), work('bare', 'BSD-2-Clause')]),
    ).toThrow(
      'bare 1: no text of its licence was found\ngpl 1: the licence "GPL-3.0-only" is not on the list',
    );
  });

  it('is listed, and each text stands once with all it belongs to', () => {
    const notices = noticesOf(checkLicences([work('a', 'MIT', mit.texts[0]!.text), mit]));
    expect(notices).toContain('\na 1: MIT\nb 1: MIT\n');
    expect(notices.match(/Permission is hereby granted/g)).toHaveLength(1);
    expect(notices).toContain('a 1\nb 1\n\nCopyright B');
  });
});
