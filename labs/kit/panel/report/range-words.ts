import { formatFixed } from '../../../../renderer/kit/number/format.ts';

/** An interval as it is read: signs stay apart from the dash, and a bound that there is none is said. */
export function rangeWords([low, high]: readonly [number, number]): string {
  const bound = (value: number) => (Number.isFinite(value) ? formatFixed(value, 2) : 'no bound');
  return low < 0 || !Number.isFinite(high)
    ? `${bound(low)} to ${bound(high)}`
    : `${bound(low)}–${bound(high)}`;
}
