import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Use } from '../../../main/contract/learner.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { uses } from '../../shared/window/use-use.ts';
import styles from './first-start.module.css';

/**
 * The one question of the first start, over the first slide: what is Lectern opened for? 1, 2, 3, the
 * arrows with Enter, or a press answer it; Escape only looks around.
 */
export function FirstStart({ onUse }: { onUse: (use: Use) => void }) {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    page.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  const answer = useRef(onUse);
  useEffect(() => {
    answer.current = onUse;
  });
  useEffect(() => {
    // Heard wherever the focus is, but not where another window stands over the question.
    const listen = (event: globalThis.KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const elsewhere = target instanceof Element && target.closest('[role="dialog"]');
      if (ctrlKey || metaKey || altKey || (elsewhere && elsewhere !== page.current)) return;
      const chosen = key === 'Escape' ? uses.at(-1) : uses[Number(key) - 1];
      if (!chosen) return;
      event.preventDefault();
      answer.current(chosen.use);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <section
      ref={page}
      className={`${styles.page} grows`}
      role="dialog"
      aria-modal="true"
      aria-labelledby="first-start"
      aria-describedby="first-start-about"
      data-print="hide"
    >
      <div className={styles.inner}>
        <h1 id="first-start">What would you like to do?</h1>
        <div className={styles.choices} onKeyDown={moveFocus}>
          {uses.map(({ use, title, about }, index) => (
            <button
              key={use}
              type="button"
              className={styles.choice}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onUse(use)}
            >
              <span className={styles.title}>
                {title}
                <Kbd>{index + 1}</Kbd>
              </span>
              <span className={styles.about}>{about}</span>
            </button>
          ))}
        </div>
        <p id="first-start-about" className={styles.foot}>
          Everything stays on this computer. You can change this in the settings.
        </p>
      </div>
    </section>
  );
}

/** The arrows go round the choices; Tab does not leave them. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key === 'Tab' && event.shiftKey ? 'ArrowLeft' : event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  event.preventDefault();
  all[(at + step + all.length) % all.length]?.focus();
}
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  Tab: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
