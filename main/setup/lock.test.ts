import { existsSync } from 'node:fs';
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lectern-lock-')), 'a', 'lock');
});
afterEach(() => rm(join(folder, '../..'), { recursive: true, force: true }));

it('lets one in at a time, and opens again after a failure', async () => {
  let inside = 0;
  let most = 0;
  let waits = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    // The first one stays until somebody has had to wait.
    await vi.waitFor(() => expect(waits).toBeGreaterThan(0));
    inside -= 1;
    throw new Error('failed');
  };
  const all = await Promise.allSettled(
    [1, 2, 3].map(() => withLock(folder, () => (waits += 1), work)),
  );
  expect(all.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(most).toBe(1);
  expect(waits).toBeGreaterThan(0);
  expect(existsSync(folder)).toBe(false);
});

it('takes over from a process that is gone', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pid'), String(gone));
  expect(
    await withLock(
      folder,
      () => undefined,
      async () => 'in',
    ),
  ).toBe('in');
});

const enters = (among: string[]) =>
  withLock(
    folder,
    () => among.push('waits'),
    async () => among.push('in'),
  );

it.runIf(process.platform === 'linux')(
  'takes over from a killed process whose parent never asks for it, as in a container',
  async () => {
    // The shell becomes a program that waits for nobody: its child stays in the list of processes.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: 'pipe' });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const state = () => readFile(`/proc/${said.toString().trim()}/stat`, 'utf8');
    await vi.waitFor(async () => expect(await state()).toContain(') Z '));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'pid'), said.toString().trim());
    const happened: string[] = [];
    const entered = enters(happened);
    await vi.waitFor(() => expect(happened.length).toBeGreaterThan(0));
    parent.kill('SIGKILL');
    await entered;
    expect(happened).toEqual(['in']);
  },
);

it.runIf(process.platform === 'linux')(
  'takes over where another process has the dead one’s number, as after a container’s restart',
  async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'pid'), `${process.pid} 1`);
    const happened: string[] = [];
    const entered = enters(happened);
    await vi.waitFor(() => expect(happened.length).toBeGreaterThan(0));
    await rm(folder, { recursive: true, force: true });
    await entered;
    expect(happened).toEqual(['in']);
  },
);

it('takes over where the number was never written whole, once nobody can be about to', async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pid'), '');
  const happened: string[] = [];
  const entered = enters(happened);
  await vi.waitFor(() => expect(happened).toEqual(['waits']));
  const past = new Date(Date.now() - 60_000);
  await utimes(folder, past, past);
  await entered;
  expect(happened.at(-1)).toBe('in');
});

it('takes over what is older than the computer’s last start, whoever has the number now', async () => {
  await mkdir(folder, { recursive: true });
  // As on Windows and macOS, where nothing tells when a process began.
  const file = join(folder, 'pid');
  await writeFile(file, `${process.pid} `);
  const happened: string[] = [];
  const entered = enters(happened);
  await vi.waitFor(() => expect(happened.length).toBeGreaterThan(0));
  expect(happened[0]).toBe('waits');
  const earlier = new Date(Date.now() - uptime() * 1000 - 120_000);
  await utimes(file, earlier, earlier);
  await entered;
  expect(happened.at(-1)).toBe('in');
});

it('takes over from a process that died before it wrote its number', async () => {
  await mkdir(folder, { recursive: true });
  const past = new Date(Date.now() - 60_000);
  await utimes(folder, past, past);
  expect(
    await withLock(
      folder,
      () => undefined,
      async () => 'in',
    ),
  ).toBe('in');
});

it('lets one process in at a time where several find the lock left behind at once', async () => {
  const above = join(folder, '../..');
  const log = join(above, 'log');
  const program = join(above, 'child.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'fixtures/lock-child.ts')],
    bundle: true,
    platform: 'node',
    outfile: program,
  });
  const children = [1, 2, 3, 4].map(() => fork(program, [folder, log]));
  const heard = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error('A child ended.')));
    });
  try {
    await Promise.all(children.map(heard));
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (let round = 0; round < 25; round += 1) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'pid'), String(gone));
      const all = Promise.all(children.map(heard));
      for (const child of children) child.send('go');
      await all;
    }
  } finally {
    for (const child of children) child.kill();
  }
  const spans = (await readFile(log, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(BigInt) as [bigint, bigint])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  expect(spans).toHaveLength(100);
  const overlapping = spans.filter(([from], i) => i > 0 && from < spans[i - 1]![1]);
  expect(overlapping).toEqual([]);
});

it('is not stopped by a guard that a killed process left', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pid'), String(gone));
  await mkdir(`${folder}.takeover`);
  const past = new Date(Date.now() - 120_000);
  await utimes(`${folder}.takeover`, past, past);
  const answer = await withLock(
    folder,
    () => undefined,
    async () => 'in',
    5,
  );
  expect(answer).toBe('in');
});
