import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LectureClass } from '../../contract/lecture-class.ts';
import type { Notice } from '../../contract/methods.ts';
import { roomFile, type KeptRoom, type RoomFile } from '../../contract/room.ts';
import { setAside } from '../../storage/quarantine.ts';
import { readVersioned } from '../../storage/versioned.ts';
import { removeSession } from './room-session.ts';

const numberOf = (name: string): number | null => {
  const found = /^(\d{1,7})\.json$/.exec(name);
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
};

type Read = { ok: true; data: RoomFile } | { ok: false; why: 'none' | 'newer' | 'damaged' };

/** The files of classes' answers, by the class's number. A newer Lectern's and damaged ones are listed and left alone. */
export class RoomFolder {
  private readonly folder: string;

  /** @param data the data folder */
  constructor(private readonly data: string) {
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

  /** The answers of this very class. What another class left under its number is set aside, and said; its phones are forgotten. */
  async readOf({ number, begunAt }: LectureClass, notify: (notice: Notice) => void): Promise<Read> {
    const read = await this.read(number);
    if (!read.ok || read.data.class.begunAt === begunAt) return read;
    notify(
      await setAside(
        this.path(number),
        'Answers of another class were kept under this class’s number',
      ),
    );
    await removeSession(this.data).catch(() => undefined);
    return { ok: false, why: 'none' };
  }

  /** The numbers that there are files of, the highest first. */
  async numbers(): Promise<number[]> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const numbers = names.map(numberOf).filter((number) => number !== null);
    return numbers.sort((a, b) => b - a);
  }

  /** All of them, newest first. */
  async list(): Promise<KeptRoom[]> {
    const listed: KeptRoom[] = [];
    // One after the other: a shelf of classes need not all be in memory at once.
    for (const number of await this.numbers()) {
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
