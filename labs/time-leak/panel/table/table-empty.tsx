import { Button } from '../../../../renderer/kit/button.tsx';
import { LastKept } from '../../../kit/panel/report/last-kept.tsx';
import { DropZone } from '../../../kit/panel/table/drop-zone.tsx';
import styles from './table.module.css';

interface TableEmptyProps {
  onFile: (file: File) => void;
  onExample: () => void;
}

/** Before there is a file: drop one, choose one, or take the made-up shop's. */
export function TableEmpty({ onFile, onExample }: TableEmptyProps) {
  return (
    <div className={styles.empty}>
      <DropZone
        title="Drop a CSV file here"
        about="A row for each event: its time, a label of two values, whose it is, and features. Up to 200 MB."
        hint="A column may say when a feature was written, such as balance and balance_at. No file? The sample holds 3,000 orders of a made-up shop and which were returned. One of its columns knows too much."
        sketch={<Sketch />}
        more={
          <Button variant="quiet" onClick={onExample}>
            Try a made-up shop’s orders
          </Button>
        }
        onFile={onFile}
      />
      <LastKept lab="time-leak" />
    </div>
  );
}

const Sketch = () => (
  <svg className={styles.sketch} width="220" height="76" viewBox="0 0 220 76" aria-hidden="true">
    <path className={styles.sketchLine} d="M10 58h200" />
    {[24, 66, 108, 150].map((x) => (
      <circle key={x} className={styles.sketchMark} cx={x} cy={58} r={7} />
    ))}
    <path className={styles.sketchPast} d="M24 46C50 18 84 18 101 46" />
    <path className={styles.sketchFuture} d="M196 46C176 16 138 18 116 46" />
    <circle className={styles.sketchNow} cx={108} cy={58} r={11} />
  </svg>
);
