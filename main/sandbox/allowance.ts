import { limits } from './program.ts';

/** Processor time of this whole process, in milliseconds: what one of its threads had is never more. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * A program's time. On a computer that is busy with something else a second on the wall is much less than a second of work: so it is over
 * only once both have passed, at `most` on the wall in any case.
 */
export class Allowance {
  private readonly began = performance.now();
  private readonly beganProcessor = processorMs();

  constructor(
    readonly ms: number,
    private readonly most: number = limits.starvedMs,
  ) {}

  /** How long it still lasts at least, in milliseconds; 0 once it is over. */
  left(): number {
    const wall = performance.now() - this.began;
    if (wall >= this.most) return 0;
    if (wall < this.ms) return this.ms - wall;
    return Math.max(0, this.ms - (processorMs() - this.beganProcessor));
  }
}
