import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import type { OfferedFile } from '../contract/methods.ts';
import type { Notices } from './notices.ts';

/** A notebook of ten thousand runs is smaller. */
export const largestOffer = 512 * 1024 * 1024;
/** So many bytes go into one answer: as base64 they fit a message of 1 MiB. */
const piece = 512 * 1024;

const refused = 'offer-refused';
const safe = 'Nothing was imported.';

/**
 * The one file that the system handed in last. Windows read it through here, piece by piece, and can name no other: a path comes
 * from the system only. It stays on offer until the person imports it or waves it away.
 */
export class Offers {
  offered: OfferedFile | null = null;
  private path = '';

  constructor(
    private readonly changed: () => void,
    private readonly notices: Pick<Notices, 'add' | 'remove'>,
  ) {}

  /** Puts a file on offer in place of any other. Never rejects: what can't be taken is said in a notice. */
  async offer(path: string): Promise<void> {
    const name = basename(path).slice(0, 200);
    const refuse = (why: string, next: string) =>
      this.notices.add({ id: refused, what: `“${name}” was not opened: ${why}.`, safe, next });
    const found = await stat(path).catch(() => null);
    if (!found)
      return refuse(
        'it is not there, or may not be read',
        'Look where it is, and open it once more or use Import in the notebook.',
      );
    if (!found.isFile())
      return refuse('it is no file', 'Choose a run card or a notebook that Lectern wrote.');
    if (found.size > largestOffer)
      return refuse(
        `it is larger than a notebook can be (${largestOffer / 1024 / 1024} MB)`,
        'Choose a run card or a notebook that Lectern wrote.',
      );
    this.path = path;
    this.offered = { id: randomUUID(), name, bytes: found.size };
    this.notices.remove(refused);
    this.changed();
  }

  /** A piece of the file on offer. Throws `bad-file` where it is another one by now, is gone, or was written to meanwhile. */
  async read(id: string, from: number): Promise<{ base64: string; next: number | null }> {
    const { offered, path } = this;
    const failed = (what: string) =>
      new LecternError({
        code: 'bad-file',
        what,
        safe,
        next: 'Open the file once more, or use Import in the notebook.',
      });
    if (offered?.id !== id) throw failed('This file is no longer on offer.');
    const file = await open(path, 'r').catch(() => null);
    if (!file) throw failed(`“${offered.name}” can’t be read any more.`);
    try {
      const { size } = await file.stat();
      if (size !== offered.bytes)
        throw failed(`“${offered.name}” was changed while it was being read.`);
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(Math.max(0, Math.min(piece, size - from))),
        0,
        null,
        from,
      );
      const next = from + bytesRead;
      return {
        base64: buffer.toString('base64', 0, bytesRead),
        next: bytesRead > 0 && next < size ? next : null,
      };
    } finally {
      await file.close();
    }
  }

  /** Takes the file off offer. Another one is left alone. */
  dismiss(id: string): void {
    if (this.offered?.id !== id) return;
    this.offered = null;
    this.changed();
  }
}
