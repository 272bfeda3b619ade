import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Myth } from './myth.tsx';

/** Of all companies asked in 2019 that had a model in production. The rest were not sure or gave no time; it is left open. */
const parts = [
  { share: 14, what: 'a week at most', shade: drawing.fillGood },
  { share: 28, what: '8 to 30 days', shade: drawing.fillContext },
  { share: 40, what: 'over a month', shade: drawing.fillWarn },
] as const;
const scale = 5.3;
/** Where a part begins, in px; parts stand 4 px apart. */
const start = (part: number) =>
  parts.slice(0, part).reduce((sum, { share }) => sum + share * scale + 4, 0);

/** How long a deployment takes: measured for all companies, and as a shape for those with more years of practice. */
export function NotOvernight() {
  return (
    <Myth
      number={4}
      struckAt={3}
      belief={['ML can magically transform your business ', { false: 'overnight.' }]}
      answer={['Magically: possible.', 'Overnight: no.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 330"
        width="1136"
        height="330"
        role="img"
        aria-label={
          'Time to deploy one model, of all companies asked in 2019: 14 per cent take a week ' +
          'at most, 28 per cent 8 to 30 days, 40 per cent over a month. Beside it a sketch ' +
          'without numbers: the time falls with the years of practice.'
        }
      >
        <text x="0" y="34" className={drawing.strong}>
          Time to deploy one model
        </text>
        <rect
          x="0"
          y="62"
          width={start(parts.length) + 18 * scale}
          height="56"
          className={drawing.dashed}
        />
        <path className={drawing.axis} d="M700 262H1120" />
        <text x="700" y="298" className={drawing.soft}>
          first model
        </text>
        <text x="1120" y="298" textAnchor="end" className={drawing.soft}>
          years later
        </text>
        <StepGroup n={3}>
          {parts.map(({ share, what, shade }, index) => {
            const from = start(index);
            return (
              <g key={what}>
                <rect x={from} y="62" width={share * scale} height="56" className={shade} />
                <path
                  className={drawing.stroke}
                  d={`M${from + 10} 118v${28 + (2 - index) * 56}h14`}
                />
                <text x={from + 34} y={156 + (2 - index) * 56} className={drawing.strong}>
                  {share} %
                </text>
                <text x={from + 110} y={156 + (2 - index) * 56} className={drawing.soft}>
                  {what}
                </text>
              </g>
            );
          })}
        </StepGroup>
        <StepGroup n={4}>
          <path className={drawing.grid} d="M648 0V320" />
          <text x="700" y="34" className={drawing.strong}>
            More practice, less time
          </text>
          <path
            className={`${drawing.dashed} ${drawing.medium}`}
            d="M716 76C800 190 920 226 1110 238"
          />
          <text x="870" y="120" data-axis className={drawing.tick}>
            shape only: the report’s
          </text>
          <text x="870" y="146" data-axis className={drawing.tick}>
            bars could not be checked
          </text>
        </StepGroup>
      </svg>
    </Myth>
  );
}
