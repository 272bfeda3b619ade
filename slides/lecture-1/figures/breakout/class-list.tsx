import { useId } from 'react';
import styles from './class-list.module.css';
import type { ClassList } from './use-class-list.ts';

/** A list that was taken in: how many, and which column is the name. Nothing that stands in it is shown. */
export function TakenList({ list }: { list: ClassList }) {
  const name = useId();
  if (!list.read) return null;
  const { people, choices, chosen, byMail } = list.read;
  return (
    <div className={styles.taken}>
      <p role="status">
        {people === 1 ? '1 person is in the list.' : `${people} people are in the list.`} Nothing of
        it is shown here.
      </p>
      {byMail > 0 && (
        <p className={styles.warning} role="alert">
          {mailWords(byMail)}
        </p>
      )}
      {choices.length > 1 && (
        <fieldset className={styles.choices}>
          <legend>Which is the name?</legend>
          {choices.map(({ columns, label }, at) => (
            <label key={columns.join('-')}>
              <input
                type="radio"
                name={name}
                checked={at === chosen}
                onChange={() => list.choose(at)}
              />
              <bdi>{label}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <button type="button" className={styles.other} onClick={list.clear}>
        Another list
      </button>
    </div>
  );
}

/** What the room would see of an address is said before it does. */
const mailWords = (names: number): string =>
  names === 1
    ? 'One name is what stands before the @ of an address. The groups will show it.'
    : `${names} names are what stands before the @ of an address. The groups will show them.`;

/** Where names are typed, and a list is pasted, dropped or opened. */
export function ListEntry({
  list,
  typed,
  onType,
  id,
  isList,
}: {
  list: ClassList;
  typed: string;
  onType: (text: string) => void;
  id: string;
  /** Whether a text is more than a name: then it is never shown. */
  isList: (text: string) => boolean;
}) {
  return (
    <>
      <textarea
        id={id}
        className={styles.names}
        dir="auto"
        spellCheck={false}
        placeholder={'Ana Gómez\nBo Lindqvist\n…'}
        value={typed}
        maxLength={100_000}
        onChange={({ target: { value } }) => {
          // However it got there: an address or a spreadsheet's row is not for the room.
          if (!/[@\t]/.test(value) || !list.take(value)) onType(value);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (isList(text) && list.take(text)) event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file) void list.open(file);
          else list.take(event.dataTransfer.getData('text/plain'));
        }}
      />
      <div className={styles.open} data-small>
        <label className={styles.file}>
          Open a list
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/plain,text/csv"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void list.open(file);
              target.value = '';
            }}
          />
        </label>
        <span role={list.problem ? 'alert' : undefined}>
          {list.problem ?? 'or paste one: CSV, a spreadsheet’s cells, mail addresses'}
        </span>
      </div>
    </>
  );
}
