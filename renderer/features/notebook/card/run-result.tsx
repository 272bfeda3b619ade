import { useStore } from 'zustand';
import { emptyLabProgress } from '../../../../main/contract/learner.ts';
import type { RunCard } from '../../../../main/contract/run.ts';
import { PairLine } from '../../../charts/pair-line.tsx';
import { useKnownRuns } from '../../../host/own-runs.ts';
import { useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { attempt } from '../../../model/lab/attempt.ts';
import { percentWords } from '../../../model/prediction/calibration.ts';
import { standingOf } from '../../../model/prediction/judging/judging-run.ts';
import { saidOfRuns } from '../../../model/prediction/judging/said-of-runs.ts';
import { waitingWords } from '../../../model/prediction/open-questions.ts';
import { judgePrediction } from '../../../model/prediction/outcome.ts';
import { pairOf, partOf, stepOf, type Pair } from '../../../model/prediction/pair.ts';
import { saysHowFar } from '../../../model/prediction/score.ts';
import { useLoadedLab } from '../../../shared/lab/use-loaded-lab.ts';
import { showAnyway, shownAnyway } from './may-show.ts';
import styles from './run-card.module.css';

/**
 * The prediction beside the outcome, and the lab's own table of the result. It waits where it would
 * answer a question that is still open.
 */
export function RunResult({ card }: { card: RunCard }) {
  const { loading, again } = useLoadedLab(card.lab);
  const progress = useHostState((state) => state.learner.labs[card.lab] ?? emptyLabProgress);
  const anyway = useStore(shownAnyway, ({ labs }) => labs.has(card.lab));
  const known = useKnownRuns();
  const run = known.runs.find(({ id }) => id === card.id);
  if (loading.state === 'loading')
    return (
      <p className={styles.quiet} role="status">
        Opening the result…
      </p>
    );
  if (loading.state === 'failed')
    return (
      <p className={styles.quiet}>
        {loading.what}{' '}
        <Button variant="quiet" onClick={again}>
          Try again
        </Button>
      </p>
    );
  const { lab, story } = loading.loaded;
  const learner = { labs: { [card.lab]: progress } };
  const prediction = saidOfRuns([{ lab, story }], learner, known).get(card.id) ?? card.prediction;
  const step = prediction && stepOf(story, prediction.step);
  const part = prediction && partOf(story, prediction.step);
  const standing =
    (part && run && standingOf({ lab, part }, { ...run, prediction }, known)) ?? 'judged';
  const pair = pairOf({ ...card, prediction }, card.result, step, standing);
  const score =
    step && prediction && card.complete && standing === 'judged'
      ? judgePrediction(step, prediction, card.result).score
      : null;
  const sure =
    prediction?.confidence === undefined
      ? null
      : `you were ${percentWords(prediction.confidence)} sure`;
  const waiting = anyway ? '' : waitingWords(loading.loaded, progress, known);
  const table =
    card.complete && card.result !== null ? attempt(() => lab.summary(card.result as never)) : null;
  return (
    <>
      {pair && (
        <Said
          pair={pair}
          question={prediction!.question}
          scored={[
            score && !saysHowFar(pair.verdict) && score.words,
            score?.hit && step?.input.kind === 'number' && 'close',
            sure,
          ]
            .filter(Boolean)
            .join(', ')}
        />
      )}
      {table && (
        <section className={styles.section} aria-label="What it found">
          <h3>What it found</h3>
          {waiting !== '' ? (
            <p className={styles.quiet}>
              {waiting}, and these numbers may answer a question.{' '}
              <Button variant="quiet" onClick={() => showAnyway(card.lab)}>
                Show them
              </Button>
            </p>
          ) : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label="Result">
              <table className={styles.table}>
                <thead>
                  <tr>
                    {table[0]?.map((cell, i) => (
                      <th key={i} scope="col">
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.slice(1).map((row, i) => (
                    <tr key={i}>
                      {row.map((cell, j) =>
                        j === 0 ? (
                          <th key={j} scope="row">
                            {cell}
                          </th>
                        ) : (
                          <td key={j}>{cell}</td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </>
  );
}

/** Why a run that carries a prediction does not judge it. True as well where the one that does can't tell. */
const standingWords = {
  later: 'The first run with the question’s settings judges a prediction, and another came before.',
  other:
    'This run had other settings than the question is about: it does not judge the prediction.',
};

function Said({ pair, question, scored }: { pair: Pair; question: string; scored: string }) {
  return (
    <section className={styles.said} aria-label="What you said">
      <p className={styles.question}>{question}</p>
      <div className={styles.pair}>
        <p className={styles.you}>
          You said<b className="num">{pair.said}</b>
          <span>{pair.unit}</span>
        </p>
        {pair.places && <PairLine said={pair.places.said} was={pair.places.was} width={180} />}
        {pair.was !== null && (
          <p className={styles.was}>
            {pair.standing === 'later' ? 'Later it was' : 'It was'}
            <b className="num">{pair.was}</b>
            <span>{pair.unit}</span>
          </p>
        )}
      </div>
      {pair.untold && <p>This run can’t tell.</p>}
      {pair.verdict && <p>{pair.verdict}</p>}
      {pair.curve && <p>{pair.curve}.</p>}
      {pair.standing !== 'judged' && <p className={styles.quiet}>{standingWords[pair.standing]}</p>}
      {scored && (
        <p className={styles.quiet}>
          {scored[0]!.toUpperCase()}
          {scored.slice(1)}.
        </p>
      )}
    </section>
  );
}
