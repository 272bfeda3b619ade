import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { Notice } from '../contract/methods.ts';
import { reasonInWords } from './data-folder.ts';
import { setAside, tooNew } from './quarantine.ts';
import { retryMs } from './retry.ts';
import { readVersioned, type Migrations } from './versioned.ts';
import { writeAtomic, type Write } from './write.ts';

export interface JsonFileOptions<S extends z.ZodType> {
  path: string;
  schema: S;
  version: number;
  /** What is used where there is no file, or none that can be read. */
  fallback: z.output<S>;
  /** For the notices: "Your answers". */
  label: string;
  migrations?: Migrations;
  /**
   * Puts what is here together with what another Lectern on the same folder has written to the file meanwhile. Without it the last one to
   * save wins. Pure.
   */
  merge?: (own: z.output<S>, theirs: z.output<S>) => z.output<S>;
  write?: Write;
  notify: (notice: Notice) => void;
  /** Takes a notice back: the next save worked. */
  retract: (id: string) => void;
  /** Changes within so many milliseconds are written together. */
  debounceMs?: number;
  /** After so long (milliseconds) a save that failed is tried again. */
  retryMs?: number;
}

export interface JsonFile<T> {
  readonly value: T;
  /** Replaces the value at once and saves it soon. A save that fails becomes a notice; the value stays and is tried again soon. */
  set(value: T): void;
  /** Saves now what is not saved yet. */
  flush(): Promise<void>;
  /** Back to the fallback, with nothing left to save. The file itself is removed by whoever asks for this. */
  empty(): Promise<void>;
}

/** One small file of versioned JSON that is kept in memory and saved atomically. */
export async function openJsonFile<S extends z.ZodType>(
  options: JsonFileOptions<S>,
): Promise<JsonFile<z.output<S>>> {
  const {
    path,
    schema,
    version,
    fallback,
    label,
    migrations,
    merge,
    write = writeAtomic,
    notify,
    retract,
    debounceMs = 300,
    retryMs: again = retryMs,
  } = options;
  const name = basename(path);
  let value = fallback;
  let readOnly = false;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    // It may be whole: it must not be overwritten, nor set aside as damaged.
    readOnly = true;
    notify({
      id: `unread-${name}`,
      what: `${label} could not be read in ${path}: ${reasonInWords(error)}.`,
      safe: 'The file was left as it is.',
      next: 'Changes you make now are not saved. Make the file readable and start Lectern again.',
    });
    return null;
  });
  if (text !== null) {
    const read = readVersioned(text, schema, 'version', version, migrations);
    if (read.ok) value = read.data;
    else if (read.why === 'corrupt')
      notify(await setAside(path, `${label} could not be read: the file is damaged`));
    else {
      // Saving would destroy what the newer version wrote.
      readOnly = true;
      notify({
        ...tooNew(name),
        next: 'Changes you make now are not saved. Use the newer version of Lectern.',
      });
    }
  }
  /** What the file held when it was last read or written here. */
  let known = text;
  const takeInOthers = async () => {
    if (!merge) return;
    const now = await readFile(path, 'utf8').catch(() => null);
    if (now === null || now === known) return;
    const theirs = readVersioned(now, schema, 'version', version, migrations);
    const both = theirs.ok ? schema.safeParse(merge(value, theirs.data)) : null;
    if (both?.success) value = both.data;
  };
  let dirty = false;
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    if (!dirty || readOnly) return;
    dirty = false;
    try {
      await takeInOthers();
      const next = `${JSON.stringify(value, null, 2)}\n`;
      await write(path, next);
      known = next;
      retract(`unsaved-${name}`);
    } catch (error) {
      dirty = true;
      notify({
        id: `unsaved-${name}`,
        what: `${label} could not be saved in ${path}: ${reasonInWords(error)}.`,
        safe: 'They stay on screen as long as Lectern runs.',
        next: 'Free some space or bring the folder back: Lectern tries again every few seconds.',
      });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), again).unref();
    }
  };
  const flush = () => {
    clearTimeout(timer);
    return (saving = saving.then(save));
  };
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), debounceMs);
      timer.unref();
    },
    flush,
    async empty() {
      clearTimeout(timer);
      value = fallback;
      dirty = false;
      // A newer version's file is no longer there to be spared.
      readOnly = false;
      await saving;
      dirty = false;
      retract(`unsaved-${name}`);
    },
  };
}
