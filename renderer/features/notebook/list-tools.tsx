import { useEffect, useRef } from 'react';
import type { RunStatus } from '../../../main/contract/run.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { labs } from '../../model/lab/registry.ts';
import { useHostState } from '../../host/use-host.ts';
import { isTyping } from '../../model/lecture/key-owner.ts';
import { everything, isNarrow, type Filter } from './find-runs.ts';
import styles from './list-tools.module.css';

const statuses: [RunStatus, string][] = [
  ['finished', 'Finished'],
  ['stopped', 'Stopped'],
  ['failed', 'Failed'],
  ['running', 'Running'],
  ['queued', 'Waiting'],
];

/** Search and filters over the list. "/" leads to the search, Escape empties it. */
export function ListTools({
  filter,
  onFilter,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const search = useRef<HTMLInputElement>(null);
  const letters = useHostState((state) => state.settings.letterKeys);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        !letters ||
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [letters]);
  return (
    <div className={styles.tools} role="search" aria-label="Runs">
      <label className={styles.search}>
        <Icon name="search" />
        <span className="said">Search your runs</span>
        <input
          ref={search}
          type="search"
          value={filter.words}
          maxLength={200}
          placeholder="Name, note, seed, setting"
          title="Press / to come here"
          onChange={(event) => onFilter({ ...filter, words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onFilter({ ...filter, words: '' });
          }}
        />
      </label>
      <select
        className={styles.select}
        aria-label="Lab"
        value={filter.lab ?? ''}
        onChange={(event) => onFilter({ ...filter, lab: event.target.value || null })}
      >
        <option value="">All labs</option>
        {labs.map((lab) => (
          <option key={lab.id} value={lab.id}>
            {lab.title}
          </option>
        ))}
      </select>
      <select
        className={styles.select}
        aria-label="How it ended"
        value={filter.status ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, status: (event.target.value || null) as RunStatus | null })
        }
      >
        <option value="">Any ending</option>
        {statuses.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Button
        icon={filter.starred ? 'starred' : 'star'}
        pressed={filter.starred}
        aria-label="Starred only"
        title="Starred only"
        onClick={() => onFilter({ ...filter, starred: !filter.starred })}
      />
      {isNarrow(filter) && (
        <Button variant="quiet" onClick={() => onFilter(everything)}>
          Show all
        </Button>
      )}
    </div>
  );
}
