import type { IncomingMessage } from 'node:http';
import { webRequestAllowed } from '../../policy/origin.ts';
import { pages } from '../../web/pages.ts';
import { Session } from '../../web/session.ts';

/** The answer to a request that goes no further. */
export interface Refusal {
  pass: false;
  status: 303 | 403;
  headers: Record<string, string>;
  body: string;
}
export type Verdict = { pass: true } | Refusal;

/**
 * Who may use the development server: whoever had the printed address first, from our own page. It is the web host's rule. The
 * server hands messages on to a host that trusts it, so another page, or another user of this computer, must not reach it.
 */
export class DevAuth {
  private readonly session: Session;

  constructor(private readonly port: number) {
    this.session = new Session(port);
  }

  /** The address to open, with the token of this start. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.session.token}`;
  }

  /** Whether a WebSocket may be passed on to the host. It must name our origin. */
  mayConnect(request: IncomingMessage): boolean {
    return (
      webRequestAllowed(headOf(request), this.port, true) &&
      this.session.knows(request.headers.cookie)
    );
  }

  /** What becomes of a request for a file. The token is looked at last, so that a foreign page can't use it up. */
  authorize(request: IncomingMessage): Verdict {
    if (!webRequestAllowed(headOf(request), this.port, false)) return refused(pages.foreign);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const token = pathname === '/' ? searchParams.get('token') : null;
    const known = this.session.knows(request.headers.cookie);
    if (known && token === null) return { pass: true };
    // The token leaves the address bar, where it would be read over a shoulder or copied with a link.
    if (known) return sentHome({});
    if (token === null) return refused(pages.noSession);
    const exchanged = this.session.exchange(token);
    if ('cookie' in exchanged) return sentHome({ 'Set-Cookie': exchanged.cookie });
    return refused(exchanged.refused === 'used' ? pages.usedToken : pages.wrongToken);
  }
}

const refused = (body: string): Refusal => ({ pass: false, status: 403, headers: {}, body });

const sentHome = (headers: Record<string, string>): Refusal => ({
  pass: false,
  status: 303,
  headers: { Location: '/', ...headers },
  body: '',
});

const headOf = ({ headers }: IncomingMessage) => ({ host: headers.host, origin: headers.origin });
