import { expect, it } from 'vitest';
import { plainDiagnosis, unfitFolder, whyUnbuilt } from './why-unbuilt.mjs';

it.each([
  '/home/ada/lectern',
  '/a b/ü/[x]{y}(z)!+&;$^=~@,',
  '/100%25/x',
  'C:\\Users\\Ada\\lectern',
])('a folder %s can be built in', (root) => expect(unfitFolder(root)).toBeNull());

it.each([
  ['/home/c#/lectern', '#'],
  ['/what?/lectern', '?'],
  ['/a*b', '*'],
  ['/100%/lectern', '%'],
  ['/50%xy', '%'],
])('a folder %s can’t, because of %s', (root, sign) => {
  const said = unfitFolder(root)!;
  expect(said).toContain(`${root}: its path holds the sign ${sign},`);
  expect(said).toMatch(/\nNothing was changed\.\nMove or rename the folder, /);
});

const failed = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

it.each([
  ['EACCES', /^writing in \/x is not allowed/, /^Copy that folder to a place of your own/],
  ['EROFS', /^writing in \/x is not allowed/, /^Copy that folder to a place of your own/],
  ['ENOSPC', /^the disk that holds \/x is full$/, /^Free some space/],
  ['EDQUOT', /^the disk that holds \/x is full$/, /^Free some space/],
  ['EEXIST', /in the way of the folder out/, /^Delete the file or folder out/],
  ['ERR_MODULE_NOT_FOUND', /it failed$/, /^Run npm ci/],
])('%s is said with what to do about it', (code, why, next) => {
  const said = whyUnbuilt(failed(code), '/x');
  expect(said.why).toMatch(why);
  expect(said.next).toMatch(next);
});

it('a folder that can only be read is not said to be missing', () => {
  const error = Object.assign(failed('ENOENT'), { syscall: 'mkdir' });
  expect(whyUnbuilt(error, '/x')).toEqual(whyUnbuilt(failed('EROFS'), '/x'));
});

it('what a bundler says is told without colours and without the places in its code', () => {
  const error = new Error(
    '\u001b[31mNo such file.\u001b[0m\n    at load (file:///v.js:1:2)\nStop.\n',
  );
  expect(whyUnbuilt(error, '/x').why).toBe('No such file.\nStop');
});

it('a diagnosis without a program still ends as any other does', () => {
  const lines = plainDiagnosis('/x', 'It is full.').split('\n');
  expect(lines).toContain(`Node:                   ${process.versions.node}`);
  expect(lines).toContain('Folder:                 /x');
  expect(lines.slice(-3)).toEqual([
    'It is full.',
    'Lectern can’t run on this computer as it is.',
    'backend: none',
  ]);
});
