import type { Column } from '../../../data/column.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import type { OwnAnswers, OwnMapping } from '../../own/own-roles.ts';
import { sideWords, turnedSides, withoutSides } from '../../own/own-sides.ts';
import styles from './own.module.css';

interface SideListProps {
  /** What turned out, and what was decided where that is two values. */
  columns: readonly Column[];
  answers: OwnAnswers;
  mapping: OwnMapping | null;
  onAnswers: (answers: OwnAnswers) => void;
}

/** Which value counts as 1: what was taken can be turned round, and what was said can be taken back. */
export function SideList({ columns, answers, mapping, onAnswers }: SideListProps) {
  const rows = columns.flatMap((column) => {
    const { name } = column;
    const said = { one: answers.ones?.[name], zero: answers.zeros?.[name] };
    const isSaid = said.one !== undefined || said.zero !== undefined;
    const words = sideWords(column, mapping?.sides[name] ?? said);
    if (!isSaid && words === null && !column.two?.told) return [];
    return [{ column, isSaid, words: words ?? '“1” counts as 1, “0” as 0' }];
  });
  if (rows.length === 0) return null;
  return (
    <ul className={styles.sides} aria-label="Which values count as 1">
      {rows.map(({ column, isSaid, words }) => (
        <li key={column.name}>
          <span>
            {column.name}: {words}
          </span>
          {isSaid ? (
            <Button
              variant="quiet"
              aria-label={`Take back what was said of ${column.name}`}
              onClick={() => onAnswers(withoutSides(answers, column.name))}
            >
              Take back
            </Button>
          ) : (
            <Button
              variant="quiet"
              aria-label={`Turn round: ${column.name}`}
              onClick={() => onAnswers(turnedSides(answers, column))}
            >
              Turn round
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
