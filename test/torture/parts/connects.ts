/** An attempt to reach something, as strace saw it. */
export interface Attempt {
  /** The thread that tried, by the name it goes by. */
  by: string;
  to: string;
}

const callPattern = /^\s*\d+(?:<([^>]*)>)?\s+connect\(\d+(?:<[^>]*>)?, /.source;
const portPattern = /\{sa_family=AF_INET6?, (?:sin6?_port=htons\((\d+)\))/.source;
const hostPattern = /(?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)")/.source;
const line = new RegExp(`${callPattern}${portPattern}.*?${hostPattern}`);
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Where Chromium looks, by itself and without sending anything, whether IPv6 leads out of the computer: it asks the system for a way to one
 * of Google's name servers. It does so for any page at all, one on 127.0.0.1 included, and no switch of it keeps it from that.
 */
export const isBrowsersProbe = ({ by, to }: Attempt): boolean =>
  /^2001:4860:4860::8888 /.test(to) && !/^(node|libuv|V8Worker|compute)/.test(by);

/**
 * Attempts in strace's output that would leave this computer: any internet address but its own, and any name server, wherever
 * it listens, as it is asked for the sake of something outside.
 */
export function leaving(trace: string): Attempt[] {
  return trace.split('\n').flatMap((text) => {
    const found = line.exec(text);
    if (!found) return [];
    const [, by = 'unknown', port, v4, v6] = found;
    const to = v4 ?? v6!;
    return loopback.test(to) && port !== '53' ? [] : [{ by, to: `${to} port ${port}` }];
  });
}
