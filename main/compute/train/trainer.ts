import type { Net } from '../../../labs/kit/trainer/net.ts';
import type { Trainer } from '../../../labs/kit/trainer/trainer.ts';
import type { Tf } from '../../../labs/lab.ts';
import { checkRows } from './checks.ts';
import { openGraph, type GraphOptions } from './graph-training.ts';
import { openLoop } from './loop-training.ts';
import { reasonOf, selfCheck } from './self-check.ts';
import { bindingOf, type Binding } from './session.ts';
import { smallNetLike } from './small-net.ts';
import type { Way } from './ways.ts';

export interface TrainerOptions {
  tf: Tf;
  now: () => number;
  /** Hears how each net is trained, and why not as a graph where that was tried. */
  onWay?: (way: Way, why: string | null) => void;
  /** Where graphs stand for a moment; left out: the system's folder for such files. */
  folder?: string;
}

/** What the self-check last found of one kind of net: `fault` is null where its graph is right. */
interface Verdict {
  fault: string | null;
  /** How often it was found wrong, and for which trainer last. */
  times: number;
  by: Trainer;
}

/** A fault may pass: a full folder is emptied, memory comes free. So often is a kind of net looked at before its fault is believed. */
const mostTries = 3;

/** Verdicts of this process on a library, by the kind of net. */
const verdicts = new WeakMap<Binding, Map<string, Verdict>>();

/**
 * A trainer that makes whole steps within TensorFlow where its native library is in use, and goes step by step through TensorFlow.js
 * elsewhere. The first net of each kind waits for a self-check; where that fails, or where a net's graph can't be loaded or make its
 * first step, the loop trains it. A run has a trainer of its own, which looks at a kind once: a fault is looked at again in the next
 * runs, two times at most.
 */
export function createTrainer({ tf, now, onWay, folder }: TrainerOptions): Trainer {
  const trainer: Trainer = {
    *open(net, rows) {
      checkRows(net, rows);
      const binding = bindingOf(tf);
      let why: string | null = null;
      if (binding) {
        const options = { binding, now, ...(folder === undefined ? {} : { folder }) };
        why = yield* faultOf(tf, options, net, trainer);
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
  return trainer;
}

/** What is wrong with graphs of this net's kind: as it is known, or as the self-check finds it now. */
function* faultOf(
  tf: Tf,
  options: GraphOptions,
  net: Net,
  by: Trainer,
): Generator<void, string | null, void> {
  const known = verdicts.get(options.binding) ?? new Map<string, Verdict>();
  verdicts.set(options.binding, known);
  const small = smallNetLike(net);
  const kind = JSON.stringify(small);
  const last = known.get(kind);
  if (last && (last.fault === null || last.by === by || last.times >= mostTries)) return last.fault;
  const fault = yield* selfCheck(tf, options, small);
  known.set(kind, { fault, by, times: (last?.times ?? 0) + 1 });
  return fault;
}
