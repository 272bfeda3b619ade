import type { CodeFigure } from '../../../../../main/contract/code.ts';
import styles from './own.module.css';

type Maps = Extract<CodeFigure, { kind: 'maps' }>;
type OneMap = Maps['maps'][number];

const cell = 4;

/** The largest of a map, whichever its sign; the learner's is held against the lab's own. */
const reachOf = (values: OneMap['values']) =>
  Math.max(...values.map((value) => Math.abs(value ?? 0)), 1e-12);

/** Squares side by side: the stronger, the more the answer hangs on the place; places that make it surer have the other colour. */
export function OwnMaps({ figure }: { figure: Maps }) {
  const reference = figure.maps.find(({ whose }) => whose === 'reference');
  return (
    <div className={styles.maps}>
      {figure.maps.map((map) => (
        <figure key={map.name}>
          <Squares map={map} reach={reachOf((map.whose === 'yours' ? reference : map)!.values)} />
          <figcaption>{map.name}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Squares({ map: { name, side, values }, reach }: { map: OneMap; reach: number }) {
  const size = cell * side;
  return (
    <svg
      role="img"
      aria-label={`A map: ${name}. The table has its numbers.`}
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect className={styles.ground} width={size} height={size} />
      {values.map(
        (value, i) =>
          value !== null && (
            <rect
              key={i}
              className={value < 0 ? styles.surer : styles.less}
              x={cell * (i % side)}
              y={cell * Math.floor(i / side)}
              width={cell}
              height={cell}
              fillOpacity={Math.min(1, Math.abs(value) / reach)}
            />
          ),
      )}
    </svg>
  );
}
