/** Where the product's own pages live in Electron. */
export const appHost = 'lectern';
export const appOrigin = `app://${appHost}`;
/** Makes `app://` a full origin, with `self`, fetch and workers; nothing that a web page of https could not do. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/**
 * The origin of an address as `scheme://host[:port]`, or null where it has none. `URL.origin` says "null" for `app://`,
 * which would make every unknown scheme look alike.
 */
export function originOf(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.host === '' || url.username !== '' || url.password !== '') return null;
  return `${url.protocol}//${url.host}`;
}

/** Whether an address is exactly our own origin: scheme, host and port. */
export const isOurs = (address: string, ours: string): boolean => originOf(address) === ours;

/** What is known of who sent an IPC message. `null` where Electron says the frame is already gone. */
export interface Sender {
  /** Whether the message came from a window that we opened. */
  ourWindow: boolean;
  /** Whether the frame is that window's main frame, not one inside it. */
  mainFrame: boolean;
  url: string | null;
}

/** Whether a message from the renderer may be heard: our window, its main frame, our origin. */
export function senderAllowed(sender: Sender, ours: string): boolean {
  return sender.ourWindow && sender.mainFrame && sender.url !== null && isOurs(sender.url, ours);
}

export interface WebRequestHead {
  host: string | undefined;
  origin: string | undefined;
}

/**
 * Whether a request to the web host may be looked at further: its Host is ours to the letter (another name means DNS
 * rebinding), and its Origin, where there is one, is ours. A WebSocket must name its Origin.
 */
export function webRequestAllowed(
  head: WebRequestHead,
  port: number,
  needsOrigin: boolean,
): boolean {
  const host = `127.0.0.1:${port}`;
  if (head.host !== host) return false;
  if (head.origin === undefined) return !needsOrigin;
  return head.origin === `http://${host}`;
}
