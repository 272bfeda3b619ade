import { useEffect } from 'react';
import { useShell } from '../app/shell.ts';
import { useHostState } from '../host/use-host.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { findLab, labs } from '../lab/registry.ts';
import { overridesOf } from '../lab/resolve-place.ts';
import { parseParameters } from '../../labs/parameters.ts';
import type { RunSnapshot } from '../../main/contract/run.ts';
import styles from './notebook-room.module.css';

/** Past runs on this computer, newest first. `run` is the one an address named. */
export function NotebookRoom({ run }: { run: string | null }) {
  const shell = useShell();
  const ready = useHostState((state) => state.ready);
  const known = useHostState((state) => state.runs);
  const runs = Object.values(known).sort((a, b) => b.number - a.number);
  const missing = ready && run !== null && !known[run];

  useEffect(() => {
    document.title = 'Notebook · Lectern';
  }, []);

  const openLab = (one: RunSnapshot | null) => {
    const id = one?.lab ?? labs[0]?.id;
    if (!id) return;
    shell.addresses.go({ room: 'labs', lab: { id, step: one?.prediction?.step ?? null, preset: one?.preset ?? null, seed: one?.seed ?? null, parameters: one ? changedFrom(one) : {} } });
  };

  return (
    <div className={styles.room}>
      <header className={styles.bar}>
        <Icon name="book" />
        <h1>Notebook</h1>
        <span className={styles.count}>{runs.length === 1 ? '1 run on this computer' : `${runs.length} runs on this computer`}</span>
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>Find</Button>
        <Button variant="quiet" icon="chevron-left" onClick={() => shell.addresses.open('#/slides')}>Slides</Button>
      </header>
      <main className={styles.page}>
        {missing && <p className={styles.missing} role="status">There is no run “{run}” on this computer. These are the ones there are.</p>}
        {runs.length === 0 ? (
          <div className={styles.empty}>
            <h2>Your predictions will meet their results here</h2>
            <p>Say what you expect, run a lab, and the pair is kept with its seed.</p>
            <Button variant="primary" onClick={() => openLab(null)}>Start with {labs[0]?.title.toLowerCase()}</Button>
          </div>
        ) : (
          <table className={styles.runs}>
            <thead>
              <tr><th scope="col">Run</th><th scope="col">Lab</th><th scope="col">How it ended</th><th scope="col">You said</th><th scope="col">Seed</th><th scope="col"><span className="said">Open</span></th></tr>
            </thead>
            <tbody>
              {runs.map((one) => (
                <tr key={one.id} aria-current={one.id === run || undefined}>
                  <td className="num">{one.number}</td>
                  <th scope="row">
                    {titleOf(one)}
                    <span className={styles.about}>{new Date(one.startedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</span>
                  </th>
                  <td>{ended(one)}</td>
                  <td className={styles.said}>{one.prediction ? <><span className="num">{one.prediction.value}</span> {one.prediction.unit}</> : <span className={styles.quiet}>not asked</span>}</td>
                  <td className="num">{one.seed}</td>
                  <td><Button variant="quiet" icon="chevron-right" aria-label={`Open run ${one.number} in its lab`} onClick={() => openLab(one)} disabled={!findLab(one.lab)} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </main>
    </div>
  );
}

/** The run's parameters that its preset does not already say: what its address needs. */
function changedFrom(run: RunSnapshot): Record<string, number | string> {
  const lab = findLab(run.lab);
  const preset = lab?.presets.find((one) => one.id === run.preset);
  const base = lab && parseParameters(lab.parameters, preset?.parameters ?? {});
  return overridesOf(base?.ok ? (base.parameters as RunSnapshot['parameters']) : {}, run.parameters);
}

function titleOf(run: RunSnapshot): string {
  const lab = findLab(run.lab);
  const preset = lab?.presets.find((one) => one.id === run.preset);
  return [lab?.title ?? run.lab, preset?.title].filter(Boolean).join(': ');
}

function ended(run: RunSnapshot): string {
  const seconds = `${(run.durationMs / 1000).toFixed(1)} s`;
  if (run.status === 'finished') return `Finished in ${seconds}`;
  if (run.status === 'stopped') return `You stopped it after ${seconds}. What was measured is kept.`;
  if (run.status === 'failed') return run.error?.what ?? 'It failed.';
  return run.status === 'queued' ? 'Waiting for its turn' : 'Running now';
}
