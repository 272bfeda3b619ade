import { z } from 'zod';
import { useSlide } from '../../../../../renderer/shared/slide/deck-context.ts';
import { Step } from '../../../../../renderer/shared/slide/slide.tsx';
import { useShared } from '../../../../../renderer/host/use-shared.ts';
import {
  contestants,
  criteria,
  heaviest,
  presetOf,
  presets,
  standings,
  type Weights,
} from './leaderboard-ranking.ts';
import { leaderboardId } from './leaderboard-room.ts';
import { RoomMean } from './room-mean.tsx';
import { useRoomWeights } from './use-room-weights.ts';
import styles from './leaderboard.module.css';
import { WeightSlider } from './weight-slider.tsx';

const weight = z.number().min(0).max(heaviest);
const schema = z.object({
  weights: z.object({
    performance: weight,
    latency: weight,
    cost: weight,
    interpretability: weight,
    robustness: weight,
  }),
  shifted: z.boolean(),
});
const shared = {
  key: 'leaderboard/weights',
  schema,
  fallback: { weights: presets[0]!.weights, shifted: false },
  keep: true,
};

/** A leaderboard whose measure is the learner's to set: each weight re-ranks the made-up models. */
export function Leaderboard() {
  const { step } = useSlide();
  const [value, change] = useShared(shared);
  // A test on today's data is the last step's idea: before it, nothing has shifted.
  const shifted = value.shifted && step >= 3;
  const room = useRoomWeights(leaderboardId, value.weights);
  const weights = room?.weights ?? value.weights;
  const ranked = standings(weights, shifted);
  const chosen = room?.weights ? null : presetOf(value.weights);
  const weigh = (next: Weights) => {
    if (room?.weights) room.show(false);
    change({ ...value, weights: next });
  };
  return (
    <div className={styles.board}>
      <div className={styles.weights} role="group" aria-label="What counts">
        {criteria.map(({ id, label }) => (
          <label key={id} className={styles.weight} data-small>
            <span>{label}</span>
            <span className={styles.amount}>{Number(weights[id].toFixed(1))}</span>
            <WeightSlider
              label={label}
              max={heaviest}
              value={weights[id]}
              onChange={(next) => weigh({ ...value.weights, [id]: next })}
            />
          </label>
        ))}
      </div>
      <div className={styles.ranking} aria-hidden="true" data-own-number>
        {contestants.map(({ name, kind }) => {
          const place = ranked.findIndex((one) => one.name === name);
          const { rank, utility } = ranked[place]!;
          return (
            <div
              key={name}
              className={styles.row}
              data-first={(rank === 1 && utility !== null) || undefined}
              style={{ translate: `0 ${place * 60}px` }}
            >
              <span className={styles.rank}>{utility === null ? '–' : rank}</span>
              <span className={styles.name}>{name}</span>
              <span className={styles.kind}>{kind}</span>
              <span className={styles.track}>
                <span className={styles.fill} style={{ width: `${utility ?? 0}%` }} />
              </span>
              <span className={styles.utility}>{utility === null ? '–' : Math.round(utility)}</span>
            </div>
          );
        })}
      </div>
      <p className="said" role="status">
        {ranked[0]!.utility === null
          ? 'Nothing counts, so nothing is ranked.'
          : ranked
              .map(({ rank, name, utility }) => `${rank}. ${name}, ${Math.round(utility!)} of 100`)
              .join('. ')}
      </p>
      <Step n={1} className={`${styles.better} ${styles.narrow}`}>
        <span className={styles.idea}>A wider utility</span>
        <span className={styles.more}>not one number</span>
      </Step>
      <Step n={2} className={`${styles.better} ${styles.wide}`}>
        <span className={styles.idea}>Fitted to its user</span>
        <span className={styles.choices} role="group" aria-label="Whose weights" data-small>
          {presets.map(({ id, label, weights: preset }) => (
            <button
              key={id}
              type="button"
              aria-pressed={chosen === id}
              onClick={() => weigh(preset)}
            >
              {label}
            </button>
          ))}
        </span>
        {room && (
          <span className={styles.ofRoom}>
            <RoomMean room={room} />
          </span>
        )}
      </Step>
      <Step n={3} className={styles.better}>
        <span className={styles.idea}>Data that shifts</span>
        <span className={styles.choices} role="group" aria-label="Test data" data-small>
          <button
            type="button"
            aria-pressed={!value.shifted}
            onClick={() => change({ ...value, shifted: false })}
          >
            Last year’s test
          </button>
          <button
            type="button"
            aria-pressed={value.shifted}
            onClick={() => change({ ...value, shifted: true })}
          >
            Today’s data
          </button>
        </span>
      </Step>
    </div>
  );
}
