import { difference } from './difference.ts';
import { keepsInputs, type CodeExercise, type CodeTest } from './exercise.ts';
import { showValue } from './show-value.ts';

/** What the sandbox says of a program; `main/sandbox/program.ts` is where it comes from. */
export interface Ran {
  calls: readonly (
    | { kind: 'returned'; value: unknown; after: readonly unknown[] }
    | { kind: 'threw'; what: string; line: number | null }
  )[];
  stopped: { why?: string; what: string; line: number | null } | null;
  printed: readonly string[];
}

/** One visible test and what came of it. */
export interface SeenTest {
  call: string;
  expected: string;
  /** Null where it was not reached. */
  got: string | null;
  passed: boolean;
  /** What differs, in a sentence; empty where nothing does, and where it was not reached. */
  difference: string;
  line: number | null;
}

export interface Verdict {
  passed: boolean;
  /** Why it ended before all tests were made; null where it didn't. */
  stopped: { what: string; line: number | null } | null;
  tests: SeenTest[];
  /** Each property, over visible and hidden tests. Null where nothing that looks at it was reached. */
  properties: { id: string; says: string; passed: boolean | null }[];
  printed: string[];
}

type Call = Ran['calls'][number];

function faultOf(test: CodeTest, call: Call): string | null {
  if (call.kind === 'threw') return `It threw: ${call.what}`;
  if (test.check) return test.check(call.value);
  return difference(test.expected, call.value, test.tolerance);
}

/** Why a program can end before any of its calls: it could not be read, or broke when it was. */
const beforeCalls = ['code-length', 'unreadable', 'no-function', 'threw'];

/** The index of the call in which it was ended; null where it was not, or no call was begun. */
function endedIn({ calls, stopped }: Ran): number | null {
  if (!stopped) return null;
  const began = calls.length > 0 || !beforeCalls.includes(stopped.why ?? '');
  return began ? calls.length : null;
}

function seen(exercise: CodeExercise, test: CodeTest, call: Call | undefined): SeenTest {
  const fault = call ? faultOf(test, call) : null;
  return {
    call: `${exercise.name}(${test.args.map((one) => showValue(one)).join(', ')})`,
    expected: test.check ? '' : showValue(test.expected),
    got: call?.kind === 'returned' ? showValue(call.value) : null,
    passed: call !== undefined && fault === null,
    difference: fault ?? '',
    line: call?.kind === 'threw' ? call.line : null,
  };
}

/** Judges what came of a program whose calls were `tests`, in their order: by properties and values, never by its text. */
export function judge(exercise: CodeExercise, tests: readonly CodeTest[], ran: Ran): Verdict {
  const state = new Map<string, boolean | null>();
  for (const id of [...Object.keys(exercise.properties), keepsInputs.id]) state.set(id, null);
  const note = (id: string, good: boolean) => state.set(id, good && state.get(id) !== false);
  tests.forEach((test, i) => {
    const call = ran.calls[i];
    if (!call) return;
    note(test.property, faultOf(test, call) === null);
    if (call.kind === 'returned')
      note(keepsInputs.id, difference(test.args, call.after, 0) === null);
  });
  // The call in which it was ended is the one that failed.
  const end = endedIn(ran);
  const last = end === null ? undefined : tests[end];
  if (last) note(last.property, false);
  const properties = [...state].map(([id, passed]) => ({
    id,
    says: exercise.properties[id] ?? keepsInputs.says,
    passed,
  }));
  return {
    passed:
      ran.stopped === null &&
      ran.calls.length === tests.length &&
      properties.every(({ passed }) => passed === true),
    stopped: ran.stopped && { what: ran.stopped.what, line: ran.stopped.line },
    tests: tests.flatMap((test, i) => {
      if (!test.visible) return [];
      const one = seen(exercise, test, ran.calls[i]);
      return i === end ? { ...one, difference: 'It was ended here.' } : one;
    }),
    properties,
    printed: [...ran.printed],
  };
}
