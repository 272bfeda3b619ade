import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lab } from '../../../labs/lab.ts';
import type { Values } from '../../../labs/view.ts';
import type { KeptOutcome } from './kept-compute.ts';

/** The smallest settings of a lab that still answer all its questions. A lab that is not named here runs with its own. */
const small: Record<string, Values> = {
  backdoor: { epochs: 2, cleanFaces: 300, doses: 'curve', doseSeeds: 1, defend: 'on' },
  fairness: { seeds: 1, resamples: 100, steps: 50 },
  latency: { epochs: 1, repetitions: 200, replications: 3 },
};
const seeds = [1, 2];

const fileOf = (root: string, lab: string) => join(root, 'test/walk/model/kept', `${lab}.json`);

/** The real results of a lab that are kept. Throws where there are none, or where the lab makes others by now. */
export function keptResults(root: string, lab: Lab): KeptOutcome[] {
  const file = fileOf(root, lab.id);
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown[]) : [];
  if (results.length === 0 || !results.every((result) => lab.result.safeParse(result).success))
    throw new Error(
      `The results kept of the lab ${lab.id} don't fit it any more. Make them anew: npm run walk -- --keep --lab ${lab.id}`,
    );
  return results.map((result) => ({ result, measured: null }));
}

/** Runs a lab, small, as the terminal does, and keeps what came out. */
export async function keepResultsOf(root: string, lab: Lab): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-walk-'));
  const set = Object.entries(small[lab.id] ?? {}).flatMap(([name, value]) => [
    '--set',
    `${name}=${value}`,
  ]);
  const results: unknown[] = [];
  try {
    for (const seed of seeds) {
      const json = join(folder, `${seed}.json`);
      const args = [lab.id, '--quiet', '--seed', String(seed), ...set, '--json', json];
      await promisify(execFile)(process.execPath, ['main/cli/lectern.mjs', 'lab', ...args], {
        cwd: root,
      });
      results.push((JSON.parse(readFileSync(json, 'utf8')) as { result: unknown }).result);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const file = fileOf(root, lab.id);
  writeFileSync(file, `${JSON.stringify(results, rounded)}\n`);
  return file;
}

/** Five digits are all that a sentence needs, and half the file. */
const rounded = (_name: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
