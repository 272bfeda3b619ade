import { mostKnown, mostPhones } from '../../contract/room.ts';
import type { ClassRoom } from '../class/class-room.ts';

export interface PlacesOptions {
  room: ClassRoom;
  /** Numbers in the class by the hash of the phone's cookie. */
  members: Map<string, number>;
  /** Phones that are in at one moment, and that the class knows again; tests take fewer. */
  most?: number | undefined;
  mostKnown?: number | undefined;
}

/**
 * Who is in now, and who is known. A phone that is away holds no place: it stays known by its cookie,
 * with its answers, and comes back as who it was as soon as there is a place.
 */
export class Places {
  /** How many windows of each phone are open, by its number. */
  private readonly windows = new Map<number, number>();

  constructor(private readonly options: PlacesOptions) {}

  /** Phones that are in, each counted once. */
  get taken(): number {
    return this.windows.size;
  }

  /** The number of a phone that was in before; null of a new one. */
  numberOf(hash: string): number | null {
    return this.options.members.get(hash) ?? null;
  }

  /** Gives a phone that said the word its number. Null where there is no place for a new one. */
  join(hash: string): number | null {
    const known = this.numberOf(hash);
    if (known !== null) return known;
    const { members, room } = this.options;
    if (this.isFull || !this.makeRoom()) return null;
    const number = room.join();
    members.set(hash, number);
    return number;
  }

  /** One window of a phone comes in. False where all places are taken by others. */
  enter(number: number): boolean {
    const open = this.windows.get(number) ?? 0;
    if (open === 0 && this.isFull) return false;
    this.windows.set(number, open + 1);
    return true;
  }

  /** One window of a phone that was in is gone. */
  leave(number: number): void {
    const open = (this.windows.get(number) ?? 0) - 1;
    if (open > 0) this.windows.set(number, open);
    else this.windows.delete(number);
  }

  private get isFull(): boolean {
    return this.windows.size >= (this.options.most ?? mostPhones);
  }

  /** Forgets a phone that is away and said nothing, the first that came, where too many are known. */
  private makeRoom(): boolean {
    const { members, room, mostKnown: most = mostKnown } = this.options;
    if (members.size < most) return true;
    for (const [hash, number] of members)
      if (!this.windows.has(number) && !room.hasSaid(number)) return members.delete(hash);
    return false;
  }
}
