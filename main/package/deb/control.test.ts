import { expect, it } from 'vitest';
import { changelog, controlFile } from './control.mjs';

const request = {
  name: 'lectern',
  version: '1.2.3',
  architecture: 'amd64',
  maintainer: 'A <a@b.c>',
  vendor: 'A',
  url: 'https://a.b/',
  section: 'education',
  priority: 'optional',
  description: `Short\n ${'word '.repeat(30)}`,
  compression: 'xz',
  output: '/dist/x.deb',
  depends: ['libc6', 'libasound2t64 | libasound2'],
  recommends: [],
  scripts: {},
  contents: [],
};

it('the control file: no empty field, sizes in KiB, a description in lines of at most 79 characters', () => {
  const text = controlFile(request, 1025);
  expect(text.split('\nDescription: ')[0]).toBe(
    [
      'Package: lectern',
      'Version: 1.2.3',
      'Section: education',
      'Priority: optional',
      'Architecture: amd64',
      'Maintainer: A <a@b.c>',
      'Installed-Size: 2',
      'Depends: libc6, libasound2t64 | libasound2',
      'Homepage: https://a.b/',
    ].join('\n'),
  );
  const [synopsis, ...long] = text.trimEnd().split('\nDescription: ')[1]!.split('\n');
  expect(synopsis).toBe('Short');
  expect(long.length).toBeGreaterThan(1);
  for (const line of long) expect(line).toMatch(/^ word[ word]{0,74}$/);
  expect(long.join(' ').match(/word/g)).toHaveLength(30);
  expect(text.endsWith('\n')).toBe(true);
});

it('the changelog names day and time in English and in universal time', () =>
  expect(changelog(request, new Date(Date.UTC(2026, 2, 1, 23, 5, 9)))).toBe(
    'lectern (1.2.3) unstable; urgency=medium\n\n  * Version 1.2.3.\n\n -- A <a@b.c>  Sun, 01 Mar 2026 23:05:09 +0000\n',
  ));
