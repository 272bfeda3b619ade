import type { KeyboardEvent, ReactNode } from 'react';
import type { Annotations } from '../../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { PairLine } from '../../charts/pair-line.tsx';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { findLab } from '../../model/lab/registry.ts';
import type { Pair } from '../../model/prediction/pair.ts';
import { endedWords, nameOf, shortWhen } from '../../model/runs/run-names.ts';
import { letters, mayTick } from './ticks.ts';
import styles from './run-list.module.css';

interface RunListProps {
  runs: readonly RunSnapshot[];
  annotations: Annotations;
  pairs: ReadonlyMap<string, Pair | null>;
  /** The run whose card is open. */
  open: string | null;
  onOpen: (run: string) => void;
  /** Runs that are to be compared, in the order in which they were ticked. */
  ticked: readonly RunSnapshot[];
  onTick: (run: RunSnapshot) => void;
  onRunAgain: (run: RunSnapshot) => void;
}

/** Past runs: what was said on the left, what came out on the right, and both on one line between them. */
export function RunList({
  runs,
  annotations,
  pairs,
  open,
  onOpen,
  ticked,
  onTick,
  onRunAgain,
}: RunListProps) {
  return (
    <table className={styles.runs} aria-labelledby="said-title">
      <thead>
        <tr>
          <th scope="col">
            <span className="said">Compare</span>
          </th>
          <th scope="col">
            <span className="said">Number</span>
          </th>
          <th scope="col">Run</th>
          <th scope="col" className={styles.saidHead}>
            You said
          </th>
          <th scope="col">
            <span className="said">Both on one line</span>
          </th>
          <th scope="col" className={styles.wasHead}>
            It was
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {runs.map((run) => (
          <Row
            key={run.id}
            run={run}
            name={nameOf(run, findLab(run.lab), annotations[run.id])}
            starred={annotations[run.id]?.starred ?? false}
            open={run.id === open}
            onOpen={onOpen}
            ticked={ticked}
            onTick={onTick}
          >
            <Ending run={run} pair={pairs.get(run.id) ?? null} onRunAgain={onRunAgain} />
          </Row>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  run: RunSnapshot;
  name: string;
  starred: boolean;
  open: boolean;
  onOpen: (run: string) => void;
  ticked: readonly RunSnapshot[];
  onTick: (run: RunSnapshot) => void;
  children: ReactNode;
}

function Row({ run, name, starred, open, onOpen, ticked, onTick, children }: RowProps) {
  const at = ticked.findIndex(({ id }) => id === run.id);
  return (
    <tr
      className={styles.row}
      data-lit={open || at >= 0 || undefined}
      aria-current={open || undefined}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, label')) onOpen(run.id);
      }}
    >
      <td>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={at >= 0}
            disabled={at < 0 && !mayTick(ticked, run)}
            aria-label={`Compare run ${run.number}`}
            title={
              at < 0 && !mayTick(ticked, run)
                ? 'Two to four runs of one lab can be compared'
                : undefined
            }
            onChange={() => onTick(run)}
          />
          <span aria-hidden="true">{at >= 0 ? letters[at] : ''}</span>
        </label>
      </td>
      <td className={`num ${styles.number}`}>{run.number}</td>
      <th scope="row" className={styles.name}>
        <button type="button" className={styles.open} data-row="" onClick={() => onOpen(run.id)}>
          {starred && (
            <>
              <Icon name="starred" size={13} />
              <span className="said">Starred: </span>
            </>
          )}
          <span>{name}</span>
        </button>
        <span className={styles.about}>
          {shortWhen(run)}, {findLab(run.lab)?.title ?? run.lab}
        </span>
      </th>
      {children}
    </tr>
  );
}

/** What was said and what came out; for a run without a whole result, how it ended. */
function Ending({
  run,
  pair,
  onRunAgain,
}: {
  run: RunSnapshot;
  pair: Pair | null;
  onRunAgain: (run: RunSnapshot) => void;
}) {
  const ended = endedWords(run);
  if (ended !== null) {
    return (
      <td colSpan={3}>
        <span className={styles.ended} data-status={run.status}>
          {run.status === 'failed' ? (
            <Icon name="warn" size={14} />
          ) : (
            <Icon name={run.status === 'stopped' ? 'stop' : 'clock'} size={14} />
          )}
          <span className={styles.endedWords}>{ended}</span>
          {run.status === 'failed' && findLab(run.lab) && (
            <Button
              variant="quiet"
              aria-label={`Run ${run.number} again`}
              onClick={() => onRunAgain(run)}
            >
              Run again
            </Button>
          )}
        </span>
      </td>
    );
  }
  if (!pair)
    return (
      <>
        <td className={styles.none}>not asked</td>
        <td />
        <td />
      </>
    );
  return (
    <>
      <td className={styles.saidCell}>
        <span className="num">{pair.said}</span>
      </td>
      <td>{pair.places && <PairLine said={pair.places.said} was={pair.places.was} />}</td>
      <td className={styles.wasCell}>
        {pair.was === null ? (
          <span className={styles.none}>{noneWords(pair)}</span>
        ) : (
          <>
            <span className={`num ${styles.was}`}>{pair.was}</span> {pair.unit}
            {pair.standing === 'later' && <span className={styles.none}> later</span>}
          </>
        )}
      </td>
    </>
  );
}

/** What stands in place of what came out. */
function noneWords({ standing, untold }: Pair): string {
  if (standing === 'other') return 'other settings';
  return untold ? 'can’t tell' : '–';
}

const rowMoves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and Down go from run to run; the focus stays on the run's name. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const by = rowMoves[event.key];
  const from = (event.target as Element).closest('[data-row]');
  if (by === undefined || !from) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  event.preventDefault();
  rows[rows.indexOf(from as HTMLElement) + by]?.focus();
}
