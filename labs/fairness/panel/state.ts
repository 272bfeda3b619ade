import type { PanelProps } from '../../../renderer/lab/lab-view.ts';

/** How the run on screen stands, for the words where something is missing. */
export function stateOf(run: Pick<NonNullable<PanelProps['run']>, 'status'> | null, nothing: boolean): { running: boolean; stopped: boolean; none: boolean } {
  const running = run?.status === 'running' || run?.status === 'queued';
  return { running, stopped: run?.status === 'stopped', none: run === null || (nothing && !running && run?.status !== 'stopped' && run?.status !== 'finished') };
}
