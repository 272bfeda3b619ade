import type { ComponentType } from 'react';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import drawing from './drawing.module.css';
import { Drum, HandOnWindow, Pipes, Processor } from './pictograms.tsx';
import styles from './system-parts.module.css';

interface Part {
  name: string;
  about: string;
  Drawing?: ComponentType;
  box: [x: number, y: number, width: number, height: number];
}

/** In the order in which the steps light them up, from the first on. */
const parts: Part[] = [
  {
    name: 'Interface',
    about: 'how people and programs ask, and what they are told',
    Drawing: HandOnWindow,
    box: [0, 0, 1136, 86],
  },
  { name: 'Data', about: 'what it learns from', Drawing: Drum, box: [0, 86, 372, 190] },
  { name: 'Algorithms', about: 'clean, train, test', box: [372, 86, 764, 190] },
  {
    name: 'Infrastructure',
    about: 'what moves data, trains, serves and watches',
    Drawing: Pipes,
    box: [0, 276, 1136, 86],
  },
  {
    name: 'Hardware',
    about: 'the phone, the server, the accelerator it runs on',
    Drawing: Processor,
    box: [0, 362, 1136, 86],
  },
];

/** The system around a small box; each step after the first lights up one part. */
export function SystemParts() {
  const { step } = useSlide();
  const now = parts[step - 2];
  const label =
    `A small solid box, ML algorithm, inside the part algorithms, among ${parts.map(({ name }) => name.toLowerCase()).join(', ')}.` +
    (now ? ` Lit: ${now.name}, ${now.about}.` : '');
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 448"
      width="1136"
      height="448"
      role="img"
      aria-label={label}
    >
      {parts.map((part) => {
        const {
          name,
          about,
          Drawing,
          box: [x, y, width, height],
        } = part;
        const tall = height > 100;
        return (
          <g key={name} className={styles.part} data-now={part === now || undefined}>
            <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} />
            <text className={styles.name!} x={x + 24} y={y + (tall ? 86 : 53)}>
              {name}
            </text>
            <text className={styles.about!} x={tall ? x + 24 : 240} y={y + (tall ? 124 : 53)}>
              {about}
            </text>
            {Drawing && (
              <g transform={`translate(${x + width - (tall ? 116 : 104)} ${y + (tall ? 18 : 13)})`}>
                <Drawing />
              </g>
            )}
          </g>
        );
      })}
      <path
        className={styles.edges}
        d="M1 1H1135V447H1zM1 86H1135M1 276H1135M1 362H1135M372 86V276"
      />
      {now && (
        <rect
          className={styles.lit}
          x={now.box[0] + 2}
          y={now.box[1] + 2}
          width={now.box[2] - 4}
          height={now.box[3] - 4}
        />
      )}
      <g className={styles.core}>
        <rect x="868" y="146" width="220" height="72" />
        <text x="978" y="192" textAnchor="middle">
          ML algorithm
        </text>
      </g>
    </svg>
  );
}
