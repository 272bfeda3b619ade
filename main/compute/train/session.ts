import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tf } from '../../../labs/lab.ts';
import { types } from './graph/graph.ts';

type Values = Float32Array | Int32Array;

/** What is used of tfjs-node's native part. Tensors and models are numbers there. */
export interface Binding {
  createTensor(shape: number[], type: number, data: Values): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Values;
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(
    model: number,
    inputs: number[],
    inputNames: string,
    outputNames: string,
  ): { id: number }[];
}

/** tfjs-node's native part; null on any other backend. */
export function bindingOf(tf: Tf): Binding | null {
  if (tf.getBackend() !== 'tensorflow') return null;
  const { binding } = tf.backend() as { binding?: Partial<Binding> };
  return binding?.runSavedModel && binding.loadSavedModel ? (binding as Binding) : null;
}

/** Tensors that are fed, by the names of their placeholders. */
export type Fed = Record<string, number>;

/** A graph in a session of TensorFlow's own, with variables of its own. Whoever opens it disposes it. */
export class Session {
  private readonly model: number;

  /**
   * @param savedModel the bytes of the graph's file
   * Throws what the file system or TensorFlow has against it.
   */
  constructor(
    private readonly binding: Binding,
    savedModel: Uint8Array,
    folder = tmpdir(),
  ) {
    // The binding reads a graph from a folder and nowhere else. It is read whole at once, so the folder lives for a moment.
    const place = mkdtempSync(join(folder, 'lectern-graph-'));
    try {
      writeFileSync(join(place, 'saved_model.pb'), savedModel);
      this.model = binding.loadSavedModel(place, 'serve');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  /** A tensor to feed. Whoever makes it frees it, or hands it to `run` as `fed`. */
  tensor(shape: number[], values: Values): number {
    const type = values instanceof Float32Array ? types.float : types.int32;
    return this.binding.createTensor(shape, type, values);
  }

  /** Runs the graph for these outputs. Frees what was `fed`, not what is `kept`. */
  run(outputs: readonly string[], fed: Fed, kept: Fed = {}): Values[] {
    const first = (names: readonly string[]) => names.map((name) => `${name}:0`).join(',');
    const given = { ...fed, ...kept };
    let found: { id: number }[] = [];
    try {
      const inputs = first(Object.keys(given));
      found = this.binding.runSavedModel(this.model, Object.values(given), inputs, first(outputs));
      return found.map(({ id }) => this.binding.tensorDataSync(id));
    } finally {
      this.free(fed);
      for (const { id } of found) this.binding.deleteTensor(id);
    }
  }

  free(tensors: Fed): void {
    for (const id of Object.values(tensors)) this.binding.deleteTensor(id);
  }

  dispose(): void {
    this.binding.deleteSavedModel(this.model);
  }
}
