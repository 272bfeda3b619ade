import { z } from 'zod';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { useShared, type Shared } from '../../../renderer/host/use-shared.ts';
import { Button } from '../../../renderer/kit/button.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import type { PanelProps } from '../../view.ts';
import {
  askedRow,
  clock,
  judgeRows,
  rowJudgement,
  sixRows,
  visitWords,
} from '../six-rows/six-rows.ts';
import { SixRowsFigure } from './six-rows-figure.tsx';
import { rowReason, sixRowsTitle } from './six-rows-words.ts';
import styles from './six-rows.module.css';

const answer = z.object({
  picked: z.array(z.number().int().min(0).max(5)).max(6),
  locked: z.boolean(),
});
type Answer = z.output<typeof answer>;
const shared: Shared<Answer> = {
  key: 'time-leak/six-rows',
  schema: answer,
  fallback: { picked: [], locked: false },
  keep: true,
};

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** What stands beside a row's box. */
function pickWords(row: number, said: boolean): string {
  if (row === askedRow) return 'the row that is predicted';
  return said ? 'yes' : '';
}

/** Part 1: the lecture's table. The learner says which rows the prediction at 5:00 may use, locks it, and gets a word on each. */
export function SixRowsPart({ mode }: Pick<PanelProps, 'mode'>) {
  const [{ picked, locked }, change] = useShared(shared);
  const verdicts = judgeRows(picked);
  const toggle = (row: number) =>
    change({
      picked: picked.includes(row) ? picked.filter((one) => one !== row) : [...picked, row].sort(),
      locked: false,
    });
  return (
    <div className={styles.part} data-mode={mode}>
      <ChartFrame
        title={sixRowsTitle(verdicts, picked, locked)}
        size={mode === 'inline' ? 'small' : 'usual'}
        subtitle={
          locked
            ? 'Plum: what you said · orange: written after 5:00'
            : 'One user, six visits. Click the rows that the prediction at 5:00 may use.'
        }
        table={{
          columns: ['time', 'label', 'user', 'pages so far', 'written', 'you said', 'may be used'],
          rows: sixRows.map((row, i) => [
            clock(row.time),
            row.label,
            row.user,
            row.value,
            clock(row.written),
            yesOrNo(picked.includes(i)),
            locked ? yesOrNo(verdicts[i]!.usable) : null,
          ]),
        }}
      >
        <div className={styles.body}>
          <div className={styles.picture}>
            <SixRowsFigure
              picked={picked}
              locked={locked}
              verdicts={verdicts}
              onToggle={locked ? null : toggle}
            />
          </div>
          <table className={styles.table}>
            <caption className={styles.hidden}>Which rows may the prediction at 5:00 use?</caption>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Label</th>
                <th scope="col">User</th>
                <th scope="col">Pages so far</th>
                <th scope="col">{locked ? 'What is so' : 'May it be used?'}</th>
              </tr>
            </thead>
            <tbody>
              {sixRows.map((row, i) => {
                const verdict = verdicts[i]!;
                const said = picked.includes(i);
                return (
                  <tr
                    key={i}
                    data-asked={i === askedRow || undefined}
                    data-picked={said || undefined}
                    data-locked={locked || undefined}
                  >
                    <th scope="row">{clock(row.time)}</th>
                    <td>{i === askedRow ? '?' : row.label}</td>
                    <td>{row.user}</td>
                    <td className={styles.value}>{row.value}</td>
                    <td className={styles.pickCell}>
                      {locked ? (
                        <span className={verdict.right ? styles.right : styles.wrong}>
                          <Icon name={verdict.right ? 'check' : 'warn'} />
                          <span>
                            <strong>{rowJudgement(i, verdict)}.</strong> {rowReason(i, verdict)}
                          </span>
                        </span>
                      ) : (
                        <label className={styles.pick}>
                          <input
                            type="checkbox"
                            checked={said}
                            onChange={() => toggle(i)}
                            aria-label={`The row of ${clock(row.time)}, with the value ${row.value}, may be used`}
                          />
                          {pickWords(i, said)}
                        </label>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <div className={styles.foot}>
            {locked ? (
              <Button icon="replay" onClick={() => change({ picked: [], locked: false })}>
                Start again
              </Button>
            ) : (
              <Button
                icon="lock"
                onClick={() => change({ picked, locked: true })}
                disabled={picked.length === 0}
              >
                Lock my answer
              </Button>
            )}
            <p>
              {locked
                ? 'A row’s label is written at the same moment as its page count: what holds for one holds for the other.'
                : `Page count and label are written when the visit ends, ${visitWords} after it begins.`}
            </p>
          </div>
        </div>
      </ChartFrame>
    </div>
  );
}
