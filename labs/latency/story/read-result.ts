import { compare, inWords, type Amount } from '../../kit/compare.ts';
import { readOnce } from '../../kit/read-once.ts';
import type { ModelName } from '../names.ts';
import { sizeCost, type SizeCost } from '../panel/compared.ts';
import { latencyResult, type LatencyResult, type ModelRow, type SimulationRow } from '../result.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

/** A result that may be partial or of another shape: what can be read of it, never an error. */
export const readResult = readOnce((result): LatencyResult | null => {
  const parsed = latencyResult.safeParse(result);
  return parsed.success ? parsed.data : null;
});

export function modelOf(result: LatencyResult | null, name: ModelName): ModelRow | null {
  return result?.models.find((model) => model.name === name) ?? null;
}

/** The times of calls with one row. */
export function oneRow(result: LatencyResult | null, name: ModelName) {
  return modelOf(result, name)?.measured.find((entry) => entry.batch === 1) ?? null;
}

/** What the large model’s size costs beside the small one; null before both are timed. */
export function largeBesideSmall(result: LatencyResult | null): SizeCost | null {
  const both = (['small', 'large'] as const).flatMap((name) => modelOf(result, name) ?? []);
  return sizeCost(both);
}

/**
 * The fixed cost of a call and the cost of a row by the fitted line, ms, each with its standard error by least squares (Draper & Smith,
 * Applied Regression Analysis, 3rd ed., 1.4): how far the medians lie from the line says how well the line is known.
 */
export function costsOf({ service, measured }: ModelRow): { call: Amount; row: Amount } {
  const { alphaMs, betaMs } = service;
  const n = measured.length;
  const centre = measured.reduce((sum, { batch }) => sum + batch, 0) / n;
  const spread = measured.reduce((sum, { batch }) => sum + (batch - centre) ** 2, 0);
  const squares = measured.reduce(
    (sum, { batch, p50Ms }) => sum + (p50Ms - alphaMs - betaMs * batch) ** 2,
    0,
  );
  if (n < 3 || spread === 0) return { call: { value: alphaMs }, row: { value: betaMs } };
  const variance = squares / (n - 2);
  return {
    call: { value: alphaMs, error: Math.sqrt(variance * (1 / n + centre ** 2 / spread)) },
    row: { value: betaMs, error: Math.sqrt(variance / spread) },
  };
}

/** Weights of the large model over those of the small one. */
export function weightsRatio(result: LatencyResult | null): number | null {
  const small = modelOf(result, 'small')?.parameters;
  const large = modelOf(result, 'large')?.parameters;
  return small && large ? large / small : null;
}

/** The point of a model's curve whose utilisation is nearest to `busy`; null where none is within 0.06 of it. */
export function rowAt(
  result: LatencyResult | null,
  name: ModelName,
  busy: number,
): SimulationRow | null {
  const rows = (result?.simulation ?? []).filter(
    (row) => row.model === name && row.stable && row.utilization !== null && row.meanMs !== null,
  );
  const nearest = rows.sort(
    (a, b) => Math.abs(a.utilization! - busy) - Math.abs(b.utilization! - busy),
  )[0];
  return nearest && Math.abs(nearest.utilization! - busy) <= 0.06 ? nearest : null;
}

/** Mean time in the system over the mean bare service time, at a point of the curve. Both come from the simulation, so they agree. */
export function stretch(row: SimulationRow | null): number | null {
  if (!row?.meanMs || !row.utilization || !row.throughput) return null;
  // Utilisation is throughput times service time, shared by the replicas.
  const serviceMs = (1000 * row.utilization * row.replicas) / row.throughput;
  return row.meanMs / serviceMs;
}

/** The most requests a second that one replica of a model can answer one by one. */
export function ceiling(result: LatencyResult | null, name: ModelName): number | null {
  const mean = oneRow(result, name)?.meanMs;
  return mean ? 1000 / mean : null;
}

/** Whether an answer read off a chart is near enough: within `share` of the truth. */
export const near = (answer: number | string, truth: number, share: number): boolean =>
  typeof answer === 'number' && Math.abs(answer - truth) <= share * Math.abs(truth);

/** How a guess compares: "3.4 times your guess", "half your guess". */
export function comparison(said: number, was: number): string {
  const comparison = compare({ value: was }, { value: said }, { scale: 'ratio', margin: 0.15 });
  const ratio = comparison.scale === 'ratio';
  const far = ratio && comparison.by >= 1.95;
  // Of nothing there is no "somewhat".
  const [less, more] = ratio ? ['Somewhat less', 'Somewhat more'] : ['Less', 'More'];
  return inWords(comparison, {
    less: far ? `${round(comparison.by)} times less than your guess` : `${less} than your guess`,
    equal: 'Close to your guess',
    more: far ? `${round(comparison.by)} times your guess` : `${more} than your guess`,
    unclear: '',
  });
}

/** One decimal below ten, whole numbers up to a thousand, three digits beyond: 20,300. */
const round = (value: number) =>
  formatFixed(value < 10 ? Number(value.toFixed(1)) : Math.round(Number(value.toPrecision(3))));

/** The mean time of one call, and how many of them fit into a second: what one replica answers one by one. */
export function oneByOne(
  result: LatencyResult | null,
  name: ModelName,
): { meanMs: number; perSecond: number } | null {
  const meanMs = oneRow(result, name)?.meanMs;
  return meanMs ? { meanMs, perSecond: 1000 / meanMs } : null;
}
