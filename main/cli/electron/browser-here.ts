import { unreachableDisplay } from '../../setup/electron/display.ts';
import { within } from './within.ts';

/** How long a display may take to answer (milliseconds): a person waits for the address. */
const limit = 2_000;

/**
 * Whether a browser that is opened now would be seen. On Linux without a display the system's opener takes a browser for terminals:
 * that one has no terminal either, fetches the address and so uses it up before the person can open it.
 *
 * - `BROWSER` is what a person, or a remote session, chose for just this.
 * - In the Windows Subsystem for Linux it is Windows that opens the browser.
 */
export async function canShowBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  display: typeof unreachableDisplay = unreachableDisplay,
): Promise<boolean> {
  if (platform !== 'linux' || env['BROWSER'] || env['WSL_DISTRO_NAME']) return true;
  return (await within(limit, display(env, platform))) === null;
}

const byHand =
  'No browser was opened, because no display can be reached from here: open the address yourself.';

/**
 * Opens an address in the person's browser, or says that it is to be opened by hand.
 * @param can what `canShowBrowser` found
 */
export async function openAddress(url: string, can: boolean): Promise<void> {
  if (!can) return console.log(byHand);
  const { default: open } = await import('open');
  // A browser that does not open is no failure: the address is printed anyway.
  open(url).catch(() => undefined);
}
