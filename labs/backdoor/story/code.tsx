import { codeStep } from '../../kit/code/code-step.ts';
import { occlusionMapTask } from '../code/occlusion-map.ts';
import { poisonScoresTask } from '../code/poison-scores.ts';

/** After the defences: one of one's own. */
export const poisonScoresStep = codeStep(
  poisonScoresTask,
  <p>
    A defence sees what the net says of each picture, and not which pictures are poison. Write a
    score that finds them. It is tested on made-up nets, then tried on your own run’s model: beat
    spectral signatures there for a star.
  </p>,
);

/** With the look inside: how such a map is made. */
export const occlusionMapStep = codeStep(
  occlusionMapTask,
  <p>
    The map covers the picture place by place and asks the model again. Write it for a small model
    that you can read in one line.
  </p>,
);
