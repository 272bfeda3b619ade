import { withCode } from '../kit/code/code-step.ts';
import type { Story } from '../view.ts';
import { equalThresholdsStep, gapsStep } from './story/code.tsx';
import { audit } from './story/audit.tsx';
import { deletion } from './story/delete.tsx';
import { flip } from './story/flip.tsx';
import { impossible } from './story/impossible.tsx';
import { mitigate } from './story/mitigate.tsx';
import { thresholds } from './story/thresholds.tsx';
import { yours } from './story/yours.tsx';

/**
 * The fairness lab's story: an audit, a deletion that does not help, a flipped bit, two thresholds,
 * repairs, what can't be had, and the learner's own data.
 */
export const story: Story = {
  parts: [
    withCode(audit, gapsStep),
    deletion,
    flip,
    thresholds,
    withCode(mitigate, equalThresholdsStep),
    impossible,
    yours,
  ],
};
