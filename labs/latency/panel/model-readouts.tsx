import { Icon } from '../../../renderer/kit/icon.tsx';
import { Term } from '../../../renderer/glossary/term.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import { modelNames } from '../names.ts';
import type { ModelRow } from '../result.ts';
import { seriesIndex } from './figures.ts';
import { Swatch } from './swatch.tsx';
import styles from './panel.module.css';

/** One column for each model: its typical time, and what else was measured of it. */
export function ModelReadouts({
  models,
  said,
  missing,
}: {
  models: readonly ModelRow[];
  said: string | null;
  missing: string;
}) {
  return (
    <div className={styles.readouts}>
      {modelNames.map((name) => {
        const model = models.find((row) => row.name === name);
        const one = model?.measured.find((row) => row.batch === 1);
        return (
          <section key={name} className={styles.readout} aria-label={`${name} model`}>
            <p className={styles.readoutHead}>
              <Swatch index={seriesIndex[name]} />
              <strong>{name}</strong>
              <span className={styles.quiet}>
                {model ? (
                  <>
                    <Value value={model.parameters} digits={0} tone="quiet" /> weights
                  </>
                ) : (
                  missing
                )}
              </span>
            </p>
            <dl className={styles.facts}>
              <div>
                <dt>
                  <Term id="auc">AUC</Term>
                </dt>
                <dd>
                  <Value value={model?.auc ?? null} digits={3} size="lg" />
                </dd>
              </div>
              <div>
                <dt>
                  <Term id="p50">p50</Term>
                </dt>
                <dd>
                  <Value value={one?.p50Ms ?? null} unit="ms" size="lg" />
                </dd>
              </div>
              <div>
                <dt>
                  <Term id="p99">p99</Term>
                </dt>
                <dd>
                  <Value value={one?.p99Ms ?? null} unit="ms" size="lg" />
                </dd>
              </div>
            </dl>
            <p className={styles.quiet}>
              <Term id="alpha">α</Term>{' '}
              <Value value={model?.service.alphaMs ?? null} unit="ms" tone="quiet" /> ·{' '}
              <Term id="beta">β</Term>{' '}
              <Value value={model?.service.betaMs ?? null} unit="ms a row" tone="quiet" />
            </p>
          </section>
        );
      })}
      {said && (
        <p className={styles.said}>
          <Icon name="diamond" /> {said}
        </p>
      )}
    </div>
  );
}
