import type { Parameters, RunSnapshot } from '../../contract/run.ts';

type Start = Pick<
  RunSnapshot,
  'id' | 'number' | 'lab' | 'labVersion' | 'seed' | 'preset' | 'prediction' | 'measuredFrom'
> & { parameters: Parameters };

/** A run as it is when it was just asked for. */
export function newRun(start: Start): RunSnapshot {
  return {
    ...start,
    pinned: false,
    status: 'queued',
    startedAt: new Date().toISOString(),
    durationMs: 0,
    backend: null,
    series: {},
    result: null,
    complete: false,
    error: null,
    phase: null,
  };
}
