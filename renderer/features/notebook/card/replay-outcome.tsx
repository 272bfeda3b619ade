import { useStore } from 'zustand';
import { useHost, useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { formatPercent } from '../../../kit/number/format.ts';
import { replays, replayWords } from './replay.ts';
import styles from './run-card.module.css';

/** What the replay of a run came to: under way, every number matches, or which ones do not. */
export function ReplayOutcome({ run }: { run: string }) {
  const host = useHost();
  const replay = useStore(replays, (all) => all[run]);
  const by = replay && replay.state !== 'failed' ? replay.by : null;
  const phase = useHostState((state) => (by ? (state.runs[by]?.phase ?? null) : null));
  if (!replay) return null;
  if (replay.state === 'failed')
    return (
      <Callout
        kind="failed"
        what={replay.problem.what}
        safe={replay.problem.safe}
        next={replay.problem.next}
      />
    );
  if (replay.state === 'running') {
    return (
      <p className={styles.replay} role="status">
        <Icon name="replay" />
        <span>Running it again{phase ? `: ${Math.round(phase.fraction * 100)} %` : ' …'}</span>
        <Button
          variant="quiet"
          icon="stop"
          onClick={() => void host.call('run.stop', { run: replay.by }).catch(host.report)}
        >
          Stop
        </Button>
      </p>
    );
  }
  const { report } = replay;
  return (
    <div className={styles.replay} data-agrees={report.agrees} role="status">
      <Icon name={report.agrees ? 'check' : 'warn'} />
      <div>
        <p className={styles.replayWords}>{replayWords(report)}</p>
        {report.other.length > 0 && <p>What is other: {report.other.join('; ')}.</p>}
        {report.leftOut.length > 0 && (
          <p>Left out, because no two backends have it in common: {report.leftOut.join(', ')}.</p>
        )}
        {report.differences.length > 0 && (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="Values that differ">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Value</th>
                  <th scope="col">Card</th>
                  <th scope="col">Replay</th>
                  <th scope="col">Off by</th>
                </tr>
              </thead>
              <tbody>
                {report.differences.map(({ path, was, is, by: off }) => (
                  <tr key={path}>
                    <th scope="row">{path}</th>
                    <td>{was}</td>
                    <td>{is}</td>
                    <td>{off === null ? '–' : formatPercent(off, off < 0.01 ? 3 : 1)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </div>
  );
}
