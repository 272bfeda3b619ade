import { expect, it } from 'vitest';
import { builderArguments } from './dist.ts';
import { UsageError } from './usage.ts';

it('packs for the computer at hand, and publishes nothing', () => {
  expect(builderArguments([], 'linux', 'x64', '/electron')).toEqual([
    '--x64',
    '-c.electronDist=/electron',
    '--publish',
    'never',
  ]);
  expect(
    builderArguments(
      ['--linux', 'deb', '--x64', '-c.electronDist=/mine'],
      'linux',
      'x64',
      '/electron',
    ),
  ).toEqual(['--publish', 'never', '--linux', 'deb', '--x64', '-c.electronDist=/mine']);
  expect(builderArguments(['--publish', 'always'], 'darwin', 'arm64', null)).toEqual([
    '--arm64',
    '--publish',
    'always',
  ]);
});

it('refuses another system or processor: the native library of this one would be packed', () => {
  for (const args of [['--win'], ['-m'], ['--arm64'], ['--x64', '--universal']])
    expect(() => builderArguments(args, 'linux', 'x64', null)).toThrow(UsageError);
});

it.each([
  ['--linux', 'AppImage'],
  ['--linux=appimage'],
  ['-l', 'deb', 'APPIMAGE:x64'],
  ['-lAppImage'],
  ['-c.linux.target=AppImage'],
])('refuses an AppImage, which would start without a sandbox: %s', (...args) => {
  const make = () => builderArguments(args, 'linux', 'x64', null);
  expect(make).toThrow(UsageError);
  expect(make).toThrow(/AppImage's starter turns Chromium's sandbox off.*--linux deb\./);
});

it('a path with that word in it is no AppImage', () => {
  const args = ['-c.directories.output=/home/ada/AppImage/out'];
  expect(builderArguments(args, 'linux', 'x64', null)).toContain(args[0]);
});
