import { batches, type Batches } from './call.ts';

/** At most so many decimals, where there are any to show. */
export const round = (value: number, decimals = 1) => String(Number(value.toFixed(decimals)));

export const rateWords = ({ answersPerSecond }: Batches) =>
  `${round(answersPerSecond)} ${answersPerSecond === 1 ? 'answer' : 'answers'}`;

export const spanWords = ({ fillSeconds, callSeconds, latencySeconds }: Batches, size: number) =>
  fillSeconds > 0
    ? `latency ${round(latencySeconds)} s: wait ${round(fillSeconds)}, answer ${round(callSeconds)}`
    : `latency ${round(latencySeconds)} s for each of the ${size}`;

/** What batches change, in two lines: both compared with one request at a time under the same load. */
export function changeWords(own: Batches, alone: Batches): readonly [string, string] {
  const later = own.latencySeconds > alone.latencySeconds ? 'longer wait' : 'same wait';
  return own.answersPerSecond > alone.answersPerSecond
    ? [`${later},`, 'more answers']
    : [`${later},`, 'no more answers'];
}

/** The picture in words, as far as the step shows it. */
export function describeRequests(step: number, size: number, perSecond: number): string {
  const one = 'Seconds on a time line. One by one: the answer is there after one second.';
  if (step === 1) return one;
  const rate = `${one} The next request follows at once: one answer per second.`;
  if (step === 2) return rate;
  const own = batches(size, perSecond);
  const behind =
    own.leftBehind > 0.05 ? ` ${round(own.leftBehind)} a second are never answered.` : '';
  return `${rate} In batches of ${size}: ${spanWords(own, size)}; ${rateWords(own)} per second.${behind}`;
}
