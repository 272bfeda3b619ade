import type { LabPlace } from '../app/address.ts';
import type { SlideLab } from '../deck/lecture.ts';

/** Where a slide's lab opens. */
export const lectureLabPlace = (lab: SlideLab): LabPlace => ({
  id: lab.id,
  step: lab.step,
  preset: null,
  seed: null,
  parameters: {},
});
