import { Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** A curve where somebody measured, and beyond. */
export function Extrapolation() {
  return (
    <Drawing
      label="A curve, drawn through where somebody measured and dotted beyond, where it is a guess."
      height={108}
    >
      <path className={styles.line} d="M30 10V84H286" />
      <path className={styles.lineAccent} d="M34 76C80 70 116 62 150 52" />
      <path className={styles.dashed} d="M150 52C200 38 240 24 278 14M150 20V84" />
      <Word x={90} y={102} anchor="middle" of="accent">
        measured
      </Word>
      <Word x={216} y={102} anchor="middle">
        a guess
      </Word>
    </Drawing>
  );
}

const wishes = ['ML team: AUC', 'sales: orders', 'product: speed', 'manager: money'];

/** One model, and what each looks at. */
export function Stakeholder() {
  return (
    <Drawing label="Four people look at one model, each by another measure." height={106}>
      <Box x={12} y={38} width={84} look="fill">
        one model
      </Box>
      {wishes.map((wish, place) => (
        <g key={wish}>
          <path className={styles.dashed} d={`M98 52L166 ${16 + place * 25}`} />
          <Word x={172} y={20 + place * 25}>
            {wish}
          </Word>
        </g>
      ))}
    </Drawing>
  );
}
