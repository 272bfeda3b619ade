import type { PanelProps } from '../../view.ts';

export interface RunState {
  running: boolean;
  stopped: boolean;
  /** No run to show anything of: before the first, after a failed one. */
  none: boolean;
  /** Its result is held back: the question comes first, and there are words over the figure. */
  hidden: boolean;
}

/** How the run on screen stands, for the words where something is missing. */
export function stateOf(
  run: Pick<NonNullable<PanelProps['run']>, 'status'> | null,
  nothing: boolean,
  hidden = false,
): RunState {
  const running = run?.status === 'running' || run?.status === 'queued';
  return {
    running,
    stopped: run?.status === 'stopped',
    none:
      run === null ||
      (nothing && !running && run.status !== 'stopped' && run.status !== 'finished'),
    hidden,
  };
}
