/**
 * What each question to a worker was asked of. A worker answers later, and more than once: by then the newest question may be another,
 * and an answer belongs to its own.
 */
export class Asked<From> {
  private readonly of = new Map<number, From>();
  private newest = 0;

  /** Notes a question. Gives the number that its answers carry. */
  ask(from: From): number {
    this.newest += 1;
    this.of.set(this.newest, from);
    return this.newest;
  }

  /** What the question of an answer was asked of. Null where a newer one has been answered: then it comes too late. */
  answered(id: number): From | null {
    for (const older of this.of.keys()) if (older < id) this.of.delete(older);
    return this.of.get(id) ?? null;
  }
}
