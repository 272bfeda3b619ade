import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import {
  contestants,
  decision,
  favourite,
  loudest,
  opinions,
  type Judge,
} from './leaderboard/leaderboard-ranking.ts';
import { AdClick, Bullseye, PileAndEmptyDesk, ShortWait } from './pictograms.tsx';
import { sharedSay } from './say.ts';
import { stakeholdersId } from './stakeholders-room.ts';
import styles from './stakeholders.module.css';
import { RoomMean } from './leaderboard/room-mean.tsx';
import { useRoomWeights } from './leaderboard/use-room-weights.ts';
import { WeightSlider } from './leaderboard/weight-slider.tsx';

const people = [
  { id: 'ml', who: 'ML team', Drawing: Bullseye, wants: ['highest', 'accuracy'] },
  { id: 'sales', who: 'Sales', Drawing: AdClick, wants: ['more ads', 'sold'] },
  { id: 'product', who: 'Product', Drawing: ShortWait, wants: ['fastest', 'answer'] },
  { id: 'manager', who: 'Manager', Drawing: PileAndEmptyDesk, wants: ['highest', 'profit'] },
] as const;

const of100 = (value: number | null) => (value === null ? '–' : String(Math.round(value)));

/**
 * Five made-up models in the rows. Four people, one after the other, each with a column of scores and a winner of their own; then a
 * column of all four, in which how much each has to say decides what is shipped.
 */
export function Stakeholders() {
  const { step } = useSlide();
  const [own, change] = useShared(sharedSay);
  const room = useRoomWeights(stakeholdersId, own);
  const say = room?.weights ?? own;
  const ranked = decision(say);
  const shipped = ranked[0]!.utility === null ? null : ranked[0]!.name;
  const set = (who: Judge, weight: number) => {
    if (room?.weights) room.show(false);
    change({ ...own, [who]: weight });
  };
  return (
    <div className={styles.board}>
      <div className={styles.models}>
        <p className={`${styles.about} ${styles.unit}`} data-small>
          Made-up <br />
          models, <br />
          points of 100
        </p>
        <Column rows={contestants.map(({ name }) => ({ name, words: name, value: null }))} />
        <Step n={people.length + 1} className={styles.about}>
          <span data-small>who counts?</span>
        </Step>
      </div>
      <ol className={styles.people}>
        {people.map(({ id, who, Drawing, wants }, index) => (
          <li key={who}>
            <Step n={index + 1} className={styles.person}>
              <p className={styles.who}>{who}</p>
              <div className={styles.wish}>
                <Drawing />
                <p className={styles.wants}>
                  {wants[0]} <br />
                  {wants[1]}
                </p>
              </div>
              <Column rows={scoresOf(id)} best={favourite(id)} />
              {step > people.length && (
                <WeightSlider
                  label={`How much counts: ${who}`}
                  max={loudest}
                  value={say[id]}
                  onChange={(next) => set(id, next)}
                />
              )}
            </Step>
          </li>
        ))}
      </ol>
      <Step n={people.length + 1} className={styles.person}>
        <p className={styles.who}>All four</p>
        <div className={styles.wish} role="status">
          <p className={styles.wants}>
            {shipped ? 'choose' : 'nobody'} <br />
            <strong className={styles.shipped}>{shipped ?? 'counts'}</strong>
          </p>
        </div>
        <Column
          rows={contestants.map(({ name }) => {
            const value = ranked.find((one) => one.name === name)!.utility;
            return { name, words: of100(value), value: value ?? 0 };
          })}
          best={shipped}
        />
        {room && <RoomMean room={room} />}
      </Step>
    </div>
  );
}

interface Row {
  name: string;
  words: string;
  /** Length of its bar, 0 to 100; null draws none. */
  value: number | null;
}

const scoresOf = (judge: Judge): Row[] =>
  contestants.map(({ name }) => {
    const value = opinions[name]![judge];
    return { name, words: of100(value), value };
  });

/** One line a model, in the same order in every column; the winner's is marked, and is said to be. */
function Column({ rows, best = null }: { rows: readonly Row[]; best?: string | null }) {
  return (
    <ul className={styles.rows} data-own-number>
      {rows.map(({ name, words, value }) => (
        <li key={name} data-best={name === best || undefined}>
          {value !== null && (
            <>
              <span className="said">{name}: </span>
              <span className={styles.track}>
                <span className={styles.fill} style={{ width: `${value}%` }} />
              </span>
            </>
          )}
          <span className={value === null ? styles.name : styles.points} data-small>
            {words}
          </span>
          {name === best && <span className="said"> wins</span>}
        </li>
      ))}
    </ul>
  );
}
