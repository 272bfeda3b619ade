import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

const [left, right] = [4, 1132];
const weeks = 12;
const cell = (right - left) / weeks;
/** A slow pipeline takes this many moves of the data for one turn. */
const slow = 4;

/**
 * One line of time, twice. Above, the data moves on again and again: so often should one update. Below, the pipeline turns: so often
 * can one. Then a pipeline that keeps up.
 */
export function HowOften() {
  const places = Array.from({ length: weeks }, (_, index) => left + index * cell);
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 440"
      width="1136"
      height="440"
      role="img"
      aria-label={
        'Two rows over the same time. How often should I update? As often as the data moves: ' +
        `${weeks} times. How often can I update? As often as the pipeline of train, test and ` +
        `deploy turns: ${weeks / slow} times. With MLOps, which is ML and DevOps together, the ` +
        `pipeline turns ${weeks} times as well.`
      }
    >
      <text x="0" y="34" className={drawing.soft}>
        How often <tspan className={drawing.strong}>should</tspan> I update? As often as the data
        moves.
      </text>
      <path className={drawing.axis} d={`M0 122H${right}`} />
      {places.map((x, index) => (
        <path
          key={x}
          className={drawing.strokeInk}
          // Each bell stands a little further on in its cell, and a little higher or lower: the data has moved.
          d={`M${x + 4} 122c${14 + index} 0 ${12 + index}-${48 + ((index * 7) % 22)} ${32 + index}-${48 + ((index * 7) % 22)}s${16 - index / 2} ${48 + ((index * 7) % 22)} ${46 - index} ${48 + ((index * 7) % 22)}`}
        />
      ))}
      <text x="0" y="190" className={drawing.soft}>
        How often <tspan className={drawing.strong}>can</tspan> I update? As often as the pipeline
        turns.
      </text>
      {places
        .filter((_, index) => index % slow === 0)
        .map((x) => (
          <Turn key={x} x={x} y={214} width={slow * cell - 8} words />
        ))}
      <StepGroup n={2}>
        <text x="0" y="326" className={drawing.soft}>
          <tspan className={drawing.accentWord}>MLOps</tspan> = ML + DevOps: a pipeline that keeps
          up with the data.
        </text>
        {places.map((x) => (
          <Turn key={x} x={x} y={350} width={cell - 8} />
        ))}
      </StepGroup>
    </svg>
  );
}

/** One turn of the pipeline: train, test, deploy, and a dot where the new model is there. */
function Turn({
  x,
  y,
  width,
  words = false,
}: {
  x: number;
  y: number;
  width: number;
  words?: boolean;
}) {
  const third = width / 3;
  const stroke = words ? drawing.stroke : drawing.strokeAccent;
  return (
    <g>
      <rect x={x} y={y} width={width} height="48" rx="6" className={stroke} />
      <path
        className={`${stroke} ${drawing.thin}`}
        d={`M${x + third} ${y}v48M${x + 2 * third} ${y}v48`}
      />
      {words &&
        ['train', 'test', 'deploy'].map((word, index) => (
          <text
            key={word}
            x={x + (index + 0.5) * third}
            y={y + 34}
            textAnchor="middle"
            className={drawing.soft}
          >
            {word}
          </text>
        ))}
    </g>
  );
}
