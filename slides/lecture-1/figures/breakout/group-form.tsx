import { useId, useState, type ReactNode } from 'react';
import { useHostState } from '../../../../renderer/host/use-host.ts';
import { NumberField } from '../../../../renderer/kit/number/number-field.tsx';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { ListEntry, TakenList } from './class-list.tsx';
import styles from './group-form.module.css';
import { groupSizes, mostPeople, namesFrom, readNames, readPeople } from './groups.ts';
import { isList, useClassList } from './use-class-list.ts';
import type { GroupsState } from './use-groups.ts';

/**
 * Who is here: a list of names, or only how many. A list stays in this window, and of it nothing is
 * shown but how many are in it: the room sees groups only.
 */
export function GroupForm({
  state,
  onDone,
  back,
}: {
  state: GroupsState;
  onDone: () => void;
  back: ReactNode;
}) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const { draft, write } = state;
  const [typed, setTyped] = useState('');
  const taken = useClassList();
  const phones = useGroupedPhones();
  const list = taken.read ? namesFrom(taken.read.names) : readNames(typed);
  const named = list.names.length > 0;
  const counted = readPeople(draft.people);
  const unnamed = counted.ok ? counted.people : 0;
  const people = named ? list.names.length : unnamed;
  const remark = () => {
    if (list.beyond > 0)
      return `Only the first ${mostPeople} names are taken; ${list.beyond} more are left out.`;
    if (list.twice.length === 0) return '';
    if (taken.read) return twiceInWords(list.twice.length);
    return (
      <>
        Twice in the list and kept: <bdi>{list.twice[0]}</bdi>
        {list.twice.length > 1 && ` and ${list.twice.length - 1} more`}
      </>
    );
  };
  const problem = named || counted.ok ? null : countProblem(draft.people, counted.problem, asked);
  const make = () => {
    setAsked(people === 0);
    if (people === 0) return;
    state.group(named ? list.names : null, people);
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div className={styles.paste}>
        {taken.read ? (
          <TakenList list={taken} />
        ) : (
          <>
            <label htmlFor={`${id}-names`}>Names, one on each line</label>
            <ListEntry
              list={taken}
              typed={typed}
              onType={setTyped}
              id={`${id}-names`}
              isList={isList}
            />
          </>
        )}
      </div>
      <div className={styles.count}>
        <label htmlFor={`${id}-people`}>or how many people</label>
        <NumberField
          id={`${id}-people`}
          whole
          className={styles.people}
          placeholder="34"
          disabled={named}
          maxLength={40}
          text={named ? String(list.names.length) : draft.people}
          onText={(text) => {
            setAsked(false);
            write({ people: text });
          }}
          wrong={problem !== null}
          describedBy={`${id}-told`}
        />
        <p className={styles.sizes} aria-live="polite">
          {people > 0 ? sizesInWords(groupSizes(people)) : ''}
        </p>
        <p
          className={styles.told}
          id={`${id}-told`}
          role={problem ? 'alert' : undefined}
          data-small
          data-problem={problem !== null || undefined}
        >
          {problem ?? remark()}
        </p>
        <div className={styles.actions} data-small>
          <button type="submit" className={styles.main}>
            Make groups
          </button>
          {phones > 0 && (
            <button
              type="button"
              onClick={() => {
                state.group(null, Math.min(phones, mostPeople), true);
                onDone();
              }}
            >
              {phones === 1 ? 'Group the one phone' : `Group the ${phones} phones`}
            </button>
          )}
          {back}
        </div>
      </div>
    </form>
  );
}

/** How many phones can be told their group: those that joined, where the room is open and this slide tells them. */
function useGroupedPhones(): number {
  const { slide } = useSlide();
  const joined = useHostState((state) => (state.room.open ? state.room.joined : 0));
  return slide.room ? joined : 0;
}

/** Of a list that nobody sees, no name is said either. */
const twiceInWords = (twice: number) =>
  twice === 1
    ? 'One name is in the list more than once. All are kept.'
    : `${twice} names are in the list more than once. All are kept.`;

/** What is wrong with the number of people; an empty field is wrong only once groups were asked for. */
function countProblem(typed: string, problem: string, asked: boolean): string | null {
  if (typed.trim() !== '') return problem;
  return asked ? 'Paste names, or say how many.' : null;
}

/** "7 groups: 6 of 5, 1 of 4". */
function sizesInWords(sizes: readonly number[]): string {
  if (sizes.length === 1) return sizes[0] === 1 ? 'one person alone' : `one group of ${sizes[0]}`;
  const kinds = [...new Set(sizes)];
  if (kinds.length === 1) return `${sizes.length} groups of ${kinds[0]}`;
  return `${sizes.length} groups: ${kinds.map((size) => `${sizes.filter((one) => one === size).length} of ${size}`).join(', ')}`;
}
