import type { Host, HostState } from '../../../host/host.ts';
import { notebookPieces } from '../../../model/notebook/share.ts';
import { base64 } from '../../../shared/file/data-url.ts';

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
  const letters = base64(new Uint8Array(await new Response(packed).arrayBuffer()));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
