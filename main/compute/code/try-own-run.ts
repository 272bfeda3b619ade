import type { CodeExercise } from '../../../labs/kit/code/exercise.ts';
import type { OwnRun } from '../../../labs/kit/code/own-run.ts';
import type { CodeOwn } from '../../contract/code.ts';
import { catalog, manifest } from '../catalog.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** A run's data are more than a test's: two thousand rows instead of ten. */
export const ownTimeMs = 2_000;

/**
 * A run as exercises take it: what of it is not what the lab's runs are today is null, as in a card of an older version.
 * Throws `unknown-lab` or `bad-parameters`.
 */
export function runOf(lab: string, { number, parameters, seed, measured, result }: OwnRun): OwnRun {
  const { measured: times, result: found } = manifest(lab);
  return {
    number,
    seed,
    parameters: catalog.parse(lab, parameters as Record<string, unknown>).parameters,
    measured: times.safeParse(measured).data ?? null,
    result: found.safeParse(result).data ?? null,
  };
}

/** Asks the run itself, where the exercise needs what only its model knows. */
export type AskRun = (name: string, question: unknown) => Promise<unknown>;

/**
 * Runs code on the data of a run, and says how its answers compare with the lab's own. Null where the exercise has no such data.
 * Whatever the code does is said; throws only what `ask` throws. `timeMs`: another limit than its own.
 */
export async function tryOwnRun(
  sandbox: Sandbox,
  { own, name }: CodeExercise,
  code: string,
  run: OwnRun,
  ask: AskRun,
  timeMs = ownTimeMs,
): Promise<CodeOwn | null> {
  if (!own) return null;
  const question = own.ask?.(run) ?? null;
  const data = own.data(run, question && (await ask(question.name, question.question)));
  const nothing = { run: run.number, agrees: false, star: null, figure: null };
  if (typeof data === 'string') return { ...nothing, says: data };
  const ran = await sandbox.run({ code, name, calls: data.calls, seed: run.seed, timeMs });
  const threw = ran.calls.find((call) => call.kind === 'threw');
  const reading = data.read(
    data.calls.map((_, i) => {
      const call = ran.calls[i];
      return call?.kind === 'returned' ? call.value : undefined;
    }),
  );
  const what = ran.stopped?.what ?? (threw && `It threw: ${threw.what}`);
  return {
    run: run.number,
    agrees: reading.agrees && what === undefined,
    says: what ?? reading.says,
    star: what === undefined ? (reading.star ?? null) : null,
    figure: reading.figure,
  };
}
