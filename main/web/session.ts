import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KnownBrowser } from './kept-sessions.ts';

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The value of one cookie in a Cookie header. */
function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/**
 * Who may use this launch: whoever had the printed address first, by a cookie from then on, and
 * whoever was let in on this port not long ago. Cookies are known by their hashes only.
 */
export class Session {
  private current = secret();
  private used = false;
  private readonly name: string;
  private browsers: KnownBrowser[];

  /**
   * @param port in the cookie's name, because cookies ignore ports and two launches must not take each other's
   * @param kept the browsers that a host on this port let in before
   * @param keep told of every change of the browsers
   */
  constructor(
    port: number,
    kept: readonly KnownBrowser[] = [],
    private readonly keep: (browsers: readonly KnownBrowser[]) => void = () => undefined,
  ) {
    this.name = `lectern-${port}`;
    this.browsers = [...kept];
  }

  /** In the printed address; good for one exchange. */
  get token(): string {
    return this.current;
  }

  /** Whether a request's Cookie header holds a cookie of this launch, or of one before on this port. */
  knows(cookies: string | undefined): boolean {
    const value = cookieValue(cookies, this.name);
    if (value === null) return false;
    const hash = hashOf(value);
    return this.browsers.some((one) => same(one.hash, hash));
  }

  /** Takes the token once. Returns the Set-Cookie header, or why it was refused. Check Host and Origin first. */
  exchange(token: string): { cookie: string } | { refused: 'wrong' | 'used' } {
    if (!same(token, this.current)) return { refused: 'wrong' };
    if (this.used) return { refused: 'used' };
    this.used = true;
    const key = secret();
    this.browsers = [...this.browsers, { hash: hashOf(key), at: Date.now() }];
    this.keepNow();
    return { cookie: `${this.name}=${key}; Path=/; HttpOnly; SameSite=Strict` };
  }

  /** Has the browsers kept as they are. */
  keepNow(): void {
    this.keep(this.browsers);
  }

  /** Nobody is let in any more but with the new token. */
  endAll(): void {
    this.browsers = [];
    this.current = secret();
    this.used = false;
    this.keepNow();
  }
}
