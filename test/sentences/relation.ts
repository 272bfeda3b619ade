import type { Amount, Comparison, Relation } from '../../labs/kit/compare.ts';

/** The 95 % reach of an amount downwards and upwards, on a scale. */
function reach({ value, error, interval, resolution }: Amount, on: (x: number) => number) {
  const even = Math.max(1.959964 * (error ?? 0), (resolution ?? 0) / 2);
  const low = Math.min(interval?.[0] ?? value, value - even);
  const high = Math.max(interval?.[1] ?? value, value + even);
  return { down: on(value) - on(low), up: on(high) - on(value) };
}

/**
 * What the raw values of a comparison say, worked out here once more: the relation that a sentence may claim. Written apart from
 * `labs/kit/compare.ts`, so that a mistake there is found.
 */
export function relationFrom({ a, b, scale, margin, figures }: Comparison): Relation {
  const on = (x: number) => (scale === 'ratio' ? Math.log(Math.max(x, Number.MIN_VALUE)) : x);
  const apart = on(a.value) - on(b.value);
  const [ofA, ofB] = [reach(a, on), reach(b, on)];
  const lowest = apart - Math.sqrt(ofA.down ** 2 + ofB.up ** 2);
  const highest = apart + Math.sqrt(ofA.up ** 2 + ofB.down ** 2);
  const most = (scale === 'ratio' ? Math.log1p(margin) : margin) + 1e-9;
  if (Math.abs(lowest) <= most && Math.abs(highest) <= most) return 'equal';
  if (lowest <= 0 && highest >= 0) return 'unclear';
  if (figures[0] === figures[1]) return 'equal';
  return apart > 0 ? 'more' : 'less';
}

/** The same comparison seen from the other value. */
export const turned = (relation: Relation): Relation => {
  if (relation === 'more') return 'less';
  return relation === 'less' ? 'more' : relation;
};
