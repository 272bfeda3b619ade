import { expect, it } from 'vitest';
import { asciiName } from './ascii-name.ts';

it.each([
  ['José Pérez', 'jose-perez'],
  ['Ana Gómez-Pérez', 'ana-gomez-perez'],
  ['Łukasz Größe', 'lukasz-grosse'],
  ['Søren Æbelø', 'soren-aebelo'],
  ['Nguyễn Văn Đức', 'nguyen-van-duc'],
  ['C:\\x\u0000.exe', 'c-x-exe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['דנה כהן', ''],
  ['', ''],
])('%s is %s in a file’s name', (text, name) => expect(asciiName(text)).toBe(name));

it('is as long as it may be, and does not end in a dash', () =>
  expect(asciiName('one two three', 8)).toBe('one-two'));
