import { onInterrupt } from './interrupt.ts';

/** Serves Lectern to a browser, prints the address on a line of its own, and returns when it was told to end. */
export async function runWeb(
  root: string,
  why: string,
  port: number,
  openBrowser: boolean,
): Promise<number> {
  const { startWebHost } = await import('../web/serve.ts');
  // Listened for before the host stands: a signal that comes early must find nothing left running.
  const ended = new Promise<void>((resolve) => void onInterrupt(resolve));
  const host = await startWebHost({ root, port, openBrowser });
  console.log(`${why}\n${host.url}`);
  if (process.stdout.isTTY) console.log('Ctrl+C ends Lectern.');
  await ended;
  await host.close();
  return 0;
}
