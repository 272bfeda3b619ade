import type { LatencyResult } from '../../labs/latency/result.ts';

/** A run card of the latency lab, as far as the specs read it. */
export interface LatencyCard {
  id: string;
  status: string;
  complete: boolean;
  backend: string;
  measuredFrom: string | null;
  parameters: Record<string, number>;
  prediction: { value: number } | null;
  result: LatencyResult;
}
