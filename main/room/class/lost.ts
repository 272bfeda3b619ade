import { lostMs } from '../../contract/room.ts';

/** Who pressed "lost me", and when. By a clock that never goes back. */
export class Lost {
  private readonly since = new Map<number, number>();

  constructor(private readonly now: () => number) {}

  set(phone: number, on: boolean): void {
    if (on) this.since.set(phone, this.now());
    else this.since.delete(phone);
  }

  is(phone: number): boolean {
    return this.now() - (this.since.get(phone) ?? -Infinity) < lostMs;
  }

  /** How many are lost now. */
  get count(): number {
    for (const phone of [...this.since.keys()]) if (!this.is(phone)) this.since.delete(phone);
    return this.since.size;
  }
}
