import { Controls } from '../run/controls.tsx';
import { QuestionStrip } from '../run/question-strip.tsx';
import type { LabState } from '../run/use-lab.ts';
import { Figure } from './figure.tsx';
import {
  asksRoom,
  askZoom,
  questionZoom,
  RoomAsk,
  RoomQuestion,
  takesFigure,
} from './room-question.tsx';
import styles from './stage-view.module.css';
import { useRoomScale } from './use-stage-view.ts';

/** App text is 13 px, ticks 12: so much larger, a control's words have 28 px at 1280 by 720, and a figure's ticks 16. */
const controlZoom = 28 / 13;
const figureZoom = 1.34;

/**
 * A lab as a room reads it from the back row: its question, its figure and one control. The story
 * is the presenter's; but what it asks, the room is asked.
 */
export function StageView({ lab }: { lab: LabState }) {
  const scale = useRoomScale();
  const asks = asksRoom(lab);
  const isWhole = asks !== null && takesFigure(lab, asks);
  const title = (
    <h1 className={styles.question} style={{ fontSize: `${28 * scale}px` }}>
      {lab.lab.question}
    </h1>
  );
  if (isWhole)
    return (
      <div className={styles.stage}>
        {title}
        <div className={styles.asked} style={{ zoom: questionZoom * scale }}>
          <RoomQuestion lab={lab} step={asks} />
        </div>
      </div>
    );
  return (
    <div className={styles.stage}>
      {title}
      <div
        className={styles.figure}
        data-room=""
        data-asks={asks ? '' : undefined}
        style={{ zoom: figureZoom * scale }}
      >
        <Figure lab={lab} mode="full" />
        {!asks && <QuestionStrip lab={lab} />}
      </div>
      {asks ? (
        <div className={styles.control} style={{ zoom: askZoom * scale }}>
          <RoomAsk lab={lab} step={asks} />
        </div>
      ) : (
        <div className={styles.control} style={{ zoom: controlZoom * scale }}>
          <Controls lab={lab} mode="full" one />
        </div>
      )}
    </div>
  );
}
