import { useEffect, useRef, useState } from 'react';
import type { ShownLines } from '../../../../../labs/kit/code/shown.ts';
import { Button } from '../../../../kit/button.tsx';
import type { LabState } from '../../run/use-lab.ts';
import { CodeLines } from './code-lines.tsx';
import { CopyScript } from './copy-script.tsx';
import { useShownCode } from './use-shown-code.ts';
import styles from './shown.module.css';

/** The lines of the lab that made the figure on screen, a step at a time, with the values that they were run with. */
export function ShownCode({ lab, onClose }: { lab: LabState; onClose: () => void }) {
  const pieces = useShownCode(lab.lab.id, lab.at.part.id);
  if (pieces === null) return null;
  if (pieces.length === 0)
    return (
      <p className={styles.none}>
        The code of this figure is not shown yet.
        <Button onClick={onClose}>Back to the figure</Button>
      </p>
    );
  return <Steps key={lab.at.part.id} pieces={pieces} lab={lab} onClose={onClose} />;
}

function Steps({
  pieces,
  lab,
  onClose,
}: {
  pieces: readonly ShownLines[];
  lab: LabState;
  onClose: () => void;
}) {
  const [at, setAt] = useState(0);
  const lit = useRef<HTMLDivElement>(null);
  useEffect(() => {
    lit.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const run = lab.shown;
  const values = run?.parameters ?? lab.control.parameters;
  return (
    <div className={styles.room}>
      <div className={styles.shown}>
        <header className={styles.head}>
          <h3 className={styles.title}>The code behind this figure</h3>
          <p className={styles.about}>
            {run ? `With the values of run ${run.number}.` : 'With the values of the controls.'}
          </p>
          <CopyScript lab={lab} />
          <Button variant="quiet" icon="close" onClick={onClose}>
            Back to the figure
          </Button>
        </header>
        <ol className={styles.steps} aria-label="Steps of the code">
          {pieces.map(({ says }, i) => (
            <li key={i}>
              <button
                type="button"
                className={styles.step}
                aria-current={i === at ? 'step' : undefined}
                onClick={() => setAt(i)}
              >
                <span className={styles.number}>{i + 1}</span>
                <span>{says}</span>
              </button>
            </li>
          ))}
        </ol>
        <div className={styles.code} role="region" aria-label="Lines of the lab" tabIndex={0}>
          {pieces.map((piece, i) => (
            <div
              key={i}
              ref={i === at ? lit : null}
              className={styles.piece}
              data-lit={i === at || undefined}
            >
              <p className={styles.file}>
                {piece.file}, line {piece.first}
              </p>
              <CodeLines piece={piece} values={values} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
