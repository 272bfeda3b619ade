import { readFile } from 'node:fs/promises';
import { app, type BrowserWindow, type WebContents } from 'electron';
import { hostMethods, type AppInfo } from '../contract/methods.ts';
import { windowWithinMs, type DoctorRow } from '../contract/launcher.ts';
import { securityHeaders } from '../policy/csp.ts';
import {
  askHost,
  askWorker,
  bridgeNames,
  isFiltered,
  workerPage,
  workerProgram,
} from '../policy/doctor.ts';
import { appOrigin } from '../policy/origin.ts';

type Pages = (request: Request) => Response | Promise<Response>;

/** The app's pages, and the one worker that only says that it runs. */
export const doctorPages =
  (pages: Pages): Pages =>
  (request) => {
    if (request.url !== `${appOrigin}${workerPage}`) return pages(request);
    return new Response(workerProgram, {
      headers: { ...securityHeaders, 'content-type': 'text/javascript; charset=utf-8' },
    });
  };

/**
 * So long may one thing take; compute loads a native library, which can take longer on a slow disk. All that comes after the window
 * stays within the three minutes that the launcher waits from then on.
 */
const withinMs = 15_000;
const backendWithinMs = 90_000;
const betweenMs = 250;

const pause = () => new Promise((resolve) => setTimeout(resolve, betweenMs));

/** One row: `look` resolves to what is said, and rejects with what is wrong. */
async function row(name: string, limitMs: number, look: () => Promise<string>): Promise<DoctorRow> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`nothing was heard within ${limitMs / 1_000} seconds`)),
      limitMs,
    );
  });
  try {
    return { name, ok: true, says: await Promise.race([look(), late]) };
  } catch (error) {
    return { name, ok: false, says: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The app as it stands, looked at from outside: one row for each thing that only a real window can show. Never rejects. */
export async function examine(window: BrowserWindow): Promise<DoctorRow[]> {
  const { webContents } = window;
  return [
    await row('window', windowWithinMs, () => isShown(window)),
    await row('bridge', withinMs, async () => (await askPage(webContents)).dataFolder),
    await row('backend', backendWithinMs, () => backend(webContents)),
    await row('worker', withinMs, () => webContents.executeJavaScript(askWorker)),
    await row('pdf', withinMs, () => pdf(webContents)),
    await row('sandbox', withinMs, () => sandbox(webContents)),
  ];
}

async function isShown(window: BrowserWindow): Promise<string> {
  while (!window.isVisible()) await pause();
  return 'shown';
}

/** What the host says to the page. Rejects where the bridge is another than ours. */
async function askPage(webContents: WebContents): Promise<AppInfo> {
  const { names, info } = (await webContents.executeJavaScript(askHost)) as {
    names: string;
    info?: unknown;
  };
  if (names !== bridgeNames) throw new Error(`the page has “${names}” instead of “${bridgeNames}”`);
  return hostMethods['app.info'].result.parse(info);
}

async function backend(webContents: WebContents): Promise<string> {
  for (;;) {
    const { compute } = await askPage(webContents);
    if (compute.state === 'down') throw new Error(compute.why);
    if (compute.state === 'ready') {
      const { backend: name, fallbackReason } = compute.info;
      return fallbackReason ? `${name}: ${fallbackReason}` : name;
    }
    await pause();
  }
}

async function pdf(webContents: WebContents): Promise<string> {
  const bytes = await webContents.printToPDF({});
  if (bytes.subarray(0, 4).toString() !== '%PDF') throw new Error('what was printed is no PDF');
  return `${bytes.length} bytes`;
}

/** Linux says it of each process; elsewhere Electron does. */
async function sandbox(webContents: WebContents): Promise<string> {
  const pid = webContents.getOSProcessId();
  const on =
    process.platform === 'linux'
      ? isFiltered(await readFile(`/proc/${pid}/status`, 'utf8'))
      : app.getAppMetrics().some((one) => one.pid === pid && one.sandboxed === true);
  if (!on) throw new Error('the page’s process is not in a sandbox');
  return 'on';
}
