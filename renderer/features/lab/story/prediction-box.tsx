import { useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { formatFixed, formatSignificant } from '../../../kit/number/format.ts';
import { Value } from '../../../kit/number/value.tsx';
import { percentWords } from '../../../model/prediction/calibration.ts';
import { judgePrediction } from '../../../model/prediction/outcome.ts';
import { saysHowFar, type Score } from '../../../model/prediction/score.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './prediction.module.css';

interface ShownProps {
  value: number | string;
  unit: string;
  tone: 'you' | 'accent';
  size?: 'lg';
}

/** A number as it was typed or as exact as it was measured; words in the face of words, which may be long. */
function Shown({ value, unit, tone, size }: ShownProps) {
  if (typeof value === 'number')
    return (
      <Value
        value={tone === 'you' ? formatFixed(value) : formatSignificant(value, 2)}
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
  if (!step || !said) return null;
  const result = lab.shown?.complete ? lab.shown.result : null;
  const { was: outcome, verdict, score } = judgePrediction(step, said, result);
  const sure = said.confidence === undefined ? null : `${percentWords(said.confidence)} sure`;
  if (short && outcome !== null) {
    return (
      <p className={styles.pair}>
        <span className={styles.pairSaid}>
          <Icon name="diamond" size={12} />
          you said <Shown value={said.value} unit={step.unit} tone="you" />
        </span>
        <span>
          it was <Shown value={outcome} unit={step.unit} tone="accent" />
        </span>
        {score && <HowFar score={score} told={false} />}
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
            usedBy && <span className={styles.before}>before run {usedBy}</span>
          )}
        </p>
      </div>
      {outcome !== null && (
        <div className={styles.happened}>
          <p className={styles.happenedHead}>
            <Icon name="check" size={14} />
            What happened
          </p>
          <p className={styles.outcome}>
            <Shown value={outcome} unit={step.unit} tone="accent" size="lg" />
            {score && <HowFar score={score} told={saysHowFar(verdict)} />}
          </p>
          {verdict && <p className={styles.verdict}>{verdict}</p>}
        </div>
      )}
    </>
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
