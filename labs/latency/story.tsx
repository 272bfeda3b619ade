import type { Story } from '../../renderer/lab/lab-view.ts';
import { decide } from './story/decide.tsx';
import { measure } from './story/measure.tsx';
import { queue } from './story/queue.tsx';

/** The latency lab's story: first what one answer takes, then what a request feels when others ask too, at last who decides. */
export const story: Story = { parts: [measure, queue, decide] };
