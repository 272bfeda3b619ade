/**
 * The text of a file's bytes: UTF-8, with or without a byte order mark, or UTF-16 with one. Lines end with `\n` whatever the
 * editor wrote. Null where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return null;
    return text.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
