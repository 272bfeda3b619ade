import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Phones in a process of their own that vote again and again. Resolves once all are in; `end` ends them. */
export async function voting(
  programs: string,
  { address, word }: { address: string; word: string },
  phones: number,
): Promise<{ end: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [join(programs, 'room-phones-program.js'), 'vary', address, word, String(phones)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('close', (code) => reject(new Error(`the phones ended with ${code}`)));
  });
  return { end };
}
