import { computeEvents, computeMethods } from '../../../main/contract/compute.ts';
import type { ComputeInfo } from '../../../main/contract/methods.ts';
import type { Parameters } from '../../../main/contract/run.ts';
import { serve } from '../../../main/rpc/connect.ts';
import type { ComputeChild, Exit } from '../../../main/services/compute/compute-child.ts';
import { channelPair } from '../../../main/services/fixtures/trial-host.ts';

/** What a real run came to. */
export interface KeptOutcome {
  result: unknown;
  measured: unknown;
}

const info: ComputeInfo = {
  backend: 'tensorflow',
  threads: 1,
  versions: { tfjs: 'kept', tensorflow: null, node: process.versions.node },
  fallbackReason: null,
};

/**
 * A compute process that answers every run with one of some real results: the settings that a question is about come to the first,
 * all others to another, so that a walk can tell them apart. A run waits until `finish` is called.
 */
export class KeptCompute {
  private readonly outcomes: readonly KeptOutcome[];
  private readonly isAsked: (parameters: Parameters) => boolean;
  private readonly going = new Set<() => void>();

  constructor(outcomes: readonly KeptOutcome[], isAsked: (parameters: Parameters) => boolean) {
    this.outcomes = outcomes;
    this.isAsked = isAsked;
  }

  /** Lets the runs that are under way end. */
  finish(): void {
    for (const end of this.going) end();
    this.going.clear();
  }

  /** How many runs are under way. */
  get running(): number {
    return this.going.size;
  }

  spawn = (): ComputeChild => {
    const { a, b } = channelPair();
    const listeners: ((exit: Exit) => void)[] = [];
    let exit: Exit | null = null;
    serve(
      b,
      computeMethods,
      {
        'compute.hello': () => info,
        'run.execute': async ({ parameters }, signal) => {
          await new Promise<void>((resolve, reject) => {
            this.going.add(resolve);
            signal.addEventListener('abort', () => {
              this.going.delete(resolve);
              reject(new Error('stopped'));
            });
          });
          const [asked, other = asked] = this.outcomes;
          return (this.isAsked(parameters) ? asked : other) as never;
        },
        'lab.ask': () => {
          throw new Error('A kept result answers no questions.');
        },
        'code.run': () => {
          throw new Error('No code is run on a walk.');
        },
        'code.try': () => {
          throw new Error('No code is run on a walk.');
        },
      },
      computeEvents,
    );
    return {
      channel: a,
      pid: 0,
      kill: () => {
        exit ??= { code: null, signal: 'SIGKILL' };
        for (const listener of listeners.splice(0)) listener(exit);
      },
      onExit: (listener) => (exit ? listener(exit) : void listeners.push(listener)),
    };
  };
}
