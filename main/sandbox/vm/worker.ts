import { parentPort, workerData } from 'node:worker_threads';
import { limits, type Outcome, type Program } from '../program.ts';
import { ended } from '../words.ts';
import { runProgram } from './run-program.ts';

/** What the worker is started with and what it says; `sandbox.ts` is the other side. */
export interface FromWorker {
  /** `began` when a program is taken and again when its own time begins; then `done`. */
  kind: 'began' | 'done';
  outcome?: Outcome;
  /** False where the worker should be ended: something broke, or much memory is held. */
  reusable?: boolean;
}

const port = parentPort!;
const { wasm } = workerData as { wasm: WebAssembly.Module };
const say = (message: FromWorker) => port.postMessage(message);

port.on('message', (program: Program) => {
  say({ kind: 'began' });
  runProgram(wasm, program, () => say({ kind: 'began' })).then(
    (outcome) => say({ kind: 'done', outcome, reusable: outcome.stopped === null }),
    // Deep recursion can overflow the host's own stack: the instance is lost, and nothing else.
    (error: unknown) =>
      say({
        kind: 'done',
        outcome: ended(
          error instanceof RangeError ? 'stack' : 'lost',
          program.timeMs ?? limits.timeMs,
        ),
        reusable: false,
      }),
  );
});
