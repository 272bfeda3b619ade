import { createStore } from 'zustand/vanilla';
import { LecternError, toErrorData, type ErrorData } from '../../../../main/contract/errors.ts';
import { labChanged, type ReplayReport } from '../../../../main/contract/replay.ts';
import type { RunCard } from '../../../../main/contract/run.ts';
import type { Host } from '../../../host/host.ts';
import { formatFixed } from '../../../kit/number/format.ts';

/** Where the replay of a run stands. */
export type Replay =
  | { state: 'running'; by: string }
  | { state: 'done'; by: string; report: ReplayReport }
  | { state: 'failed'; problem: ErrorData };

/** Replays of this window, by the run that is repeated: they go on while another card is looked at. */
export const replays = createStore<Readonly<Record<string, Replay>>>(() => ({}));
const set = (run: string, replay: Replay) => replays.setState({ [run]: replay });

/** Runs a card again with its parameters, seed and measurements, as a run of its own, and compares the two. */
export async function replay(host: Host, card: RunCard, number: number): Promise<void> {
  try {
    const { id } = await host.call('run.start', {
      lab: card.lab,
      parameters: card.parameters,
      seed: card.seed,
      preset: card.preset,
      prediction: null,
      measuredFrom: card.measured === null ? null : card.id,
    });
    set(card.id, { state: 'running', by: id });
    await host.call('run.annotate', { run: id, change: { name: `Replay of run ${number}` } });
    await ended(host, id);
    set(card.id, {
      state: 'done',
      by: id,
      report: await host.call('run.checkReplay', { run: card.id, replay: id }),
    });
  } catch (error) {
    set(card.id, { state: 'failed', problem: toErrorData(error) });
  }
}

function ended(host: Host, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const run = host.store.getState().runs[id];
      if (run?.status === 'finished') resolve();
      else if (run?.status === 'failed')
        reject(new LecternError(run.error ?? toErrorData(new Error('The run failed.'))));
      else if (run?.status === 'stopped')
        reject(
          new LecternError({
            code: 'run-failed',
            what: 'The replay was stopped.',
            safe: 'The run itself is unchanged.',
            next: 'Replay it again.',
          }),
        );
      else return false;
      return true;
    };
    if (check()) return;
    const off = host.store.subscribe(() => {
      if (check()) off();
    });
  });
}

/** The outcome in a sentence. */
export function replayWords(report: ReplayReport): string {
  const { agrees, other, compared, differing, tolerance, within: apart } = report;
  const within = `within ${formatFixed(tolerance * 100)} %${apart > 0 ? ` or ${formatFixed(apart)}` : ''}`;
  const where = whereWords(report);
  if (agrees)
    return `${other.length > 0 ? `Every value agrees ${within}` : 'Every number matches'}: ${formatFixed(compared)} compared.${where}`;
  return `${formatFixed(differing)} of ${formatFixed(compared)} values ${differing === 1 ? 'is' : 'are'} not the same ${within}.${where}`;
}

/** Why numbers may differ although nobody changed the card. */
function whereWords(report: ReplayReport): string {
  if (labChanged(report))
    return ' The lab has changed since this run was made, and computes some numbers otherwise.';
  return report.other.length > 0 ? ' This is another machine than the one it was made on.' : '';
}
