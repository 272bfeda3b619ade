import { weightShapes, type Net } from '../../../../labs/kit/trainer/net.ts';
import type { Frame } from './frame.ts';
import { float, resource } from './graph.ts';
import type { Handles } from './variables.ts';

/** One layer in the graph: what it gives, and how a gradient goes back through it. */
export interface BuiltLayer {
  output: string;
  /**
   * Takes the gradient by the output, writes down the updates of the layer's weights, and returns
   * the gradient by its input; null where nothing before it learns.
   */
  backward(gradient: string): string | null;
}

/** What the layers of one step share: the frame, the weights as they are at its beginning, and the updates. */
export class Step {
  /** Nodes that have to be done before the next step begins. */
  readonly updates: string[] = [];
  private readonly weights: string[];
  /** Of the first kernel, where there is a ridge. */
  readonly mask: string | null;

  constructor(
    readonly frame: Frame,
    readonly net: Net,
    private readonly handles: readonly Handles[],
    private readonly rate: string,
    private readonly epsilon: string,
  ) {
    const { graph } = frame;
    this.weights = handles.map(({ value }) =>
      graph.add('ReadVariableOp', [frame.outside(value, resource)], { dtype: float }),
    );
    this.mask = null;
    if (net.ridge === undefined) return;
    const fed = graph.placeholder('mask', float, weightShapes(net)[0]!);
    this.mask = frame.outside(fed, float);
    this.weights[0] = frame.op('Mul', [this.weights[0]!, this.mask]);
  }

  weight(place: number): string {
    return this.weights[place]!;
  }

  /** Adds a layer's bias; ReLU where it has one. */
  activate(sums: string, bias: string, relu: boolean): string {
    const { frame, net } = this;
    const moved = net.stack ? frame.op('Add', [sums, bias]) : frame.op('BiasAdd', [sums, bias]);
    return relu ? frame.op('Relu', [moved]) : moved;
  }

  /** ReLU's gradient by its output. Written as a product, which is vector code in 1.15 as well; `ReluGrad` is not. */
  throughRelu(gradient: string, output: string): string {
    const { frame } = this;
    const above = frame.op('Ceil', [frame.op('Minimum', [output, frame.number(1)])]);
    return frame.op('Mul', [gradient, above]);
  }

  updateBias(place: number, gradient: string): void {
    const { frame, net } = this;
    this.update(
      place,
      net.stack ? frame.sum(gradient, [1], true) : frame.op('BiasAddGrad', [gradient]),
    );
  }

  /** Adam's step for one weight, in place: so it comes after the nodes that still read the weight. */
  update(place: number, gradient: string, after: readonly string[] = []): void {
    const { frame } = this;
    const { value, mean, square } = this.handles[place]!;
    const slots = [value, mean, square].map((handle) => frame.outside(handle, resource));
    // The powers of β are in rate and ε already: 0 tells the op that there is nothing to correct.
    const powers = [frame.number(0), frame.number(0)];
    const constants = [this.rate, frame.number(0.9), frame.number(0.999), this.epsilon];
    const order = after.map((node) => `^${node}`);
    this.updates.push(
      frame.op('ResourceApplyAdam', [...slots, ...powers, ...constants, gradient, ...order], {
        use_locking: { bool: true },
        use_nesterov: { bool: false },
      }),
    );
  }
}
