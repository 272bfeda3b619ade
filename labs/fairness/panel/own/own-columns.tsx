import { useState, type FormEvent } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Segmented } from '../../../../renderer/kit/segmented.tsx';
import { AskList } from '../../../kit/panel/table/ask-list.tsx';
import { Choice } from '../../../kit/panel/table/choice.tsx';
import { ColumnTable } from '../../../kit/panel/table/column-table.tsx';
import type { OwnAnswers, OwnRoles } from '../../own/own-roles.ts';
import { answered, answeredSeveral } from '../../own/own-answer.ts';
import { alikeNames } from '../../own/own-merge.ts';
import { withoutOldSides } from '../../own/own-sides.ts';
import { answerWords, askWords, readingOf, severalOf } from './own-asks.ts';
import { auditFile, closeFile, readAnew, rolesOf, type Opened } from './own-store.ts';
import { SideList } from './side-list.tsx';
import { ThresholdField } from './threshold-field.tsx';
import styles from './own.module.css';

/** Which column is what: what names and values say is filled in, the rest is asked. Below it, how the file was read. */
export function OwnColumns({ opened }: { opened: Opened }) {
  const [draft, setDraft] = useState(opened);
  const { columns, roles, asks, notes, mapping, wrong } = rolesOf(draft);
  const { answers } = draft;
  const say = (change: OwnAnswers) => setDraft({ ...draft, answers: { ...answers, ...change } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mapping) auditFile(draft);
  };
  const scored = roles.score !== undefined;
  const decided = roles.decision ?? roles.score ?? null;
  const decide = (name: string | null, asScore: boolean) => {
    const { decision: _decision, score: _score, ...rest } = answers;
    const said = name === null ? rest : { ...rest, [asScore ? 'score' : 'decision']: name };
    setDraft({ ...draft, answers: said });
  };
  const chosen = [roles.group ?? []].flat();
  const [first = null, second = null] = chosen;
  const groups = (one: string | null, two: string | null) =>
    say({ groups: [one, two].filter((name) => name !== null) });
  /** What stands in a column; null where none is chosen. */
  const examplesOf = (name: string | null) => {
    const column = columns.find((one) => one.name === name);
    return column ? column.examples.join(', ') || 'empty' : null;
  };
  /** Columns of two values whose sides are settled, or were said. */
  const sided = [roles.label, roles.decision].flatMap((name) => {
    const column = columns.find((one) => one.name === name);
    const isSaid = name !== undefined && (answers.ones?.[name] ?? answers.zeros?.[name]);
    return column && (isSaid || !asks.some((ask) => ask.column === name)) ? [column] : [];
  });
  const isAlike = columns.some(
    ({ name, values }) =>
      chosen.includes(name) && alikeNames((values ?? []).map(({ value }) => value)).length > 0,
  );
  const isNumber = (name: string | null) =>
    columns.some((one) => one.name === name && one.kind === 'number' && one.two === null);
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Columns">
      <AskList
        asks={asks}
        question={askWords}
        answer={answerWords}
        columns={columns}
        onAnswer={(ask, candidate) => {
          const choice = readingOf(draft.survey.choice, ask, candidate);
          if (choice) readAnew(draft, choice);
          else setDraft({ ...draft, answers: answered(answers, ask, candidate, columns) });
        }}
        several={severalOf}
        onSeveral={(ask, values) =>
          setDraft({ ...draft, answers: answeredSeveral(answers, ask, values) })
        }
      />
      <div className={styles.choices}>
        <Choice
          options={columns}
          label="What turned out"
          value={roles.label ?? null}
          empty={
            asks.some(({ role }) => role === 'label') ? 'choose' : 'none: compare who is selected'
          }
          onChange={(label) => say({ label })}
        >
          {examplesOf(roles.label ?? null) ?? 'two values: who should have been selected'}
        </Choice>
        <Choice
          options={columns}
          label="What was decided"
          value={decided}
          empty="choose"
          onChange={(name) => decide(name, isNumber(name))}
        >
          {examplesOf(decided) ?? 'two values, or scores'}
        </Choice>
        <div className={styles.choice}>
          <span className={styles.choiceLabel}>It holds</span>
          <Segmented<'prediction' | 'score'>
            label="What the decision column holds"
            value={scored ? 'score' : 'prediction'}
            onChange={(kind) => decide(decided, kind === 'score')}
            options={[
              { value: 'prediction', label: 'Two values' },
              { value: 'score', label: 'Scores' },
            ]}
          />
          {roles.score !== undefined ? (
            <ThresholdField
              key={roles.score}
              value={mapping?.threshold ?? answers.thresholds?.[roles.score] ?? null}
              onChange={(threshold) =>
                say({ thresholds: { ...answers.thresholds, [roles.score!]: threshold } })
              }
            />
          ) : (
            <span className={styles.quiet}>scores get a threshold</span>
          )}
        </div>
        <Choice
          options={columns}
          label="Group"
          value={first}
          empty="choose"
          onChange={(name) => groups(name, second)}
        >
          {examplesOf(first) ?? 'such as sex, age band, region'}
        </Choice>
        <Choice
          options={columns}
          label="Second group"
          value={second}
          empty="none"
          onChange={(name) => groups(first, name)}
        >
          {examplesOf(second) ?? 'both are crossed as well'}
        </Choice>
        <Choice
          options={columns}
          label="Weight"
          value={roles.weight ?? null}
          empty="none: every row counts once"
          onChange={(weight) => say({ weight })}
        >
          {examplesOf(roles.weight ?? null) ?? 'how many people a row stands for'}
        </Choice>
      </div>
      <SideList
        columns={sided}
        answers={answers}
        mapping={mapping}
        onAnswers={(said) => setDraft({ ...draft, answers: said })}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={draft.leaveOutEmpty}
          onChange={(event) => setDraft({ ...draft, leaveOutEmpty: event.target.checked })}
        />
        <span>
          Leave out rows whose decision or weight is missing; count those without a label for
          selection rates only
        </span>
      </label>
      {columns.some(({ name, missing }) => missing > 0 && chosen.includes(name)) && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.keepMissingGroups}
            onChange={(event) => setDraft({ ...draft, keepMissingGroups: event.target.checked })}
          />
          <span>Count rows without a group as a group of their own, “missing”</span>
        </label>
      )}
      {(isAlike || draft.mergeGroups) && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.mergeGroups}
            onChange={(event) => setDraft({ ...draft, mergeGroups: event.target.checked })}
          />
          <span>
            Count groups as one whose names differ only in case, spaces or Unicode form, and “F” as
            “female”
          </span>
        </label>
      )}
      <div className={styles.formFoot}>
        <Button type="submit" disabled={!mapping}>
          Audit
        </Button>
        <Button variant="quiet" onClick={closeFile}>
          Another file
        </Button>
        <p className={styles.quiet} role="status">
          {statusWords({ asks, notes, wrong })}
        </p>
      </div>
      {notes.slice(1).map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <ColumnTable
        survey={draft.survey}
        columns={withoutOldSides(columns, { asks }, answers)}
        onKind={(name, kind) => setDraft({ ...draft, kinds: { ...draft.kinds, [name]: kind } })}
        onChoice={(choice) => readAnew(draft, choice)}
      />
    </form>
  );
}

/** What has to be done before the audit, or what was taken without asking. */
function statusWords({ asks, notes, wrong }: Pick<OwnRoles, 'asks' | 'notes' | 'wrong'>): string {
  if (wrong) return `${wrong.what} ${wrong.next}`;
  if (asks.length > 0) return askWords(asks[0]!);
  return notes[0] ?? 'Taken from the names and all values of the columns: check them.';
}
