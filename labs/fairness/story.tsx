import type { Story } from '../../renderer/lab/lab-view.ts';
export const story: Story = { parts: [] };
