import { limits, type Outcome, type Stopped } from './program.ts';

const seconds = (ms: number) => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`);

/** What is said of each end that has no words of its own; `timeMs`: the program's limit. */
export function stoppedWords(why: Stopped, timeMs: number): string {
  switch (why) {
    case 'time':
      return `It ran longer than ${seconds(timeMs)} and was ended. Is there a loop that never ends?`;
    case 'memory':
      return `It needed more than ${limits.memoryBytes / 2 ** 20} MB of memory and was ended.`;
    case 'stack':
      return 'It called itself too deep and was ended. Does the recursion have an end?';
    case 'code-length':
      return `The code is longer than ${limits.code} characters. Shorten it.`;
    case 'lost':
      return 'It was ended, because it broke what ran it. The next try begins anew.';
    default:
      return 'It could not be run.';
  }
}

/** An outcome of a program that was ended, with the calls that were made before. */
export function ended(
  why: Stopped,
  timeMs: number,
  before: Partial<Outcome> = {},
  line: number | null = null,
): Outcome {
  return {
    calls: before.calls ?? [],
    printed: before.printed ?? [],
    stopped: { why, what: stoppedWords(why, timeMs), line },
  };
}
