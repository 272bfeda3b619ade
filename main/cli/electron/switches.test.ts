import { expect, it } from 'vitest';
import { UsageError } from '../usage.ts';
import { electronSwitches } from './switches.ts';

const part = (...args: string[]) => electronSwitches(args, 'help');

it('parts the line at its first two dashes', () => {
  expect(part('--web')).toEqual({ own: ['--web'], switches: [] });
  expect(part('--electron', '--', '--ozone-platform=x11', '--disable-gpu')).toEqual({
    own: ['--electron'],
    switches: ['--ozone-platform=x11', '--disable-gpu'],
  });
});

it.each(['/other/app', '-r', '--', '', '--=x'])('%j is no switch', (word) => {
  expect(() => part('--', word)).toThrow(UsageError);
});

it.each([
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-namespace-sandbox',
  '--disable-gpu-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--no-zygote',
])('%s is never handed on', (word) => {
  expect(() => part('--', word)).toThrow(/never runs without Electron's sandbox/);
});
