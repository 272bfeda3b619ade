import { securityHeaders } from '../policy/csp.ts';
import { appHost } from '../policy/origin.ts';
import { containedAppPath } from '../policy/paths.ts';
import { staticFile } from './static-files.ts';

/** Answers one `app://` request for a file of our own build: with the file, or with 404 or 405 and nothing else. */
export async function appResponse(
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const inside = containedAppPath(folder, request.url, appHost) !== null;
  const file =
    reads && inside ? await staticFile(folder, new URL(request.url).pathname || '/') : null;
  if (!file) return new Response(null, { status: reads ? 404 : 405, headers: securityHeaders });
  return new Response(new Uint8Array(file.body), {
    headers: { ...securityHeaders, 'Content-Type': file.type, 'Cache-Control': file.cache },
  });
}
