import { expect, it } from 'vitest';
import { launchElectron, usualLimits } from './launch.ts';

const launch = (binary: string) =>
  launchElectron({
    binary,
    root: '/nowhere',
    switches: [],
    limits: usualLimits,
    ended: new Promise(() => undefined),
  });

it.each([
  ['that Node tells of by an event', '/nowhere/electron'],
  ['that Node throws', '/nowhere/elec\0tron'],
])('a refusal %s is an outcome, not an error', async (_how, binary) => {
  expect(await launch(binary)).toMatchObject({
    kind: 'unstartable',
    reason: expect.stringMatching(/\w/) as string,
  });
});

it('gives main 20 s for its first sign, and a window 45 s', () => {
  expect(usualLimits).toEqual({ alive: 20_000, shown: 45_000 });
});
