import { z } from 'zod';
import { sixRows } from '../../../../labs/time-leak/six-rows/six-rows.ts';
import type { Shared } from '../../../../renderer/host/use-shared.ts';

const schema = z.object({
  /** The rows' times, as clocks show them. */
  picked: z.array(z.string()).max(sixRows.length),
  checked: z.boolean(),
});
type Answer = z.infer<typeof schema>;

/** What was ticked on the slide `test-data-time`, and whether it was checked: every window shows the same. */
export const sharedAnswer: Shared<Answer> = {
  key: 'slide/test-data-time',
  schema,
  fallback: { picked: [], checked: false },
  keep: true,
};

/** Whether the slide explains its rows: after Check, or at its second step, so that a clicker is enough. */
export const isExplained = (answer: Answer, step: number): boolean => answer.checked || step >= 2;
