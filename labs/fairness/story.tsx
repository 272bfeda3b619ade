import type { Story } from '../view.ts';
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
  parts: [audit, deletion, flip, thresholds, mitigate, impossible, yours],
};
