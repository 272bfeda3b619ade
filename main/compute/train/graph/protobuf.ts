import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What is used of the protobuf classes that tfjs-node ships, which have no types of their own. Enumerations are numbers. */
export interface Protobuf {
  SavedModel: new () => Message & {
    setSavedModelSchemaVersion(version: number): void;
    addMetaGraphs(graph: Message): void;
  };
  MetaGraphDef: (new () => Message & {
    setMetaInfoDef(info: Message): void;
    setGraphDef(graph: Message): void;
  }) & { MetaInfoDef: new () => Message & { addTags(tag: string): void } };
  GraphDef: new () => Message & {
    addNode(node: Message): void;
    setVersions(versions: Message): void;
  };
  VersionDef: new () => Message & { setProducer(version: number): void };
  NodeDef: new () => Message & {
    setName(name: string): void;
    setOp(op: string): void;
    setInputList(inputs: string[]): void;
    getAttrMap(): { set(name: string, value: Message): void };
  };
  AttrValue: (new () => Message & {
    setType(type: number): void;
    setI(value: number): void;
    setB(value: boolean): void;
    setS(value: Uint8Array): void;
    setList(list: Message): void;
    setShape(shape: Message): void;
    setTensor(tensor: Message): void;
  }) & { ListValue: new () => Message & { setIList(values: number[]): void } };
  TensorShape: (new () => Message & { addDim(dim: Message): void }) & {
    Dim: new () => Message & { setSize(size: number): void };
  };
  Tensor: new () => Message & {
    setDtype(type: number): void;
    setTensorShape(shape: Message): void;
    setTensorContent(bytes: Uint8Array): void;
  };
}
interface Message {
  serializeBinary(): Uint8Array;
}

/** Loads them when the first graph is made, not before: WebAssembly needs none. */
export const protobuf = (): Protobuf =>
  require('@tensorflow/tfjs-node/dist/proto/api_pb') as Protobuf;
