import type { Net } from '../../../../labs/kit/trainer/net.ts';
import { convolutionLayer, flattenLayer } from './convolution.ts';
import { denseLayer } from './dense.ts';
import { Frame } from './frame.ts';
import { float, Graph, int32 } from './graph.ts';
import { lossOf } from './loss.ts';
import { patchedConvolution } from './patches.ts';
import { patchedLayer } from './patched-layer.ts';
import { Step, type BuiltLayer } from './step.ts';
import { weightVariables } from './variables.ts';

/**
 * A graph that makes as many steps of Adam in one call as rates are fed. Nothing of a step is done in JavaScript, whose share of the
 * time is several times that of the arithmetic where nets are small.
 *
 * Fed in each call: `rates` and `epsilons` of the steps, with Adam's correction in them; `order`, the rows of all steps one after the
 * other, and `edges`, where each step's begin and the last one's end; `turn`, which is always 1, 0. Fed and kept: `x` (or `x0` … `x3`,
 * where pictures are cut into patches), `y`, `w`, `mask`. Fetched: `losses`. See `variables.ts` for the weights.
 *
 * Only ops that TensorFlow 1.15 has and later versions still have.
 */
export function trainingGraph(net: Net): Graph {
  const graph = new Graph();
  const fed = placeholders(graph, net);
  const handles = weightVariables(graph, net);
  const frame = new Frame(graph, net.stack !== undefined);

  const loop = beginLoop(frame);
  const rows = net.batch === null ? null : rowsOfStep(frame, loop.step);
  const batch = (name: string, type: typeof float, axis = 0) =>
    rows === null ? frame.outside(name, type) : frame.gather(name, rows, axis, type);
  const axis = net.stack ? 1 : 0;
  const step = new Step(
    frame,
    net,
    handles,
    frame.gather('rates', loop.step, 0, float),
    frame.gather('epsilons', loop.step, 0, float),
  );

  const layers = forward(
    step,
    fed.x.map((name) => batch(name, float, axis)),
  );
  const { losses, gradient } = lossOf(frame, net, {
    outputs: layers.at(-1)!.output,
    y: batch('y', net.loss === 'softmax' ? int32 : float, axis),
    weights: net.weights ? batch('w', float) : null,
  });
  let back: string | null = gradient;
  for (const layer of layers.reverse()) back = back === null ? null : layer.backward(back);

  endLoop(frame, loop, frame.reshape(losses, -1), step.updates);
  return graph;
}

function placeholders(graph: Graph, net: Net): { x: string[] } {
  const stack = net.stack ? [net.stack] : [];
  const patched = patchedConvolution(net);
  const columns = patched ? patched.high * patched.wide * patched.columns : 0;
  const x = patched
    ? [0, 1, 2, 3].map((k) => graph.placeholder(`x${k}`, float, [-1, columns]))
    : [graph.placeholder('x', float, [...stack, -1, ...net.input])];
  if (net.loss === 'softmax') graph.placeholder('y', int32, [-1]);
  else graph.placeholder('y', float, [...stack, -1, net.outputs]);
  if (net.weights) graph.placeholder('w', float, net.weights === 'rows' ? [-1] : [-1, net.outputs]);
  if (net.batch !== null)
    for (const name of ['order', 'edges']) graph.placeholder(name, int32, [-1]);
  for (const name of ['rates', 'epsilons']) graph.placeholder(name, float, [-1]);
  graph.placeholder('turn', int32, [2]);
  return { x };
}

interface Loop {
  /** Which step of this call it is. */
  step: string;
  /** Whether there is one more, and the losses so far, both for `Switch`. */
  stepSwitch: string;
  lossesSwitch: string;
}

function beginLoop(frame: Frame): Loop {
  const { graph } = frame;
  const two = { N: { int: 2 } };
  const zero = frame.first(graph.constant(Int32Array.of(0), []), int32);
  const none = frame.first(graph.constant(new Float32Array(0), [0]), float);
  const step = graph.add('Merge', [zero, 'next_step'], { T: int32, ...two });
  const losses = graph.add('Merge', [none, 'next_losses'], { T: float, ...two });
  const count = graph.add('Size', ['rates'], { T: float, out_type: int32 });
  const more = graph.add('Less', [step, frame.outside(count, int32)], { T: int32 });
  const goOn = graph.add('LoopCond', [more]);
  const stepSwitch = graph.add('Switch', [step, goOn], { T: int32 });
  const lossesSwitch = graph.add('Switch', [losses, goOn], { T: float });
  const inside = graph.add('Identity', [`${stepSwitch}:1`], { T: int32 });
  return { step: inside, stepSwitch, lossesSwitch };
}

function rowsOfStep(frame: Frame, step: string): string {
  const next = frame.graph.add('Add', [step, frame.int(1)], { T: int32 });
  const [begin, end] = [step, next].map((at) => frame.gather('edges', at, 0, int32));
  return frame.slice(frame.outside('order', int32), begin!, end!);
}

/** The layers in turn, a pool with the convolution before it. */
function forward(step: Step, inputs: string[]): BuiltLayer[] {
  const { layers } = step.net;
  const patched = patchedConvolution(step.net);
  const built: BuiltLayer[] = [];
  let value = inputs[0]!;
  let weight = 0;
  layers.forEach((layer, at) => {
    if (layer.kind === 'pool') return;
    const pool = layers[at + 1]?.kind === 'pool' ? layers[at + 1]! : null;
    let own: BuiltLayer;
    if (layer.kind === 'flatten') own = flattenLayer(step, layer.units, value);
    else if (layer.kind === 'dense') own = denseLayer(step, layer, weight, value);
    else if (at === 0 && patched) own = patchedLayer(step, patched, inputs);
    else
      own = convolutionLayer(step, layer, weight, value, pool?.kind === 'pool' ? pool.size : null);
    if (layer.kind !== 'flatten') weight += 2;
    built.push(own);
    value = own.output;
  });
  return built;
}

/** The next step comes after all updates of this one; what is fetched comes after the last. */
function endLoop(frame: Frame, loop: Loop, losses: string, updates: readonly string[]): void {
  const { graph } = frame;
  const next = graph.add('Add', [loop.step, frame.int(1)], { T: int32 });
  const order = updates.map((update) => `^${update}`);
  graph.add('NextIteration', [next, ...order], { T: int32 }, 'next_step');
  const all = frame.op('ConcatV2', [`${loop.lossesSwitch}:1`, losses, frame.int(0)], {
    N: { int: 2 },
    Tidx: int32,
  });
  graph.add('NextIteration', [all], { T: float }, 'next_losses');
  const lastStep = graph.add('Exit', [loop.stepSwitch], { T: int32 });
  const lastLosses = graph.add('Exit', [loop.lossesSwitch], { T: float });
  graph.add('Identity', [lastLosses, `^${lastStep}`], { T: float }, 'losses');
}
