import { answeredWords } from '../../../../../renderer/model/room/room-words.ts';
import styles from './room-mean.module.css';
import type { RoomWeights } from './use-room-weights.ts';

/** Lets the room's mean weights rank, or the slide's own again; says how many phones gave theirs. */
export function RoomMean({ room }: { room: RoomWeights<string> }) {
  const { tally, joined, weights, show } = room;
  return (
    <span className={styles.room} data-small data-print="hide" data-own-number>
      <button
        type="button"
        aria-pressed={weights !== null}
        disabled={tally.answered === 0}
        title={`${answeredWords(tally.answered, joined)}.`}
        onClick={() => show(weights === null)}
      >
        {`The room (${tally.answered})`}
      </button>
    </span>
  );
}
