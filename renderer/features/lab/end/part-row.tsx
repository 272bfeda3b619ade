import type { StoryPart } from '../../../../labs/view.ts';
import { Icon } from '../../../kit/icon.tsx';
import { formatFixed } from '../../../kit/number/format.ts';
import { noOutcomeWords, outcomeWords } from '../../../model/prediction/outcome-words.ts';
import type { PredictionProgress } from '../../../model/prediction/progress.ts';
import type { PredictStep } from '../../../model/runs/choose-run.ts';
import type { Outcome } from '../../../shared/lab/outcomes.ts';
import styles from './lab-end.module.css';

interface PartRowProps {
  /** From 1. */
  number: number;
  part: StoryPart;
  /** What the part asks; undefined where it asks for no prediction. */
  prediction: PredictionProgress | undefined;
  /** What became of it; undefined where nothing is locked. */
  outcome: Outcome | undefined;
}

/** One part of a lab in its summary. */
export function PartRow({ number, part, prediction, outcome }: PartRowProps) {
  const said = prediction?.said;
  return (
    <tr>
      <th scope="row">
        <span className={styles.number}>{number}</span> {part.title}
      </th>
      {prediction ? (
        <>
          <td className={styles.you} title={prediction.step.question}>
            {said ? (
              <Said value={said.value} unit={prediction.step.unit} />
            ) : (
              <Faint>nothing said</Faint>
            )}
          </td>
          <td className={styles.came}>
            <Came outcome={outcome} step={prediction.step} said={said !== null} />
          </td>
        </>
      ) : (
        <td colSpan={2}>
          <Faint>It asks for no prediction.</Faint>
        </td>
      )}
      <td className={styles.lesson}>{part.lesson}</td>
    </tr>
  );
}

interface CameProps {
  outcome: Outcome | undefined;
  step: PredictStep;
  said: boolean;
}

function Came({ outcome, step, said }: CameProps) {
  if (!said || !outcome) return null;
  if (outcome.state === 'waiting') return <Faint>looking it up…</Faint>;
  if (outcome.state === 'unread') return <Faint>its run could not be read</Faint>;
  if (outcome.state === 'none') return <Faint>no finished run yet</Faint>;
  if (outcome.was === null) return <Faint>{noOutcomeWords(step)}</Faint>;
  return (
    <>
      <span className={typeof outcome.was === 'string' ? undefined : 'num'}>
        {`${outcomeWords(outcome.was)} ${step.unit}`.trim()}
      </span>
      {outcome.score && (
        <span className={styles.off} data-hit={outcome.score.hit || undefined}>
          <Icon name={outcome.score.hit ? 'check' : 'diamond'} size={12} />
          {outcome.score.words}
        </span>
      )}
    </>
  );
}

const Said = ({ value, unit }: { value: number | string; unit: string }) => (
  <span className={typeof value === 'number' ? 'num' : undefined}>
    {typeof value === 'number' ? formatFixed(value) : value}
    {unit && ` ${unit}`}
  </span>
);

const Faint = ({ children }: { children: string }) => (
  <span className={styles.faint}>{children}</span>
);
