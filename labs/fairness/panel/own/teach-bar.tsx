import type { ReportContent } from '../../../view.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Progress } from '../../../../renderer/kit/progress.tsx';
import { useClassTable } from '../../../kit/panel/class-table/class-table.ts';
import { fairnessTable } from './fairness-table.ts';
import type { Opened } from './own-store.ts';
import { useTeaching } from './use-teaching.ts';
import styles from './own.module.css';

interface TeachBarProps {
  opened: Opened;
  threshold: number;
  /** The audit's report. */
  content: ReportContent;
  /** Why the lab's other parts can't be made of the table; null where they can. */
  onlyAudit: string | null;
}

const builtIn = 'The lab’s other parts show the built-in people.';
const canReplace = 'This table can take their place for this class; no row of it is kept.';

/** Makes the audited file the data of the lab's other parts, for this class. */
export function TeachBar({ opened, threshold, content, onlyAudit }: TeachBarProps) {
  const [table, choose] = useClassTable(fairnessTable);
  const { teaching, teach, cancel } = useTeaching();
  if (teaching.state === 'working')
    return (
      <div className={styles.teaching}>
        <p role="status">{teaching.phase}</p>
        <Progress label={teaching.phase} fraction={teaching.fraction} width={200} />
        <Button icon="stop" onClick={cancel}>
          Cancel
        </Button>
      </div>
    );
  const begin = onlyAudit === null && (
    <Button onClick={() => teach(opened, threshold, content)}>Use it in all parts</Button>
  );
  if (teaching.state === 'failed')
    return (
      <div className={styles.teaching}>
        <p role="alert">
          {teaching.problem.what} The lab’s data is unchanged. {teaching.problem.next}
        </p>
        {begin}
      </div>
    );
  return (
    <div className={styles.teaching}>
      <p>
        {table ? `${table.name} is this class’s data in the lab’s other parts.` : builtIn}{' '}
        {onlyAudit === null
          ? !table && canReplace
          : `${opened.file.name} can’t be used there. ${onlyAudit}`}
      </p>
      {table && (
        <Button variant="quiet" icon="close" onClick={() => choose(null)}>
          Built-in people only
        </Button>
      )}
      {begin}
    </div>
  );
}
