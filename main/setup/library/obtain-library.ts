import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonInWords } from '../../storage/data-folder.ts';
import { haveFolder } from '../../storage/make-folder.ts';
import { npmCarrierFits, obtainThroughNpm } from './from-npm.ts';
import { obtainWithScript } from './from-script.ts';
import {
  installFolder,
  installKept,
  keptLibraries,
  removeInstalled,
  sweep,
} from './library-store.ts';
import { withLock } from '../lock.ts';
import { holdsLibrary, type TfjsNode } from '../places.ts';
import { withinLastDay } from '../recently.ts';
import type { Report } from '../report.ts';
import { checkInstalled, libraryFingerprint, type Verdict } from './self-check.ts';

export interface Outcome {
  native: boolean;
  /** The verdict on the library in use; null where there is none. */
  verdict: Verdict | null;
  /** One sentence for each step that did not lead to a library. */
  failures: string[];
}

/** One source of the library. */
export interface Step {
  /** As in "could not be had from …". */
  name: string;
  /** Installs a library. Throws with the reason as the end of a sentence. */
  install(): Promise<void>;
}

function steps(
  root: string,
  tfjs: TfjsNode,
  store: string,
  report: Report,
  env: NodeJS.ProcessEnv,
): Step[] {
  const keep = async (kept: Promise<string>) => installKept(await kept, tfjs);
  const named = env['LECTERN_LIBTENSORFLOW'];
  const list: Step[] = [];
  if (named && /^https?:/.test(named)) {
    list.push({
      name: 'the mirror in LECTERN_LIBTENSORFLOW',
      install: () => keep(obtainWithScript(root, tfjs, store, report, env, named)),
    });
  } else if (named) {
    list.push({
      name: 'the folder in LECTERN_LIBTENSORFLOW',
      install: async () => {
        const folder = named.startsWith('file:') ? fileURLToPath(named) : named;
        if (!existsSync(folder)) throw new Error(`${folder} does not exist`);
        if (!holdsLibrary(folder))
          throw new Error(`${folder} does not hold lib/napi-v8/tfjs_binding.node and deps/lib`);
        await installFolder(folder, tfjs);
      },
    });
  }
  list.push({
    name: 'a copy kept from an earlier download',
    install: async () => {
      const kept = (await keptLibraries(store)).at(-1);
      if (!kept) throw new Error('');
      await installKept(kept, tfjs);
    },
  });
  list.push({
    name: "tfjs-node's own script",
    install: () => keep(obtainWithScript(root, tfjs, store, report, env, null)),
  });
  if (npmCarrierFits())
    list.push({ name: 'npm', install: () => keep(obtainThroughNpm(root, store, report)) });
  return list;
}

/**
 * Sees to it that TensorFlow's native library is in place and computes rightly: what is there already, then each source in turn.
 * Where every one fails the labs run on WebAssembly; nothing is thrown.
 * @param sources tests hand in their own
 * @param again asks the self-check and the network anew, whatever is remembered
 */
export async function obtainLibrary(
  root: string,
  tfjs: TfjsNode,
  cache: string,
  report: Report,
  again = false,
  env: NodeJS.ProcessEnv = process.env,
  sources?: Step[],
): Promise<Outcome> {
  const store = join(
    cache,
    'tensorflow',
    `${process.platform}-${process.arch}-tfjs-node-${tfjs.version}`,
  );
  const memory = join(cache, 'tensorflow', `gave-up-${tfjs.version}-${process.version}.json`);
  const present = holdsLibrary(tfjs.folder);
  const what = present ? libraryFingerprint(tfjs) : 'none';
  const remembered = again || env['LECTERN_LIBTENSORFLOW'] ? null : recall(memory, what);
  if (remembered) return { native: false, verdict: null, failures: remembered };
  if (present) {
    if (again) report.doing("Checking TensorFlow's native library");
    const verdict = await checkInstalled(root, tfjs, cache, again);
    if (!verdict.fault) return { native: true, verdict, failures: [] };
  }

  const waiting = () =>
    report.doing('Waiting for another Lectern that is fetching the native library');
  const work = async (): Promise<Outcome> => {
    const failures: string[] = [];
    await sweep(store, tfjs);
    if (holdsLibrary(tfjs.folder)) {
      const verdict = await checkInstalled(root, tfjs, cache);
      if (!verdict.fault) return { native: true, verdict, failures };
      failures.push(`The native library that is installed is not used: ${verdict.fault}.`);
    }
    for (const step of sources ?? steps(root, tfjs, store, report, env)) {
      try {
        await step.install();
        report.doing("Checking TensorFlow's native library");
        const verdict = await checkInstalled(root, tfjs, cache);
        if (!verdict.fault) {
          forget(memory);
          report.say(`TensorFlow's native library is ready (from ${step.name}).`);
          return { native: true, verdict, failures };
        }
        // What computes wrongly must not lie where the compute process would load it.
        await removeInstalled(tfjs);
        throw new Error(verdict.fault);
      } catch (error) {
        const why = (error as Error).message.replace(/\.$/, '');
        if (!why) continue;
        failures.push(`TensorFlow's native library could not be had from ${step.name}: ${why}.`);
        report.say(failures.at(-1)!);
      }
    }
    report.say(
      'The labs run on WebAssembly: the same lessons, slower. Lectern asks again tomorrow, and npm run doctor asks at once.',
    );
    remember(memory, failures, holdsLibrary(tfjs.folder) ? libraryFingerprint(tfjs) : 'none');
    return { native: false, verdict: null, failures };
  };
  try {
    return await withLock(join(cache, 'tensorflow', 'lock'), waiting, work);
  } catch (error) {
    const failure = `TensorFlow's native library could not be fetched: ${whyNot(error, cache)}.`;
    report.say(`${failure} The labs run on WebAssembly: the same lessons, slower.`);
    return { native: false, verdict: null, failures: [failure] };
  }
}

/**
 * Why nothing could be fetched at all, as the end of a sentence. Almost always it is the cache folder, and then the remedy is told;
 * of a full disk the system does not say which file it was.
 */
function whyNot(error: unknown, cache: string): string {
  const { code, path = cache, message } = error as NodeJS.ErrnoException;
  // One that is missing above it is named in its place.
  const ofCache = path.startsWith(cache) || cache.startsWith(path);
  if (code === undefined || !ofCache) return message.replace(/\.$/, '');
  return (
    `nothing can be kept in the cache folder ${cache} (${reasonInWords(error)}); ` +
    'set LECTERN_CACHE to a folder that can be written'
  );
}

/**
 * What failed before, where that was less than a day ago and the folder is still as it was then: the network is left alone for a
 * day, because a start must not wait for a download that can't work.
 */
function recall(file: string, what: string): string[] | null {
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as {
      at: number;
      what: string;
      failures: string[];
    };
    return withinLastDay(known.at) && known.what === what && Array.isArray(known.failures)
      ? known.failures
      : null;
  } catch {
    return null;
  }
}

function remember(file: string, failures: string[], what: string): void {
  try {
    haveFolder(dirname(file));
    writeFileSync(file, JSON.stringify({ at: Date.now(), what, failures }));
  } catch {
    // Without a cache every start asks again.
  }
}

function forget(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It says nothing of the library that is there now.
  }
}
