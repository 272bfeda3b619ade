import { Button } from '../../kit/button.tsx';
import { labPlace } from '../../model/address/lab-place.ts';
import { labs } from '../../model/lab/registry.ts';
import { useShell } from '../../shared/window/shell.ts';
import { useTour } from '../../shared/window/use-tour.ts';
import styles from './empty-notebook.module.css';

/** What will be here, and the ways to begin: the tour for whoever has not been through it, else the lab that is quickest to run. */
export function EmptyNotebook({
  ready,
  missing,
  onImport,
}: {
  ready: boolean;
  missing: string | null;
  onImport: () => void;
}) {
  const shell = useShell();
  const { tour, begin } = useTour();
  if (!ready)
    return (
      <p className={styles.empty} role="status">
        Opening the notebook…
      </p>
    );
  const quickest = [...labs].sort((a, b) => a.expectedSeconds - b.expectedSeconds)[0];
  const open = () => quickest && shell.addresses.go({ room: 'labs', lab: labPlace(quickest.id) });
  const toured = tour?.state === 'done' || tour?.state === 'going';
  return (
    <div className={styles.empty}>
      <Drawing />
      <h2>Your predictions will meet their results here</h2>
      {missing !== null && <p role="status">There is no run “{missing}” on this computer.</p>}
      <p>
        Say what you expect, run a lab, and the pair is kept with its seed. Or drop a run card or a
        notebook here.
      </p>
      <p className={styles.start}>
        {!toured && (
          <Button variant="primary" onClick={begin}>
            {tour?.state === 'left' ? 'Go on with the tour' : 'Take the two-minute tour'}
          </Button>
        )}
        {quickest && (
          <Button variant={toured ? 'primary' : 'secondary'} onClick={open}>
            Open {quickest.title.toLowerCase()}
          </Button>
        )}
        <Button icon="upload" onClick={onImport}>
          Import
        </Button>
      </p>
    </div>
  );
}

/** Two pairs as the list draws them: an open diamond for what was said, a dot for what it was. */
function Drawing() {
  return (
    <svg className={styles.drawing} width="336" height="72" viewBox="0 0 336 72" aria-hidden="true">
      {[
        { y: 16, long: 120, said: 210, was: 286 },
        { y: 48, long: 96, said: 318, was: 250 },
      ].map(({ y, long, said, was }) => (
        <g key={y}>
          <rect className={styles.name} x="0" y={y - 4} width={long} height="8" rx="4" />
          <line className={styles.between} x1={said} x2={was} y1={y} y2={y} />
          <path
            className={styles.said}
            d={`M${said} ${y - 6} ${said + 6} ${y} ${said} ${y + 6} ${said - 6} ${y}Z`}
          />
          <circle className={styles.was} cx={was} cy={y} r="4.5" />
          <line className={styles.rule} x1="0" x2="336" y1={y + 16} y2={y + 16} />
        </g>
      ))}
    </svg>
  );
}
