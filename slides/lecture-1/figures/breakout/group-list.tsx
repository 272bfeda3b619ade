import { useState } from 'react';
import styles from './group-list.module.css';
import { groupsAsText } from './groups.ts';
import { useGroupPage } from './use-group-page.ts';
import type { GroupsState } from './use-groups.ts';

/** How many groups fit on the slide: eight lists of names, or fourteen lines of numbers. */
const perPage = (named: boolean) => (named ? 8 : 14);

/** Beside one another: as few as leave names their room. Two rows hold five groups and more. */
function columnsFor(groups: number): number {
  if (groups <= 4) return groups;
  return groups <= 6 ? 3 : 4;
}

/** Signs of a large name that fit beside one another on the whole slide. */
const largeSigns = 60;

const isLong = (groups: readonly (readonly string[])[], columns: number): boolean =>
  groups.some((names) => names.some((name) => [...name].length > largeSigns / columns));

/** The groups, as many at a time as can be read from the back row. */
export function GroupList({
  groups,
  state,
  onEdit,
}: {
  groups: string[][];
  state: GroupsState;
  onEdit: () => void;
}) {
  const [wantedPage, setPage] = useGroupPage();
  const [said, setSaid] = useState('');
  const size = perPage(state.named);
  const pages = Math.ceil(groups.length / size);
  const page = Math.min(wantedPage, pages - 1);
  const columns = columnsFor(groups.length);
  const copy = () => {
    const done = (words: string) => setSaid(words);
    navigator.clipboard.writeText(groupsAsText(groups)).then(
      () => done('Copied'),
      () => done('The clipboard can’t be reached'),
    );
  };
  const act = (what: () => void) => () => {
    setSaid('');
    what();
  };
  return (
    <>
      <ol
        className={styles.groups}
        data-named={state.named}
        data-few={groups.length <= (state.named ? 4 : 7) || undefined}
        data-columns={state.named ? columns : undefined}
        data-long={(state.named && isLong(groups, columns)) || undefined}
        data-own-number
      >
        {groups.slice(page * size, (page + 1) * size).map((names, index) => (
          <li key={page * size + index} className={styles.group}>
            <h2 className={styles.number}>{`Group ${page * size + index + 1}`}</h2>
            <ul className={styles.names}>
              {names.map((name, at) => (
                <li key={at} title={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <div className={styles.foot} data-small data-print="hide">
        <button type="button" onClick={act(state.reshuffle)}>
          Shuffle again
        </button>
        <button type="button" disabled={!state.canUndo} onClick={act(state.undo)}>
          Undo
        </button>
        <button type="button" onClick={copy}>
          Copy as text
        </button>
        <button type="button" onClick={onEdit}>
          Who is here
        </button>
        <span className={styles.told} role="status">
          {said || (state.phones && 'Each phone says its group')}
        </span>
        {pages > 1 && (
          <span className={styles.pages}>
            <button
              type="button"
              aria-label="Groups before"
              disabled={page === 0}
              onClick={() => setPage(page - 1)}
            >
              ‹
            </button>
            <span>{`${page * size + 1}–${Math.min(groups.length, (page + 1) * size)} of ${groups.length}`}</span>
            <button
              type="button"
              aria-label="Groups after"
              disabled={page === pages - 1}
              onClick={() => setPage(page + 1)}
            >
              ›
            </button>
          </span>
        )}
      </div>
    </>
  );
}
