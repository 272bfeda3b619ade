import styles from './definition.module.css';
import drawing from './drawing.module.css';
import { useSince } from './since.ts';

const choices = ['Interface', 'Algorithms', 'Data', 'Infrastructure', 'Hardware'];
const requirements = [
  { name: 'Reliable', means: 'right even on a bad day' },
  { name: 'Scalable', means: 'grows as its use grows' },
  { name: 'Maintainable', means: 'others can change it too' },
  { name: 'Adaptable', means: 'follows the world’s changes' },
];

const middle = 206;
const hub = { x: 434, radius: 76 };
const choiceY = (index: number) => 30 + index * 88;
const requirementY = (index: number) => 41 + index * 110;

/** Five choices run into a system; the requirements that must hold come out of it. */
export function Definition() {
  const since = useSince();
  const label = `${choices.join(', ')} run into one system.` + (since(2) === 'coming' ? '' : ` Out of it come four requirements: ${requirements.map(({ name, means }) => `${name}, ${means}`).join('; ')}.`);
  return (
    <svg className={drawing.figure} viewBox="0 0 1136 412" width="1136" height="412" style={{ marginTop: 40 }} role="img" aria-label={label}>
      {choices.map((name, index) => (
        <g key={name}>
          <text x="0" y={choiceY(index) + 10} className={drawing.strong}>{name}</text>
          <path className={styles.flow} d={`M214 ${choiceY(index)}C300 ${choiceY(index)} 300 ${middle} ${hub.x - hub.radius} ${middle}`} />
          <circle className={styles.dot} cx="214" cy={choiceY(index)} r="6" />
        </g>
      ))}
      <circle className={styles.hub} cx={hub.x} cy={middle} r={hub.radius} />
      <text x={hub.x} y={middle + 10} textAnchor="middle" className={drawing.strong}>System</text>
      <g className={drawing.fade} data-step={since(2)}>
        {requirements.map(({ name, means }, index) => (
          <g key={name}>
            <path className={styles.flow} data-step="2" d={`M${hub.x + hub.radius} ${middle}C600 ${middle} 600 ${requirementY(index)} 672 ${requirementY(index)}`} />
            <circle className={styles.goal} cx="672" cy={requirementY(index)} r="7" />
            <text x="700" y={requirementY(index) + 2} className={drawing.large}>{name}</text>
            <text x="700" y={requirementY(index) + 38} className={drawing.quiet}>{means}</text>
          </g>
        ))}
      </g>
    </svg>
  );
}
