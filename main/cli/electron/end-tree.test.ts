import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { endTree } from './end-tree.ts';

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
