import { useState } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { useHost } from '../../../../renderer/host/use-host.ts';
import { useClassTable } from '../../../kit/panel/class-table/class-table.ts';
import { fitted } from '../../../kit/panel/report/fitted.ts';
import type { ReportContent } from '../../../view.ts';
import { timeLeakTable } from '../time-leak-table.ts';
import styles from './table.module.css';

/** Makes the table that was looked at the data of the lab's other parts, for this class. `content`: the lab's steps on it. */
export function ClassBar({ content }: { content: ReportContent }) {
  const host = useHost();
  const [table, choose] = useClassTable(timeLeakTable);
  const [busy, setBusy] = useState(false);
  const use = () => {
    setBusy(true);
    host
      .call('report.keep', fitted(content))
      .then(({ id }) => choose({ report: id, name: content.file.name, shown: true }), host.report)
      .finally(() => setBusy(false));
  };
  const isThis = table?.name === content.file.name;
  return (
    <div className={styles.formFoot}>
      <p className={styles.quiet}>
        {table
          ? `${table.name} is this class’s data in the lab’s other parts.`
          : 'The lab’s other parts show the built-in events. This table can take their place for this class; no row of it is kept.'}
      </p>
      {table && (
        <Button variant="quiet" icon="close" onClick={() => choose(null)}>
          Built-in events only
        </Button>
      )}
      <Button focusableWhenDisabled disabled={busy} onClick={use}>
        {isThis ? 'Use it as it is now' : 'Use it in all parts'}
      </Button>
    </div>
  );
}
