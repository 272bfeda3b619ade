import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A class is over by then, in seconds. */
const lifeSeconds = 12 * 3600;

/** A key for a class's cookies. */
export const newKey = (): string => randomBytes(32).toString('base64url');

/** A name of the room that gives nothing of its key away. */
export const roomId = (key: string): string =>
  createHash('sha256').update(`room ${key}`).digest('base64url').slice(0, 16);

/**
 * The cookies of a class's phones: a random name and a keyed hash of it, so that one that was made
 * up is known for it without a list of those that were given out.
 */
export class Identity {
  /** Cookies ignore ports: two rooms on one address must not take each other's. */
  private readonly name: string;

  constructor(
    port: number,
    private readonly key: string,
  ) {
    this.name = `lectern-room-${port}`;
  }

  /** The Set-Cookie header of a new phone. */
  make(): string {
    const name = randomBytes(18).toString('base64url');
    const value = `${name}.${this.sign(name)}`;
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeSeconds}`;
  }

  /** Who a request is from, as a hash that may be kept; null without a cookie that was made here. */
  read(cookies: string | undefined): string | null {
    for (const part of (cookies ?? '').split(';')) {
      const [name, value = ''] = part.trim().split('=', 2);
      if (name !== this.name) continue;
      const [random = '', given = ''] = value.split('.', 2);
      if (same(given, this.sign(random)))
        return createHash('sha256').update(random).digest('base64url');
    }
    return null;
  }

  private sign(random: string): string {
    return createHmac('sha256', this.key).update(random).digest('base64url');
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
