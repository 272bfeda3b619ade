import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

/** Times in minutes on a log scale. */
const ticks = [
  [1, '1 minute'],
  [60, '1 hour'],
  [1440, '1 day'],
  [10_080, '1 week'],
  [43_800, '1 month'],
  [525_600, '1 year'],
] as const;
const [left, right, bottom] = [60, 1070, 360];
const x = (minutes: number) => left + (Math.log10(minutes) / Math.log10(525_600)) * (right - left);

/** Dots in columns of ten from a corner at the left foot, one for each organisation in a hundred. */
function Heap({
  from,
  count,
  className,
}: {
  from: number;
  count: number;
  className: string | undefined;
}) {
  return Array.from({ length: count }, (_, index) => (
    <circle
      key={index}
      cx={from + 12 + Math.floor(index / 10) * 25}
      cy={bottom - 16 - (index % 10) * 25}
      r="9.500"
      className={className}
    />
  ));
}

/** How long a hundred organisations take to bring one model into production, and how long they should. */
export function MlopsPace() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 420"
      width="1136"
      height="420"
      role="img"
      aria-label={
        'Time to bring a model into production, on a log scale from a minute to a year; each ' +
        'dot is one organisation in a hundred. 11 take up to a week, 64 take a month or ' +
        'longer, 25 lie between. The aim stands at one minute.'
      }
    >
      <path className={drawing.axis} d={`M${left - 30} ${bottom}H${right + 40}`} />
      {ticks.map(([minutes, words]) => (
        <g key={words}>
          <path className={drawing.axis} d={`M${x(minutes)} ${bottom}v8`} />
          <text
            x={x(minutes)}
            y={bottom + 34}
            textAnchor="middle"
            data-axis
            className={drawing.tick}
          >
            {words}
          </text>
        </g>
      ))}
      <Heap from={x(10_080) - 54} count={11} className={drawing.fillGood} />
      <text x={x(10_080) - 74} y={bottom - 176} textAnchor="end" className={drawing.big}>
        11
        <tspan className={drawing.soft} dx="6">
          %
        </tspan>
      </text>
      <text x={x(10_080) - 74} y={bottom - 136} textAnchor="end" className={drawing.soft}>
        within a week
      </text>
      <Heap from={x(10_080) + 20} count={25} className={drawing.fillContext} />
      <Heap from={x(43_800) + 6} count={64} className={drawing.strokeWarn} />
      <text x="1136" y="62" textAnchor="end" className={drawing.big}>
        64
        <tspan className={drawing.soft} dx="6">
          % a month or longer
        </tspan>
      </text>
      <StepGroup n={2}>
        <path
          className={`${drawing.strokeAccent} ${drawing.medium}`}
          d={`M${x(1)} ${bottom}V236M${x(1)} 236l44 18-44 18`}
        />
        <text x={left - 30} y="208" className={drawing.accentWord}>
          The aim: a cycle of minutes
        </text>
      </StepGroup>
    </svg>
  );
}
