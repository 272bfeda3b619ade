import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { roomFile, type KeptRoom, type RoomFile } from '../../contract/room.ts';
import { readVersioned } from '../../storage/versioned.ts';

const numberOf = (name: string): number | null => {
  const found = /^(\d{1,7})\.json$/.exec(name);
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
};

type Read = { ok: true; data: RoomFile } | { ok: false; why: 'none' | 'newer' | 'damaged' };

/** The files of classes' answers, by the class's number. A newer Lectern's and damaged ones are listed and left alone. */
export class RoomFolder {
  private readonly folder: string;

  /** @param data the data folder */
  constructor(data: string) {
    this.folder = join(data, 'rooms');
  }

  path(number: number): string {
    return join(this.folder, `${String(number).padStart(4, '0')}.json`);
  }

  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  async read(number: number): Promise<Read> {
    const text = await readFile(this.path(number), 'utf8').catch(() => null);
    if (text === null) return { ok: false, why: 'none' };
    const read = readVersioned(text, roomFile, 'version', 1);
    if (read.ok) return read;
    return { ok: false, why: read.why === 'newer' ? 'newer' : 'damaged' };
  }

  /** All of them, newest first. */
  async list(): Promise<KeptRoom[]> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const numbers = names.map(numberOf).filter((number) => number !== null);
    const listed: KeptRoom[] = [];
    // One after the other: a shelf of classes need not all be in memory at once.
    for (const number of numbers.sort((a, b) => b - a)) {
      const read = await this.read(number);
      if (read.ok)
        listed.push({
          number,
          begunAt: read.data.class.begunAt,
          joined: read.data.joined,
          asked: read.data.rounds.length,
          problem: null,
        });
      else if (read.why !== 'none')
        listed.push({ number, begunAt: null, joined: 0, asked: 0, problem: read.why });
    }
    return listed;
  }

  async remove(number: number): Promise<void> {
    await rm(this.path(number), { force: true });
  }
}
