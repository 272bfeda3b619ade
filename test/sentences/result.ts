import type { Parameters } from '../../main/contract/run.ts';

/** A real result, with all that it was made of. */
export interface RealResult {
  lab: string;
  /** The lab’s own: other numbers than before raise it. */
  version: number;
  parameters: Parameters;
  seed: number;
  preset: string | null;
  backend: 'tensorflow' | 'wasm';
  result: unknown;
  /** What was known on the way, at two moments: panels speak of that as well. */
  partials: unknown[];
}
