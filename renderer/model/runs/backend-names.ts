import type { RunBackend } from '../../../main/contract/run.ts';

/** What a run was made on, in words. */
export const backendNames: Record<RunBackend, string> = {
  'tensorflow-graph': 'TensorFlow native, graph',
  tensorflow: 'TensorFlow native',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};
