import { PairLine } from '../../charts/pair-line.tsx';
import { Icon } from '../../kit/icon.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import { isAtLeast, placesOf, type Outcome as Was } from '../../model/prediction/outcome.ts';
import { noOutcomeWords, outcomeWords } from '../../model/prediction/outcome-words.ts';
import type { Locked } from '../../model/prediction/progress.ts';
import type { PredictStep } from '../../model/runs/choose-run.ts';
import type { Outcome } from '../../shared/lab/outcomes.ts';
import styles from './lab-section.module.css';

interface PredictionCellProps {
  /** The address of the step that asked. */
  link: string;
  asked: PredictStep;
  said: Locked;
  /** "90 %"; null where the learner did not say. */
  sure: string | null;
  outcome: Outcome;
}

/** A locked prediction, as four cells of a row: what was said, both on one line, what came out, and how far off that is. */
export function PredictionCell({ link, asked, said, sure, outcome }: PredictionCellProps) {
  const was = outcome.state === 'known' ? outcome.was : null;
  const { input } = asked;
  const places = placesOf(asked, said.value, was);
  if (input.kind === 'choice') {
    return (
      <>
        <td className={styles.saidCell} colSpan={2}>
          <a href={link} title={asked.question}>
            {said.value}
          </a>
          {sure && <span className={styles.sub}>{sure} sure</span>}
        </td>
        <td className={styles.wasCell} data-words="">
          {was !== null && outcomeWords(was)}
        </td>
        <td>
          <Off outcome={outcome} asked={asked} usedBy={said.usedBy} />
        </td>
      </>
    );
  }
  return (
    <>
      <td className={styles.saidCell}>
        <a href={link} title={asked.question}>
          <span className="num">
            {typeof said.value === 'number' ? formatFixed(said.value) : said.value}
          </span>
          {asked.unit && <span className={styles.unit}> {asked.unit}</span>}
        </a>
        {sure && <span className={styles.sub}>{sure} sure</span>}
      </td>
      <td>{places && <PairLine said={places.said} was={places.was} width={84} />}</td>
      <td className={styles.wasCell} data-words={typeof was === 'string' || undefined}>
        {was !== null && (
          <>
            <span className={typeof was === 'number' ? 'num' : undefined}>{outcomeWords(was)}</span>
            {typeof was !== 'string' && asked.unit && (
              <span className={styles.unit}> {asked.unit}</span>
            )}
          </>
        )}
      </td>
      <td>
        <Off outcome={outcome} asked={asked} usedBy={said.usedBy} />
      </td>
    </>
  );
}

function unscoredWords(asked: PredictStep, was: Was | null): string {
  if (was === null) return `${noOutcomeWords(asked)}, not scored`;
  return isAtLeast(was) ? 'can’t tell: it may be more' : 'no single answer, not scored';
}

function Off({
  outcome,
  asked,
  usedBy,
}: {
  outcome: Outcome;
  asked: PredictStep;
  usedBy: string | null;
}) {
  if (outcome.state === 'waiting') return <span className={styles.sub}>looking it up…</span>;
  if (outcome.state === 'unread')
    return <span className={styles.sub}>its run could not be read</span>;
  if (outcome.state === 'none')
    return (
      <span className={styles.entry} data-status="not-attempted">
        <Icon name="lock" size={14} />
        <span className={styles.sub}>
          {usedBy === null ? 'locked, no run yet' : 'locked, no whole run'}
        </span>
      </span>
    );
  if (!outcome.score)
    return <span className={styles.sub}>{unscoredWords(asked, outcome.was)}</span>;
  const { hit, words } = outcome.score;
  const close = hit && words !== 'right' && words !== 'spot on';
  return (
    <span className={styles.entry} data-status={hit ? 'right' : 'off'}>
      <Icon name={hit ? 'check' : 'diamond'} size={14} />
      <span className={styles.clip}>
        {words}
        {close && <span className={styles.sub}>close</span>}
      </span>
    </span>
  );
}
