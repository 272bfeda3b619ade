import { protobuf, type Protobuf } from './protobuf.ts';

/** TensorFlow's numbers for the types that are used. */
export const types = { float: 1, int32: 3, int64: 9, resource: 20 } as const;
type DataType = (typeof types)[keyof typeof types];

/** An attribute of a node. */
export type Attribute =
  | { type: DataType }
  | { int: number }
  | { bool: boolean }
  | { text: string }
  | { ints: number[] }
  | { shape: number[] }
  | { values: Float32Array | Int32Array; shape: number[] };
export type Attributes = Record<string, Attribute>;

export const float: Attribute = { type: types.float };
export const int32: Attribute = { type: types.int32 };
export const int64: Attribute = { type: types.int64 };
export const resource: Attribute = { type: types.resource };

interface Node {
  name: string;
  op: string;
  inputs: string[];
  attributes: Attributes;
}

/**
 * The graph's version, which says what its ops mean: that of TensorFlow 1.15, the oldest library
 * that is used. Later ones read it.
 */
const producer = 134;

/**
 * A TensorFlow graph in the making. Its nodes' outputs are named as TensorFlow does: `node` is the first, `node:1` the second, and
 * `^node` among inputs is an order without data.
 */
export class Graph {
  private readonly nodes: Node[] = [];

  /** Adds a node and returns its name. */
  add(
    op: string,
    inputs: string[],
    attributes: Attributes = {},
    name = `${op}_${this.nodes.length}`,
  ): string {
    this.nodes.push({ name, op, inputs, attributes });
    return name;
  }

  /** A tensor that is fed by its name; −1 in its shape is any size. */
  placeholder(name: string, dtype: Attribute, shape: number[]): string {
    return this.add('Placeholder', [], { dtype, shape: { shape } }, name);
  }

  constant(values: Float32Array | Int32Array, shape: number[]): string {
    const dtype = values instanceof Float32Array ? float : int32;
    return this.add('Const', [], { dtype, value: { values, shape } });
  }

  /** The bytes of a `saved_model.pb` with this graph, tagged `serve`. */
  savedModel(): Uint8Array {
    const classes = protobuf();
    const graph = new classes.GraphDef();
    for (const { name, op, inputs, attributes } of this.nodes) {
      const node = new classes.NodeDef();
      node.setName(name);
      node.setOp(op);
      node.setInputList(inputs);
      for (const [key, attribute] of Object.entries(attributes))
        node.getAttrMap().set(key, attributeValue(classes, attribute));
      graph.addNode(node);
    }
    const versions = new classes.VersionDef();
    versions.setProducer(producer);
    graph.setVersions(versions);
    const info = new classes.MetaGraphDef.MetaInfoDef();
    info.addTags('serve');
    const meta = new classes.MetaGraphDef();
    meta.setMetaInfoDef(info);
    meta.setGraphDef(graph);
    const model = new classes.SavedModel();
    model.setSavedModelSchemaVersion(1);
    model.addMetaGraphs(meta);
    return model.serializeBinary();
  }
}

function shapeOf(classes: Protobuf, sizes: readonly number[]) {
  const shape = new classes.TensorShape();
  for (const size of sizes) {
    const dim = new classes.TensorShape.Dim();
    dim.setSize(size);
    shape.addDim(dim);
  }
  return shape;
}

function attributeValue(classes: Protobuf, attribute: Attribute) {
  const value = new classes.AttrValue();
  if ('type' in attribute) value.setType(attribute.type);
  else if ('int' in attribute) value.setI(attribute.int);
  else if ('bool' in attribute) value.setB(attribute.bool);
  else if ('text' in attribute) value.setS(new TextEncoder().encode(attribute.text));
  else if ('ints' in attribute) {
    const list = new classes.AttrValue.ListValue();
    list.setIList(attribute.ints);
    value.setList(list);
  } else if ('values' in attribute) {
    const { values, shape } = attribute;
    const tensor = new classes.Tensor();
    tensor.setDtype(values instanceof Float32Array ? types.float : types.int32);
    tensor.setTensorShape(shapeOf(classes, shape));
    tensor.setTensorContent(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    value.setTensor(tensor);
  } else value.setShape(shapeOf(classes, attribute.shape));
  return value;
}
