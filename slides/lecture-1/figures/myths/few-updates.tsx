import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Myth } from './myth.tsx';

const [left, right, top, bottom] = [150, 850, 40, 270];
/** How good a model is a while after it was trained; a sketch, so without units. */
const age = (t: number) => 1 - 0.8 * (1 - Math.exp(-1.5 * t));
const point = (t: number, quality: number) =>
  `${left + t * (right - left)} ${bottom - quality * (bottom - top)}`;
const curve = (from: number, to: number) =>
  Array.from({ length: 21 }, (_, index) => from + ((to - from) * index) / 20)
    .map((t) => point(t, age(t - from)))
    .join('L');
const updates = [0, 0.2, 0.4, 0.6, 0.8];

/** What people think happens to a model that is left alone, what does happen, and what updates do about it. */
export function FewUpdates() {
  return (
    <Myth
      number={3}
      belief={[{ false: 'You won’t need to update models much.' }]}
      answer={['A model is best on the day it is trained.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 320"
        width="1136"
        height="320"
        role="img"
        aria-label={
          'A sketch. The belief is a flat line: a model stays as good as it was. In fact the ' +
          'line falls from the day of training. With an update every so often it is brought ' +
          'back up each time.'
        }
      >
        <text x="0" y={top + 10} className={drawing.soft}>
          Quality
        </text>
        <path className={drawing.axis} d={`M${left} ${bottom}H${right}`} />
        <text x={left} y={bottom + 34} className={drawing.soft}>
          trained
        </text>
        <text x={right} y={bottom + 34} textAnchor="end" className={drawing.soft}>
          time since
        </text>
        <path className={drawing.dashed} d={`M${point(0, 1)}L${point(1, 1)}`} />
        <text x={right + 20} y={top + 9} className={drawing.soft}>
          the belief
        </text>
        <StepGroup n={2}>
          <path className={`${drawing.strokeWarn} ${drawing.medium}`} d={`M${curve(0, 1)}`} />
          <text
            x={right + 20}
            y={bottom - age(1) * (bottom - top) + 9}
            className={drawing.warnWord}
          >
            never updated
          </text>
        </StepGroup>
        <StepGroup n={3}>
          {updates.map((from) => (
            <path
              key={from}
              className={`${drawing.strokeAccent} ${drawing.medium}`}
              d={`M${curve(from, from + 0.2)}${from < 0.8 ? `L${point(from + 0.2, 1)}` : ''}`}
            />
          ))}
          <text
            x={right + 20}
            y={bottom - age(0.2) * (bottom - top) + 9}
            className={drawing.accentWord}
          >
            updated often
          </text>
        </StepGroup>
      </svg>
    </Myth>
  );
}
