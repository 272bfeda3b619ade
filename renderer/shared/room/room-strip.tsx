import type { RoomTally } from '../../../main/contract/room.ts';
import { useHostState } from '../../host/use-host.ts';
import { onScale } from '../../model/prediction/outcome.ts';
import { predictId } from '../../model/room/room-question.ts';
import {
  closeCountWords,
  lockedWords,
  saidNumber,
  spreadWords,
  sureWords,
} from '../../model/room/room-words.ts';
import styles from './room-strip.module.css';

/**
 * Under a lab's figure: how many phones locked a prediction, and never which, until a run has said
 * what came out; then where the room stood, with the run's value through it. Nothing where no phone
 * was asked.
 */
export function RoomStrip({ lab, step }: { lab: string; step: string }) {
  const tally = useHostState((state) => state.room.tallies[predictId(lab, step)]);
  const joined = useHostState((state) => state.room.joined);
  const open = useHostState((state) => state.room.open !== null);
  if (!tally || (!open && tally.answered === 0)) return null;
  if (!tally.shown)
    return (
      <p className={styles.strip} role="status">
        {lockedWords(tally.answered, joined)}
      </p>
    );
  return (
    <section className={styles.strip} aria-label="The room’s predictions">
      {tally.question.kind === 'number' ? <Spread tally={tally} /> : <Shares tally={tally} />}
      <p className={styles.words}>
        {spreadWords(tally)} {closeCountWords(tally)}{' '}
        <span className={styles.quiet}>
          {sureWords(tally.sure, tally.question.kind === 'number' ? 'close' : 'right').join(' ')}
        </span>
      </p>
    </section>
  );
}

const percent = (part: number) => `${(100 * part).toFixed(2)}%`;

/** Each answer a small mark on the scale that was asked on, the middle half behind them, median and run through them. */
function Spread({ tally: { question, spread, outcome } }: { tally: RoomTally }) {
  if (question.kind !== 'number' || !spread) return null;
  const at = (value: number) => onScale(value, question);
  const was = outcome && typeof outcome.value === 'number' ? at(outcome.value) : null;
  const unit = question.unit === '' ? '' : ` ${question.unit}`;
  return (
    <div className={styles.scale} aria-hidden="true">
      <span
        className={styles.half}
        style={{
          left: percent(at(spread.lower)),
          width: percent(at(spread.upper) - at(spread.lower)),
        }}
      />
      <svg className={styles.marks} viewBox="0 0 1000 26" preserveAspectRatio="none">
        <path
          d={spread.marks.map((value) => `M${(1000 * at(value)).toFixed(1)} 4v18`).join('')}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span className={styles.median} style={{ left: percent(at(spread.median)) }} />
      {was !== null && (
        <span
          className={styles.run}
          style={{ left: percent(was) }}
          data-right={was > 0.7 || undefined}
        >
          <b>{`${outcome!.atLeast ? 'run: at least' : 'run:'} ${outcome!.words}`}</b>
        </span>
      )}
      <span className={styles.end}>{`${saidNumber(question.min)}${unit}`}</span>
      <span className={styles.end} data-last="">{`${saidNumber(question.max)}${unit}`}</span>
    </div>
  );
}

/** How many chose each option, and which it was. */
function Shares({ tally: { question, counts, outcome } }: { tally: RoomTally }) {
  if (question.kind !== 'choice') return null;
  const most = Math.max(1, ...Object.values(counts));
  return (
    <ul className={styles.shares}>
      {question.options.map(({ id, label }) => {
        const count = counts[id] ?? 0;
        return (
          <li key={id} data-was={outcome?.value === id || undefined}>
            <span>{`${label}${outcome?.value === id ? ' (the run)' : ''}`}</span>
            <span className={styles.track}>
              <span style={{ width: percent(count / most) }} />
            </span>
            <b className="num">{count}</b>
          </li>
        );
      })}
    </ul>
  );
}
