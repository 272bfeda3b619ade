import type { CSSProperties } from 'react';
import styles from './weight-slider.module.css';

interface WeightSliderProps {
  label: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}

/** A whole number from 0 on a track that can be seized from the back of a stage. A room's mean stands between two. */
export function WeightSlider({ label, value, max, onChange }: WeightSliderProps) {
  return (
    <input
      type="range"
      className={styles.slider}
      min={0}
      max={max}
      step={Number.isInteger(value) ? 1 : 'any'}
      value={value}
      aria-label={label}
      style={{ '--filled': `${(100 * value) / max}%` } as CSSProperties}
      onChange={(event) => onChange(Math.round(Number(event.target.value)))}
      // A drag must not leave the page keys with the slider: a clicker's next press turns the slide.
      onPointerUp={(event) => event.currentTarget.blur()}
    />
  );
}
