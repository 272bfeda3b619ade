import { useState, type ReactNode } from 'react';
import { onlyFormat, type Guess, type Mapping } from '../../data/guess.ts';
import type { Column, Peek } from '../../data/peek.ts';
import { formatWords, type TimeFormat } from '../../data/times.ts';
import { Button } from '../../../renderer/kit/button.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import styles from './table.module.css';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

interface MappingFormProps {
  peek: Peek;
  guess: Guess;
  onRead: (mapping: Mapping) => void;
  onClear: () => void;
}

/** Asks what each column is, with guesses filled in. What the cells do not tell is asked, not guessed. */
export function MappingForm({ peek, guess, onRead, onClear }: MappingFormProps) {
  const [draft, setDraft] = useState<Guess>(guess);
  const { columns } = peek;
  const find = (name: string | null) => columns.find((column) => column.name === name) ?? null;
  const time = find(draft.time);
  const label = find(draft.label);
  const setTime = (name: string) =>
    setDraft({
      ...draft,
      time: name,
      timeFormat: onlyFormat(find(name)?.formats ?? []),
      features: draft.features.filter((feature) => feature.column !== name),
    });
  const problems = problemsOf(draft, time, label);
  const taken = new Set([draft.time, draft.label, draft.entity]);
  const free = columns.filter((column) => !taken.has(column.name));
  const times = columns.filter((column) => column.formats.length > 0);
  const toggle = (name: string) =>
    setDraft({
      ...draft,
      features: draft.features.some((feature) => feature.column === name)
        ? draft.features.filter((feature) => feature.column !== name)
        : [...draft.features, { column: name, writtenAt: null, writtenFormat: null }],
    });
  const guessedFormat = (written: string | null) =>
    written === null ? null : onlyFormat(find(written)?.formats ?? []);
  const setWritten = (
    name: string,
    writtenAt: string | null,
    writtenFormat: TimeFormat | null = guessedFormat(writtenAt),
  ) =>
    setDraft({
      ...draft,
      features: draft.features.map((feature) =>
        feature.column === name ? { ...feature, writtenAt, writtenFormat } : feature,
      ),
    });
  const submit = () =>
    onRead({
      time: draft.time!,
      timeFormat: draft.timeFormat!,
      label: draft.label!,
      entity: draft.entity,
      features: draft.features.filter((feature) => !taken.has(feature.column)),
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) submit();
      }}
    >
      <div className={styles.mains}>
        <Choice
          label="Time of the event"
          value={draft.time}
          options={columns}
          empty="choose"
          onChange={(name) => name && setTime(name)}
        >
          {time && time.formats.length > 1 && (
            <FormatChoice
              label="How are its times written?"
              column={time}
              value={draft.timeFormat}
              onChange={(timeFormat) => setDraft({ ...draft, timeFormat })}
            />
          )}
          {time && draft.timeFormat && (
            <span className={styles.hint}>{formatWords[draft.timeFormat]}</span>
          )}
        </Choice>
        <Choice
          label="Label"
          value={draft.label}
          options={columns}
          empty="choose"
          onChange={(name) => setDraft({ ...draft, label: name })}
        >
          {label && (
            <span className={styles.hint}>
              {label.examples.join(', ')}
              {label.distinct > 3 ? ' …' : ''}
            </span>
          )}
        </Choice>
        <Choice
          label="Whose row it is"
          value={draft.entity}
          options={columns}
          empty="nobody’s"
          onChange={(entity) => setDraft({ ...draft, entity })}
        >
          <span className={styles.hint}>
            {draft.entity
              ? `${formatFixed(find(draft.entity)?.distinct ?? NaN)} in the first ${formatFixed(peek.rows)} rows`
              : 'without it, nothing can be rebuilt'}
          </span>
        </Choice>
      </div>
      <fieldset className={styles.features}>
        <legend>
          Features{' '}
          <span className={styles.hint}>
            {draft.features.filter((feature) => !taken.has(feature.column)).length} of {free.length}
          </span>
        </legend>
        <div className={styles.featureList} tabIndex={0} role="region" aria-label="Features">
          {free.map((column) => {
            const feature = draft.features.find((one) => one.column === column.name);
            const written = find(feature?.writtenAt ?? null);
            return (
              <div key={column.name} className={styles.feature}>
                <label className={styles.tick}>
                  <input
                    type="checkbox"
                    checked={feature !== undefined}
                    onChange={() => toggle(column.name)}
                  />
                  <span>{column.name}</span>
                  <span className={styles.hint}>{column.examples.join(', ') || 'empty'}</span>
                </label>
                {feature && (
                  <span className={styles.writtenAt}>
                    <label>
                      <span className={styles.hint}>written at</span>{' '}
                      <select
                        className={styles.select}
                        value={feature.writtenAt ?? ''}
                        onChange={(event) => setWritten(column.name, event.target.value || null)}
                        aria-label={`When ${column.name} was written`}
                      >
                        <option value="">not said</option>
                        {times
                          .filter((one) => one.name !== column.name && one.name !== draft.time)
                          .map((one) => (
                            <option key={one.name} value={one.name}>
                              {one.name}
                            </option>
                          ))}
                      </select>
                    </label>
                    {written && written.formats.length > 1 && (
                      <FormatChoice
                        label={`How are the times of ${written.name} written?`}
                        column={written}
                        value={feature.writtenFormat}
                        onChange={(format) => setWritten(column.name, written.name, format)}
                      />
                    )}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
      <div className={styles.formFoot}>
        <Button type="submit" variant="secondary" disabled={problems.length > 0}>
          Look for leaks
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Another file
        </Button>
        <p className={problems.length > 0 ? styles.todo : styles.quiet} role="status">
          {problems.length > 0 ? (
            <>
              <Icon name="info" />
              {problems[0]}
            </>
          ) : (
            `Guessed from the names and the first ${formatFixed(peek.rows)} rows: check them.`
          )}
        </p>
      </div>
    </form>
  );
}

function problemsOf(draft: Guess, time: Column | null, label: Column | null): string[] {
  const taken = [draft.time, draft.label, draft.entity].filter((name) => name !== null);
  return [
    ...(time === null ? ['Which column says when each row happened?'] : []),
    ...(time && time.formats.length === 0
      ? [
          `Column “${time.name}” is not written as a time in one way: ${time.examples
            .slice(0, 2)
            .map((cell) => `“${cell}”`)
            .join(', ')}. Choose another, or write all its cells alike.`,
        ]
      : []),
    ...(time && time.formats.length > 1 && draft.timeFormat === null
      ? [`“${time.examples[0]}”: is the day first, or the month? The cells do not tell.`]
      : []),
    ...(label === null ? ['Which column is to be predicted?'] : []),
    ...(label && label.distinct > 2
      ? [
          `Column “${label.name}” has ${label.distinct} values in the first rows ` +
            `(${label.examples.map((cell) => `“${cell}”`).join(', ')}…); a label has two. Choose ` +
            'another, or make two groups of them.',
        ]
      : []),
    ...(new Set(taken).size < taken.length ? ['Time, label and owner must be three columns.'] : []),
    ...draft.features
      .filter((feature) => feature.writtenAt !== null && feature.writtenFormat === null)
      .map((feature) => `How are the times of “${feature.writtenAt}” written?`),
    ...(draft.features.filter((feature) => !taken.includes(feature.column)).length === 0
      ? ['Choose at least one feature.']
      : []),
  ];
}

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly Column[];
  empty: string;
  onChange: (name: string | null) => void;
  children: ReactNode;
}

function Choice({ label, value, options, empty, onChange, children }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        <span className={styles.choiceLabel}>{label}</span>
        <select
          className={styles.select}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{empty}</option>
          {options.map((column) => (
            <option key={column.name} value={column.name}>
              {column.name}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  );
}

function FormatChoice({
  label,
  column,
  value,
  onChange,
}: {
  label: string;
  column: Column;
  value: TimeFormat | null;
  onChange: (format: TimeFormat | null) => void;
}) {
  return (
    <select
      className={styles.select}
      value={value ?? ''}
      aria-label={label}
      onChange={(event) => onChange((event.target.value || null) as TimeFormat | null)}
    >
      <option value="">how is it written?</option>
      {column.formats.map((format) => (
        <option key={format} value={format}>
          {formatWords[format]}
        </option>
      ))}
    </select>
  );
}
