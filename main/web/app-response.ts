import { securityHeaders } from '../policy/csp.ts';
import { appHost } from '../policy/origin.ts';
import { containedAppPath } from '../policy/paths.ts';
import { lectureFile, noLecture, type LectureFiles } from './lecture-files.ts';

/**
 * Answers one `app://` request for a file of our own build, or a picture of the lecture's folder:
 * with the file, or with 404 or 405 and nothing else.
 */
export async function appResponse(
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
  lecture: LectureFiles = noLecture,
): Promise<Response> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const inside = containedAppPath(folder, request.url, appHost) !== null;
  const path = inside ? new URL(request.url).pathname || '/' : '/';
  const file = reads && inside ? await lectureFile(lecture, folder, path) : null;
  if (!file) return new Response(null, { status: reads ? 404 : 405, headers: securityHeaders });
  return new Response(new Uint8Array(file.body), {
    headers: { ...securityHeaders, 'Content-Type': file.type, 'Cache-Control': file.cache },
  });
}
