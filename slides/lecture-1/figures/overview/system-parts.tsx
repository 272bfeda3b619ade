import drawing from './drawing.module.css';
import { useSlide } from '../../../../renderer/deck/deck-context.ts';
import styles from './system-parts.module.css';

interface Part { name: string; about: string; box: [x: number, y: number, width: number, height: number] }

/** In the order in which the steps light them up, from the first on. */
const parts: Part[] = [
  { name: 'Interface', about: 'how people and programs ask, and what they are told', box: [1, 1, 1134, 78] },
  { name: 'Data', about: 'what it learns from', box: [1, 91, 364, 168] },
  { name: 'Algorithms', about: 'clean, train, test', box: [377, 91, 758, 168] },
  { name: 'Infrastructure', about: 'what moves data, trains, serves and watches', box: [1, 271, 1134, 78] },
  { name: 'Hardware', about: 'the phone, the server, the accelerator it runs on', box: [1, 361, 1134, 78] },
];

/** The system around a small box; each step after the first lights up one part. */
export function SystemParts() {
  const { step } = useSlide();
  const now = parts[step - 2];
  const label = `A small solid box, ML algorithm, inside the part algorithms, among ${parts.map(({ name }) => name.toLowerCase()).join(', ')}.`
    + (now ? ` Lit: ${now.name}, ${now.about}.` : '');
  return (
    <svg className={`${drawing.figure} ${styles.figure}`} viewBox="0 0 1136 440" width="1136" height="440" style={{ marginTop: 36 }} role="img" aria-label={label}>
      {parts.map((part) => {
        const { name, about, box: [x, y, width, height] } = part;
        const tall = height > 100;
        return (
          <g key={name} className={styles.part} data-now={part === now || undefined}>
            <rect x={x} y={y} width={width} height={height} rx="6" />
            <text className={styles.name!} x={x + 24} y={y + (tall ? 72 : 49)}>{name}</text>
            <text className={styles.about!} x={tall ? x + 24 : 240} y={y + (tall ? 112 : 49)}>{about}</text>
          </g>
        );
      })}
      <g className={styles.core}>
        <rect x="868" y="139" width="220" height="72" rx="6" />
        <text x="978" y="185" textAnchor="middle">ML algorithm</text>
      </g>
    </svg>
  );
}
