import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { launchElectron, usualLimits, type Launch } from './launch.ts';

const launch = (binary: string, switches: string[] = [], more: Partial<Launch> = {}) =>
  launchElectron({
    binary,
    root: '/nowhere',
    switches,
    limits: usualLimits,
    ended: new Promise(() => undefined),
    ...more,
  });

/** Starts a shell that is a few lines of Node. */
function launchScript(lines: string, more: Partial<Launch> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'shell.cjs');
  writeFileSync(script, lines);
  return launch(process.execPath, [script], more);
}

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

it('a shell that spoke, showed nothing and ended with status 0 died: nobody had asked it to end', async () => {
  expect(
    await launchScript(`process.send({ lectern: 'alive' }, () => process.exit(0));`),
  ).toMatchObject({ kind: 'died', code: 0, signal: null });
});

it('where the system has no signals, one that shows its window is asked to quit by a message', async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const outcome = await launchScript(
    `process.on('SIGTERM', () => process.exit(6));
     process.on('message', ({ lectern }) => process.exit(lectern === 'quit' ? 5 : 7));
     process.send({ lectern: 'shown' });`,
    { signals: false, ended, onMessage: () => end() },
  );
  expect(outcome).toMatchObject({ kind: 'closed', code: 5 });
});

it('whoever ends Lectern later ends nothing that has the number of a shell that died', async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  expect(await launchScript('process.exit(3);', { ended })).toMatchObject({ kind: 'died' });
  const killed = vi.spyOn(process, 'kill').mockReturnValue(true);
  end();
  // What is done at the end, it begins at once.
  await new Promise((resolve) => setImmediate(resolve));
  expect(killed).not.toHaveBeenCalled();
});
