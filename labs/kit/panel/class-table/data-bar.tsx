import { Button } from '../../../../renderer/kit/button.tsx';
import { Segmented } from '../../../../renderer/kit/segmented.tsx';
import type { ClassTable } from './class-table.ts';
import styles from './class-table.module.css';

interface DataBarProps {
  /** What the lab's own data is called: "people". */
  builtIn: string;
  table: NonNullable<ClassTable>;
  /** Whether its card is gone: then only the built-in data can be shown. */
  gone: boolean;
  onChange: (next: ClassTable) => void;
}

const mostLetters = 26;
const shortName = (name: string) =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1).trimEnd()}…` : name;

/** Whose data is on screen, by name, and the press that leads back. */
export function DataBar({ builtIn, table, gone, onChange }: DataBarProps) {
  const back = (
    <Button variant="quiet" icon="close" onClick={() => onChange(null)}>
      Built-in {builtIn} only
    </Button>
  );
  if (gone)
    return (
      <div className={styles.bar} role="status">
        <span className={styles.words}>
          The report on {table.name}, this class’s data, is no longer in the notebook. These are the
          built-in {builtIn}.
        </span>
        {back}
      </div>
    );
  return (
    <div className={styles.bar}>
      <Segmented<'table' | 'built-in'>
        label="Data of this lab"
        value={table.shown ? 'table' : 'built-in'}
        onChange={(value) => onChange({ ...table, shown: value === 'table' })}
        options={[
          { value: 'table', label: shortName(table.name) },
          { value: 'built-in', label: `Built-in ${builtIn}` },
        ]}
      />
      <span className={styles.words}>
        {table.shown
          ? `This class’s data. Runs, predictions and checks are about the built-in ${builtIn}.`
          : 'This class’s data is put aside.'}
      </span>
      <a href={`#/notebook/${table.report}`}>Its card</a>
      {back}
    </div>
  );
}
