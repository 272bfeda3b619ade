import { batches, type Batches } from './call.ts';

/** At most so many decimals, where there are any to show. */
export const round = (value: number, decimals = 1) => String(Number(value.toFixed(decimals)));

export const rateWords = ({ answersPerSecond }: Batches) =>
  `${round(answersPerSecond)} ${answersPerSecond === 1 ? 'answer' : 'answers'}`;

/** Whether more come than are answered: then each waits longer than the one before, without end. */
export const grows = ({ leftBehind }: Batches): boolean => leftBehind > 0.05;

/** The latency of the first request; of one by one, in short. */
export const aloneWords = (alone: Batches) =>
  `latency ${round(alone.latencySeconds)} s${atFirst(alone)}`;
const atFirst = (own: Batches) => (grows(own) ? ' at first' : '');

export function spanWords(own: Batches, size: number): string {
  const { fillSeconds, callSeconds, latencySeconds } = own;
  const latency = `latency ${round(latencySeconds)} s${atFirst(own)}`;
  return fillSeconds > 0
    ? `${latency}: wait ${round(fillSeconds)}, answer ${round(callSeconds)}`
    : `${latency} for each of the ${size}`;
}

/** One request at a time, in two lines. */
export const aloneChange = (alone: Batches): readonly [string, string] => [
  grows(alone) ? 'growing wait,' : 'short wait,',
  'few answers',
];

/** What batches change, in two lines: both compared with one request at a time under the same load. */
export function changeWords(own: Batches, alone: Batches): readonly [string, string] {
  return [
    `${waitWords(own, alone)},`,
    own.answersPerSecond > alone.answersPerSecond ? 'more answers' : 'no more answers',
  ];
}

function waitWords(own: Batches, alone: Batches): string {
  if (grows(own)) return 'growing wait';
  // A wait that ends is shorter than one that grows, in the end.
  if (grows(alone)) return 'steady wait';
  return own.latencySeconds > alone.latencySeconds ? 'longer wait' : 'same wait';
}

/** The picture in words, as far as the step shows it. */
export function describeRequests(step: number, size: number, perSecond: number): string {
  const one = 'Seconds on a time line. One by one: the answer is there after one second.';
  if (step === 1) return one;
  const rate = `${one} The next request follows at once: one answer per second.`;
  if (step === 2) return rate;
  const own = batches(size, perSecond);
  const alone = behindWords(batches(1, perSecond));
  const behind = behindWords(own);
  return `${rate}${alone} In batches of ${size}: ${spanWords(own, size)}; ${rateWords(own)} per second.${behind}`;
}

const behindWords = (own: Batches) =>
  grows(own)
    ? ` ${round(own.leftBehind)} a second are left behind, and the wait grows without end.`
    : '';
