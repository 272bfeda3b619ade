import { codeAsked } from '../../../main/cli/grade/code/code-section.ts';
import { runCodeAgain } from '../../../main/cli/grade/code/run-again.ts';
import { emptyFile, type Submission } from '../../../main/cli/grade/submission.ts';
import { catalog } from '../../../main/compute/catalog.ts';
import { exercisesOf, judgeCode, learnersSeed } from '../../../main/compute/code/judge-code.ts';
import { emptyLabProgress, emptyLearner, type Learner } from '../../../main/contract/learner.ts';
import { createSandbox } from '../../../main/sandbox/sandbox.ts';
import type { Measure } from '../bench.ts';
import { figures, summarize, type Row } from '../table.ts';

const notebooks = 300;
const rounds = 5;
const goals = { firstMs: 300, laterMs: 200, gradeS: 60 };

/** A learner who answered every exercise with its worked answer. */
async function answered(): Promise<Learner> {
  const labs: Learner['labs'] = {};
  for (const lab of catalog.ids()) {
    const codes = Object.fromEntries(
      (await exercisesOf(lab)).map(({ id, answer, version }) => [
        id,
        { code: answer, answer, tries: 1, passed: true, hints: 0, opened: false, version },
      ]),
    );
    labs[lab] = { ...emptyLabProgress, codes };
  }
  return { ...emptyLearner, labs };
}

const row = (what: string, value: number, goal: number, unit: string, how: string): Row => ({
  what,
  value,
  text: `${figures(value)} ${unit}`,
  goal: { value: goal, is: 'at most' },
  goalText: `≤ ${goal} ${unit}`,
  peer: '–',
  how,
});

/** How long a learner waits for what the tests say, and a class's answers run again. */
export const code: Measure = async ({ say }) => {
  say('Running code against its tests');
  const all = (
    await Promise.all(
      catalog.ids().map(async (lab) => (await exercisesOf(lab)).map((exercise) => exercise)),
    )
  ).flat();
  const sandbox = createSandbox();
  const took: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const exercise of all) {
      const began = performance.now();
      const verdict = await judgeCode(sandbox, exercise, exercise.answer, learnersSeed);
      took.push(performance.now() - began);
      if (!verdict.passed) throw new Error(`the worked answer of ${exercise.id} failed`);
    }
  await sandbox.close();
  const [first, ...later] = took;
  const { p95 } = summarize(later);

  const learner = await answered();
  const files: Submission[] = Array.from({ length: notebooks }, (_, i) => ({
    ...emptyFile(`${i}.jsonl`, 'notebook'),
    learner,
  }));
  const began = performance.now();
  await runCodeAgain(files, {
    seed: 1,
    labs: null,
    onRun: (done, of) => say(`Running code again: ${done} of ${of}`),
  });
  const seconds = (performance.now() - began) / 1000;
  const exercises = codeAsked(files.map((file) => ({ file }))).length;
  const failed = files.flatMap((file) => file.code).filter(({ passes }) => !passes).length;
  if (failed > 0) throw new Error(`${failed} worked answers failed`);
  return [
    row('code: first verdict', first!, goals.firstMs, 'ms', 'a new sandbox, its worker included'),
    row('code: later verdicts, p95', p95, goals.laterMs, 'ms', `${later.length}, of all exercises`),
    row(
      `code of ${notebooks} notebooks, run again`,
      seconds,
      goals.gradeS,
      's',
      `${exercises} exercises each, several at a time`,
    ),
  ];
};
