import { expect, it } from 'vitest';
import { labs, loadStory } from '../../../model/lab/registry.ts';

it.each(labs.map(({ id }) => id))(
  'every part of %s has a lesson: one sentence without a number',
  async (id) => {
    const { parts } = await loadStory(id);
    for (const { id: part, lesson } of parts) {
      expect(lesson, part).toMatch(/^[A-Z][^.!?]*\.$/);
      expect(lesson, part).not.toMatch(/\d/);
    }
  },
);
