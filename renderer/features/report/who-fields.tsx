import { useCallback, useEffect, useRef, useState } from 'react';
import type { Who } from '../../../main/contract/learner.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import styles from './report-room.module.css';

/** What is typed is kept this much later, and at once when the field is left. */
const settleMs = 500;

/** Name and course, kept as they are typed. While nothing is being typed they follow what another window says. */
export function WhoFields() {
  const host = useHost();
  const kept = useHostState((state) => state.learner.who);
  const [draft, setDraft] = useState<Partial<Who>>({});
  const latest = useRef({ draft, kept });
  useEffect(() => {
    latest.current = { draft, kept };
  });
  /** Reads the latest of everything: what is kept is never older than what stands in the fields. */
  const keep = useCallback(() => {
    const { draft: now, kept: old } = latest.current;
    const who = { ...old, ...now };
    if (who.name !== old.name || who.course !== old.course)
      return host.call('learner.change', { kind: 'who', who }).then(() => undefined, host.report);
    return Promise.resolve();
  }, [host]);
  useEffect(() => {
    if (Object.keys(draft).length === 0) return;
    const timer = setTimeout(() => void keep(), settleMs);
    return () => clearTimeout(timer);
  }, [draft, keep]);
  // Leaving the room before it settled must not lose the last letters.
  useEffect(() => () => void keep(), [keep]);
  const field = (name: keyof Who, label: string, placeholder: string) => (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        value={draft[name] ?? kept[name]}
        maxLength={120}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        onBlur={() => void keep().then(() => setDraft(({ [name]: _kept, ...others }) => others))}
      />
    </label>
  );
  return (
    <>
      {field('name', 'Name', 'stands on the report')}
      {field('course', 'Course', 'the lecture’s own')}
    </>
  );
}
