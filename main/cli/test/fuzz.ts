import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport } from '../../setup/report.ts';
import { killTree, ownGroup } from '../electron/end-tree.ts';
import { orStopped, stopSignal } from '../interrupt.ts';
import { parseCommand, wholeNumber } from '../usage.ts';

const help = `npm run fuzz -- [--minutes n | --seed n]
  --minutes n  goes on for so long (5 otherwise); a round that has begun is ended
  --seed n     one round with this seed, to see again what an earlier one found`;

/** The test files that load fast-check, by their paths from the root. */
export function propertyTests(root: string): string[] {
  return ['main', 'renderer', 'labs', 'slides', 'test']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(room, name).replaceAll('\\', '/'),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'"))
    .sort();
}

/** A round takes about a minute. One that takes this long hangs, which is a find as well (milliseconds). */
const roundMs = 15 * 60_000;

interface Limits {
  /** How long one round may take (milliseconds). */
  limit?: number;
  stop?: AbortSignal;
}

/** One run of these files with one seed. The runner's words are only worth reading where it failed. */
async function round(
  root: string,
  files: string[],
  seed: number,
  { limit, stop }: Required<Limits>,
): Promise<{ code: number; said: string }> {
  // In a group of its own: what hangs is a process that the runner has started.
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
    cwd: root,
    env: { ...process.env, LECTERN_FUZZ_SEED: String(seed) },
    detached: ownGroup,
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const timer = setTimeout(() => {
    said += `\nThe round did not end within ${limit / 60_000} minutes, and was ended.`;
    killTree(child);
  }, limit);
  try {
    const closed = new Promise<number>((resolve) =>
      child.once('close', (code) => resolve(code ?? 1)),
    );
    const code = await orStopped(stop, closed);
    return { code, said };
  } finally {
    clearTimeout(timer);
    killTree(child);
  }
}

/**
 * Runs all property tests again and again, each round with a fresh seed. Prints each seed before its round, and for one that found
 * something the command that repeats it. Returns 1 where any did.
 */
export async function fuzz(
  args: string[],
  root: string,
  { limit = roundMs, stop = stopSignal() }: Limits = {},
): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        minutes: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const minutes =
    values.minutes === undefined ? 5 : wholeNumber(values.minutes, '--minutes', 1, 10_000);
  const asked =
    values.seed === undefined ? null : wholeNumber(values.seed, '--seed', 0, 2_147_483_647);
  await ensureReady(root, createReport(), { renderer: false });
  const files = propertyTests(root);
  const end = performance.now() + minutes * 60_000;
  const found: number[] = [];
  let rounds = 0;
  do {
    const seed = asked ?? randomInt(2_147_483_648);
    rounds += 1;
    console.log(`round ${rounds}, seed ${seed}`);
    const { code, said } = await round(root, files, seed, { limit, stop });
    console.log(code === 0 ? '  passed' : '  failed');
    if (code !== 0) {
      found.push(seed);
      console.log(`${said}\nRepeat it with: npm run fuzz -- --seed ${seed}\n`);
    }
  } while (asked === null && performance.now() < end);
  console.log(
    `${files.length} files: ${rounds - found.length} rounds passed, ${found.length} ` +
      'failed' +
      (found.length > 0 ? ` (seeds ${found.join(', ')})` : ''),
  );
  return found.length === 0 ? 0 : 1;
}
