import type { LabProgress } from '../lab.ts';

/** What a record may carry besides where the run is: points, a partial result, measurements. */
export type ProgressDetails<R, M> = Pick<LabProgress<R, M>, 'points' | 'partial' | 'measured'>;

/**
 * Makes a progress record of one phase.
 * @param phaseIndex 0 for the first phase
 * @param phase what is being done, in the learner's words
 * @param within the part of the phase that is done, 0 to 1; more counts as 1
 */
export type PhaseRecorder<R, M> = (
  phaseIndex: number,
  phase: string,
  within: number,
  details?: ProgressDetails<R, M>,
) => LabProgress<R, M>;

/**
 * A recorder for a run whose phases end where `ends` says, each as a part of the whole run, 0 to 1 and rising.
 * Only the progress bar depends on these: they may be rough.
 */
export function phaseRecorder<R, M>(ends: readonly number[]): PhaseRecorder<R, M> {
  return (phaseIndex, phase, within, details = {}) => {
    const from = phaseIndex === 0 ? 0 : ends[phaseIndex - 1]!;
    return {
      phase,
      phaseIndex,
      phaseCount: ends.length,
      fraction: from + (ends[phaseIndex]! - from) * Math.min(1, within),
      ...details,
    };
  };
}

/** Where phases end that take about as long as `weights` say, in any unit. */
export function phaseEnds(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum / total;
  });
}

/** One of the equal repetitions that a run is made of: seeds, worlds. */
export interface Repetition {
  /** 0 for the first. */
  index: number;
  count: number;
}

/** A recorder for one repetition of the phases of `record`: its own phases fill its share of the whole run. */
export function repetitionRecorder<R, M>(
  record: PhaseRecorder<R, M>,
  { index, count }: Repetition,
  suffix = '',
): PhaseRecorder<R, M> {
  return (phaseIndex, phase, within, details) => {
    const own = record(phaseIndex, `${phase}${suffix}`, within, details);
    return {
      ...own,
      phaseIndex: index * own.phaseCount + phaseIndex,
      phaseCount: count * own.phaseCount,
      fraction: (index + own.fraction) / count,
    };
  };
}

/** Phases that follow one another: `next` begins one, `record` reports within it. */
export interface PhaseSequence<R, M> {
  next(phase: string): LabProgress<R, M>;
  record(within: number, details?: ProgressDetails<R, M>): LabProgress<R, M>;
}

/** For a run that leaves phases out by its settings: nobody has to count them. */
export function phaseSequence<R, M>(ends: readonly number[]): PhaseSequence<R, M> {
  const recordPhase = phaseRecorder<R, M>(ends);
  let index = -1;
  let label = '';
  const record: PhaseSequence<R, M>['record'] = (within, details) =>
    recordPhase(index, label, within, details);
  return {
    record,
    next(phase) {
      index += 1;
      label = phase;
      return record(0);
    },
  };
}
