import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { modelSizes } from './model-sizes.ts';

const [left, right, top, bottom] = [150, 1096, 30, 388];
const x = (year: number) => left + ((year - 2018) / 3.2) * (right - left);
/** Log scale from ten million to ten trillion weights. */
const y = (weights: number) => bottom - ((Math.log10(weights) - 7.5) / 5) * (bottom - top);

const marks = [
  [1e8, '100 million'],
  [1e9, '1 billion'],
  [1e10, '10 billion'],
  [1e11, '100 billion'],
  [1e12, '1 trillion'],
] as const;

/** Where a name stands beside its point: to the right under it, or to the left above it. */
const above = new Set(['BERT', 'GPT-2', 'Megatron-LM', 'Turing-NLG', 'GPT-3', 'Switch']);

/** How many weights language models had, by the month they were published. The last point comes with the second step. */
export function LargeModels() {
  const point = ({ name, year, weights }: (typeof modelSizes)[number]) => {
    const last = name === 'Switch';
    const high = above.has(name);
    return (
      <g key={name}>
        <circle
          cx={x(year)}
          cy={y(weights)}
          r={last ? 11 : 8}
          className={last ? drawing.fillAccent : drawing.fillInk}
        />
        <text
          x={x(year) + (high ? -14 : 16)}
          y={y(weights) + (high ? -12 : 24)}
          textAnchor={high ? 'end' : 'start'}
          className={last ? drawing.accentWord : drawing.word}
        >
          {last ? 'Switch, 1.6 trillion' : name}
        </text>
      </g>
    );
  };
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 434"
      width="1136"
      height="434"
      role="img"
      aria-label={describe}
    >
      {marks.map(([weights, words]) => (
        <g key={words}>
          <path className={drawing.grid} d={`M${left} ${y(weights)}H${right}`} />
          <text
            x={left - 18}
            y={y(weights) + 7}
            textAnchor="end"
            data-axis
            className={drawing.tick}
          >
            {words}
          </text>
        </g>
      ))}
      <path className={drawing.axis} d={`M${left} ${bottom}H${right}`} />
      {[2018, 2019, 2020, 2021].map((year) => (
        <g key={year}>
          <path className={drawing.axis} d={`M${x(year)} ${bottom}v8`} />
          <text x={x(year)} y={bottom + 32} textAnchor="middle" data-axis className={drawing.tick}>
            {year}
          </text>
        </g>
      ))}
      {modelSizes.slice(0, -1).map(point)}
      <StepGroup n={2}>{point(modelSizes.at(-1)!)}</StepGroup>
    </svg>
  );
}

const words = (weights: number) => {
  if (weights >= 1e12) return `${weights / 1e12} trillion`;
  return weights >= 1e9 ? `${weights / 1e9} billion` : `${weights / 1e6} million`;
};
const describe =
  'Weights of language models on a log scale, by year: ' +
  `${modelSizes.map(({ name, year, weights }) => `${name} ${words(weights)} in ${Math.floor(year)}`).join(', ')}.`;
