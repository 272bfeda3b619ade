import { protocol } from 'electron';
import { securityHeaders } from '../policy/csp.ts';
import { appHost } from '../policy/origin.ts';
import { containedAppPath } from '../policy/paths.ts';
import { staticFile } from '../web/static-files.ts';

const scheme = 'app';

/** Makes `app://` a full origin, with `self`, fetch and workers. Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Answers one request for a page's file: with the file, or with 404 and nothing else. */
export async function answerPage(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const inside = containedAppPath(folder, request.url, appHost) !== null;
  const file = reads && inside ? await staticFile(folder, new URL(request.url).pathname || '/') : null;
  if (!file) return new Response(null, { status: reads ? 404 : 405, headers: securityHeaders });
  return new Response(new Uint8Array(file.body), { headers: { ...securityHeaders, 'Content-Type': file.type, 'Cache-Control': file.cache } });
}

/** Serves the built pages. Call when Electron is ready. */
export function servePages(folder: string): void {
  protocol.handle(scheme, (request) => answerPage(folder, request));
}
