/**
 * The processor time that some work takes in this process, in milliseconds. Other than time on the wall it hardly grows when the machine
 * is busy, so a bound on it fails for a slow program and not for a busy neighbour.
 */
export function cpuTime<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1_000 };
}
