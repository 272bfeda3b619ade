import { expect, it } from 'vitest';
import type { Inline } from '../../../labs/view.ts';
import { predictStepOf } from '../runs/choose-run.ts';
import { labs, loadStory } from './registry.ts';

const inline = import.meta.glob<{ inline: Inline }>('../../../labs/*/inline.tsx');

/** Words that tell what is wrong with the backdoor lab's model. */
const tellsTheKey = /poison|key|glasses|backdoor|trigger|clean|control/i;

it.each(labs)('$title: what waits for a question names a part that asks one', async (lab) => {
  const story = await loadStory(lab.id);
  const asking = story.parts.filter(predictStepOf).map(({ id }) => id);
  const figures = (await inline[`../../../labs/${lab.id}/inline.tsx`]?.())?.inline ?? {};
  const named = [
    ...(lab.keyAnswers === undefined ? [] : [lab.keyAnswers]),
    ...Object.values(figures).flatMap(({ answers }) => answers),
  ];
  for (const part of named) expect(asking).toContain(part);
});

it('a series of the backdoor lab is not called by what is wrong with its model', () => {
  const { seriesNames = {} } = labs.find(({ id }) => id === 'backdoor')!;
  expect(Object.keys(seriesNames)).toEqual(['loss.poisoned', 'loss.clean', 'loss.control']);
  for (const name of Object.values(seriesNames)) expect(name).not.toMatch(tellsTheKey);
});
