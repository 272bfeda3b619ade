import { Button } from '../../../../renderer/kit/button.tsx';
import { LastKept } from '../../../kit/panel/report/last-kept.tsx';
import { DropZone } from '../../../kit/panel/table/drop-zone.tsx';
import { openExample, openFile } from './own-store.ts';
import styles from './own.module.css';

/** Before there is a file: drop one, choose one, or take the made-up lender's. */
export function OwnEmpty() {
  return (
    <div className={styles.empty}>
      <DropZone
        title="Drop a CSV file of decisions here"
        about={
          'A row for each person: what turned out (0 or 1), what was decided (0 or 1, or a score from 0 to 1). One or two columns for groups, perhaps one for a weight. Without what turned out, only who is selected is compared. Up to 200 MB.'
        }
        hint="It is read in this window and stays on this computer. Its rows are kept nowhere; the report goes into your notebook."
        sketch={<Sketch />}
        more={
          <Button variant="quiet" onClick={openExample}>
            Try the lender’s own decisions
          </Button>
        }
        onFile={openFile}
      />
      <LastKept lab="fairness" />
    </div>
  );
}

const Sketch = () => (
  <svg className={styles.sketch} width="264" height="64" viewBox="0 0 264 64" aria-hidden="true">
    {[14, 32, 50].map((y, row) => (
      <g key={y}>
        <path className={styles.sketchLine} d={`M8 ${y}H256`} />
        <path className={styles.sketchWhisker} d={`M${70 + row * 42} ${y}h44`} />
        <circle className={styles.sketchMark} cx={92 + row * 42} cy={y} r={5} />
      </g>
    ))}
  </svg>
);
