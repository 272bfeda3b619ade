import { Slider as BaseSlider } from '@base-ui/react/slider';
import { useId, useState, type KeyboardEvent } from 'react';
import { Help } from '../help.tsx';
import { useReturnFocus } from '../use-return-focus.ts';
import { decimalsOf, formatFixed } from './format.ts';
import { NumberField } from './number-field.tsx';
import { fromPlace, lastPlace, toPlace, type SliderRange } from './slider-scale.ts';
import { parseTyped } from './typed-number.ts';
import { useRefused } from './use-refused.ts';
import { useTypedNumber } from './use-typed-number.ts';
import { Value } from './value.tsx';
import styles from './slider.module.css';

export interface SliderProps extends SliderRange {
  label: string;
  value: number;
  unit?: string;
  /** A word that stands in place of 0. */
  zero?: string;
  /** One or two sentences, behind the question mark. */
  help?: string;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A number on a track: drag it, use the keys, or click the value and type it. */
export function Slider({
  label,
  value,
  unit = '',
  zero,
  help,
  disabled,
  onChange,
  ...range
}: SliderProps) {
  const [typing, setTyping] = useState(false);
  const { button, returns } = useReturnFocus(typing);
  const [refused, tell] = useRefused();
  const id = useId();
  const digits = range.scale === 'log' ? undefined : decimalsOf(range.step);
  const shown =
    digits == null
      ? formatFixed(value)
      : formatFixed(value, value % 1 === 0 && range.step >= 1 ? 0 : digits);
  const worded = value === 0 && zero !== undefined;
  const said = worded ? zero : `${shown}${unit ? ` ${unit}` : ''}`;
  const last = lastPlace(range);
  const move = (place: number) => {
    const next = fromPlace(place, value, range);
    if (next !== value) onChange(next);
  };
  return (
    <div className={styles.slider} data-disabled={disabled || undefined}>
      <div className={styles.head}>
        <span className={styles.label} id={id}>
          {label}
        </span>
        {help && <Help about={label}>{help}</Help>}
        <span className={styles.space} />
        {typing ? (
          <TypedInput
            label={label}
            value={value}
            unit={unit}
            range={range}
            onDone={(byKey, refused) => {
              if (byKey) returns();
              tell(refused);
              setTyping(false);
            }}
            onChange={onChange}
          />
        ) : (
          <span className={styles.typed}>
            <button
              ref={button}
              type="button"
              className={styles.value}
              disabled={disabled}
              aria-label={`${label}: ${said}. Type a value`}
              onClick={() => setTyping(true)}
            >
              {worded ? <Value value={zero} /> : <Value value={shown} unit={unit} />}
            </button>
            {refused && (
              <span className={styles.problem} role="alert">
                {refused}
              </span>
            )}
          </span>
        )}
      </div>
      <BaseSlider.Root
        className={styles.root}
        data-prevent-swipe=""
        aria-labelledby={id}
        min={0}
        max={last}
        step={range.scale === 'log' ? 0.01 : 1}
        largeStep={Math.max(1, Math.round(last / 10))}
        value={toPlace(value, range)}
        disabled={disabled}
        thumbAlignment="edge"
        onValueChange={(place, details) => {
          if (details.reason !== 'keyboard') move(place);
        }}
      >
        <BaseSlider.Control className={styles.control}>
          <BaseSlider.Track className={styles.track}>
            <BaseSlider.Indicator className={styles.filled} />
            <BaseSlider.Thumb
              className={styles.thumb}
              aria-labelledby={id}
              getAriaValueText={() => said}
              onKeyDown={(event: KeyboardEvent) => {
                const place = keyPlace(event, toPlace(value, range), last);
                if (place === null || disabled) return;
                event.preventDefault();
                event.stopPropagation();
                move(place);
              }}
            />
          </BaseSlider.Track>
        </BaseSlider.Control>
      </BaseSlider.Root>
    </div>
  );
}

/** Where a key moves the thumb; null where it is not one of the slider's keys. Shift and the page keys move by a tenth. */
function keyPlace(event: KeyboardEvent, place: number, last: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const large = Math.max(1, Math.round(last / 10));
  const small = event.shiftKey ? large : 1;
  const moves: Record<string, number> = {
    ArrowRight: small,
    ArrowUp: small,
    ArrowLeft: -small,
    ArrowDown: -small,
    PageUp: large,
    PageDown: -large,
    Home: -Infinity,
    End: Infinity,
  };
  const by = moves[event.key];
  return by === undefined ? null : Math.min(last, Math.max(0, place + by));
}

interface TypedInputProps {
  label: string;
  value: number;
  unit: string;
  range: SliderRange;
  /** Whether a key ended it: the focus then goes back to the value. */
  onDone: (byKey: boolean, refused: string | null) => void;
  onChange: (value: number) => void;
}

function TypedInput({ label, value, unit, range, onDone, onChange }: TypedInputProps) {
  const { field, problem, problemId, takeNearest } = useTypedNumber({
    shown: formatFixed(value),
    read: (text) => parseTyped(text, range, unit),
    onCommit: onChange,
    onEnd: onDone,
    patient: true,
  });
  return (
    // What is typed is nobody else's key.
    <span className={styles.typed} onKeyDown={(event) => event.stopPropagation()}>
      <NumberField
        {...field}
        autoFocus
        inColumn
        className={styles.input}
        label={`${label}${unit ? `, ${unit}` : ''}`}
        whole={range.integer}
      />
      {problem && (
        <span className={styles.problem} id={problemId} role="alert">
          {problem.what}
          {problem.nearest !== null && (
            <button
              type="button"
              data-offer={problemId}
              className={styles.offer}
              onClick={takeNearest}
            >
              Use {formatFixed(problem.nearest)}
            </button>
          )}
        </span>
      )}
    </span>
  );
}
