import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { GraphTrial } from '../../compute/train/try-graphs.ts';
import { computeInfo, type ComputeInfo } from '../../contract/methods.ts';
import { computeEnvironment } from '../../policy/compute-env.ts';
import { haveFolder } from '../../storage/make-folder.ts';
import { holdsLibrary, type TfjsNode } from '../places.ts';

const graphTrial = z.object({ fault: z.string().nullable() }).nullable();

/** What the self-check found. `fault` is the end of a sentence; null where everything agrees with the plain CPU backend. */
export interface Verdict {
  info: ComputeInfo | null;
  fault: string | null;
  /** Whether trainings can be graphs. Where they can't, labs still run, so it is no fault of the library's. */
  graphs?: GraphTrial | undefined;
}
const verdict = z.object({
  info: computeInfo.nullable(),
  fault: z.string().nullable(),
  graphs: graphTrial.optional(),
});
const answer = z.object({ info: computeInfo, failed: z.array(z.string()), graphs: graphTrial });
/** Raised when the cases change, so that old verdicts are not believed. */
const edition = 2;
const limit = 60_000;

/** Runs the self-check in a process of its own on the backend the environment asks for. Never throws. */
export async function runSelfCheck(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Verdict> {
  const child = spawn(process.execPath, [join(root, 'out/node/self-check.js')], {
    cwd: root,
    env: computeEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on(
    'data',
    (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)),
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      if (signal) resolve(`signal ${signal}`);
      else resolve(code === 0 ? '' : `code ${code}`);
    });
  });
  clearTimeout(timer);
  if (end) return { info: null, fault: `its self-check ended with ${end}${lastLine(complaint)}` };
  const parsed = answer.safeParse(readJson(output.trim().split('\n').at(-1) ?? ''));
  if (!parsed.success) return { info: null, fault: 'its self-check gave no answer' };
  const { info, failed, graphs } = parsed.data;
  const fault = failed.length === 0 ? null : `it computes wrongly: ${failed.join(', ')}`;
  return { info, fault, graphs };
}

const lastLine = (complaint: string) => {
  const line = complaint
    .split('\n')
    .map((l) => l.trim())
    .find((l) => /^(\w*Error|.*: error|.*cannot open|.*not found)\b/.test(l));
  return line ? ` (${line.slice(0, 200)})` : '';
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What the verdict depends on: the library's files, tfjs-node and Node. Times survive hard links,
 * so a fresh `npm ci` asks nothing anew.
 */
export function libraryFingerprint(tfjs: TfjsNode): string {
  const hash = createHash('sha256').update(
    [edition, tfjs.version, process.version, process.platform, process.arch].join('\0'),
  );
  const files = [
    tfjs.addon,
    ...readdirSync(tfjs.libraries)
      .sort()
      .map((name) => join(tfjs.libraries, name)),
  ];
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file.slice(tfjs.folder.length)}\0${size}\0${Math.floor(mtimeMs)}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Null where none is kept, or where the file can't be read. */
function keptVerdict(file: string): Verdict | null {
  try {
    return verdict.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * The verdict on the library that is installed. A good one is kept, so that it is asked for once for each library, tfjs-node and
 * Node; a bad one may have been bad luck (a machine too busy to answer in time) and is not.
 */
export async function checkInstalled(
  root: string,
  tfjs: TfjsNode,
  cache: string,
  again = false,
): Promise<Verdict> {
  if (!holdsLibrary(tfjs.folder)) return { info: null, fault: 'it is not there' };
  const file = join(cache, 'self-checks', `${libraryFingerprint(tfjs)}.json`);
  const known = again ? null : keptVerdict(file);
  if (known) return known;
  const { LECTERN_BACKEND: _, ...env } = process.env;
  const found = await runSelfCheck(root, env);
  const native = found.info?.backend === 'tensorflow' || found.info === null;
  const result = native
    ? found
    : { ...found, fault: found.info?.fallbackReason ?? 'it could not be loaded' };
  if (result.fault) return result;
  try {
    haveFolder(dirname(file));
    writeFileSync(file, JSON.stringify(result));
  } catch {
    // A cache that can't be written costs a second at each start, nothing else.
  }
  return result;
}
