import { errorText } from '../contract/errors.ts';
import type { WebHost } from '../web/serve.ts';
import { canShowBrowser, openAddress } from './electron/browser-here.ts';
import { interruption } from './interrupt.ts';

export interface WebOptions {
  /** Resolves when it is to end; listened for before the host stands, so that a signal that comes early finds nothing left running. */
  ended?: Promise<void>;
  /** Whether the room is opened to phones at once. */
  room?: boolean;
  /** A lecture's folder to open instead of ours. */
  lecture?: string | undefined;
}

/**
 * Serves Lectern to a browser, prints the address on a line of its own, and returns when it was told to end. Told so before the host
 * stands, it prints and opens nothing.
 * @param openBrowser whether other programs may be opened: a browser now, a file manager later
 */
export async function runWeb(
  root: string,
  why: string,
  port: number,
  openBrowser: boolean,
  { ended = interruption(), room = false, lecture }: WebOptions = {},
): Promise<number> {
  let stopped = false;
  void ended.then(() => {
    stopped = true;
  });
  const { startWebHost } = await import('../web/serve.ts');
  const canOpen = openBrowser && (await canShowBrowser());
  const host = await startWebHost({ root, port, fileManager: canOpen, lecture });
  if (!stopped) {
    console.log(`${why}\n${host.url}`);
    if (openBrowser) await openAddress(host.url, canOpen);
    if (room) console.log(await openRoom(host));
    if (process.stdout.isTTY) console.log('Ctrl+C ends Lectern.');
    host.onAddress((url) =>
      console.log(`All sessions were ended. Open this address to go on:\n${url}`),
    );
  }
  // A host that can't read its runs has ended by itself, and says why.
  await Promise.race([ended, host.whole.then(() => ended)]);
  await host.close();
  return 0;
}

/** What became of `--room`, in words: a room that can't be opened is no reason not to give the lecture. */
async function openRoom(host: WebHost): Promise<string> {
  try {
    const { address, word, kind } = await host.openRoom();
    const who =
      kind === 'here'
        ? 'No network: only this computer can open it.'
        : 'Whoever is on that network and has the word can answer.';
    return `The room is open to phones at http://${address}, word ${word}. ${who}`;
  } catch (error) {
    return errorText(error);
  }
}
