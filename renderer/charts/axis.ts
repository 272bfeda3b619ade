export interface Axis {
  /** The quantity and its unit, in words. */
  label: string;
  scale: 'linear' | 'log';
  domain: readonly [number, number];
  ticks: readonly number[];
}

const linearSteps = [1, 2, 2.5, 5, 10];

/** A linear axis from zero (or from `low`) with about five round ticks that holds `high`. Bad numbers give 0 to 1. */
export function linearAxis(label: string, high: number, low = 0): Axis {
  const top = Number.isFinite(high) && high > low ? high : low + 1;
  const rough = (top - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (linearSteps.find((s) => s * power >= rough * 0.999) ?? 10) * power;
  const count = Math.ceil((top - low) / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, i) =>
    Number((low + i * step).toPrecision(12)),
  );
  return { label, scale: 'linear', domain: [low, ticks.at(-1)!], ticks };
}

/** Where ticks stand within each decade, of an axis that is so many decades long. */
function stopsFor(decades: number): readonly number[] {
  if (decades < 1.2) return [1, 2, 5];
  return decades < 3.2 ? [1, 3] : [1];
}

/**
 * A log axis that holds `low` to `high`, both above 0, with ticks at 1 and 3 (or 1, 2, 5 when
 * short; 1 alone when long). It starts at a tick and ends at one too, unless `top` is 'exact'.
 */
export function logAxis(
  label: string,
  low: number,
  high: number,
  top: 'tick' | 'exact' = 'tick',
): Axis {
  const from = Number.isFinite(low) && low > 0 ? low : 1;
  const to = Number.isFinite(high) && high > from ? high : from * 10;
  const stops = stopsFor(Math.log10(to / from));
  const all: number[] = [];
  for (
    let power = Math.floor(Math.log10(from)) - 1;
    power <= Math.ceil(Math.log10(to)) + 1;
    power += 1
  ) {
    for (const stop of stops) all.push(Number((stop * 10 ** power).toPrecision(6)));
  }
  const first = all.findLast((tick) => tick <= from * 1.0001) ?? from;
  const last = top === 'exact' ? to : (all.find((tick) => tick >= to * 0.9999) ?? to);
  return {
    label,
    scale: 'log',
    domain: [first, last],
    ticks: all.filter((tick) => tick >= first && tick <= last),
  };
}
