import drawing from './drawing.module.css';
import { Factory, Hospital, Lorry, Seedling } from './pictograms.tsx';
import { useSince } from '../shared/since.ts';
import styles from './value-2030.module.css';

/** Trillions of US dollars: what AI may add by 2030, and the output that it is 16 % of. */
const added = 13;
const output = 81;

const size = 25;
const pitch = 30;
const perColumn = 6;
const cell = (index: number) => ({
  x: Math.floor(index / perColumn) * pitch,
  y: (index % perColumn) * pitch,
});
const left = 602;
/** What is added starts in a column of its own, so that it ends at the right margin. */
const shift = 1136 - left - Math.ceil(added / perColumn) * pitch + pitch - size;

const fields = [
  { Drawing: Factory, name: 'Factories' },
  { Drawing: Seedling, name: 'Farms' },
  { Drawing: Hospital, name: 'Hospitals' },
  { Drawing: Lorry, name: 'Transport' },
];

/** One tile for each trillion: the world's output, what AI may add to it, and in whose hands most of that is. */
export function Value2030() {
  const since = useSince();
  const label =
    `${output} grey tiles, one for each trillion dollars of the world’s output, and ${added} blue ones, what AI may add by 2030.` +
    (since(2) === 'coming'
      ? ''
      : ` Most of it elsewhere than in consumer internet: ${fields
          .map(({ name }) => name)
          .join(', ')
          .toLowerCase()}. So people who know those fields are needed.`);
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 412"
      width="1136"
      height="412"
      role="img"
      aria-label={label}
    >
      <text className={styles.count!} x="-6" y="142">
        {added}
      </text>
      <text className={drawing.large} x="142" y="98">
        trillion US dollars
      </text>
      <text className={drawing.quiet} x="142" y="136">
        of added output by 2030
      </text>
      <g transform={`translate(${left} 0)`}>
        {Array.from({ length: output }, (_, index) => (
          <rect
            key={index}
            className={styles.now}
            {...cell(index)}
            width={size}
            height={size}
            rx="3"
          />
        ))}
        <g transform={`translate(${shift} 0)`}>
          {Array.from({ length: added }, (_, index) => (
            <rect
              key={index}
              className={styles.more}
              {...cell(index)}
              width={size}
              height={size}
              rx="3"
            />
          ))}
        </g>
        <text className={drawing.quiet} x="0" y="212">
          the world’s output
        </text>
        <text className={`${drawing.strong} ${drawing.accent}`} x={shift} y="212">
          + 16 %
        </text>
      </g>
      <g className={drawing.fade} data-step={since(2)}>
        <path className={styles.rule} d="M0 245H1136" />
        <text className={drawing.large} x="0" y="298">
          So we need
        </text>
        <text className={drawing.large} x="0" y="338">
          people who
        </text>
        <text className={drawing.large} x="0" y="378">
          know these fields
        </text>
        {fields.map(({ Drawing, name }, index) => (
          <g key={name} className={styles.field} transform={`translate(${330 + index * 214} 268)`}>
            <g transform="translate(-12 0) scale(1.4)">
              <Drawing />
            </g>
            <text x="0" y="124">
              {name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
