import { resolve } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { buildRenderer } from './build-renderer.ts';
import { whyUnbuilt } from './built/why-unbuilt.mjs';
import { obtainLibrary, type Outcome } from './library/obtain-library.ts';
import { cacheFolder, findTfjsNode } from './places.ts';
import type { Report } from './report.ts';
import { wantedBackend } from './wanted-backend.ts';

export interface ReadyOptions {
  /** False where no window will be shown. */
  renderer?: boolean;
  /** False where no tensor will be touched. */
  library?: boolean;
  /** True asks the self-check and the network anew, whatever is remembered. */
  again?: boolean;
}

export interface Ready {
  rendererBuilt: boolean;
  /** Null where it was not asked for, or where LECTERN_BACKEND names another backend. */
  library: Outcome | null;
}

/**
 * What every command calls first: TensorFlow's native library is in place (or the labs will run on WebAssembly) and what is out
 * of date is built. The Node programs were built by the bootstrap before this line could run.
 * Quick where nothing is to be done. Throws a `LecternError` where building fails or LECTERN_BACKEND
 * names no backend.
 */
export async function ensureReady(
  root: string,
  report: Report,
  options: ReadyOptions = {},
): Promise<Ready> {
  const { renderer = true, library = true, again = false } = options;
  let outcome: Outcome | null = null;
  const wanted = wantedBackend();
  const tfjs = findTfjsNode(root);
  if (library && tfjs && (!wanted || wanted === 'tensorflow')) {
    outcome = await obtainLibrary(root, tfjs, cacheFolder(), report, again);
    // A library that is there but computes wrongly must not be loaded by the compute process, which does not check.
    if (!outcome.native)
      process.env['LECTERN_BACKEND_REASON'] = outcome.failures.join(' ').slice(0, 600);
    if (!outcome.native && outcome.failures.length > 0) process.env['LECTERN_BACKEND'] = 'wasm';
  }
  let rendererBuilt = false;
  try {
    if (renderer) rendererBuilt = await buildRenderer(root, report);
  } catch (error) {
    report.done();
    const { why, next } = whyUnbuilt(error, resolve(root));
    throw new LecternError({
      code: 'internal',
      what: `The slides and labs could not be built: ${why}.`,
      safe: 'Your runs and answers are unchanged.',
      next,
    });
  }
  report.done();
  return { rendererBuilt, library: outcome };
}
