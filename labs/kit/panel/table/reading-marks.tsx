import { useState } from 'react';
import type { Column } from '../../../data/column.ts';
import type { Decimal } from '../../../data/numbers.ts';
import type { ReadingChoice } from '../../../data/survey.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { withMark } from './with-mark.ts';
import styles from './table.module.css';

interface ReadingMarksProps {
  choice: ReadingChoice;
  columns: readonly Column[];
  onChoice: (choice: ReadingChoice) => void;
}

const mostMarks = 12;

/** What counts as missing, and the decimal mark where cells leave it open. */
export function ReadingMarks(props: ReadingMarksProps) {
  const { choice, columns } = props;
  const open = columns.some(({ eitherMark }) => eitherMark) || choice.decimal !== undefined;
  return (
    <>
      <MissingMarks {...props} />
      {open && <DecimalMark {...props} />}
    </>
  );
}

/** The marks that count as missing, each of which may be a value after all, and room for another. */
function MissingMarks({ choice, columns, onChoice }: ReadingMarksProps) {
  const [text, setText] = useState('');
  const counts = new Map<string, number>();
  for (const column of columns)
    for (const [mark, count] of column.marks)
      if (mark !== '') counts.set(mark, (counts.get(mark) ?? 0) + count);
  const { values, marks: said } = choice.missing;
  const marks = [...new Set([...counts.keys(), ...said, ...values])];
  const add = () => {
    if (text.trim() !== '') onChoice(withMark(choice, text.trim(), true));
  };
  return (
    <fieldset className={styles.marks}>
      <legend>Counts as missing</legend>
      {marks.slice(0, mostMarks).map((mark) => (
        <label key={mark}>
          <input
            type="checkbox"
            checked={!values.includes(mark)}
            onChange={(event) => onChoice(withMark(choice, mark, event.target.checked))}
          />
          <span>
            “{mark}”{counts.has(mark) && ` (${formatFixed(counts.get(mark)!)})`}
          </span>
        </label>
      ))}
      <span className={styles.answers}>
        <input
          className={styles.select}
          type="text"
          size={8}
          aria-label="Another cell that counts as missing"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around it is about the columns.
            event.preventDefault();
            add();
          }}
        />
        <Button variant="quiet" onClick={add}>
          Add
        </Button>
      </span>
    </fieldset>
  );
}

/** How cells such as 1.200 are read, in all columns that leave it open. */
function DecimalMark({ choice, onChoice }: ReadingMarksProps) {
  const { decimal: _before, ...others } = choice;
  return (
    <label className={styles.question}>
      Decimal mark where cells leave it open
      <select
        className={styles.select}
        value={choice.decimal ?? ''}
        onChange={({ target }) =>
          onChoice(target.value === '' ? others : { ...others, decimal: target.value as Decimal })
        }
      >
        <option value="">as the file tells</option>
        <option value=",">the comma</option>
        <option value=".">the point</option>
      </select>
    </label>
  );
}
