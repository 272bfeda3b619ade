import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LecternError } from '../../contract/errors.ts';

/** The phone's page and the headers that it is served with. */
export interface RoomPage {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The hashes of all elements of one kind that stand in the page. */
const hashes = (html: string, tag: 'script' | 'style'): string =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
    .map(([, text = '']) => hashOf(text))
    .join(' ');

/** What every answer of the room carries, whatever it is. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** For what is no page. */
export const bareHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Reads the built page, as text. */
export async function readRoomPage(file: string): Promise<string> {
  const html = await readFile(file, 'utf8').catch(() => null);
  if (html === null)
    throw new LecternError({
      code: 'internal',
      what: 'The page for phones is not built.',
      safe: 'Nothing was opened.',
      next: 'Stop Lectern and start it again with npm start: that builds what is missing.',
    });
  return html;
}

/**
 * The page as it is served. Its policy lets in exactly the script and the style that stand in it, and a
 * socket to the address that was opened: nothing is loaded from anywhere.
 * @param html the built page @param authority host and port
 */
export function roomPage(html: string, authority: string): RoomPage {
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(html, 'script')}`,
    `style-src ${hashes(html, 'style')}`,
    // Older Safari takes 'self' for http alone.
    `connect-src 'self' ws://${authority}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    body: Buffer.from(html),
    headers: {
      ...always,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    },
  };
}
