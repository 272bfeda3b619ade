import { useState } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Column } from '../../../data/column.ts';
import { differentWords } from '../../../data/problem.ts';
import type { ReadingChoice } from '../../../data/survey.ts';
import { formatWords } from '../../../data/times/formats.ts';
import { AskList } from '../../../kit/panel/table/ask-list.tsx';
import { Choice } from '../../../kit/panel/table/choice.tsx';
import { ColumnTable } from '../../../kit/panel/table/column-table.tsx';
import type { TableAnswers } from '../../own/table-mapping.ts';
import { timeUse } from '../../own/table-times.ts';
import { FeatureList } from './feature-list.tsx';
import { answered, answerWords, askWords, moreAnswers, timeChoices } from './table-asks.ts';
import { TimeList } from './time-list.tsx';
import { rolesOf, type Opened } from './use-table.ts';
import styles from './table.module.css';

interface MappingFormProps {
  opened: Opened;
  onRead: (opened: Opened) => void;
  onChoice: (opened: Opened, choice: ReadingChoice) => void;
  onClear: () => void;
}

/** Asks what each column is, with what names and values say filled in. What they do not tell is asked, not guessed. */
export function MappingForm({ opened, onRead, onChoice, onClear }: MappingFormProps) {
  const [draft, setDraft] = useState(opened);
  const found = rolesOf(draft);
  const { columns, roles, asks, mapping, notes } = found;
  const { answers } = draft;
  const say = (change: TableAnswers) => setDraft({ ...draft, answers: { ...answers, ...change } });
  const find = (name: string | undefined) => columns.find((column) => column.name === name);
  const [time, label, owner] = [find(roles.time), find(roles.label), find(roles.owner)];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (mapping) onRead(draft);
      }}
    >
      <AskList
        asks={asks}
        question={askWords}
        answer={answerWords}
        columns={columns}
        more={moreAnswers}
        onAnswer={(ask, candidate) =>
          setDraft({ ...draft, answers: answered(answers, ask, candidate) })
        }
      />
      <div className={styles.mains}>
        <Choice
          label="Time of the event"
          value={roles.time ?? null}
          options={columns}
          empty="choose"
          onChange={(name) => name && say({ time: name })}
        >
          {timeWords(time, roles.timeOfDay, answers)}
        </Choice>
        <Choice
          label="Label"
          value={roles.label ?? null}
          options={columns}
          empty="choose"
          onChange={(name) => name && say({ label: name })}
        >
          {label && label.examples.join(', ') + (label.distinct > 3 ? ' …' : '')}
        </Choice>
        <Choice
          label="Whose row it is"
          value={roles.owner ?? null}
          options={columns}
          empty="nobody’s"
          onChange={(name) => say({ owner: name })}
        >
          {owner
            ? `${differentWords(owner.distinct)} in ${formatFixed(owner.filled)} rows`
            : 'without it, nothing can be rebuilt'}
        </Choice>
        {(roles.timeOfDay ?? answers.clock) !== undefined && (
          <Choice
            label="Time of day"
            value={roles.timeOfDay ?? null}
            options={columns}
            empty="none"
            onChange={(name) => say({ clock: name })}
          >
            beside a column of days
          </Choice>
        )}
      </div>
      <TimeList
        choices={timeChoices(columns, answers)}
        answers={answers}
        onAnswers={(said) => setDraft({ ...draft, answers: said })}
      />
      <FeatureList
        columns={columns}
        roles={roles}
        answers={answers}
        used={found.used}
        onAnswers={say}
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="secondary" disabled={!mapping}>
          Look for leaks
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Another file
        </Button>
        <p className={styles.quiet} role="status">
          {asks.length > 0
            ? askWords(asks[0]!)
            : `Taken from the names and all ${formatFixed(draft.survey.rows)} rows: check them.`}
        </p>
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <ColumnTable
        survey={draft.survey}
        columns={columns}
        onKind={(name, kind) => setDraft({ ...draft, kinds: { ...draft.kinds, [name]: kind } })}
        onChoice={(choice) => onChoice(draft, choice)}
      />
    </form>
  );
}

/** How the times are read, once that is settled. */
function timeWords(
  time: Column | undefined,
  clock: string | undefined,
  answers: TableAnswers,
): string {
  if (!time) return '';
  const format = timeUse(time, null, answers, [])?.format;
  if (!format) return 'what comes first?';
  if (format === 'number') return formatWords.number;
  const words = `${formatWords[format]}: ${time.examples[0] ?? ''}`;
  return clock ? `${words}, with “${clock}”` : words;
}
