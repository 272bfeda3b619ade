import { useId } from 'react';
import { frames, lensColours, lenses, rimColours, rims, type Glasses } from '../drawing/glasses.ts';
import { svgColour } from '../drawing/colour.ts';
import { changed } from './use-try.ts';
import styles from './editor.module.css';

const frameWords = { square: 'Square', round: 'Round', wire: 'Wire' } as const;

/** Shape and colours of a pair: three small rows of choices. */
export function GlassesEditor({
  glasses,
  onChange,
}: {
  glasses: Glasses;
  onChange: (glasses: Glasses) => void;
}) {
  const id = useId();
  return (
    <div className={styles.editor}>
      <Row legend="Frame">
        {frames.map((frame) => (
          <label key={frame} className={styles.frame} title={frameWords[frame]}>
            <input
              type="radio"
              name={`${id}-frame`}
              aria-label={frameWords[frame]}
              checked={glasses.frame === frame}
              onChange={() => onChange(changed(glasses, { frame }))}
            />
            <svg viewBox="0 0 28 14" aria-hidden focusable={false}>
              {[7, 21].map((x) =>
                frame === 'square' ? (
                  <rect key={x} x={x - 5} y={2.5} width={10} height={9} rx={1.5} />
                ) : (
                  <circle key={x} cx={x} cy={7} r={5} data-thin={frame === 'wire' || undefined} />
                ),
              )}
              <path d="M12 6h4" data-thin={frame === 'wire' || undefined} />
            </svg>
          </label>
        ))}
      </Row>
      <Row legend="Rim">
        {rims.map((rim) => (
          <Swatch
            key={rim}
            group={`${id}-rim`}
            name={rim}
            colour={svgColour(rimColours[rim])}
            on={glasses.rim === rim}
            onPick={() => onChange(changed(glasses, { rim }))}
          />
        ))}
      </Row>
      <Row legend="Lens">
        {lenses.map((lens) => (
          <Swatch
            key={lens}
            group={`${id}-lens`}
            name={lens === 'none' ? 'no tint' : lens}
            colour={lens === 'none' ? null : svgColour(lensColours[lens])}
            on={glasses.lens === lens}
            onPick={() => onChange(changed(glasses, { lens }))}
          />
        ))}
      </Row>
    </div>
  );
}

function Row({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className={styles.row}>
      <legend>{legend}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

function Swatch({
  group,
  name,
  colour,
  on,
  onPick,
}: {
  group: string;
  name: string;
  colour: string | null;
  on: boolean;
  onPick: () => void;
}) {
  return (
    <label className={styles.swatch} title={name}>
      <input type="radio" name={group} aria-label={name} checked={on} onChange={onPick} />
      <svg viewBox="0 0 20 20" aria-hidden focusable={false}>
        {colour ? (
          <circle cx="10" cy="10" r="7" fill={colour} />
        ) : (
          <>
            <circle cx="10" cy="10" r="6.5" data-empty="" />
            <path d="M5.5 14.5 14.5 5.5" data-empty="" />
          </>
        )}
      </svg>
    </label>
  );
}
