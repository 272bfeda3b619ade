import { withCode } from '../kit/code/code-step.ts';
import type { Story } from '../view.ts';
import { asOfStep, splitStep } from './story/code.tsx';
import { drift } from './story/drift.tsx';
import { join } from './story/join.tsx';
import { leak } from './story/leak.tsx';
import { sixRows } from './story/six-rows.tsx';
import { split } from './story/split.tsx';
import { yourTable } from './story/your-table.tsx';

/**
 * The time-leak lab's story: six rows, what a split flatters, what a feature knows, which value a
 * join finds, how a model ages, and one's own table.
 */
export const story: Story = {
  parts: [sixRows, withCode(split, splitStep), leak, withCode(join, asOfStep), drift, yourTable],
};
