import { useCallback, useEffect, useRef, useState } from 'react';
import type { Who } from '../../../main/contract/learner.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { whileWriting } from '../../model/notebook/share-writing.ts';
import styles from './report-room.module.css';

/** What is typed is kept this much later, and at once when the field is left. */
const settleMs = 500;

/**
 * Name and course, kept as they are typed, and before any file is saved. While nothing is being typed
 * they follow what another window says.
 */
export function WhoFields() {
  const host = useHost();
  const kept = useHostState((state) => state.learner.who);
  const [draft, setDraft] = useState<Partial<Who>>({});
  /** The draft as it is at this moment, drawn or not. */
  const typed = useRef(draft);
  const write = (next: Partial<Who>) => {
    typed.current = next;
    setDraft(next);
  };
  const last = useRef<Promise<void>>(Promise.resolve());
  /** Resolves once the host has what stands in the fields. One call after the other: the last one sent is the last one typed. */
  const keep = useCallback(() => {
    const send = async () => {
      const old = host.store.getState().learner.who;
      const who = { ...old, ...typed.current };
      if (who.name !== old.name || who.course !== old.course)
        await host.call('learner.change', { kind: 'who', who });
    };
    return (last.current = last.current.then(send, send));
  }, [host]);
  useEffect(() => {
    if (Object.keys(draft).length === 0) return;
    const timer = setTimeout(() => void keep().catch(host.report), settleMs);
    return () => clearTimeout(timer);
  }, [draft, keep, host]);
  useEffect(() => {
    const end = whileWriting(host, keep);
    // Leaving the room before it settled must not lose the last letters.
    return () => void keep().catch(host.report).finally(end);
  }, [host, keep]);
  /** A field that was left follows the host again, unless it could not be kept or is being written in anew. */
  const leave = (name: keyof Who) => {
    const value = typed.current[name];
    if (value === undefined) return;
    keep().then(() => {
      if (typed.current[name] !== value) return;
      const { [name]: _kept, ...others } = typed.current;
      write(others);
    }, host.report);
  };
  const field = (name: keyof Who, label: string, placeholder: string) => (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        value={draft[name] ?? kept[name]}
        maxLength={120}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => write({ ...typed.current, [name]: event.target.value })}
        onBlur={() => leave(name)}
      />
    </label>
  );
  return (
    <>
      {field('name', 'Name', 'stands on the report')}
      {field('course', 'Course', 'the lecture’s own')}
      {/* Follows the letters: it must not go, and move the buttons, while one of them is being pressed. */}
      {(draft.name ?? kept.name).trim() === '' && (
        <p className={styles.hint}>Without a name nobody can tell whose the files are.</p>
      )}
    </>
  );
}
