import { emptyLabProgress } from '../../../main/contract/learner.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import type { Host } from '../../host/host.ts';
import { isOfQuestion } from '../../model/lab/question-settings.ts';
import { findLab, loadStory } from '../../model/lab/registry.ts';
import { partOf } from '../../model/prediction/pair.ts';

/**
 * Counts what the tour has led through, as the lab's own Next would: in the part of `step`, what is
 * read, and the run where its settings are the question's. So "Go on" leads to what is still open.
 */
export async function markPassed(
  host: Host,
  { lab: id, parameters }: Pick<RunSnapshot, 'lab' | 'parameters'>,
  step: string,
): Promise<void> {
  const lab = findLab(id);
  const part = partOf(await loadStory(id), step);
  if (!lab || !part) return;
  const { done } = host.store.getState().learner.labs[id] ?? emptyLabProgress;
  const passed = isOfQuestion(lab, part, parameters) ? ['read', 'run'] : ['read'];
  for (const one of part.steps)
    if (passed.includes(one.kind) && !done.includes(one.id))
      await host.call('learner.change', { kind: 'done', lab: id, step: one.id });
}
