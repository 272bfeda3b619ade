import { Button } from '../../../../renderer/kit/button.tsx';
import { Segmented } from '../../../../renderer/kit/segmented.tsx';
import { cutNames } from '../words.ts';
import type { ClassTable } from './class-table.ts';
import styles from './class-table.module.css';

interface DataBarProps {
  table: NonNullable<ClassTable>;
  /** Whether its card is gone: then only the built-in people can be shown. */
  gone: boolean;
  onChange: (next: ClassTable) => void;
}

/** Whose data is on screen, by name, and the press that leads back. */
export function DataBar({ table, gone, onChange }: DataBarProps) {
  const back = (
    <Button variant="quiet" icon="close" onClick={() => onChange(null)}>
      Built-in people only
    </Button>
  );
  if (gone)
    return (
      <div className={styles.bar} role="status">
        <span className={styles.words}>
          The report on {table.name}, this class’s data, is no longer in the notebook. These are the
          built-in people.
        </span>
        {back}
      </div>
    );
  return (
    <div className={styles.bar}>
      <Segmented<'table' | 'people'>
        label="Data of this lab"
        value={table.shown ? 'table' : 'people'}
        onChange={(value) => onChange({ ...table, shown: value === 'table' })}
        options={[
          { value: 'table', label: cutNames([table.name], 26)[0]! },
          { value: 'people', label: 'Built-in people' },
        ]}
      />
      <span className={styles.words}>
        {table.shown
          ? 'This class’s data. Runs, predictions and checks are about the built-in people.'
          : 'This class’s data is put aside.'}
      </span>
      <a href={`#/notebook/${table.report}`}>Its card</a>
      {back}
    </div>
  );
}
