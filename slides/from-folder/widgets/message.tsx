import type { Widget } from '../../../main/contract/lecture-tree.ts';
import { Icon } from '../../../renderer/kit/icon.tsx';
import styles from './widgets.module.css';

/** What stands where something can't be shown: the place, what is wrong, the mend. */
export function Message({ data }: { data: Extract<Widget, { kind: 'message' }> }) {
  return (
    <div className={styles.message} role="note" data-lecture-message="">
      <Icon name="warn" size={28} />
      <div>
        <p>{data.what}</p>
        <p className={styles.mend}>{data.fix}</p>
        <p className={styles.place} data-small="">
          {data.file}
          {data.line > 0 && `, line ${data.line}`}
        </p>
      </div>
    </div>
  );
}
