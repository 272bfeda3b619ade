import { belt, type Belt } from './trip.ts';

/** At most so many decimals, where there are any to show. */
export const round = (value: number, decimals = 1) => String(Number(value.toFixed(decimals)));

export const rateWords = ({ leavesPerSecond }: Belt) =>
  `${round(leavesPerSecond)} ${leavesPerSecond === 1 ? 'leaf' : 'leaves'}`;

export const spanWords = ({ fillSeconds, tripSeconds, latencySeconds }: Belt, size: number) =>
  fillSeconds > 0
    ? `latency ${round(latencySeconds)} s: ${round(fillSeconds)} to fill, ${round(tripSeconds)} to go`
    : `latency ${round(latencySeconds)} s for each of the ${size}`;

/** The picture in words, as far as the step shows it. */
export function describeLeaves(step: number, size: number, perSecond: number): string {
  const one = 'Seconds on a time line. One by one: a leaf arrives one second after it left.';
  if (step === 1) return one;
  const rate = `${one} Another leaf arrives every second: one leaf per second. Low latency is high throughput.`;
  if (step === 2) return rate;
  const own = belt(size, perSecond);
  const behind = own.leftBehind > 0.05 ? ` ${round(own.leftBehind)} a second are left behind.` : '';
  return `${rate} In batches of ${size}: ${spanWords(own, size)}; ${rateWords(own)} per second.${behind}`;
}
