import { z } from 'zod';
import { codeOwn, codeRun, codeRunOf, codeVerdict } from './code.ts';
import { computeInfo, runId } from './methods.ts';
import { json, parameters, progress, seed } from './run.ts';

/** What the host may ask of compute. `run.execute` reports through `run.progress` and honours cancellation. */
export const computeMethods = {
  'compute.hello': { params: z.object({}), result: computeInfo },
  'run.execute': {
    params: z.object({
      run: runId,
      lab: z.string().max(60),
      parameters,
      seed,
      measured: json.nullable(),
    }),
    result: z.object({ result: json, measured: json.nullable() }),
  },
  'lab.ask': {
    params: z.object({
      run: runId,
      lab: z.string().max(60),
      name: z.string().max(60),
      question: json,
      /** What is needed to rebuild the run where compute no longer holds it. */
      parameters,
      seed,
      measured: json.nullable(),
    }),
    result: json,
  },
  'code.run': { params: codeRun, result: codeVerdict },
  'code.try': { params: codeRun.extend({ of: codeRunOf }), result: codeOwn.nullable() },
} as const;
export type ComputeMethod = keyof typeof computeMethods;

/** What compute tells the host without being asked. */
export const computeEvents = {
  'run.progress': z.object({ run: runId, progress }),
} as const;
