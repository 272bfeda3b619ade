import {
  doctorVariable,
  starterMessage,
  starterVariable,
  type ShellMessage,
} from '../contract/starter.ts';

/** Whoever started the program and listens to it: `npm start`, or nobody. */
export interface Starter {
  /** Whether it asks the program to look at itself and quit. */
  readonly wantsDoctor: boolean;
  /** Tells it, and then calls `told`; at once where nobody listens. */
  say(message: ShellMessage, told?: () => void): void;
  /** Calls `quit` when it asks for that, and when it is gone, as a terminal that is closed ends what runs in it. */
  onQuit(quit: () => void): void;
}

/** Joins the program with its starter, over the channel that Node gives a child. What it asks for before `onQuit` is not lost. */
export function joinStarter(): Starter {
  if (process.env[starterVariable] !== '1' || !process.send)
    return { wantsDoctor: false, say: (_message, told) => told?.(), onQuit: () => undefined };
  let asked = false;
  let listener: (() => void) | null = null;
  const ask = () => {
    asked = true;
    listener?.();
  };
  process.on('message', (message) => {
    if (starterMessage.safeParse(message).success) ask();
  });
  process.on('disconnect', ask);
  return {
    wantsDoctor: process.env[doctorVariable] === '1',
    // One that has just gone hears nothing, which is no failure here.
    say: (message, told) => void process.send?.(message, undefined, undefined, () => told?.()),
    onQuit(quit) {
      listener = quit;
      if (asked) quit();
    },
  };
}
