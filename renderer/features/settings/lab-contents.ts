import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** What was said in a lab, counted in words: "2 predictions, 1 answer". Empty where nothing was. */
export function saidIn(progress: LabProgress = emptyLabProgress): string {
  const { predictions, checks, reflections, codes = {}, done } = progress;
  return [
    ...counted(Object.keys(predictions).length, 'prediction', 'predictions'),
    ...counted(Object.keys(checks).length, 'answer', 'answers'),
    ...counted(
      Object.values(reflections).filter((text) => text !== '').length,
      'reflection',
      'reflections',
    ),
    ...counted(Object.keys(codes).length, 'exercise in code', 'exercises in code'),
    ...counted(done.length, 'step done', 'steps done'),
  ].join(', ');
}

export const runsInWords = (runs: number): string => {
  if (runs === 0) return 'no run';
  return runs === 1 ? '1 run' : `${runs} runs`;
};
