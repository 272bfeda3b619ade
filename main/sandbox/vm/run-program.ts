import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import { Allowance } from '../allowance.ts';
import { encode, fromJson, type Data } from '../data.ts';
import { limits, type Called, type Outcome, type Program, type Stopped } from '../program.ts';
import { ended } from '../words.ts';
import { harness } from './harness.ts';
import { stripTypes, UnreadableCode } from './strip-types.ts';

/** What stack traces call the learner's code. */
const fileName = 'your code';

const variant: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => QuickJSFFI,
  importModuleLoader: async () =>
    (await import('@jitl/quickjs-wasmfile-release-sync/emscripten-module')).default,
};

/** The first line of the learner's code that a stack trace names; null where there is none. */
export function lineOf(stack: string): number | null {
  const found = /your code:(\d+)/.exec(stack);
  return found ? Number(found[1]) : null;
}

/** How an error of QuickJS' own is to be taken; null where it is the learner's. */
function limitOf(what: string): Stopped | null {
  if (/^InternalError: interrupted/.test(what)) return 'time';
  if (/^InternalError: out of memory/.test(what)) return 'memory';
  if (/^(InternalError: stack overflow|RangeError: Maximum call stack)/.test(what)) return 'stack';
  return null;
}

interface Described {
  what: string;
  stack: string;
}

/** Ends the program early. */
class End extends Error {
  constructor(
    readonly why: Stopped,
    readonly what: string | null = null,
    readonly line: number | null = null,
  ) {
    super(why);
  }
}

/** The program in its own runtime, once that stands. */
class Machine {
  private readonly calls: Called[] = [];
  private spoken = 0;
  /** How long it may run; null while the harness alone runs. */
  allowance: Allowance | null = null;

  private constructor(
    private readonly context: QuickJSContext,
    private readonly tools: QuickJSHandle,
  ) {}

  static async start(wasm: WebAssembly.Module, seed: number): Promise<Machine> {
    const wasmMemory = new WebAssembly.Memory({ initial: 256, maximum: limits.memoryPages });
    const quickjs = await newQuickJSWASMModuleFromVariant(
      newVariant(variant, { wasmModule: wasm, wasmMemory }),
    );
    const runtime = quickjs.newRuntime();
    runtime.setMemoryLimit(limits.memoryBytes);
    runtime.setMaxStackSize(limits.stackBytes);
    const context = runtime.newContext();
    const tools = context.unwrapResult(context.evalCode(harness(seed), 'harness.js'));
    const machine = new Machine(context, tools);
    runtime.setInterruptHandler(() => machine.allowance?.left() === 0);
    return machine;
  }

  /** Runs the learner's code and finds the function. Throws `End`. */
  define(code: string, name: string): QuickJSHandle {
    const { context } = this;
    this.value(context.evalCode(code, fileName, { strict: true, type: 'global' }));
    const found = this.value(
      context.evalCode(`typeof ${name} === 'function' ? ${name} : undefined`, 'harness.js'),
    );
    if (context.typeof(found) !== 'function')
      throw new End('no-function', `It defines no function called ${name}.`);
    return found;
  }

  /** Makes one call. Throws `End` where a limit was met. */
  call(run: QuickJSHandle, given: readonly Data[]): void {
    const text = this.context.newString(encode(given));
    const said = this.tool('call', run, text);
    text.dispose();
    this.spoken += said.length;
    if (this.spoken > 4 * limits.text) throw new End('memory');
    const json = JSON.parse(said) as { value?: unknown; after?: unknown; threw?: Described };
    if (!json.threw) {
      this.calls.push({
        kind: 'returned',
        value: fromJson(json.value),
        after: fromJson(json.after) as Data[],
      });
      return;
    }
    const { what, stack } = json.threw;
    const limit = limitOf(what);
    if (limit) throw new End(limit, null, lineOf(stack));
    this.calls.push({ kind: 'threw', what, line: lineOf(stack) });
  }

  /** What came of it so far. */
  so(): Pick<Outcome, 'calls' | 'printed'> {
    this.allowance = new Allowance(limits.graceMs / 4);
    let printed: string[] = [];
    try {
      printed = JSON.parse(this.tool('printed')) as string[];
    } catch {
      // No memory is left even for that.
    }
    return { calls: this.calls, printed };
  }

  private tool(name: 'call' | 'describe' | 'printed', ...given: QuickJSHandle[]): string {
    const { context } = this;
    const tool = context.getProp(this.tools, name);
    const said = this.value(context.callFunction(tool, context.undefined, ...given));
    return context.getString(said);
  }

  /** The value of a result. Throws `End` with what went wrong. */
  private value(result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
    if (!result.error) return result.value;
    let described: Described;
    try {
      // An interrupted program may say where it was, and nothing more.
      this.allowance = new Allowance(limits.graceMs / 4);
      const { context } = this;
      const tool = context.getProp(this.tools, 'describe');
      const said = context.callFunction(tool, context.undefined, result.error);
      described = JSON.parse(context.getString(context.unwrapResult(said))) as Described;
    } catch {
      throw new End('memory');
    }
    const { what, stack } = described;
    const line = lineOf(stack);
    const limit = limitOf(what);
    if (limit) throw new End(limit, null, line);
    throw new End(/^SyntaxError/.test(what) ? 'unreadable' : 'threw', what, line);
  }
}

/**
 * Runs one program in a QuickJS of its own and makes its calls. `begins` is called when its time does. Says how it went; throws only where
 * the instance itself broke, after which the worker should not be used again.
 */
export async function runProgram(
  wasm: WebAssembly.Module,
  program: Program,
  begins: () => void = () => undefined,
): Promise<Outcome> {
  const timeMs = program.timeMs ?? limits.timeMs;
  if (program.code.length > limits.code) return ended('code-length', timeMs);
  let code: string;
  try {
    code = stripTypes(program.code);
  } catch (error) {
    if (!(error instanceof UnreadableCode)) throw error;
    const { message: what, line } = error;
    return { calls: [], printed: [], stopped: { why: 'unreadable', what, line } };
  }
  const machine = await Machine.start(wasm, program.seed);
  try {
    begins();
    machine.allowance = new Allowance(timeMs);
    const run = machine.define(code, program.name);
    for (const given of program.calls) machine.call(run, given);
    return { ...machine.so(), stopped: null };
  } catch (error) {
    if (!(error instanceof End)) throw error;
    const plain = ended(error.why, timeMs, machine.so(), error.line);
    if (error.what !== null) plain.stopped!.what = error.what;
    return plain;
  }
}
