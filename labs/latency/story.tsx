import type { Story } from '../../renderer/lab/lab-view.ts';
import { batch } from './story/batch.tsx';
import { measure } from './story/measure.tsx';
import { queue } from './story/queue.tsx';

/** The latency lab's story: first what one answer takes, then what a request feels when others ask too, then what answering several at once changes. */
export const story: Story = { parts: [measure, queue, batch] };
