import { emptyAnnotations } from '../../../main/contract/annotation.ts';
import { emptyLearner, type LabProgress } from '../../../main/contract/learner.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { askedIn } from '../../../main/cli/grade/asked.ts';
import { predictionStatus } from '../../../main/cli/grade/status.ts';
import type { Submission } from '../../../main/cli/grade/submission.ts';
import { Outcomes } from '../../../renderer/shared/lab/outcomes.ts';
import { collectLab } from '../../../renderer/features/report/collect.ts';
import { labExercises } from '../../../renderer/model/prediction/exercise-list.ts';
import { judgeOf, standingOf } from '../../../renderer/model/prediction/judging/judging-run.ts';
import { judgePrediction, type Judged } from '../../../renderer/model/prediction/outcome.ts';
import { outcomeWords } from '../../../renderer/model/prediction/outcome-words.ts';
import { pairOf } from '../../../renderer/model/prediction/pair.ts';
import type { Walked } from '../checks.ts';
import type { Shown } from '../driver.ts';
import { askingParts } from '../own-rules.ts';
import type { Rules } from './rules.ts';

const annotations = emptyAnnotations.runs;

/** What each room of the app shows of every locked prediction, by the functions that it shows it with. */
export async function shownIn(
  { lab, story }: Walked,
  rules: Rules,
  progress: LabProgress,
  cards: readonly RunCard[],
): Promise<Shown[]> {
  const runs = cards.map((card) => ({ ...card, phase: null }));
  const known = { runs, annotations };
  const cardOf = (id: string) => Promise.resolve(cards.find((card) => card.id === id)!);
  const shown: Shown[] = [];
  const outcomes = new Outcomes();
  const report = await collectLab(
    lab.id,
    {
      ...known,
      learner: { ...emptyLearner, labs: { [lab.id]: progress } },
      card: cardOf,
      tables: [],
      table: () => Promise.reject(new Error('A walk opens no table.')),
      load: () => Promise.resolve({ lab, story, Panel: () => null }),
    },
    () => undefined,
  );
  for (const { part, step } of askingParts(story)) {
    const said = progress.predictions[step.id];
    if (!said) continue;
    const locking = { step: step.id, lockedAt: said.lockedAt };
    const judge = rules.judge({ lab, part }, locking, known);
    const judged = judgePrediction(step, said, judge?.result);
    shown.push({ where: 'story', step: step.id, run: judge?.number ?? null, ...inWords(judged) });

    const job = {
      story,
      prediction: { part, step, said },
      run: judgeOf({ lab, part }, locking, known)?.id ?? null,
    };
    await outcomes.fetch(
      [job],
      cardOf,
      () => undefined,
      () => true,
    );
    const outcome = outcomes.of(job, true);
    const was = outcome.state === 'known' ? outcome.was : null;
    const score = outcome.state === 'known' ? outcome.score : null;
    shown.push({ where: 'exercises', step: step.id, ...inWords({ was, score }) });

    const row = report.said.find((one) => one.step === step)!;
    const wasThere = row.was?.value ?? null;
    shown.push({
      where: 'report',
      step: step.id,
      ...inWords({ was: wasThere, score: row.score, verdict: row.verdict }),
    });

    const file = handedIn({ lab, story }, progress, cards);
    const asked = askedIn([file]).flatMap(({ steps }) => steps);
    const graded = predictionStatus(
      file,
      asked.find(({ id }) => id === step.id)!,
    );
    const run = typeof graded?.run === 'object' ? graded.run : null;
    shown.push({ where: 'grade', step: step.id, run: run?.number ?? null });

    for (const one of runs.filter(({ prediction }) => prediction?.step === step.id)) {
      const standing = standingOf({ lab, part }, one, known);
      if (standing !== 'judged' || !one.complete) continue;
      const pair = pairOf(one, one.result, step, standing);
      shown.push({
        where: `notebook, run ${one.number}`,
        step: step.id,
        was: pair?.was ?? null,
        verdict: pair?.verdict ?? null,
      });
    }
  }
  return shown;
}

const inWords = ({
  was,
  score,
  verdict,
}: Pick<Judged, 'was' | 'score'> & Partial<Pick<Judged, 'verdict'>>) => ({
  was: was === null ? null : outcomeWords(was),
  score: score?.words ?? null,
  hit: score?.hit ?? null,
  ...(verdict === undefined ? {} : { verdict }),
});

/** The notebook as it would be handed in. */
const handedIn = (
  { lab, story }: Walked,
  progress: LabProgress,
  cards: readonly RunCard[],
): Submission =>
  ({
    learner: { ...emptyLearner, labs: { [lab.id]: progress } },
    exercises: [labExercises(lab, story)],
    runs: cards,
  }) as unknown as Submission;
