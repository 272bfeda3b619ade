import { backendName, type Progress } from '../../contract/run.ts';

/** How a net is trained: as one graph in TensorFlow, or step by step in TensorFlow.js. */
export type Way = 'graph' | 'loop';

type Training = Progress['training'];

/**
 * What a run's card says of its trainings, after one more. A run of which one training went step by step was not made of graphs alone:
 * that it was so, and why, stays said.
 * @param backend the name that TensorFlow.js has for the backend in use
 */
export function trainingOf(
  before: Training,
  way: Way,
  fault: string | null,
  backend: string,
): Training {
  if (before?.fault) return before;
  return { backend: way === 'graph' ? 'tensorflow-graph' : backendName.parse(backend), fault };
}
