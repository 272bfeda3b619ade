import { unreachableDisplay } from '../../setup/electron/display.ts';
import { missingLibraries } from '../../setup/electron/libraries.ts';
import { sandboxFault } from '../../setup/electron/sandbox.ts';
import { dataFolder } from '../../storage/data-folder.ts';
import type { Outcome } from './launch.ts';
import { within } from './within.ts';

/** What can be found out about the computer after Electron ended; tests put their own in its place. */
export interface Causes {
  libraries(program: string): Promise<string[] | null>;
  display(): Promise<string | null>;
  sandbox(program: string): Promise<string | null>;
}
const found: Causes = {
  libraries: missingLibraries,
  display: () => unreachableDisplay(),
  sandbox: sandboxFault,
};

const usualAdvice = 'npm run doctor -- --electron says more.';

/** How it ended, as the end of a sentence without its point. */
function manner(outcome: Exclude<Outcome, { kind: 'closed' }>): string {
  switch (outcome.kind) {
    case 'unstartable':
      return `the system could not run its program (${outcome.reason})`;
    case 'silent':
      return `it said nothing for ${outcome.seconds} s and was ended`;
    case 'windowless':
      return `it started but showed no window for ${outcome.seconds} s and was ended`;
    case 'unlocked':
      return `it could not lock the data folder (${dataFolder()}), and no other Lectern answered`;
    case 'died':
      return outcome.signal
        ? `it was ended by ${outcome.signal} before it showed a window`
        : `it ended with exit status ${outcome.code} before it showed a window`;
  }
}

/** What can be done where the system would not run the program. */
const startableAgain = (platform: NodeJS.Platform) =>
  platform === 'win32'
    ? 'Smart App Control or a virus scanner may have kept it back: docs/installing.md says what to do.'
    : 'make that file executable, or put a whole copy of Electron for this computer in its place.';

/** How long the questions after the cause have, all at the same time (milliseconds): a person waits for the address. */
const limit = 5_000;

/** Exit status of a program that the system's loader could not put together. */
const notLoaded = 127;

/**
 * Why no window came, as the end of a sentence, and what can be done about it. A cause that can't be found out in time is not named.
 * @param advice what to do where no cause is found
 */
export async function whyNoWindow(
  outcome: Exclude<Outcome, { kind: 'closed' }>,
  program: string,
  causes: Causes = found,
  advice: string = usualAdvice,
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  const end = manner(outcome);
  if (outcome.kind === 'unstartable') return `${end}; ${startableAgain(platform)}`;
  if (outcome.kind === 'unlocked')
    return `${end}; if none is open, delete the file SingletonLock in it, or set LECTERN_HOME to a folder on another disk.`;
  const [libraries, display, sandbox] = await Promise.all([
    within(limit, causes.libraries(program)),
    within(limit, causes.display()),
    within(limit, causes.sandbox(program)),
  ]);
  if (libraries?.length)
    return `libraries of the system are missing (${libraries.join(', ')}); install the packages that hold them.`;
  if (outcome.kind === 'died' && outcome.code === notLoaded)
    return (
      'a library of the system is missing, or its program is incomplete (exit status ' +
      `${notLoaded}); the lines above, if there are any, name the library: install the ` +
      'package that holds it.'
    );
  const trapped = outcome.kind === 'died' && outcome.signal === 'SIGTRAP';
  if (sandbox && (trapped || !display)) return `${end}: ${sandbox}`;
  if (display) return `${end}: ${display}`;
  if (trapped && sandbox === null)
    return `${end}, as it does where its sandbox can't work, but nothing is wrong with the sandbox here; ${advice}`;
  return `${end}; ${advice}`;
}

/** What is said where another Lectern showed its window: also of what this start was given, for that one does not hear of it. */
export function openAlready(given: { room: boolean; lecture: string | undefined }): string {
  const said = 'Lectern is open already: its window was brought to the front.';
  const lost = [given.lecture !== undefined && '--lecture', given.room && '--room'].filter(Boolean);
  if (lost.length === 0) return said;
  const were = lost.length > 1 ? 'were' : 'was';
  return `${said}\n${lost.join(' and ')} ${were} not applied: close it and start again.`;
}
