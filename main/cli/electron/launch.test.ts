import { expect, it, vi } from 'vitest';
import { launchElectron, usualLimits } from './launch.ts';

const launch = (binary: string, switches: string[] = []) =>
  launchElectron({
    binary,
    root: '/nowhere',
    switches,
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

it('no fixed wait stands between a shell’s death and what is told of it', async () => {
  // No timer of this program goes off: what comes all the same waited for none.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    // Plain Node ends by itself: it has no such switch.
    expect(await launch(process.execPath, ['--no-such-switch'])).toMatchObject({
      kind: 'died',
      code: 9,
    });
  } finally {
    vi.useRealTimers();
  }
});
