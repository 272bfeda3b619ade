import { useEffect, useRef, useState } from 'react';
import styles from './run-card.module.css';

/** What is typed is kept this much later, and at once when the field is left. */
const settleMs = 700;

/**
 * Text that is typed here and kept by the host. While the field is not being typed in it follows the host, so that two windows show the
 * same; leaving the card keeps what was typed last.
 */
function useDraft(value: string, onChange: (value: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, onChange });
  useEffect(() => {
    latest.current = { draft, value, onChange };
  });
  const keep = () => {
    const now = latest.current;
    if (now.draft !== null && now.draft !== now.value) now.onChange(now.draft);
  };
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(keep, settleMs);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => keep, []);
  return {
    text: draft ?? value,
    set: setDraft,
    leave: () => {
      keep();
      setDraft(null);
    },
  };
}

/** The run's name: what it is called anyway stands there until it gets one. */
export function NameField({
  value,
  fallback,
  onChange,
}: {
  value: string;
  fallback: string;
  onChange: (name: string) => void;
}) {
  const { text, set, leave } = useDraft(value, onChange);
  return (
    <h2 className={styles.title} id="run-title">
      <span className="said">{text || fallback}</span>
      <input
        className={styles.name}
        value={text}
        placeholder={fallback}
        maxLength={120}
        aria-label="Name of this run"
        spellCheck={false}
        onChange={(event) => set(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') {
            set(value);
            event.stopPropagation();
          }
        }}
      />
    </h2>
  );
}

/** The learner's own words about a run. */
export function NoteField({
  value,
  onChange,
}: {
  value: string;
  onChange: (note: string) => void;
}) {
  const { text, set, leave } = useDraft(value, onChange);
  return (
    <section className={styles.section}>
      <label className={styles.note}>
        <span>Your note</span>
        <textarea
          value={text}
          rows={2}
          maxLength={4_000}
          placeholder="What did it show you?"
          onChange={(event) => set(event.target.value)}
          onBlur={leave}
        />
      </label>
    </section>
  );
}
