import type { Parameters } from '../../../main/contract/run.ts';
import type { JoinedWindow } from './window.ts';

/** Every lab, with parameters that make its run as short as it can be. */
export const smallRuns: Readonly<Record<string, Parameters>> = {
  fairness: { steps: 50, seeds: 1, resamples: 100 },
  'time-leak': {},
  latency: { epochs: 1, repetitions: 200, replications: 3 },
  backdoor: { cleanFaces: 200, poisons: 30, epochs: 1 },
};
export const labIds = Object.keys(smallRuns);
/** The quickest of them: what runs between two blows. */
export const quickest = 'fairness';

/** What starts a run of a lab, with its own parameters where none are given. */
export const runOf = (lab: string, seed: number, parameters: Parameters = {}) => ({
  lab,
  parameters,
  seed,
  preset: null,
  prediction: null,
  measuredFrom: null,
});

/** Starts the smallest run of a lab and waits until it has ended; throws where it did not finish. */
export async function finishSmall(
  window: JoinedWindow,
  lab: string,
  seed: number,
): Promise<string> {
  const { id } = await window.call('run.start', runOf(lab, seed, smallRuns[lab]));
  const run = await window.run(id, ({ status }) => status !== 'queued' && status !== 'running');
  if (run.status !== 'finished')
    throw new Error(`the small run of ${lab} ended as ${run.status}: ${run.error?.what ?? ''}`);
  return id;
}
