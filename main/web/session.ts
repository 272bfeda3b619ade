import { randomBytes, timingSafeEqual } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');

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

/** Who may use this launch: whoever had the printed address first, by a cookie from then on. */
export class Session {
  /** In the printed address; good for one exchange. */
  readonly token = secret();
  private readonly key = secret();
  private used = false;
  private readonly name: string;

  /** The cookie's name holds the port, because cookies ignore ports and two launches must not take each other's. */
  constructor(port: number) {
    this.name = `lectern-${port}`;
  }

  /** Whether a request's Cookie header holds this launch's cookie. */
  knows(cookies: string | undefined): boolean {
    const value = cookieValue(cookies, this.name);
    return value !== null && same(value, this.key);
  }

  /** Takes the token once. Returns the Set-Cookie header, or why it was refused. Check Host and Origin first. */
  exchange(token: string): { cookie: string } | { refused: 'wrong' | 'used' } {
    if (!same(token, this.token)) return { refused: 'wrong' };
    if (this.used) return { refused: 'used' };
    this.used = true;
    return { cookie: `${this.name}=${this.key}; Path=/; HttpOnly; SameSite=Strict` };
  }
}
