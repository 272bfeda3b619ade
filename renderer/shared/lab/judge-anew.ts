import type { Host } from '../../host/host.ts';
import { labs, loadStory } from '../../model/lab/registry.ts';
import { judgedByOther } from '../../model/prediction/judge-anew.ts';

/**
 * Judges predictions of an older Lectern by today's rule: once for the learner's file, and again for
 * what an imported notebook brings. The host says how many there were. Rejects where a story can't
 * be had or the host can't be asked; nothing is changed then, and the next start tries again.
 */
export async function judgeAnew(host: Host): Promise<void> {
  const asked = Object.keys(host.store.getState().learner.labs);
  const stories = await Promise.all(
    labs
      .filter(({ id }) => asked.includes(id))
      .map(async (lab) => ({ lab, story: await loadStory(lab.id) })),
  );
  const { learner, runs, annotations } = host.store.getState();
  const predictions = judgedByOther(stories, learner, { runs: Object.values(runs), annotations });
  if (predictions.length === 0 && learner.judgedBy === 'question') return;
  await host.call('learner.change', { kind: 'judged-anew', predictions });
}
