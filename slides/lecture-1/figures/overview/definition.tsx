import styles from './definition.module.css';
import drawing from './drawing.module.css';
import { Following, Growing, Shield, Wrench } from './pictograms.tsx';
import { useSince } from '../shared/since.ts';

const choices = ['Interface', 'Algorithms', 'Data', 'Infrastructure', 'Hardware'];
const requirements = [
  { Drawing: Shield, name: 'Reliable', means: 'right even on a bad day' },
  { Drawing: Growing, name: 'Scalable', means: 'grows as its use grows' },
  { Drawing: Wrench, name: 'Maintainable', means: 'others can change it too' },
  { Drawing: Following, name: 'Adaptable', means: 'follows the world’s changes' },
];

const middle = 194;
const hub = { x: 434, radius: 76 };
const choiceY = (index: number) => 30 + index * 82;
const requirementY = (index: number) => 41 + index * 102;

/** Five choices run into a system; the requirements that must hold come out of it. */
export function Definition() {
  const since = useSince();
  const label =
    `${choices.join(', ')} run into one system.` +
    (since(2) === 'coming'
      ? ''
      : ` Out of it come four requirements: ${requirements.map(({ name, means }) => `${name}, ${means}`).join('; ')}.`);
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 388"
      width="1136"
      height="388"
      role="img"
      aria-label={label}
    >
      {choices.map((name, index) => (
        <g key={name}>
          <text x="0" y={choiceY(index) + 10} className={drawing.strong}>
            {name}
          </text>
          <path
            className={styles.flow}
            d={`M214 ${choiceY(index)}C300 ${choiceY(index)} 300 ${middle} ${hub.x - hub.radius} ${middle}`}
          />
          <circle className={styles.dot} cx="214" cy={choiceY(index)} r="6" />
        </g>
      ))}
      <circle className={styles.hub} cx={hub.x} cy={middle} r={hub.radius} />
      <text x={hub.x} y={middle + 10} textAnchor="middle" className={drawing.strong}>
        System
      </text>
      <g className={drawing.fade} data-step={since(2)}>
        {requirements.map(({ Drawing, name, means }, index) => (
          <g key={name}>
            <path
              className={styles.flow}
              data-step="2"
              d={`M${hub.x + hub.radius} ${middle}C580 ${middle} 570 ${requirementY(index)} 640 ${requirementY(index)}`}
            />
            <g className={styles.goal} transform={`translate(650 ${requirementY(index) - 30})`}>
              <Drawing />
            </g>
            <text x="760" y={requirementY(index) - 4} className={drawing.large}>
              {name}
            </text>
            <text x="760" y={requirementY(index) + 32} className={drawing.quiet}>
              {means}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
