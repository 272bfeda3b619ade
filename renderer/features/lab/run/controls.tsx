import { useState } from 'react';
import type { ParameterDescription } from '../../../../labs/parameters.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { Slider } from '../../../kit/number/slider.tsx';
import { Segmented } from '../../../kit/segmented.tsx';
import { splitControls } from '../../../model/lab/resolve-place.ts';
import type { LabState } from './use-lab.ts';
import styles from './controls.module.css';

/** The part's controls under the figure, made from the lab's parameter schema; the rest and the presets one click away. */
export function Controls({
  lab,
  mode,
  one = false,
}: {
  lab: LabState;
  mode: 'full' | 'beside';
  /** The first control alone, for a room; the others are one click away. */
  one?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const names = lab.at.step.kind === 'explore' ? lab.at.step.controls : lab.at.part.controls;
  const { control } = lab;
  const { asking } = lab;
  const split = splitControls(lab.lab, names, control.parameters, asking);
  const shown = one ? split.shown.slice(0, 1) : split.shown;
  const more = one ? [...split.shown.slice(1), ...split.more] : split.more;
  const presets = lab.lab.presets.filter(({ answers }) => !asking || answers !== asking);
  // A room that can move nothing needs no empty strip: the figure has its height.
  if (one && shown.length === 0) return null;
  return (
    <section
      className={styles.controls}
      aria-label="Settings"
      data-one={one || undefined}
      data-pane={mode === 'beside' || undefined}
      data-narrow={(mode === 'beside' && shown.length > 3) || undefined}
    >
      <div className={styles.row}>
        {shown.map((parameter) => (
          <Control key={parameter.name} parameter={parameter} lab={lab} />
        ))}
      </div>
      <div className={styles.side}>
        <Button variant="quiet" className={styles.small} onClick={() => setOpen(true)}>
          More settings
        </Button>
        {control.canUndo && !control.away ? (
          <Button variant="quiet" className={styles.small} onClick={control.undo}>
            Undo
          </Button>
        ) : (
          <Button
            variant="quiet"
            className={styles.small}
            disabled={!control.away || control.locked}
            onClick={control.reset}
          >
            Reset
          </Button>
        )}
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Settings"
        about={
          'A preset is a set of settings that tells a story. Where training or timing must be ' +
          'done again, run once more to see the change.'
        }
        width="wide"
      >
        <Segmented
          label="Preset"
          value={control.changed ? null : lab.at.preset}
          disabled={control.locked}
          onChange={lab.setPreset}
          options={presets.map((preset) => ({ value: preset.id, label: preset.title }))}
        />
        <p className={styles.about}>
          {control.changed
            ? 'Changed from the preset.'
            : presets.find((preset) => preset.id === lab.at.preset)?.about}
        </p>
        <div className={styles.all}>
          {[...shown, ...more].map((parameter) => (
            <Control key={parameter.name} parameter={parameter} lab={lab} />
          ))}
        </div>
      </Dialog>
    </section>
  );
}

/** So many letters of options stand in one column beside a slide; more take two, and lie over no neighbour. */
const oneColumn = 16;

function Control({ parameter, lab }: { parameter: ParameterDescription; lab: LabState }) {
  const { name, label, unit, zero, help } = parameter;
  const value = lab.control.parameters[name];
  if (parameter.kind === 'choice') {
    const isLong = parameter.options.join('').length > oneColumn;
    return (
      <div className={styles.choice} data-long={isLong || undefined}>
        <span>{label}</span>
        <Segmented
          label={label}
          value={String(value)}
          options={parameter.options}
          disabled={lab.control.locked}
          onChange={(next) => lab.control.set(name, next)}
        />
      </div>
    );
  }
  const { min, max, step, scale, integer } = parameter;
  return (
    <Slider
      label={label}
      value={Number(value)}
      unit={unit}
      zero={zero}
      help={help}
      min={min}
      max={max}
      step={step}
      scale={scale}
      integer={integer}
      disabled={lab.control.locked}
      onChange={(next) => lab.control.set(name, next)}
    />
  );
}
