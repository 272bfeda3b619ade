import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { LecternError } from '../../contract/errors.ts';
import { classFile, type EarlierClass } from '../../contract/lecture-class.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import { readVersioned } from '../../storage/versioned.ts';
import { writeAtomic, type Write } from '../../storage/write.ts';
import { passagesOf } from './passages.ts';

export type ClassFile = z.infer<typeof classFile>;

const numberOf = (name: string): number | null => {
  const found = /^(\d{1,7})\.json$/.exec(name);
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
};

/** What the list says of a class that is put away. */
export function earlierOf({ class: { number, begunAt, usedAt }, values }: ClassFile): EarlierClass {
  const passages = passagesOf(values);
  const timed = passages.length > 0 && { passages };
  return { number, begunAt, usedAt, problem: null, ...timed };
}

/** The files of the classes that are put away, by number. A newer Lectern's and damaged ones are listed and left alone. */
export class ClassFolder {
  constructor(
    private readonly folder: string,
    private readonly write: Write = writeAtomic,
  ) {}

  private path(number: number): string {
    return join(this.folder, `${String(number).padStart(4, '0')}.json`);
  }

  /** All of them, newest first. No folder is no class. */
  async list(): Promise<EarlierClass[]> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const numbers = names.map(numberOf).filter((number) => number !== null);
    const listed = await Promise.all(
      numbers.map(async (number): Promise<EarlierClass> => {
        const read = await this.read(number);
        if (!read.ok) return { number, begunAt: null, usedAt: null, problem: read.why };
        return earlierOf(read.data);
      }),
    );
    return listed.sort((a, b) => b.number - a.number);
  }

  async read(
    number: number,
  ): Promise<{ ok: true; data: ClassFile } | { ok: false; why: 'newer' | 'damaged' }> {
    const text = await readFile(this.path(number), 'utf8').catch(() => '');
    const read = readVersioned(text, classFile, 'version', 1);
    if (read.ok) return read;
    return { ok: false, why: read.why === 'newer' ? 'newer' : 'damaged' };
  }

  /** Throws a `storage` error where it can't be written. */
  async save(file: ClassFile): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await this.write(this.path(file.class.number), `${JSON.stringify(file, null, 2)}\n`);
    } catch (error) {
      throw new LecternError({
        code: 'storage',
        what: `The class could not be put away in ${this.folder}: ${reasonInWords(error)}.`,
        safe: 'It goes on as it was.',
        next: 'Free some space or bring the folder back, and try again.',
      });
    }
  }

  async remove(number: number): Promise<void> {
    await rm(this.path(number), { force: true });
  }
}
