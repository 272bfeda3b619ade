import { z } from 'zod';
import type { Shared } from '../../../../renderer/host/use-shared.ts';
import { loudest, type Say } from './leaderboard/leaderboard-ranking.ts';

const weight = z.number().min(0).max(loudest);

/** How much each stakeholder has to say, as every window shows it. */
export const sharedSay: Shared<Say> = {
  key: 'stakeholders/say',
  keep: true,
  schema: z.object({ ml: weight, sales: weight, product: weight, manager: weight }),
  fallback: { ml: 1, sales: 1, product: 1, manager: 1 },
};

/** The step at which the slide `stakeholders` asks how much each counts: all four stand there by then. */
export const sayStep = 5;
