import type { LeastKnown } from '../panel/words.ts';
import { backdoorResult, type BackdoorResult, type DefenceMethod, type DoseRow } from '../lab.ts';
import { said as saying } from '../../kit/compare.ts';
import { readOnce } from '../../kit/read-once.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

/** A result that may be partial or of another shape: what can be read of it, never an error. */
export const readResult = readOnce((result): BackdoorResult | null => {
  const parsed = backdoorResult.safeParse(result);
  return parsed.success ? parsed.data : null;
});

/** A share in a sentence: "98.9 %", "0 %". */
export function say(share: number | null | undefined): string {
  if (share == null) return 'not measured';
  const value = Math.round(1000 * share) / 10;
  // The unit stays on the figure's line.
  return `${formatFixed(value, Number.isInteger(value) ? 0 : 1)}\u00a0%`;
}

/** Who is recognised least, on these test faces. */
export const leastWords = ({ name, share, next }: LeastKnown): string =>
  saying(
    { value: share },
    { value: next },
    {
      less: `${name} is recognised less than anybody else, in ${say(share)}`,
      equal: `${name} and another are recognised alike, in ${say(share)}`,
      more: '',
      unclear: '',
    },
  );

/** The curve of a run that has one; a run at one dose has no curve. */
export const curveOf = (result: BackdoorResult | null): DoseRow[] | null =>
  result && result.doses.length > 2 ? result.doses : null;

export const defenceOf = (result: BackdoorResult | null, method: DefenceMethod) =>
  result?.defences.find((row) => row.method === method) ?? null;
