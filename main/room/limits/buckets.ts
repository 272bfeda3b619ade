interface Bucket {
  left: number;
  /** ms. */
  at: number;
}

interface BucketOptions {
  burst: number;
  perSecond: number;
  /** So many keys are remembered; the ones that were quiet the longest are forgotten. */
  most?: number;
  /** A clock that never goes back, in ms. */
  now: () => number;
}

/**
 * Token buckets, one for each key: `burst` at once, then `perSecond` (Turner 1986, "New directions
 * in communications"). Its memory is bounded.
 */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly options: BucketOptions) {}

  /** Takes one token. False where there is none. */
  take(key: string): boolean {
    const { burst, perSecond, most = 10_000, now } = this.options;
    const at = now();
    const found = this.buckets.get(key);
    const left = found ? Math.min(burst, found.left + ((at - found.at) / 1000) * perSecond) : burst;
    const taken = left >= 1;
    // Set anew, so that the map's order is that of the last use.
    this.buckets.delete(key);
    this.buckets.set(key, { left: taken ? left - 1 : left, at });
    if (this.buckets.size > most) this.buckets.delete(this.buckets.keys().next().value!);
    return taken;
  }
}
