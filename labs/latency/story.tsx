import type { Story } from '../../renderer/lab/lab-view.ts';
import { convert } from './story/convert.tsx';
import { measure } from './story/measure.tsx';
import { queue } from './story/queue.tsx';

/** The latency lab's story: first what one answer takes, then what a request feels when others ask too. */
export const story: Story = { parts: [measure, queue, convert] };
