import {
  askedRow,
  clock,
  judgeRows,
  rowAnswer,
  rowJudgement,
  sixRows,
  type RowVerdict,
} from '../../../../labs/time-leak/six-rows/six-rows.ts';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import { rowsWords } from '../../../../renderer/model/room/room-words.ts';
import { useRoomQuestion } from '../../../../renderer/shared/room/use-room-question.ts';
import { useDrawing, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { VisitLine, VisitHours } from './visit-line.tsx';
import { sixRowsId } from './six-rows-room.ts';
import { isExplained, sharedAnswer } from './time-answer.ts';
import styles from './time-quiz.module.css';

/**
 * Six visits to a shop, each on a line of time; the learner says which of them a prediction at 5:00
 * may use, then checks. Every window shows the same rows ticked. The slide's second step explains
 * the rows too, so that a clicker is enough.
 */
export function TimeQuiz() {
  const { step } = useSlide();
  const [answer, change] = useShared(sharedAnswer);
  const picked = new Set(answer.picked);
  const { paper } = useDrawing();
  // Whoever gets it on paper works it out: its answer is printed only where that is asked for.
  const open = paper ? paper.solved : isExplained(answer, step);
  // Whoever has said nothing is told the answer, and is neither right nor wrong.
  const said = answer.checked || picked.size > 0;
  const toggle = (time: string) =>
    change({
      checked: false,
      picked: picked.has(time)
        ? answer.picked.filter((one) => one !== time)
        : [...answer.picked, time],
    });
  const room = useRoomQuestion(sixRowsId);
  const ticked = room?.tally.shown ? room.tally.counts : null;
  const verdicts = judgeRows(sixRows.flatMap((row, i) => (picked.has(clock(row.time)) ? [i] : [])));
  const right = verdicts.filter((verdict) => verdict.right).length;
  return (
    <div className={styles.quiz}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col" className={styles.use}>
              Use
            </th>
            <th scope="col">Visit</th>
            <th scope="col">Pages</th>
            <th scope="col">Bought</th>
            <th scope="col">
              <VisitHours />
              <span className="said">Begins and is written</span>
            </th>
            <th scope="col">
              <span className="said">Explanation</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sixRows.map((row, i) => {
            const time = clock(row.time);
            return (
              <tr
                key={time}
                data-picked={picked.has(time) || undefined}
                data-asked={i === askedRow || undefined}
                onClick={() => toggle(time)}
              >
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Use the row of ${time}`}
                    checked={picked.has(time)}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => toggle(time)}
                  />
                  {ticked && (
                    <span className={styles.phones} data-small>
                      {ticked[time] ?? 0}
                      <span className="said"> phones ticked it</span>
                    </span>
                  )}
                </td>
                <th scope="row" className={styles.time}>
                  {time}
                </th>
                <td>{row.value}</td>
                <td>{row.label === 1 ? 'yes' : 'no'}</td>
                <td>
                  <VisitLine row={row} open={open} />
                </td>
                <td>
                  {open && <Explanation row={i} verdict={said ? verdicts[i]! : null} />}
                  {!open && i === askedRow && <span className={styles.asked}>bought or not?</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.foot}>
        <button
          type="button"
          data-print="hide"
          className={styles.check}
          aria-disabled={open}
          onClick={() => !open && change({ ...answer, checked: true })}
        >
          Check
        </button>
        <button
          type="button"
          data-print="hide"
          disabled={answer.picked.length === 0 && !answer.checked}
          onClick={() => change(null)}
        >
          Reset
        </button>
        <p className={styles.result} role="status">
          {open && said && `${right} of ${sixRows.length} right`}
        </p>
        {room && !paper && (
          <p className={styles.room} role="status" data-small data-own-number>
            {rowsWords(room.tally, room.joined)}
          </p>
        )}
        <p className={styles.source} data-source="">
          Rows made up for this exercise
        </p>
      </div>
    </div>
  );
}

/** A tick says that the learner is right about the row; where nothing was said (`verdict` null) the answer stands without one. */
function Explanation({ row, verdict }: { row: number; verdict: RowVerdict | null }) {
  if (!verdict) return <span className={styles.why}>{rowAnswer(row)}</span>;
  return (
    <span className={styles.why} data-right={verdict.right}>
      <Icon name={verdict.right ? 'check' : 'warn'} />
      {rowJudgement(row, verdict)}
    </span>
  );
}
