import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folderSlide, lectureOutline } from '../contract/lecture-folder.ts';
import { hostileLecture } from './fixtures/hostile-lecture.ts';
import { expectHarmless } from './fixtures/harmless.ts';
import { lectureOf } from './fixtures/lecture-of.ts';

it('of 500 hostile lectures nothing but words and messages is left', { timeout: 1_200_000 }, () => {
  fc.assert(
    fc.property(hostileLecture, (files) => {
      const { outline, slides } = lectureOf(files);
      lectureOutline.parse({ ...outline, revision: 0, folder: 'x' });
      for (const slide of slides.values()) expectHarmless(folderSlide.parse(slide));
      expect(outline.problems.length).toBeGreaterThan(0);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
