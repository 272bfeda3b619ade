import { useEffect, useRef, useState } from 'react';
import type { StoryStep } from './lab-view.ts';
import type { LabState } from './use-lab.ts';
import styles from './story.module.css';

type ReflectStep = Extract<StoryStep, { kind: 'reflect' }>;
const settleMs = 600;

/** Free text in the learner's own words, saved as it is written. */
export function ReflectForm({ lab, step }: { lab: LabState; step: ReflectStep }) {
  const saved = lab.progress.reflections[step.id] ?? '';
  const [text, setText] = useState(saved);
  const latest = useRef({ text, saved, change: lab.change });
  useEffect(() => {
    latest.current = { text, saved, change: lab.change };
  });
  useEffect(() => {
    if (text === latest.current.saved) return;
    const timer = setTimeout(() => latest.current.change({ kind: 'reflect', step: step.id, text }), settleMs);
    return () => clearTimeout(timer);
  }, [text, step.id]);
  // Leaving before it settled must not lose the last words.
  useEffect(() => () => {
    const now = latest.current;
    if (now.text !== now.saved) now.change({ kind: 'reflect', step: step.id, text: now.text });
  }, [step.id]);
  return (
    <div className={styles.check}>
      <label className={styles.question} htmlFor={`${step.id}-text`}>{step.question}</label>
      <textarea id={`${step.id}-text`} className={styles.text} rows={4} maxLength={20_000} value={text} placeholder="In a sentence or two" onChange={(event) => setText(event.target.value)} />
      <p className={styles.hint} role="status">{text === '' ? 'Only on this computer, for your report.' : text === saved ? 'Saved' : 'Saving…'}</p>
    </div>
  );
}
