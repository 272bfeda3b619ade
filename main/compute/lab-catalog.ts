import type { Parameters } from '../contract/run.ts';

/** How a lab's results are compared on another machine; see `Elsewhere` in labs/lab.ts. */
export interface Elsewhere {
  tolerance?: number;
  within?: number;
  leftOut?: string[];
}

/** What hosts and the command line know of a lab without loading TensorFlow.js. */
export interface LabDescription {
  id: string;
  title: string;
  version: number;
  question: string;
  expectedSeconds: number;
  presets: { id: string; title: string; about: string }[];
}

/** The labs there are. Built from their manifests by `main/compute/catalog.ts` and handed to the services, which never import labs. */
export interface LabCatalog {
  ids(): string[];
  /** Throws `unknown-lab`. */
  describe(lab: string): LabDescription;
  /**
   * A lab's full parameters: the schema's defaults, then the preset's, then what is given.
   * Throws `unknown-lab`, `unknown-preset` or `bad-parameters`, the last naming every problem.
   */
  parse(
    lab: string,
    given: Record<string, unknown>,
    preset?: string | null,
  ): { parameters: Parameters; version: number; title: string };
  /** Whether `measured` is what this lab's runs measure. Throws `unknown-lab`. */
  acceptsMeasured(lab: string, measured: unknown): boolean;
  /** Whether `result` is a whole result of this lab. Throws `unknown-lab`. */
  acceptsResult(lab: string, result: unknown): boolean;
  /** How its results are compared on another machine. Throws `unknown-lab`. */
  elsewhere(lab: string): Elsewhere;
  /** A table of a result for the terminal: a header row, then rows. */
  summary(lab: string, result: unknown): string[][];
}
