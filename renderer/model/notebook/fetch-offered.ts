import type { OfferedFile } from '../../../main/contract/methods.ts';
import type { Host } from '../../host/host.ts';

/** Reads the file on offer through the host, piece by piece, as if the person had chosen it. Rejects with a `LecternError`. */
export async function fetchOffered(
  host: Pick<Host, 'call'>,
  { id, name }: OfferedFile,
): Promise<File> {
  const pieces: BlobPart[] = [];
  for (let from: number | null = 0; from !== null;) {
    const { base64, next }: { base64: string; next: number | null } = await host.call('file.read', {
      id,
      from,
    });
    // Each in a Blob of its own, which the browser may lay on disk.
    pieces.push(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    from = next;
  }
  return new File(pieces, name);
}
