import { names } from '../drawing/identities.ts';
import { backdoorResult, type BackdoorResult, type DefenceMethod, type DoseRow } from '../lab.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

/** A result that may be partial or of another shape: what can be read of it, never an error. */
export function readResult(result: unknown): BackdoorResult | null {
  const parsed = backdoorResult.safeParse(result);
  return parsed.success ? parsed.data : null;
}

/** A share in a sentence: "98.9 %", "0 %". */
export function say(share: number | null | undefined): string {
  if (share == null) return 'not measured';
  const value = Math.round(1000 * share) / 10;
  // The unit stays on the figure's line.
  return `${formatFixed(value, Number.isInteger(value) ? 0 : 1)}\u00a0%`;
}

/** How often the least recognised person is recognised; null without predictions. */
export function leastKnown(result: BackdoorResult | null): { name: string; share: number } | null {
  const said = result?.test.said ?? [];
  if (said.length === 0) return null;
  return names
    .map((name, who) => {
      const own = said.filter((_, i) => i % names.length === who);
      return { name, share: own.filter((label) => label === who).length / own.length };
    })
    .reduce((a, b) => (b.share < a.share ? b : a));
}

/** The curve of a run that has one; a run at one dose has no curve. */
export const curveOf = (result: BackdoorResult | null): DoseRow[] | null =>
  result && result.doses.length > 2 ? result.doses : null;

export const firstAboveHalf = (doses: readonly DoseRow[] | null): DoseRow | null =>
  doses?.find((row) => (row.attackSuccessRate ?? 0) > 0.5) ?? null;

export const defenceOf = (result: BackdoorResult | null, method: DefenceMethod) =>
  result?.defences.find((row) => row.method === method) ?? null;

/** Whether an answer is within so many points of a share in per cent. */
export const nearPercent = (answer: number | string, share: number, points: number): boolean =>
  typeof answer === 'number' && Math.abs(answer - 100 * share) <= points;
