import type { Host, HostState } from '../../../host/host.ts';
import { notebookPieces } from '../../../model/notebook/share.ts';

/**
 * The notebook as a report in HTML carries it: gzip, in base64url, so that neither the page nor who
 * looks through it takes anything in there for markup or an address. `labs`: those of the report; `state`: what the report is made from.
 */
export async function packedNotebook(
  host: Host,
  labs: readonly string[] | null,
  state: HostState,
): Promise<string> {
  const text = new Blob(await notebookPieces(host, () => undefined, labs, state));
  const packed = text.stream().pipeThrough(new CompressionStream('gzip'));
  return base64url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** So many bytes become letters at once: a call can take no more arguments. */
const atOnce = 0x6000;

function base64url(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + atOnce))));
  return pieces.join('').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
