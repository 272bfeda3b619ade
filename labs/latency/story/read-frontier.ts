import { reachesOf } from '../explore/frontier.ts';
import { gainOf, reachOf, type BatchReach } from '../reach.ts';
import type { ModelName } from '../names.ts';
import type { FrontierRow, LatencyResult } from '../result.ts';

const rowsOf = (result: LatencyResult | null): readonly FrontierRow[] => result?.frontier ?? [];

/** The limit that the run was simulated for, ms. */
export function limitOf(result: LatencyResult | null): number | null {
  return rowsOf(result)[0]?.limitMs ?? null;
}

/** The throughput of a model within the run's limit with batches of up to `maxBatch`. */
export function throughputOf(
  result: LatencyResult | null,
  name: ModelName,
  maxBatch: number,
): BatchReach | null {
  const limit = limitOf(result);
  return limit === null ? null : reachOf(rowsOf(result), name, maxBatch, limit);
}

/** How many times as much a model carries with batches of up to 64 as one by one. */
export function batchGain(
  result: LatencyResult | null,
  name: ModelName,
): ReturnType<typeof gainOf> {
  const limit = limitOf(result);
  return limit === null ? null : gainOf(reachesOf(rowsOf(result), name, limit));
}

/** What one request costs of a full batch of 64 and what it costs alone, ms, by the fitted line; null where the line is not known. */
export function costs(
  result: LatencyResult | null,
  name: ModelName,
): { alone: number; shared: number; alphaMs: number; betaMs: number } | null {
  const service = result?.models.find((model) => model.name === name)?.service;
  if (!service || !(service.alphaMs + service.betaMs > 0)) return null;
  return {
    alone: service.alphaMs + service.betaMs,
    shared: service.alphaMs / 64 + service.betaMs,
    ...service,
  };
}
