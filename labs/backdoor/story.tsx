import { withCode } from '../kit/code/code-step.ts';
import type { Story } from '../view.ts';
import { occlusionMapStep, poisonScoresStep } from './story/code.tsx';
import { accept } from './story/accept.tsx';
import { defend } from './story/defend.tsx';
import { dose } from './story/dose.tsx';
import { inside } from './story/inside.tsx';
import { wear } from './story/wear.tsx';

/** The backdoor lab's story: accept a model, meet its key, count what it takes, try to defend, look inside. */
export const story: Story = {
  parts: [
    accept,
    wear,
    dose,
    withCode(defend, poisonScoresStep),
    withCode(inside, occlusionMapStep, 'before-last'),
  ],
};
