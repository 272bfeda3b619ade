import { withCode } from '../kit/code/code-step.ts';
import type { Story } from '../view.ts';
import { batchesStep, percentileStep } from './story/code.tsx';
import { batch } from './story/batch.tsx';
import { convert } from './story/convert.tsx';
import { decide } from './story/decide.tsx';
import { measure } from './story/measure.tsx';
import { queue } from './story/queue.tsx';

/** The latency lab's story: what one answer takes, what waiting adds, what batches change, what it costs, and who decides. */
export const story: Story = {
  parts: [withCode(measure, percentileStep), queue, withCode(batch, batchesStep), convert, decide],
};
