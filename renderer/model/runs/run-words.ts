import type { AppInfo } from '../../../main/contract/methods.ts';
import type { RunBackend, RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { backendNames } from './backend-names.ts';

/** What the run bar is about. */
export type BarState =
  | { kind: 'lost' }
  | { kind: 'starting'; words: string }
  | { kind: 'down'; words: string }
  | { kind: 'idle'; words: string }
  | { kind: 'queued'; words: string }
  | { kind: 'running'; words: string; index: number; count: number; fraction: number }
  | { kind: 'stopped'; words: string }
  | { kind: 'failed'; words: string }
  | { kind: 'finished'; words: string };

type Connection = 'connecting' | 'open' | 'lost';

/** One decimal below ten seconds, none above; minutes above a hundred. Figures only: the unit is the second element. */
export function duration(ms: number): [figure: string, unit: string] {
  const seconds = ms / 1000;
  if (seconds >= 100)
    return [
      `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
      'min',
    ];
  return [formatFixed(seconds, seconds < 10 ? 1 : 0), 's'];
}

/** Says where the run on screen stands. `waitingFor`: the run that compute is busy with, where this one waits for it. */
export function barState(input: {
  connection: Connection;
  compute: AppInfo['compute'] | null;
  run: RunSnapshot | null;
  waitingFor: RunSnapshot | null;
  /** The run whose result is drawn; left out where none is. */
  onScreen?: RunSnapshot | null;
  expectedSeconds: number;
}): BarState {
  const { connection, compute, run } = input;
  if (connection === 'lost') return { kind: 'lost' };
  if (compute?.state === 'down') return { kind: 'down', words: 'TensorFlow is stopped' };
  if (run?.status === 'running') {
    const phase = run.phase;
    if (!phase) return { kind: 'running', words: 'Starting', index: 0, count: 1, fraction: 0 };
    return {
      kind: 'running',
      words: `Running: ${lowerFirst(phase.label)}`,
      index: phase.index,
      count: phase.count,
      fraction: phase.fraction,
    };
  }
  if (run?.status === 'queued') {
    const behind = input.waitingFor ? ` for run ${input.waitingFor.number} to end` : '';
    return compute && compute.state !== 'ready'
      ? { kind: 'starting', words: 'Getting TensorFlow ready' }
      : { kind: 'queued', words: `Waiting${behind}` };
  }
  if (connection === 'connecting' || !compute || compute.state === 'starting')
    return { kind: 'starting', words: 'Getting TensorFlow ready' };
  if (run?.status === 'failed') return { kind: 'failed', words: `Run ${run.number} failed` };
  if (compute.state === 'restarting')
    return { kind: 'starting', words: 'Starting TensorFlow again' };
  if (!run) return { kind: 'idle', words: `about ${input.expectedSeconds} s` };
  const [figure, unit] = duration(run.durationMs);
  if (run.status === 'stopped') {
    const { onScreen } = input;
    const other = onScreen && onScreen.id !== run.id ? `; on screen is run ${onScreen.number}` : '';
    return {
      kind: 'stopped',
      words: `Stopped after ${figure} ${unit}, kept as run ${run.number}${other}`,
    };
  }
  return { kind: 'finished', words: `Finished in ${figure} ${unit}` };
}

/** The backend in words, for a run that it trained as graphs with that, and why it is not the native one where it isn't. */
export function backendWords(
  compute: AppInfo['compute'] | null,
  made: RunBackend | null = null,
): {
  words: string;
  why: string | null;
} {
  if (compute?.state !== 'ready') return { words: 'TensorFlow not ready', why: null };
  const { backend, threads, fallbackReason } = compute.info;
  const graph = backend === 'tensorflow' && made === 'tensorflow-graph';
  return {
    words: `${backendNames[graph ? made : backend]}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    why: backend === 'tensorflow' ? null : fallbackReason,
  };
}

/** What a screen reader is told: a word when the state changes or a phase begins, never every tick. */
export function announcement(state: BarState): string {
  if (state.kind === 'lost') return 'Connection lost. Trying again.';
  if (state.kind === 'running') return `${state.words}, step ${state.index + 1} of ${state.count}`;
  return state.words;
}

/**
 * Which keys stay in the lab and never reach the deck: those that would turn the slide. The deck's other keys (blank, overview,
 * close the lab) still work while the focus is in the lab, unless something is being typed.
 */
export function staysInLab(
  event: { key: string; ctrlKey: boolean; metaKey: boolean },
  inText: boolean,
): boolean {
  if (event.ctrlKey || event.metaKey || event.key === 'Escape' || event.key === 'Tab') return false;
  return inText || /^(Arrow.*|Page.*|Home|End|Enter| )$/.test(event.key);
}

const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
