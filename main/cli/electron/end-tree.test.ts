import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { endTree, ownGroup } from './end-tree.ts';

/** A child that saves for as long as a shell may, once it is asked to, and ends with 5. */
async function saves() {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-end-'));
  const script = join(folder, 'child.cjs');
  writeFileSync(
    script,
    `const leave = () => setTimeout(() => process.exit(5), 200);
     process.on('SIGTERM', leave);
     process.on('message', ({ lectern }) => lectern === 'quit' && leave());
     process.send('up');`,
  );
  const child = fork(script, { detached: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}

it.each([
  ['by a signal', true],
  ['by a message, where the system has no signals', false],
])('a shell that has not shown its window yet is asked to save, too: %s', async (_how, signals) => {
  const child = await saves();
  await endTree(child, 60_000, signals);
  await vi.waitFor(() => expect([child.exitCode, child.signalCode]).toEqual([5, null]));
});

it.runIf(ownGroup)('one that the system can’t end is left after 3 s and 5 s', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  // Each signal is taken, and none ends it: so does a process that waits for a dead disk.
  const taken = vi.spyOn(process, 'kill').mockReturnValue(true);
  const unref = vi.fn();
  const stuck = { pid: 4242, exitCode: null, signalCode: null, kill: () => true, unref };
  const child = Object.assign(new EventEmitter(), stuck) as unknown as ChildProcess;
  let left = false;
  void endTree(child, 3_000, true).then(() => (left = true));
  await vi.advanceTimersByTimeAsync(7_900);
  expect(left).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(left).toBe(true);
  expect(taken).toHaveBeenCalledWith(-4242, 'SIGKILL');
  expect(unref).toHaveBeenCalled();
});
