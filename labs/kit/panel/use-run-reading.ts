import { useMemo } from 'react';
import type { PanelProps } from '../../view.ts';

/** What a panel knows of the run on screen and of its own controls. */
export interface RunReading<Result, Setting> {
  /** What is known of the run's result so far; empty where there is no run. */
  result: Result;
  /** What the controls say. */
  setting: Setting;
  /** What the run on screen was started with; null where there is no run. */
  runSetting: Setting | null;
}

/** Reads a run and the controls with the lab's own readers, again only where what they read has changed. */
export function useRunReading<Result, Setting>(
  { run, parameters }: Pick<PanelProps, 'run' | 'parameters'>,
  readResult: (value: unknown) => Result,
  readParameters: (values: Record<string, unknown>) => Setting,
): RunReading<Result, Setting> {
  const given = run?.result;
  const started = run?.parameters ?? null;
  const result = useMemo(() => readResult(given), [readResult, given]);
  const setting = useMemo(() => readParameters(parameters), [readParameters, parameters]);
  const runSetting = useMemo(
    () => (started === null ? null : readParameters(started)),
    [readParameters, started],
  );
  return { result, setting, runSetting };
}
