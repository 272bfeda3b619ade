import type { ReactNode } from 'react';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import styles from './myth.module.css';

interface MythProps {
  number: number;
  /** What people believe, cut into pieces; those under `false` are struck out. */
  belief: readonly (string | { false: string })[];
  /** What is so instead; the pieces come at steps 2, 3 … */
  answer: readonly string[];
  /** The step that strikes the belief out; the second unless the answer first grants something. */
  struckAt?: number;
  children: ReactNode;
}

/** A belief, struck out, the answer under it, and the drawing that shows the difference. All five myths look like this. */
export function Myth({ number, belief, answer, struckAt = 2, children }: MythProps) {
  const { step } = useSlide();
  return (
    <>
      <p className={styles.number}>Myth {number}</p>
      <h1 className={styles.belief}>
        “
        {belief.map((piece) => {
          const words = typeof piece === 'string' ? piece : piece.false;
          return typeof piece !== 'string' && step >= struckAt ? (
            <s key={words}>{words}</s>
          ) : (
            <span key={words}>{words}</span>
          );
        })}
        ”
      </h1>
      <p className={styles.answer}>
        {answer.map((piece, index) => (
          <span key={piece} data-step={step < index + 2 ? 'coming' : 'shown'}>
            {piece}{' '}
          </span>
        ))}
      </p>
      {children}
    </>
  );
}
