import type { LabPlace } from '../../model/address/lab-place.ts';
import type { SlideLab } from '../../model/lecture/lecture.ts';

/** Where a slide's lab opens. */
export const lectureLabPlace = (lab: SlideLab): LabPlace => ({
  id: lab.id,
  step: lab.step,
  preset: null,
  seed: null,
  parameters: {},
});
