/** So many bytes become letters at once: a call can take no more arguments. */
const atOnce = 0x2000;

/** Bytes as letters that may stand in any text. */
export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + atOnce)));
  return btoa(pieces.join(''));
}

/**
 * What stands at an address of this window, as an address that holds it itself. Rejects where it
 * can't be read.
 * @param type the kind of file; what the host says of it where left out
 */
export async function dataUrl(url: URL, type?: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const kind = type ?? answer.headers.get('Content-Type')?.split(';')[0] ?? '';
  return `data:${kind};base64,${base64(new Uint8Array(await answer.arrayBuffer()))}`;
}
