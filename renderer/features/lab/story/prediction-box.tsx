import { useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { formatFixed } from '../../../kit/number/format.ts';
import { Value } from '../../../kit/number/value.tsx';
import { percentWords } from '../../../model/prediction/calibration.ts';
import {
  isAtLeast,
  judgePrediction,
  outcomeIn,
  type Outcome,
} from '../../../model/prediction/outcome.ts';
import { outcomeWords } from '../../../model/prediction/outcome-words.ts';
import { saysHowFar, type Score } from '../../../model/prediction/score.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './prediction.module.css';

interface ShownProps {
  value: Outcome;
  unit: string;
  tone: 'you' | 'accent';
  size?: 'lg';
}

/** A number as it was typed or as exact as it was measured; words in the face of words, which may be long. */
function Shown({ value, unit, tone, size }: ShownProps) {
  if (typeof value !== 'string')
    return (
      <Value
        value={tone === 'you' && !isAtLeast(value) ? formatFixed(value) : outcomeWords(value)}
        unit={unit}
        tone={tone}
        size={size}
      />
    );
  return (
    <strong className={styles.shownWords} data-tone={tone} data-size={size}>
      {`${value} ${unit}`.trim()}
    </strong>
  );
}

/** What the learner said, and opposite it what came out. Stays in sight through the part; one line where space is needed. */
export function PredictionBox({ lab, short }: { lab: LabState; short: boolean }) {
  const step = lab.predictStep;
  const said = step ? lab.progress.predictions[step.id] : undefined;
  const usedBy = useHostState((state) =>
    said?.usedBy ? (state.runs[said.usedBy]?.number ?? null) : null,
  );
  const { judge, later, hidden } = lab;
  if (!step || !said) return null;
  // For good: what is run later stands beside it and changes nothing.
  const {
    was: outcome,
    verdict,
    score,
    curve,
  } = judgePrediction(step, said, hidden ? null : judge?.result);
  const since = hidden || later === null ? null : outcomeIn(step, later.result);
  // A run that can't tell, such as one of a busy computer, has been asked all the same.
  const isUntold = !hidden && judge?.result != null && outcome === null && !step.decides;
  const met = usedBy === null ? null : `before run ${usedBy}`;
  const by = judge && (outcome !== null || isUntold) ? `judged by run ${judge.number}` : met;
  const sure = said.confidence === undefined ? null : `${percentWords(said.confidence)} sure`;
  const after = since !== null && <Later run={later!.number} was={since} unit={step.unit} />;
  if (short && (outcome !== null || isUntold)) {
    return (
      <p className={styles.pair}>
        <span className={styles.pairSaid}>
          <Icon name="diamond" size={12} />
          you said <Shown value={said.value} unit={step.unit} tone="you" />
        </span>
        {outcome === null ? (
          <span>run {judge!.number} can’t tell</span>
        ) : (
          <span>
            it was <Shown value={outcome} unit={step.unit} tone="accent" />
          </span>
        )}
        {score && <HowFar score={score} told={false} />}
        {after}
      </p>
    );
  }
  return (
    <>
      <div className={styles.said}>
        <p className={styles.saidHead}>
          <Icon name="lock" size={14} />
          Your prediction, locked
        </p>
        <p className={styles.saidQuestion}>{step.question}</p>
        <p className={styles.saidValue}>
          <Shown value={said.value} unit={step.unit} tone="you" size="lg" />
          {said.curve && <span className={styles.howSure}>and a curve</span>}
          {sure && <span className={styles.howSure}>{sure}</span>}
          {lab.prediction === 'locked' && lab.hidden ? (
            <Button
              variant="quiet"
              className={styles.change}
              onClick={() => lab.change({ kind: 'withdraw-prediction', step: step.id })}
            >
              Change
            </Button>
          ) : (
            by && <span className={styles.before}>{by}</span>
          )}
        </p>
      </div>
      {(outcome !== null || isUntold) && (
        <div className={styles.happened}>
          <p className={styles.happenedHead}>
            <Icon name="check" size={14} />
            What happened
          </p>
          <p className={styles.outcome}>
            {outcome === null ? (
              `Run ${judge!.number} can’t tell: the prediction is not scored. What a later run says stands here.`
            ) : (
              <Shown value={outcome} unit={step.unit} tone="accent" size="lg" />
            )}
            {score && <HowFar score={score} told={saysHowFar(verdict)} />}
          </p>
          {verdict && <p>{verdict}</p>}
          {curve && <p>{curve.words}.</p>}
          {after}
        </div>
      )}
    </>
  );
}

/** What a later run with the question's settings came to. It judges nothing. */
function Later({ run, was, unit }: { run: number; was: Outcome; unit: string }) {
  return (
    <span className={styles.later}>
      later, run {run}: {`${outcomeWords(was)} ${unit}`.trim()}
    </span>
  );
}

/** How far off a prediction was, and whether that is close; `told`: the sentence beside it says how far. */
function HowFar({ score: { hit, words }, told }: { score: Score; told: boolean }) {
  const close = hit && words !== 'right' && words !== 'spot on' ? 'close' : '';
  const said = told ? close : [words, close].filter(Boolean).join(': ');
  return said === '' ? null : (
    <span className={styles.off}>
      {hit && <Icon name="check" size={12} />}
      {said}
    </span>
  );
}
