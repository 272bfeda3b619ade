/** Keeps what was given last until somebody is there to take it; from then on everything is taken at once. */
export class Inbox<T> {
  private taker: ((thing: T | null) => void) | null = null;

  constructor(private waiting: T | null = null) {}

  /** Null brings nothing new, but wakes the taker. */
  give(thing: T | null): void {
    if (this.taker) this.taker(thing);
    else this.waiting = thing ?? this.waiting;
  }

  /** Takes what waits, or null, and all that comes later. */
  open(taker: (thing: T | null) => void): void {
    this.taker = taker;
    taker(this.waiting);
    this.waiting = null;
  }
}
