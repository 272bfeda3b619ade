/** Seconds every trip takes, however little it carries. */
export const fixedSeconds = 0.8;
/** Seconds more for each leaf on board. */
export const perLeafSeconds = 0.2;

/**
 * A trip with `leaves` on it: how long each of them is under way, and how many arrive per second when trip follows trip.
 * The same law as a model's service time, s(b) = α + β·b.
 */
export function trip(leaves: number): { latencySeconds: number; leavesPerSecond: number } {
  // Tenths, so that 0.8 + 6 × 0.2 is 2 and not 2.0000000000000004.
  const latencySeconds = Math.round(10 * (fixedSeconds + perLeafSeconds * leaves)) / 10;
  return { latencySeconds, leavesPerSecond: leaves / latencySeconds };
}
