import type { Trainer } from '../../../labs/kit/trainer/trainer.ts';
import type { Tf } from '../../../labs/lab.ts';
import { checkRows } from './checks.ts';
import { openGraph } from './graph-training.ts';
import { openLoop } from './loop-training.ts';
import { reasonOf, selfCheck } from './self-check.ts';
import { bindingOf, type Binding } from './session.ts';

/** How a net is trained: as one graph in TensorFlow, or step by step in TensorFlow.js. */
export type Way = 'graph' | 'loop';

export interface TrainerOptions {
  tf: Tf;
  now: () => number;
  /** Hears how each net is trained, and why not as a graph where that was tried. */
  onWay?: (way: Way, why: string | null) => void;
  /** Where graphs stand for a moment; left out: the system's folder for such files. */
  folder?: string;
}

/** What the self-check found of a library in this process: null where the graph is right. */
const verdicts = new WeakMap<Binding, { fault: string | null }>();

/**
 * A trainer that makes whole steps within TensorFlow where its native library is in use, and goes step by step through TensorFlow.js
 * elsewhere. The first net of a process waits for a self-check; where that fails, or where a net's graph can't be loaded, the loop
 * trains it.
 */
export function createTrainer({ tf, now, onWay, folder }: TrainerOptions): Trainer {
  return {
    *open(net, rows) {
      checkRows(net, rows);
      const binding = bindingOf(tf);
      let why: string | null = null;
      if (binding) {
        const options = { binding, now, ...(folder === undefined ? {} : { folder }) };
        let verdict = verdicts.get(binding);
        if (!verdict) {
          verdict = { fault: yield* selfCheck(tf, options) };
          verdicts.set(binding, verdict);
        }
        why = verdict.fault;
        if (why === null) {
          try {
            const training = yield* openGraph(options, net, rows);
            onWay?.('graph', null);
            return training;
          } catch (error) {
            why = reasonOf(error);
          }
        }
      }
      onWay?.('loop', why);
      return openLoop(tf, net, rows);
    },
  };
}
