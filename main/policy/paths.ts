import { join, sep } from 'node:path';

// NUL ends a name in C; a backslash is a separator on Windows; a colon names a drive or a hidden stream there.
// eslint-disable-next-line no-control-regex -- control characters are among what it looks for.
const hostile = /[\0-\x1f\x7f\\:]/;

/**
 * The file that a request's path names below `folder`, or null where the path must not be served.
 * `path` is the part of the address before `?` and `#`, still percent-encoded; '/' means index.html.
 * Decoded once, and refused whenever decoding again would change it: nobody who means well encodes a path twice.
 * Symbolic links are not looked at: the folder is our own build.
 */
export function containedPath(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || hostile.test(decoded) || /%[0-9a-f]{2}/i.test(decoded))
    return null;
  const parts = decoded.slice(1).split('/');
  if (decoded === '/') parts[0] = 'index.html';
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  const file = join(folder, ...parts);
  const within = folder.endsWith(sep) ? folder : folder + sep;
  return file.startsWith(within) ? file : null;
}

/** Like `containedPath` for a whole `app://` address: another scheme or host, a port or a password is refused too. */
export function containedAppPath(folder: string, address: string, host: string): string | null {
  const match = /^app:\/\/([^/?#]*)([^?#]*)/.exec(address);
  if (!match || match[1] !== host) return null;
  return containedPath(folder, match[2] === '' ? '/' : match[2]!);
}
