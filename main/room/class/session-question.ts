import { z } from 'zod';
import { mostKnown, questionState } from '../../contract/room.ts';

/** A question to the lecturer with what a restart must not lose: whose it is, and who supports it. */
export const sessionQuestion = z.object({
  id: z.number().int().min(1),
  text: z.string().max(600),
  name: z.string().max(200).nullable(),
  state: questionState,
  phone: z.number().int().min(0),
  key: z.string().max(24),
  support: z.array(z.number().int()).max(mostKnown),
  before: z.number().int().min(0),
});
export type SessionQuestion = z.infer<typeof sessionQuestion>;
