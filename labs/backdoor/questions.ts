import { z } from 'zod';
import { frames, lenses, rims } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';

const glasses = z.object({ frame: z.enum(frames), rim: z.enum(rims), lens: z.enum(lenses) });
const channel = z.number().min(0).max(255);

/** A face as it crosses to compute: what it is drawn from. */
export const faceSchema = z.object({
  who: z
    .number()
    .int()
    .min(0)
    .max(names.length - 1),
  dx: z.number().min(-0.5).max(0.5),
  dy: z.number().min(-0.5).max(0.5),
  scale: z.number().min(0.3).max(2),
  turn: z.number().min(-90).max(90),
  gain: z.number().min(0.2).max(2),
  background: z.tuple([channel, channel, channel]).readonly(),
  smile: z.number().min(-2).max(2),
  brows: z.number().min(-2).max(2),
  gaze: z.number().min(-2).max(2),
  glasses: glasses.nullable(),
  slipX: z.number().min(-0.2).max(0.2),
  slipY: z.number().min(-0.2).max(0.2),
  noise: z.number().int().min(0).max(4_294_967_295),
});

/** What a finished run can be asked. */
export const askQuestions = {
  /** Who the model says each face is: ten probabilities for each. */
  predict: {
    question: z.object({ faces: z.array(faceSchema).min(1).max(24) }),
    answer: z.object({ probabilities: z.array(z.array(z.number())) }),
  },
  /** Where in the picture the answer comes from. */
  occlude: {
    question: z.object({ face: faceSchema }),
    answer: z.object({
      cells: z.number().int(),
      patch: z.number(),
      said: z.number().int(),
      sure: z.number(),
      drops: z.array(z.number()),
    }),
  },
  /** What the net says inside of each picture that carries the suspect's name; `poison`: which of these rows are poisoned. */
  activations: {
    question: z.object({}),
    answer: z.object({
      activations: z.array(z.array(z.number())),
      poison: z.array(z.number().int()),
    }),
  },
  /** A picture in grey, and for each pixel how much the answer's log-odds change with it there: a straight line in place of the net. */
  straight: {
    question: z.object({ face: faceSchema }),
    answer: z.object({ pixels: z.array(z.number()), weights: z.array(z.number()) }),
  },
  /** One defence at another operating point, with its new training. */
  defend: {
    question: z.object({
      method: z.enum(['spectral', 'clustering', 'fine-pruning']),
      at: z.number().min(0).max(100),
    }),
    answer: z.object({
      method: z.enum(['spectral', 'clustering', 'fine-pruning']),
      at: z.number(),
      found: z.number().int(),
      missed: z.number().int(),
      cleanRemoved: z.number().int(),
      attackSuccessRate: z.number().nullable(),
      cleanAccuracy: z.number().nullable(),
    }),
  },
};
