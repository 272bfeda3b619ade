import { useEffect, useRef } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { isPartDone } from '../../../model/prediction/step-done.ts';
import type { LabState } from '../run/use-lab.ts';
import { StepContent } from './step-content.tsx';
import { StoryNav } from './story-nav.tsx';
import styles from './story.module.css';

/** The story down the left side: every part, the current one opened at its step. Under 900 px the parts become a bar. */
export function StoryColumn({ lab }: { lab: LabState }) {
  const open = useRef<HTMLLIElement>(null);
  const step = lab.at.step.id;
  // A late part's question would lie below the list of those before it.
  useEffect(() => open.current?.scrollIntoView({ block: 'nearest' }), [step]);
  return (
    <section className={styles.column} aria-label="Story" tabIndex={-1}>
      <ol className={styles.parts}>
        {lab.story.parts.map((part, index) => {
          const current = part.id === lab.at.part.id;
          const done = isPartDone(part, lab.progress.done);
          return (
            <li
              key={part.id}
              ref={current ? open : undefined}
              className={styles.part}
              data-current={current || undefined}
            >
              <button
                type="button"
                className={styles.partButton}
                aria-current={current ? 'step' : undefined}
                onClick={() => {
                  if (!current) lab.goTo(part.steps[0]!.id);
                }}
              >
                {done && !current ? (
                  <span className={styles.tick}>
                    <Icon name="check" />
                  </span>
                ) : (
                  <span className={styles.place}>{index + 1}</span>
                )}
                <span>
                  {part.title}
                  {done && <span className="said">, done</span>}
                </span>
              </button>
              {current && (
                <div className={styles.current}>
                  <StepMarks lab={lab} />
                  <StepContent lab={lab} withTitle />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <StoryNav lab={lab} small={false} />
    </section>
  );
}

/** The story under the slide: no list of parts, only where in it one is. */
export function StoryBeside({ lab }: { lab: LabState }) {
  return (
    <section className={styles.beside} data-beside aria-label="Story" tabIndex={-1}>
      <div className={styles.besideHead}>
        <span className={styles.partName}>
          Lab, part {lab.at.partIndex + 1} of {lab.story.parts.length}: {lab.at.part.title}
        </span>
        <StepMarks lab={lab} />
        <StoryNav lab={lab} small />
      </div>
      <StepContent lab={lab} withTitle />
    </section>
  );
}

/** One mark for each step of the part; each leads to its step. */
function StepMarks({ lab }: { lab: LabState }) {
  return (
    <ol className={styles.marks} aria-label={`Steps of ${lab.at.part.title}`}>
      {lab.at.part.steps.map((step, index) => {
        const current = step.id === lab.at.step.id;
        const done = lab.progress.done.includes(step.id);
        return (
          <li key={step.id}>
            <button
              type="button"
              className={styles.mark}
              data-done={done || undefined}
              aria-current={current ? 'step' : undefined}
              aria-label={`Step ${index + 1}: ${step.title}${done ? ', done' : ''}`}
              title={step.title}
              onClick={() => lab.goTo(step.id)}
            />
          </li>
        );
      })}
    </ol>
  );
}
