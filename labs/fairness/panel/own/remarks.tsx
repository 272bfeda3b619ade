import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import styles from './own.module.css';

/** How the file was read: on a press, as an audit may have begun without a question. */
export function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <details className={styles.remarks}>
      <summary>
        How it was read: {formatFixed(remarks.length)} {remarks.length === 1 ? 'remark' : 'remarks'}
      </summary>
      <ul tabIndex={0} aria-label="How it was read">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </details>
  );
}
