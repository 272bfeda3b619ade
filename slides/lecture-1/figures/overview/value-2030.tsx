import drawing from './drawing.module.css';
import { useSince } from './since.ts';
import styles from './value-2030.module.css';

/** Trillions of US dollars: what AI may add by 2030, and the output that it is 16 % of. */
const added = 13;
const output = 81;

const size = 22;
const pitch = 26;
const perColumn = 6;
const cell = (index: number) => ({ x: Math.floor(index / perColumn) * pitch, y: (index % perColumn) * pitch });
/** Columns of tiles that today's output fills; what is added starts in a column of its own. */
const shift = Math.ceil(output / perColumn) * pitch + 24;
const fields = ['Factories', 'Farms', 'Hospitals', 'Logistics', 'Energy', 'Schools'];

/** One tile for each trillion: the world's output, what AI may add to it, and in whose hands most of that is. */
export function Value2030() {
  const since = useSince();
  const label = `${output} grey tiles, one for each trillion dollars of the world’s output, and ${added} blue ones, what AI may add to it by 2030.`
    + (since(2) === 'coming' ? '' : ` Most of it outside consumer internet: ${fields.join(', ').toLowerCase()}.`);
  return (
    <svg className={`${drawing.figure} ${styles.figure}`} viewBox="0 0 1136 416" width="1136" height="416" style={{ marginTop: 26 }} role="img" aria-label={label}>
      <text className={styles.count!} x="-6" y="128">{added}</text>
      <text className={drawing.large} x="166" y="84">trillion USD a year</text>
      <text className={drawing.quiet} x="166" y="124">more output by 2030</text>
      <g transform="translate(620 0)">
        {Array.from({ length: output }, (_, index) => <rect key={index} className={styles.now} {...cell(index)} width={size} height={size} rx="3" />)}
        <g transform={`translate(${shift} 0)`}>
          {Array.from({ length: added }, (_, index) => <rect key={index} className={styles.more} {...cell(index)} width={size} height={size} rx="3" />)}
        </g>
        <text className={drawing.quiet} x="0" y="192">the world’s output</text>
        <text className={`${drawing.strong} ${drawing.accent}`} x={shift} y="192">+ 16 %</text>
      </g>
      <g className={drawing.fade} data-step={since(2)}>
        <path className={drawing.hair} d="M0 228H1136" />
        <text className={drawing.strong} x="0" y="282">Most of it is</text>
        <text className={drawing.strong} x="0" y="318">not on the web</text>
        {fields.map((name, index) => (
          <text key={name} className={drawing.large} x={300 + (index % 3) * 290} y={282 + Math.floor(index / 3) * 54}>{name}</text>
        ))}
        <text className={drawing.quiet} x="300" y="398">So this room needs people who know those fields.</text>
      </g>
    </svg>
  );
}
