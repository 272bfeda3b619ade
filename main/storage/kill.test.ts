import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { Notice } from '../contract/methods.ts';
import { readCard, RunStore } from './run-store.ts';
import { sweepUnfinished, unfinishedBy } from './sweep.ts';

/** The suite kills often enough to meet a write in the middle; LECTERN_KILLS=200 is the whole trial. */
const kills = Number(process.env['LECTERN_KILLS'] ?? 25);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Opens the store of the folder it is given and writes card after card; says the id of each once it is saved. */
const writer = `
import { makeCard } from './main/services/runs/card.ts';
import { newRun } from './main/services/runs/new-run.ts';
import { RunStore } from './main/storage/run-store.ts';
const [, , runs, index, from] = process.argv;
const store = new RunStore(runs, () => undefined, undefined, { index, trash: runs + '-deleted' });
await store.load();
for (let n = Number(from); ; n++) {
  const id = 'run-' + String(n).padStart(8, '0');
  const asked = { lab: 'trial', labVersion: 1, parameters: {}, seed: n, preset: null };
  const run = newRun({ id, number: n, ...asked, prediction: null, measuredFrom: null });
  const result = { fill: 'x'.repeat(200_000) };
  const finished = { ...run, status: 'finished', complete: true, result };
  const card = makeCard(finished, null, null, '0.0.0');
  await store.put(card);
  process.stdout.write(card.id + '\\n');
  if (n % 3 === 0) await store.flush();
}`;

/** Kills the writer after some milliseconds; the ids it had said to be saved. */
function writeUntilKilled(program: string, args: string[], afterMs: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += chunk.toString();
    });
    child.once('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

test(
  `${kills} kills during writes lose no card that was saved and leave none half-read`,
  { timeout: 300_000 + kills * 3_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-kill-'));
    const built = await mkdtemp(join(root, 'out', 'kill-'));
    try {
      const program = join(built, 'writer.mjs');
      await build({
        absWorkingDir: root,
        stdin: { contents: writer, resolveDir: root, loader: 'ts' },
        outfile: program,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      });
      const [runs, index] = [join(folder, 'runs'), join(folder, 'runs-index.json')];
      await mkdir(runs);
      const saved: string[] = [];
      for (let k = 0; k < kills; k++) {
        // Spread over the length of a write, so that some meet it at every stage.
        saved.push(
          ...(await writeUntilKilled(program, [runs, index, String(1 + k * 10_000)], (k * 7) % 23)),
        );
        const notices: Notice[] = [];
        const store = new RunStore(runs, (notice) => void notices.push(notice), undefined, {
          index,
          trash: join(folder, 'deleted'),
        });
        await store.load();
        expect(notices).toEqual([]);
        const ids = new Set(store.list().map(({ id }) => id));
        expect(saved.filter((id) => !ids.has(id))).toEqual([]);
        await store.flush();
        // Newest only: the rest was read whole before, and nothing has written to it since.
        for (const id of saved.slice(-5))
          expect(readCard(await readFile(join(runs, `${id}.json`), 'utf8')).ok).toBe(true);
      }
      // Each had said one at least before it was killed.
      expect(saved.length).toBeGreaterThanOrEqual(kills);
      for (const id of saved)
        expect(readCard(await readFile(join(runs, `${id}.json`), 'utf8')).ok).toBe(true);
      const left = (await readdir(runs)).filter((name) => unfinishedBy(name) !== null).length;
      console.log(
        `${kills} kills, ${saved.length} saved cards all whole; ${left} kills left an unfinished file beside them`,
      );
      // Ten minutes later all of these are gone, and every card is still there.
      expect(await sweepUnfinished(runs, Date.now() + 10 * 60_000)).toBe(left);
      expect((await readdir(runs)).every((name) => name.endsWith('.json'))).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(built, { recursive: true, force: true });
    }
  },
);
