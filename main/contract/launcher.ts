import { z } from 'zod';

/**
 * What `npm start` and the Electron shell that it starts tell each other, over the child's Node channel (`process.send` in
 * Electron's main process). Each message is a plain object with one name under `lectern`.
 */

/** Set to "1" for the shell by its launcher: somebody listens at the other end of the channel. */
export const launcherVariable = 'LECTERN_LAUNCHER';
/** Set to "1" for the shell by `npm run doctor -- --electron`: it looks at itself, says what it found, and quits. */
export const doctorVariable = 'LECTERN_DOCTOR';
/** The lecture's folder that the shell opens, as an absolute path. */
export const lectureVariable = 'LECTERN_LECTURE';

/** How long a window may take to be shown (milliseconds): for the launcher, and for the shell that looks at itself. */
export const windowWithinMs = 45_000;

/** One thing that the shell looked at. `says` is the end of a sentence or a plain value. */
export const doctorRow = z.object({ name: z.string(), ok: z.boolean(), says: z.string() });
export type DoctorRow = z.infer<typeof doctorRow>;

/** What the shell says to its launcher. */
export const shellMessage = z.discriminatedUnion('lectern', [
  /** The first sign from Electron's main process: sent before anything that may take long. */
  z.object({ lectern: z.literal('alive') }),
  /** A window of the lecture can be seen. */
  z.object({ lectern: z.literal('shown') }),
  /** Another Lectern is open already and shows its window; this one quits. */
  z.object({ lectern: z.literal('elsewhere') }),
  /** It can't lock the data folder, and no other Lectern answers; this one ends. */
  z.object({ lectern: z.literal('no-lock') }),
  /** What the shell found when it looked at itself. */
  z.object({ lectern: z.literal('doctor'), rows: z.array(doctorRow) }),
]);
export type ShellMessage = z.infer<typeof shellMessage>;

/** What the launcher says to the shell: save, then quit. It is how Ctrl+C arrives on Windows, which has no signals. */
export const launcherMessage = z.object({ lectern: z.literal('quit') });

/** `1` in the environment: the room is opened to phones at the start (`npm start -- --room`). */
export const roomVariable = 'LECTERN_ROOM';
