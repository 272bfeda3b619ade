import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
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

/** Results as they are kept, with what made them. */
interface KeptFile {
  version: number;
  parameters: unknown;
  results: unknown[];
}

/** What a lab is run with. */
const settingsOf = (lab: Lab): unknown => lab.parameters.parse(small[lab.id] ?? {});

/** What is kept of a lab; null where nothing is. */
export function keptFile(root: string, lab: Lab): KeptFile | null {
  const file = fileOf(root, lab.id);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptFile) : null;
}

/** The real results of a lab that are kept. Throws where there are none, or where the lab makes others by now. */
export function keptResults(root: string, lab: Lab): KeptOutcome[] {
  const kept = keptFile(root, lab);
  if (!kept || !fits(kept, lab))
    throw new Error(
      `The results kept of the lab ${lab.id} don't fit it any more. Make them anew: npm run walk -- --keep --lab ${lab.id}`,
    );
  return kept.results.map((result) => ({ result, measured: null }));
}

/** Whether this lab, as it is now, would make such results: of its version, with its settings, of its shape. */
export const fits = ({ version, parameters, results }: KeptFile, lab: Lab): boolean =>
  version === lab.version &&
  isDeepStrictEqual(parameters, settingsOf(lab)) &&
  results.length > 0 &&
  results.every((result) => lab.result.safeParse(result).success);

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
  const kept: KeptFile = { version: lab.version, parameters: settingsOf(lab), results };
  writeFileSync(file, `${JSON.stringify(kept, rounded)}\n`);
  return file;
}

/** Five digits are all that a sentence needs, and half the file. */
const rounded = (_name: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
