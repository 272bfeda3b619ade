import { Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** The four cells: what is true (rows) against what the model said (columns). */
type Cell = 'hit' | 'missed' | 'false' | 'rejected';
const cells: { cell: Cell; x: number; y: number; words: string }[] = [
  { cell: 'hit', x: 92, y: 22, words: 'true yes' },
  { cell: 'missed', x: 186, y: 22, words: 'missed yes' },
  { cell: 'false', x: 92, y: 60, words: 'false yes' },
  { cell: 'rejected', x: 186, y: 60, words: 'true no' },
];

/** A rate in the table of four: the dark cells divided by all that are coloured. */
function Rate({ part, whole, label }: { part: Cell[]; whole: Cell[]; label: string }) {
  const classOf = (cell: Cell) => {
    if (part.includes(cell)) return styles.fillAccent;
    return whole.includes(cell) ? styles.fill : styles.hollow;
  };
  return (
    <Drawing label={label} height={102}>
      <Word x={136} y={15} anchor="middle">
        says yes
      </Word>
      <Word x={230} y={15} anchor="middle">
        says no
      </Word>
      <Word x={84} y={45} anchor="end">
        is a yes
      </Word>
      <Word x={84} y={83} anchor="end">
        is a no
      </Word>
      {cells.map(({ cell, x, y, words }) => (
        <g key={cell}>
          <rect className={classOf(cell)} x={x} y={y} width={90} height={34} rx={3} />
          {part.includes(cell) ? (
            <text className={styles.onAccent} x={x + 45} y={y + 22} textAnchor="middle">
              {words}
            </text>
          ) : (
            <Word
              x={x + 45}
              y={y + 22}
              anchor="middle"
              of={whole.includes(cell) ? 'ink' : undefined}
            >
              {words}
            </Word>
          )}
        </g>
      ))}
    </Drawing>
  );
}

const all: Cell[] = ['hit', 'missed', 'false', 'rejected'];

export const ConfusionMatrix = () => (
  <Rate part={[]} whole={[]} label="A table of four: is a yes or a no, the model says yes or no." />
);
export const Accuracy = () => (
  <Rate
    part={['hit', 'rejected']}
    whole={all}
    label="Table of four: true yes and true no, divided by all four cells."
  />
);
export const Precision = () => (
  <Rate
    part={['hit']}
    whole={['hit', 'false']}
    label="Table of four: true yes, divided by all to whom the model says yes."
  />
);
export const Tpr = () => (
  <Rate
    part={['hit']}
    whole={['hit', 'missed']}
    label="Table of four: true yes, divided by all who are a yes."
  />
);
export const Fnr = () => (
  <Rate
    part={['missed']}
    whole={['hit', 'missed']}
    label="Table of four: missed yes, divided by all who are a yes."
  />
);
export const Fpr = () => (
  <Rate
    part={['false']}
    whole={['false', 'rejected']}
    label="Table of four: false yes, divided by all who are a no."
  />
);
export const BaseRate = () => (
  <Rate
    part={['hit', 'missed']}
    whole={all}
    label="Table of four: all who are a yes, divided by all four cells."
  />
);
