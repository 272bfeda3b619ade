import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCard } from '../../contract/run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let temp: string;
beforeEach(async () => void (temp = await mkdtemp(join(tmpdir(), 'lectern-lab-'))));
afterEach(() => rm(temp, { recursive: true, force: true }));

function start(args: string[]) {
  const child = spawn(process.execPath, [join(root, 'main/cli/lectern.mjs'), 'lab', ...args], {
    cwd: temp,
    env: { ...process.env, LECTERN_HOME: join(temp, 'home') },
  });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  return {
    child,
    heard,
    ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
  };
}
const card = async (name: string) =>
  runCard.parse(JSON.parse(await readFile(join(temp, name), 'utf8')));

it('runs a lab for real, and again with the same measurements to the same result', async () => {
  const first = start([
    'latency',
    '--set',
    'epochs=1',
    '--set',
    'replications=3',
    '--seed',
    '7',
    '--json',
    'a.json',
  ]);
  expect(await first.ended).toBe(0);
  expect(first.heard.out).toMatch(/^model .*AUC/);
  expect(first.heard.out).toMatch(/^Seed 7 on tensorflow in /m);
  const second = start([
    'latency',
    '--set',
    'epochs=1',
    '--set',
    'replications=3',
    '--seed',
    '7',
    '--measured',
    'a.json',
    '--json',
    'b.json',
    '--quiet',
  ]);
  expect(await second.ended).toBe(0);
  expect(second.heard).toEqual({ out: '', err: '' });
  const [a, b] = [await card('a.json'), await card('b.json')];
  expect(a.status).toBe('finished');
  expect(b.measured).toEqual(a.measured);
  expect(b.result).toEqual(a.result);
  // One number changed by hand: the hash tells that, the replay tells which; so it also tells that every other number matches.
  const forged = structuredClone(a) as typeof a & { result: { models: { auc: number }[] } };
  forged.result.models[0]!.auc += 0.01;
  await writeFile(join(temp, 'forged.json'), JSON.stringify(forged));
  const replay = start(['replay', 'forged.json', '--quiet']);
  expect(await replay.ended).toBe(1);
  expect(replay.heard.out).toContain('does not fit its content hash');
  expect(replay.heard.out).toMatch(/^1 of \d{3,} values differ by more than 0.01 %:$/m);
  expect(replay.heard.out).toMatch(/^models\[0\]\.auc .* 1\.\d+ %$/m);
  await rm(join(temp, 'forged.json'));
  // The data folder is for runs made on screen.
  expect(await readdir(temp)).toEqual(['a.json', 'b.json']);
});

it('an interrupted run keeps what it has, also where Ctrl+C arrives twice', async () => {
  const run = start(['latency', '--preset', 'thorough', '--json', 'part.json']);
  let sent = 0;
  run.child.stderr.on('data', () => {
    if (sent < 2 && /Training|Timing/.test(run.heard.err))
      for (; sent < 2; sent++) run.child.kill('SIGINT');
  });
  expect(await run.ended).toBe(130);
  const part = await card('part.json');
  expect(part).toMatchObject({ status: 'stopped', complete: false, lab: 'latency' });
  expect(run.heard.err).toContain('part.json');
});
