import { z } from 'zod';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import { answerFor, judge, now, rows, score, type Verdict } from './six-rows.ts';
import styles from './time-quiz.module.css';

const answerShape = z.object({
  picked: z.array(z.string()).max(rows.length),
  checked: z.boolean(),
});
type Answer = z.infer<typeof answerShape>;
const fallback: Answer = { picked: [], checked: false };
const shared: Shared<Answer> = {
  key: 'slide/test-data-time',
  schema: answerShape,
  fallback,
  keep: true,
};

const icons = { right: 'check', wrong: 'warn', half: 'info' } as const satisfies Record<
  Verdict,
  string
>;

/**
 * Six rows of a log; the learner says which of them a prediction at 5:00 may use, then checks. Every window shows the same rows ticked.
 * The slide's second step explains the rows too, so that a clicker is enough.
 */
export function TimeQuiz() {
  const { step } = useSlide();
  const [answer, change] = useShared(shared);
  const picked = new Set(answer.picked);
  const open = answer.checked || step >= 2;
  const toggle = (time: string) =>
    change({
      checked: false,
      picked: picked.has(time)
        ? answer.picked.filter((one) => one !== time)
        : [...answer.picked, time],
    });
  const { right, of } = score(picked);
  return (
    <div className={styles.quiz}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">
              <span className="said">Use it</span>
            </th>
            <th scope="col">Time</th>
            <th scope="col">Label</th>
            <th scope="col">User</th>
            <th scope="col">Feature</th>
            <th scope="col">
              <span className="said">Explanation</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { verdict, why } =
              picked.size > 0 || answer.checked ? judge(row, picked.has(row.time)) : answerFor(row);
            const asked = row === now;
            return (
              <tr
                key={row.time}
                data-picked={picked.has(row.time) || undefined}
                data-asked={asked || undefined}
                onClick={() => toggle(row.time)}
              >
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Use the row of ${row.time}`}
                    checked={picked.has(row.time)}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => toggle(row.time)}
                  />
                </td>
                <th scope="row" className={styles.time}>
                  {row.time}
                </th>
                <td>{row.label}</td>
                <td>{row.user}</td>
                <td>{row.value}</td>
                <td>
                  {open ? (
                    <span className={styles.why} data-verdict={verdict}>
                      <Icon name={icons[verdict]} />
                      {why}
                    </span>
                  ) : (
                    asked && <span className={styles.asked}>predict this one</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.check}
          aria-disabled={open}
          onClick={() => !open && change({ ...answer, checked: true })}
        >
          Check
        </button>
        <button
          type="button"
          disabled={answer.picked.length === 0 && !answer.checked}
          onClick={() => change(null)}
        >
          Reset
        </button>
        <p className={styles.result} role="status">
          {open &&
            (picked.size > 0 || answer.checked) &&
            `${right} of ${of} right; the row of 5:00 is half and half`}
        </p>
      </div>
    </div>
  );
}
