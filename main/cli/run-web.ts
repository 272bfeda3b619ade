import { interruption } from './interrupt.ts';

/**
 * Serves Lectern to a browser, prints the address on a line of its own, and returns when it was told to end.
 * @param lecture a lecture's folder to open instead of ours
 * @param ended resolves then; listened for before the host stands, so that a signal that comes early finds nothing left running
 */
export async function runWeb(
  root: string,
  why: string,
  port: number,
  openBrowser: boolean,
  ended: Promise<void> = interruption(),
  lecture?: string,
): Promise<number> {
  const { startWebHost } = await import('../web/serve.ts');
  const host = await startWebHost({ root, port, openBrowser, lecture });
  console.log(`${why}\n${host.url}`);
  if (process.stdout.isTTY) console.log('Ctrl+C ends Lectern.');
  host.onAddress((url) =>
    console.log(`All sessions were ended. Open this address to go on:\n${url}`),
  );
  await ended;
  await host.close();
  return 0;
}
