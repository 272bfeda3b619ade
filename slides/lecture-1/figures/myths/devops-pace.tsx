import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

const [left, right] = [206, 1128];
const elite = 1460;
const low = [0.25, 0.92];
const x = (part: number) => left + part * (right - left);

/** A year of deployments of two kinds of team, drawn one line for each; then three companies. */
export function DevopsPace() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 420"
      width="1136"
      height="420"
      role="img"
      aria-label={
        'One year. An elite team deploys 1,460 times, a low performer one or two times: 973 ' +
        'times more often, and 6570 times faster from commit to production. Etsy: 50 times a ' +
        'day. Netflix: thousands of times a day. AWS: every 11.7 seconds.'
      }
    >
      <text x="0" y="42" className={drawing.strong}>
        Elite team
      </text>
      <path
        className={`${drawing.strokeAccent} ${drawing.thin}`}
        d={Array.from(
          { length: elite / 4 },
          (_, day) => `M${x((day + 0.5) / (elite / 4))} 12v40`,
        ).join('')}
      />
      <text x="0" y="112" className={drawing.strong}>
        Low performer
      </text>
      <path className={drawing.grid} d={`M${left} 100H${right}`} />
      <path className={drawing.strokeInk} d={low.map((part) => `M${x(part)} 80v40`).join('')} />
      <text x={left} y="150" data-axis className={drawing.tick}>
        one year: each line up there is four deployments, down here one
      </text>
      <text x="0" y="238" className={drawing.big}>
        973
        <tspan className={drawing.soft} dx="8">
          × as often
        </tspan>
      </text>
      <text x="568" y="238" className={drawing.big}>
        6570
        <tspan className={drawing.soft} dx="8">
          × faster to production
        </tspan>
      </text>
      <StepGroup n={2}>
        <path className={drawing.strokeInk} d="M0 284H1136" />
        {[
          { who: 'Etsy, in a day', what: '50' },
          { who: 'Netflix, in a day', what: 'thousands' },
          { who: 'AWS, from one to the next', what: '11.7 s' },
        ].map(({ who, what }, index) => (
          <g key={who} transform={`translate(${[0, 300, 780][index]} 0)`}>
            <text x="0" y="334" className={drawing.soft}>
              {who}
            </text>
            <text x="-3" y="410" className={drawing.big}>
              {what}
            </text>
          </g>
        ))}
      </StepGroup>
    </svg>
  );
}
