import { labs } from 'lectern:labs';
import type { CodeExercise } from '../../../labs/kit/code/exercise.ts';
import { judge } from '../../../labs/kit/code/judge.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import type { CodeVerdict } from '../../contract/code.ts';
import { LecternError } from '../../contract/errors.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { manifest } from '../catalog.ts';

/** While learning, the tests are always the same: what passed once passes again. Grading draws others. */
export const learnersSeed = 1;

/** The exercises in code of a lab; none where it has none. Throws `unknown-lab`. */
export async function exercisesOf(lab: string): Promise<CodeExercise[]> {
  const { id } = manifest(lab);
  const row = labs.find((one) => one.lab.id === id);
  return (await row?.exercises?.())?.exercises ?? [];
}

/** One exercise of a lab. Throws `unknown-lab`, or `bad-request` where the lab asks for no such code. */
export async function findExercise(lab: string, id: string): Promise<CodeExercise> {
  const all = await exercisesOf(lab);
  const found = all.find((exercise) => exercise.id === id);
  if (found) return found;
  throw new LecternError({
    code: 'bad-request',
    what: `The lab "${lab}" has no exercise "${id}".`,
    safe: 'Your code is unchanged.',
    next: `It asks for code in: ${all.map((exercise) => exercise.id).join(', ') || 'none of its steps'}.`,
  });
}

/**
 * Runs code against an exercise's tests of one seed and judges what came of it. Whatever the code does is said in the verdict.
 * `timeMs`: another limit than the sandbox's own.
 */
export async function judgeCode(
  sandbox: Sandbox,
  exercise: CodeExercise,
  code: string,
  seed: number,
  timeMs?: number,
): Promise<CodeVerdict> {
  const tests = exercise.tests(seededRandom(seed));
  const ran = await sandbox.run({
    code,
    name: exercise.name,
    calls: tests.map(({ args }) => args),
    seed,
    ...(timeMs !== undefined && { timeMs }),
  });
  return judge(exercise, tests, ran);
}
