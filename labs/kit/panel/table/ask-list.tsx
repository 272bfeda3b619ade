import type { Ask } from '../../../data/column.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import { SeveralAnswers } from './several-answers.tsx';
import styles from './table.module.css';

interface AskListProps {
  asks: readonly Ask[];
  /** The question in words. */
  question: (ask: Ask) => string;
  /** A candidate in words; its own name where there are none. */
  answer?: (ask: Ask, candidate: string) => string;
  /** All columns, for a question whose answer is one. */
  columns: readonly { name: string }[];
  /** Answers that are possible besides, and too many to be candidates. */
  more?: (ask: Ask) => readonly string[];
  onAnswer: (ask: Ask, candidate: string) => void;
  /** Candidates that can be the answer together, and what the button says that gives them; null where one alone is the answer. */
  several?: (ask: Ask) => { values: readonly string[]; words: string } | null;
  onSeveral?: (ask: Ask, values: string[]) => void;
}

/** What has to be said before a table is judged: the two likeliest answers as buttons, the others in a list. */
export function AskList({
  asks,
  question,
  answer,
  columns,
  more,
  onAnswer,
  several,
  onSeveral,
}: AskListProps) {
  if (asks.length === 0) return null;
  return (
    <ul className={styles.asks} aria-label="To be answered">
      {asks.map((ask) => {
        const words = question(ask);
        const together = several?.(ask) ?? null;
        const likely = together
          ? ask.candidates.filter((one) => !together.values.includes(one))
          : ask.candidates.slice(0, 2);
        const others = together ? [] : othersOf(ask, columns, more?.(ask));
        return (
          <li key={`${ask.role} ${ask.column}`}>
            <span className={styles.question}>
              <Icon name="info" />
              {words}
            </span>
            <span className={styles.answers}>
              {together && (
                <SeveralAnswers
                  {...together}
                  question={words}
                  onAnswer={(values) => onSeveral?.(ask, values)}
                />
              )}
              {likely.map((candidate) => (
                <Button key={candidate} onClick={() => onAnswer(ask, candidate)}>
                  {answer?.(ask, candidate) ?? candidate}
                </Button>
              ))}
              {ask.none !== undefined && (
                <Button variant="quiet" onClick={() => onAnswer(ask, ask.none!)}>
                  {answer?.(ask, ask.none) ?? ask.none}
                </Button>
              )}
              {others.length > 0 && (
                <select
                  className={styles.select}
                  aria-label={`${words} Another answer`}
                  value=""
                  onChange={(event) => event.target.value && onAnswer(ask, event.target.value)}
                >
                  <option value="">another</option>
                  {others.map((name) => (
                    <option key={name} value={name}>
                      {answer?.(ask, name) ?? name}
                    </option>
                  ))}
                </select>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The less likely candidates, then all other columns where a column is asked for, then whatever else may be answered. */
function othersOf(
  { column, candidates }: Ask,
  columns: readonly { name: string }[],
  more: readonly string[] = [],
): string[] {
  const rest = column === null ? columns.map(({ name }) => name) : [];
  return [...new Set([...candidates.slice(2), ...rest, ...more])].filter(
    (name) => !candidates.slice(0, 2).includes(name),
  );
}
