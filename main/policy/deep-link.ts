import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the system asked to open: where to go (the address from `#` on, for the page to check), and which file to offer there. */
export interface OpenRequest {
  hash: string;
  /** An absolute path on this computer; null where it was a link. */
  file: string | null;
}

/** The scheme that the installed app is registered for: `lectern://` and what follows `#/` in an address. */
export const linkScheme = 'lectern';
/** The rooms that a link may open. The presenter's is none of them: it is a window of its own. */
export const linkedRooms: readonly string[] = [
  'slides',
  'labs',
  'notebook',
  'exercises',
  'read',
  'glossary',
];

/** Longer than any address that Lectern writes. */
export const longestLink = 2_000;
const longestPath = 4_096;
// What may stand unescaped in an address by RFC 3986, without `#`, which begins none here.
const link = /^lectern:\/\/\/?([\w\-.~!$&'()*+,;=:@/?%]+)$/i;

/** The address that a `lectern://` link names, from `#` on; null where it is no link of ours. The page reads the rest by its own rules. */
export function linkHash(text: string): string | null {
  const rest = text.length <= longestLink ? link.exec(text)?.[1] : undefined;
  return rest !== undefined && linkedRooms.includes(rest.split(/[/?]/, 1)[0]!) ? `#/${rest}` : null;
}

/**
 * The run card or notebook that an argument names, as an absolute path: a path or a `file:` address that ends with `.json` or
 * `.jsonl`. Null for anything else, and for names on another computer: looking them up would already tell that computer who asks.
 */
export function handedFile(text: string, folder: string, platform: string): string | null {
  const windows = platform === 'win32';
  let path = text;
  try {
    if (/^file:/i.test(text)) path = fileURLToPath(text, { windows });
    else if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return null;
  } catch {
    return null;
  }
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for.
  if (path.length > longestPath || /[\0-\x1f\x7f]/.test(path) || !/[^\\/]\.jsonl?$/i.test(path))
    return null;
  const whole = (windows ? win32 : posix).resolve(folder, path);
  // On Windows a drive and no second colon: neither a share, nor a device, nor a stream hidden in a file.
  return (windows ? /^[a-z]:\\[^:]*$/i : /^\/(?!\/)/).test(whole) ? whole : null;
}

/**
 * What a command line hands in: one link or one file, or null. Two of a kind, or a link that is none of ours, and nothing is
 * opened: nobody who means well hands that in. Switches, the program and its folder are passed over.
 * @param folder where the command line was given, for relative paths
 */
export function parseOpenRequest(
  args: readonly string[],
  folder: string,
  platform: string,
): OpenRequest | null {
  const words = args.filter((word) => !word.startsWith('-'));
  const links = words.filter((word) => word.toLowerCase().startsWith(`${linkScheme}:`));
  if (links.length > 0) {
    const hash = links.length === 1 ? linkHash(links[0]!) : null;
    return hash === null ? null : { hash, file: null };
  }
  const files = words.flatMap((word) => handedFile(word, folder, platform) ?? []);
  return files.length === 1 ? { hash: '#/notebook', file: files[0]! } : null;
}
