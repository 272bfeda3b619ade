import {
  doctorVariable,
  launcherMessage,
  launcherVariable,
  type ShellMessage,
} from '../contract/launcher.ts';

/** Whoever started the program and listens to it: `npm start`, or nobody. */
export interface Launcher {
  /** Whether there is one that listens. */
  readonly listens: boolean;
  /** Whether it asks the program to look at itself and quit. */
  readonly wantsDoctor: boolean;
  /** Tells it, and then calls `told`; at once where nobody listens. */
  say(message: ShellMessage, told?: () => void): void;
}

/**
 * Joins the program with its launcher, over the channel that Node gives a child.
 * @param quit is called when the launcher asks for that, and when it is gone, as a terminal that is closed ends what runs in it
 */
export function connectLauncher(quit: () => void): Launcher {
  if (process.env[launcherVariable] !== '1' || !process.send)
    return { listens: false, wantsDoctor: false, say: (_message, told) => told?.() };
  process.on('message', (message) => {
    if (launcherMessage.safeParse(message).success) quit();
  });
  process.on('disconnect', quit);
  return {
    listens: true,
    wantsDoctor: process.env[doctorVariable] === '1',
    // One that has just gone hears nothing, which is no failure here.
    say: (message, told) => void process.send?.(message, undefined, undefined, () => told?.()),
  };
}
