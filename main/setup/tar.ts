/** One entry of a tar archive. `body` is read, in whole or not at all, before the next entry is asked for. */
export interface TarEntry {
  path: string;
  kind: 'file' | 'link' | 'folder' | 'other';
  size: number;
  /** Where a link points; empty otherwise. */
  target: string;
  body: AsyncIterable<Buffer>;
}

const block = 512;
const kinds: Record<string, TarEntry['kind']> = {
  '0': 'file',
  '\0': 'file',
  '2': 'link',
  '5': 'folder',
};

/** Hands out a stream of chunks in the sizes that are asked for. */
class Bytes {
  private held: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Uint8Array>;
  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Up to `limit` bytes, at least one; throws at the end of the stream. */
  async some(limit: number): Promise<Buffer> {
    if (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done) throw new Error('the archive is cut short');
      this.held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
      return this.some(limit);
    }
    const part = this.held.subarray(0, limit);
    this.held = this.held.subarray(part.length);
    return part;
  }

  async *stream(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const part = await this.some(left);
      left -= part.length;
      yield part;
    }
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.stream(size)) parts.push(part);
    return Buffer.concat(parts);
  }
}

const text = (header: Buffer, from: number, length: number) =>
  header
    .subarray(from, from + length)
    .toString('utf8')
    .replace(/\0.*$/s, '');

function octal(header: Buffer, from: number, length: number): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error('the archive is damaged');
  return parseInt(digits, 8);
}

/** The header's own checksum: the sum of its bytes with the checksum's field read as spaces. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (let i = 0; i < block; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!;
  return sum;
}

/**
 * Reads a tar archive (POSIX ustar, without extensions) as it streams by. It is all that the one archive we unpack needs, and
 * the caller decides which names to write: nothing here touches the disk.
 * Throws on a wrong checksum and where the archive ends early.
 */
export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.exactly(block);
    if (header.every((byte) => byte === 0)) return;
    if (octal(header, 148, 8) !== checksum(header)) throw new Error('the archive is damaged');
    const size = octal(header, 124, 12);
    const prefix = text(header, 345, 155);
    let left = size;
    const body = (async function* () {
      for await (const part of bytes.stream(size)) {
        left -= part.length;
        yield part;
      }
    })();
    yield {
      path: prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100),
      kind: kinds[String.fromCharCode(header[156]!)] ?? 'other',
      size,
      target: text(header, 157, 100),
      body,
    };
    for await (const _ of bytes.stream(left + ((block - (size % block)) % block)));
  }
}
