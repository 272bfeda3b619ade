import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';
import type { TypedNumber } from '../../kit/number/typed-number.ts';

/** How the presenter wants their window. Kept over restarts. */
const presenterSettings = z.object({
  /** The planned length of the lecture, in minutes. */
  planned: z.number().int().min(5).max(300),
  /** Which of `noteSizes`. */
  notes: z.number().int().min(0).max(5),
});
export type PresenterSettings = z.infer<typeof presenterSettings>;
export const sharedPresenterSettings: Shared<PresenterSettings> = {
  key: 'lecture/desk',
  schema: presenterSettings,
  fallback: { planned: 80, notes: 2 },
  keep: true,
};

/** Sizes of the notes, in pixels. */
export const noteSizes = [15, 18, 21, 25, 30, 36] as const;

/** Reads a typed length: a whole number of minutes from 5 to 300, with or without their unit. */
export function readMinutes(text: string): TypedNumber {
  const said = /^\s*(\d{1,3})\s*(min)?\s*$/i.exec(text);
  const minutes = said ? Number(said[1]) : NaN;
  return minutes >= 5 && minutes <= 300
    ? { ok: true, value: minutes }
    : { ok: false, what: '5 to 300, whole minutes', nearest: null };
}
