import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { RoomTally } from '../../../main/contract/room.ts';
import type { RoomSpread } from '../../charts/room/place-spread.ts';
import { RoomSpreadProvider } from '../../charts/room/use-room-spread.ts';
import { useHostState } from '../../host/use-host.ts';
import { onScale } from '../../model/prediction/outcome.ts';
import { predictId } from '../../model/room/room-question.ts';
import {
  closeCountWords,
  lockedWords,
  outcomeBy,
  outcomeLabel,
  saidNumber,
  spreadWords,
  sureWords,
} from '../../model/room/room-words.ts';
import styles from './room-figure.module.css';

/**
 * A lab's figure with what the room said. Before a run has said what came out: how many phones locked
 * a prediction, and never which. Then where the room stood, with the run's value through it: on the
 * figure's own axis, where it has one for the question, else on a scale of its own. Nothing is added
 * where no phone was asked.
 */
export function RoomFigure({
  lab,
  step,
  children,
}: {
  lab: string;
  /** The step that asks; null where the part asks nothing. */
  step: string | null;
  children: ReactNode;
}) {
  const tally = useHostState((state) =>
    step === null ? undefined : state.room.tallies[predictId(lab, step)],
  );
  const [figures, setFigures] = useState(0);
  const onDrawn = useCallback(() => {
    setFigures((count) => count + 1);
    return () => setFigures((count) => count - 1);
  }, []);
  const room = useMemo(() => {
    const spread = tally ? roomSpread(tally) : null;
    return spread && { spread, onDrawn };
  }, [tally, onDrawn]);
  return (
    <RoomSpreadProvider value={room}>
      {children}
      {tally && <RoomStrip tally={tally} onFigure={figures > 0} />}
    </RoomSpreadProvider>
  );
}

/** What the figure is handed; null before it is shown, and where nobody said a number. */
function roomSpread({ question, spread, outcome }: RoomTally): RoomSpread | null {
  if (question.kind !== 'number' || !spread) return null;
  const was =
    outcome && typeof outcome.value === 'number'
      ? { value: outcome.value, words: outcomeLabel(outcome) }
      : null;
  return { count: spread.count, marks: spread.marks, was };
}

/** @param onFigure whether the figure has the marks on its own axis */
function RoomStrip({ tally, onFigure }: { tally: RoomTally; onFigure: boolean }) {
  const joined = useHostState((state) => state.room.joined);
  const open = useHostState((state) => state.room.open !== null);
  if (!open && tally.answered === 0) return null;
  if (!tally.shown)
    return (
      <p className={styles.strip} role="status">
        {lockedWords(tally.answered, joined)}
      </p>
    );
  const isNumber = tally.question.kind === 'number';
  return (
    <section className={styles.strip} aria-label="The room’s predictions">
      {isNumber && !onFigure && <Spread tally={tally} />}
      {!isNumber && <Shares tally={tally} />}
      <p className={styles.words}>
        {isNumber && onFigure && <span className={styles.key}>On the axis: the room. </span>}
        {spreadWords(tally)} {closeCountWords(tally)}{' '}
        <span className={styles.quiet}>
          {sureWords(tally.sure, isNumber ? 'close' : 'right').join(' ')}
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
          <b>{outcomeLabel(outcome!)}</b>
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
            <span>{`${label}${outcome?.value === id ? ` (the ${outcomeBy(outcome)})` : ''}`}</span>
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
