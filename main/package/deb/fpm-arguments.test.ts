import { expect, it } from 'vitest';
import { parseFpmArguments } from './fpm-arguments.mjs';

/** What electron-builder 26 calls fpm with for a deb. */
const args = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libc6'],
  ...['--deb-compression', 'xz', '--architecture', 'amd64'],
  ...['--after-install', '/tmp/after-install', '--after-remove', '/tmp/after-remove'],
  ...['--description', 'Short\n Long', '--version', '1.2.3', '--package', '/dist/x.deb'],
  ...['--name', 'lectern', '--maintainer', 'A <a@b.c>', '--vendor', 'A', '--url', 'https://a.b/'],
  ...['--category', 'education', '--deb-priority', 'optional', '--license', 'MIT'],
  ...['assets/a.xml=/usr/share/a.xml', '/dist/app=folder/=/opt/Lectern'],
];

it('reads what electron-builder tells fpm', () =>
  expect(parseFpmArguments(args)).toEqual({
    name: 'lectern',
    version: '1.2.3',
    architecture: 'amd64',
    maintainer: 'A <a@b.c>',
    vendor: 'A',
    url: 'https://a.b/',
    section: 'education',
    priority: 'optional',
    description: 'Short\n Long',
    compression: 'xz',
    output: '/dist/x.deb',
    depends: ['libnss3', 'libc6'],
    recommends: [],
    scripts: { postinst: '/tmp/after-install', postrm: '/tmp/after-remove' },
    contents: [
      { from: 'assets/a.xml', to: '/usr/share/a.xml' },
      { from: '/dist/app=folder/', to: '/opt/Lectern' },
    ],
  }));

it.each([
  ['a flag that it does not know', [...args, '--deb-systemd', 'x'], '--deb-systemd is not known'],
  ['another kind of package', args.map((arg) => (arg === 'deb' ? 'rpm' : arg)), '-t rpm'],
  ['a place outside of the package', [...args, 'a=/../etc/passwd'], 'not of the form'],
  ['a file without a place', [...args, 'a'], 'not of the form'],
  ['a flag without its value', [...args, '--name'], '--name needs a value'],
  ['no name', args.filter((arg) => arg !== '--name' && arg !== 'lectern'), 'No name is given'],
])('refuses %s', (_what, given, said) => expect(() => parseFpmArguments(given)).toThrow(said));
