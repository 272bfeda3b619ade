import { float, int32, type Attribute, type Attributes, type Graph } from './graph.ts';

/**
 * The inside of the graph's loop over the steps, and the ops that are written there. One step ends before the next begins. What
 * comes from outside the loop, constants too, enters its frame first.
 */
export class Frame {
  private readonly entered = new Map<string, string>();
  private readonly constants = new Map<string, string>();

  constructor(
    readonly graph: Graph,
    /** Whether every tensor has several nets in front. */
    private readonly stacked: boolean,
  ) {}

  /** An op on floats; other types by `attributes`. */
  op(name: string, inputs: string[], attributes: Attributes = {}): string {
    return this.graph.add(name, inputs, { T: float, ...attributes });
  }

  /** A value from outside the loop, the same in every step. */
  outside(value: string, type: Attribute): string {
    const known = this.entered.get(value);
    if (known) return known;
    const inside = this.enter(value, type, true);
    this.entered.set(value, inside);
    return inside;
  }

  /** A value that the loop begins with. */
  first(value: string, type: Attribute): string {
    return this.enter(value, type, false);
  }

  ints(...values: number[]): string {
    return this.constant(Int32Array.from(values), [values.length]);
  }
  int(value: number): string {
    return this.constant(Int32Array.of(value), []);
  }
  number(value: number): string {
    return this.constant(Float32Array.of(value), []);
  }

  reshape(value: string, ...shape: number[]): string {
    return this.op('Reshape', [value, this.ints(...shape)], { Tshape: int32 });
  }
  /** In the shape of another value. */
  reshapeLike(value: string, other: string): string {
    return this.op('Reshape', [value, this.shapeOf(other)], { Tshape: int32 });
  }
  shapeOf(value: string): string {
    return this.op('Shape', [value], { out_type: int32 });
  }
  sum(value: string, axes: number[], keep = false): string {
    const attributes = { Tidx: int32, keep_dims: { bool: keep } };
    return this.op('Sum', [value, this.ints(...axes)], attributes);
  }

  /** A product of matrices, or of stacks of them; `turned` names the operands that are transposed. */
  product(a: string, b: string, turned: 'neither' | 'first' | 'second' = 'neither'): string {
    const first = { bool: turned === 'first' };
    const second = { bool: turned === 'second' };
    return this.stacked
      ? this.op('BatchMatMulV2', [a, b], { adj_x: first, adj_y: second })
      : this.op('MatMul', [a, b], { transpose_a: first, transpose_b: second });
  }

  /** Rows of a value from outside the loop. */
  gather(from: string, rows: string, axis: number, type: Attribute): string {
    const attributes = { Tparams: type, Tindices: int32, Taxis: int32 };
    return this.graph.add('GatherV2', [this.outside(from, type), rows, this.int(axis)], attributes);
  }

  /** Part of a list of integers, of which the borders are scalars. */
  slice(list: string, begin: string, end: string): string {
    const [from, to] = [begin, end].map((at) =>
      this.graph.add('Pack', [at], { T: int32, N: { int: 1 }, axis: { int: 0 } }),
    );
    return this.graph.add('StridedSlice', [list, from!, to!, this.ints(1)], {
      T: int32,
      Index: int32,
    });
  }

  private enter(value: string, type: Attribute, constant: boolean): string {
    return this.graph.add('Enter', [value], {
      T: type,
      frame_name: { text: 'steps' },
      is_constant: { bool: constant },
      parallel_iterations: { int: 1 },
    });
  }

  private constant(values: Float32Array | Int32Array, shape: number[]): string {
    const type = values instanceof Float32Array ? float : int32;
    const key = `${values.constructor.name} ${values.join()} ${shape.join()}`;
    const known = this.constants.get(key);
    if (known) return known;
    const made = this.outside(this.graph.constant(values, shape), type);
    this.constants.set(key, made);
    return made;
  }
}
