import type { Lab } from '../../../../labs/lab.ts';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { useHostState } from '../../../host/use-host.ts';
import { backendNames } from '../../../model/runs/backend-names.ts';
import { settingsOf } from '../../../model/runs/run-names.ts';
import { useOpenParts } from '../../../shared/lab/use-open-parts.ts';
import { duration } from '../../../model/runs/run-words.ts';
import styles from './run-card.module.css';

/** How a run was made: its settings, those that differ from the preset first, and where it ran. */
export function CardFacts({
  run,
  card,
  lab,
}: {
  run: RunSnapshot;
  card: RunCard | null;
  lab: Lab | null;
}) {
  // While nobody knows which questions are open, all of them are.
  const open = useOpenParts(run.lab) ?? { has: () => true };
  const settings = settingsOf(run, lab, open);
  const changed = settings.filter(({ preset }) => preset !== null);
  const preset = lab?.presets.find(({ id }) => id === run.preset);
  const from = useHostState((state) =>
    run.measuredFrom ? state.runs[run.measuredFrom]?.number : undefined,
  );
  const [figure, unit] = duration(run.durationMs);
  return (
    <>
      <section className={styles.section} aria-label="Settings">
        <h3>Settings</h3>
        <p className={styles.quiet}>
          {preset ? `Preset “${preset.title}”` : 'No preset'}
          {changed.length === 0
            ? ', nothing changed.'
            : `, ${changed.length === 1 ? 'one setting' : `${changed.length} settings`} changed${preset ? '' : ' from the usual ones'}.`}
        </p>
        {changed.length > 0 && (
          <dl className={styles.facts}>
            {changed.map(({ name, label, value, unit: of, preset: was }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>
                  <b className="num">{value}</b> {of}{' '}
                  <span className={styles.quiet}>instead of {was}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <details className={styles.more}>
          <summary>{changed.length > 0 ? 'The other settings' : 'All settings'}</summary>
          <dl className={styles.facts}>
            {settings
              .filter((one) => one.preset === null)
              .map(({ name, label, value, unit: of }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>
                    <span className="num">{value}</span> {of}
                  </dd>
                </div>
              ))}
          </dl>
        </details>
      </section>
      <section className={styles.section} aria-label="Where it ran">
        <h3>Where it ran</h3>
        <dl className={styles.facts}>
          <div>
            <dt>Took</dt>
            <dd>
              <span className="num">{figure}</span> {unit}
            </dd>
          </div>
          <div>
            <dt>Timings</dt>
            <dd>
              {run.measuredFrom ? `those of ${from ? `run ${from}` : 'another run'}` : 'its own'}
            </dd>
          </div>
          <div>
            <dt>Backend</dt>
            <dd>
              {run.backend ? backendNames[run.backend] : 'none'}
              {card?.threads
                ? `, ${card.threads} ${card.threads === 1 ? 'thread' : 'threads'}`
                : ''}
            </dd>
          </div>
          {card && (
            <>
              <div>
                <dt>Machine</dt>
                <dd>
                  {card.machine.cpu}, {card.machine.cores} cores, {card.machine.memoryGb} GB,{' '}
                  {card.machine.platform} {card.machine.arch}
                </dd>
              </div>
              {card.versions && (
                <div>
                  <dt>Versions</dt>
                  <dd>
                    Lectern {card.versions.lectern}, lab {card.labVersion}, TensorFlow.js{' '}
                    {card.versions.tfjs}
                    {card.versions.tensorflow ? `, TensorFlow ${card.versions.tensorflow}` : ''},
                    Node {card.versions.node}
                  </dd>
                </div>
              )}
              <div>
                <dt>Content hash</dt>
                <dd>
                  <span className={`num ${styles.hash}`}>{card.hash}</span>
                </dd>
              </div>
            </>
          )}
        </dl>
      </section>
    </>
  );
}
