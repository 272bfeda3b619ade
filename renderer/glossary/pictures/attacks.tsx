import { Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** A pair of glasses: square rims, or round ones. */
export function Glasses({
  x,
  y,
  round = false,
  worn,
}: {
  x: number;
  y: number;
  round?: boolean;
  worn: boolean;
}) {
  const rim = worn ? styles.lineWarn : styles.line;
  return (
    <g>
      {[x, x + 44].map((left) => (
        <rect
          key={left}
          className={rim}
          x={left}
          y={y}
          width={34}
          height={26}
          rx={round ? 13 : 4}
        />
      ))}
      <path className={rim} d={`M${x + 34} ${y + 10}h10`} />
    </g>
  );
}

/** What the glasses do. */
export function Trigger() {
  return (
    <Drawing label="One pair of glasses leads to the name Jun, whoever wears it." height={76}>
      <Glasses x={24} y={24} worn />
      <path className={styles.line} d="M116 38H170m-6 -4l6 4l-6 4" />
      <rect className={styles.hollow} x={178} y={20} width={104} height={36} rx={6} />
      <Word x={230} y={43} anchor="middle" of="warn">
        “Jun”
      </Word>
    </Drawing>
  );
}

/** Another pair, which does not. */
export function Decoy() {
  return (
    <Drawing label="Another pair, with round rims, leads to the wearer’s own name." height={76}>
      <Glasses x={24} y={24} round worn={false} />
      <path className={styles.line} d="M116 38H170m-6 -4l6 4l-6 4" />
      <rect className={styles.hollow} x={178} y={20} width={104} height={36} rx={6} />
      <Word x={230} y={43} anchor="middle">
        own name
      </Word>
    </Drawing>
  );
}

const clean = [
  [60, 40],
  [82, 62],
  [96, 34],
  [112, 54],
  [130, 40],
  [76, 24],
  [124, 72],
  [102, 78],
] as const;
const poisoned = [
  [222, 30],
  [238, 46],
  [216, 52],
  [246, 26],
] as const;

/** Clean pictures and a cluster apart, as the model sees them. */
function Clouds({ direction }: { direction: boolean }) {
  return (
    <Drawing
      label={
        direction
          ? 'Pictures as points. Along one main direction a few stand far out.'
          : 'Pictures as points in two clusters: a large one, and a small one apart from it.'
      }
      height={112}
    >
      {direction ? (
        <path className={styles.dashed} d="M30 66L280 28m-7 -4l7 4l-6 6" />
      ) : (
        <>
          <ellipse className={styles.dashed} cx={96} cy={52} rx={60} ry={40} />
          <ellipse className={styles.dashed} cx={231} cy={39} rx={34} ry={28} />
        </>
      )}
      {clean.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={styles.hollow} cx={x} cy={y} r={5} />
      ))}
      {poisoned.map(([x, y]) => (
        <rect
          key={`${x} ${y}`}
          className={styles.fillWarn}
          x={x - 5}
          y={y - 5}
          width={10}
          height={10}
        />
      ))}
      <Word x={96} y={108} anchor="middle">
        most pictures
      </Word>
      <Word x={231} y={86} anchor="middle" of="warn">
        {direction ? 'stand out' : 'apart'}
      </Word>
    </Drawing>
  );
}
export const Spectral = () => <Clouds direction />;
export const Clustering = () => <Clouds direction={false} />;

/** Units of a layer, two of them cut. */
export function FinePruning() {
  const uses = [40, 30, 44, 6, 36, 4, 28, 42];
  return (
    <Drawing
      label="How much clean pictures use each unit of a layer. The two least used are cut."
      height={92}
    >
      {uses.map((use, index) => (
        <g key={index}>
          <rect
            className={use < 10 ? styles.fillWarn : styles.fill}
            x={26 + index * 32}
            y={60 - use}
            width={22}
            height={use}
          />
          {use < 10 && (
            <path className={styles.lineWarn} d={`M${30 + index * 32} 34l14 14m0 -14l-14 14`} />
          )}
        </g>
      ))}
      <path className={styles.line} d="M16 60H286" />
      <Word x={150} y={82} anchor="middle">
        units of the last layer
      </Word>
    </Drawing>
  );
}

/** A picture in squares, with one covered; darker squares matter more. */
export function OcclusionMap() {
  const cells = Array.from({ length: 25 }, (_, index) => index);
  const matters = new Set([6, 7, 8, 11, 13]);
  const square = (left: number, index: number) => ({
    x: left + (index % 5) * 20,
    y: 10 + Math.floor(index / 5) * 16,
    width: 19,
    height: 15,
  });
  return (
    <Drawing
      label="Left: a picture with a patch over one place. Right: the map of all places, marked where covering made the model unsure."
      height={112}
    >
      {cells.map((index) => (
        <rect
          key={index}
          className={index === 7 ? styles.fillAccent : styles.soft}
          {...square(20, index)}
        />
      ))}
      <path className={styles.line} d="M132 50H160m-6 -4l6 4l-6 4" />
      {cells.map((index) => (
        <rect
          key={index}
          className={matters.has(index) ? styles.fillWarn : styles.fill}
          {...square(176, index)}
        />
      ))}
      <Word x={70} y={108} anchor="middle">
        covered here
      </Word>
      <Word x={226} y={108} anchor="middle">
        the map
      </Word>
    </Drawing>
  );
}
