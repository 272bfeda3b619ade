import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

/** Seconds from one deployment to the next. */
const [day, year] = [86_400, 365 * 86_400];
const elite = year / 1460;
const low = year / 1.5;
/** The axis runs from a year between two deployments, at the left, to five seconds. */
const [rare, often] = [year, 5];
const right = 1136;
const x = (seconds: number) => (right * Math.log(rare / seconds)) / Math.log(rare / often);
const ticks = [
  { seconds: year, words: 'a year' },
  { seconds: 30 * day, words: 'a month' },
  { seconds: day, words: 'a day' },
  { seconds: 3600, words: 'an hour' },
  { seconds: 60, words: 'a minute' },
  { seconds: 5, words: '5 s' },
];
const axisY = 318;

interface Place {
  who: string;
  what: string;
  seconds: number;
  /** Where its words stand, in px above the axis, and on which side of its stem. */
  up: number;
  end?: boolean;
}
const teams: readonly Place[] = [
  { who: 'Low performer', what: '1 or 2 a year', seconds: low, up: 120 },
  { who: 'Elite team', what: '1,460 a year', seconds: elite, up: 120 },
];
/** Netflix says "thousands a day": drawn at one thousand. */
const companies: readonly Place[] = [
  { who: 'Etsy', what: '50 a day', seconds: day / 50, up: 120 },
  { who: 'Netflix', what: 'thousands a day', seconds: day / 1000, up: 190, end: true },
  { who: 'AWS', what: 'every 11.7 s', seconds: 11.7, up: 274, end: true },
];

/** One line of time between two deployments: two kinds of team on it, and how far apart they are; then three companies. */
export function DevopsPace() {
  const [from, to] = [x(low), x(elite)];
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 430"
      width="1136"
      height="430"
      role="img"
      aria-label={
        'Time from one deployment to the next, log scale, from a year to five seconds. A low ' +
        'performer deploys one or two times a year, an elite team 1,460 times: 973 times as ' +
        'often, and 6570 times faster from commit to production. Etsy: 50 times a day. ' +
        'Netflix: thousands of times a day. AWS: every 11.7 seconds.'
      }
    >
      <path className={drawing.axis} d={`M0 ${axisY}H${right}`} />
      {ticks.map(({ seconds, words }) => (
        <g key={words}>
          <path className={drawing.axis} d={`M${x(seconds)} ${axisY}v8`} />
          <text
            x={x(seconds)}
            y={axisY + 34}
            textAnchor={anchorOf(seconds)}
            data-axis
            className={drawing.tick}
          >
            {words}
          </text>
        </g>
      ))}
      <text x={right} y={axisY + 68} textAnchor="end" data-axis className={drawing.tick}>
        time from one deployment to the next, log scale
      </text>
      <path
        className={`${drawing.strokeAccent} ${drawing.thick}`}
        d={`M${from + 12} ${axisY}H${to - 14}`}
      />
      <path
        className={`${drawing.strokeAccent} ${drawing.medium}`}
        d={`M${to - 28} ${axisY - 12}l14 12-14 12`}
      />
      <text x={(from + to) / 2} y={axisY - 18} textAnchor="middle" className={drawing.accentWord}>
        973 × as often
      </text>
      {teams.map((place) => (
        <Stem key={place.who} {...place} />
      ))}
      <text x="0" y="92" className={drawing.big}>
        6570
        <tspan className={drawing.soft} dx="8">
          × faster from commit to production
        </tspan>
      </text>
      <StepGroup n={2}>
        {companies.map((place) => (
          <Stem key={place.who} {...place} />
        ))}
      </StepGroup>
    </svg>
  );
}

/** A dot on the axis, and above it who deploys so often. */
function Stem({ who, what, seconds, up, end = false }: Place) {
  const [at, y] = [x(seconds), axisY - up];
  const side = end ? { x: at - 14, textAnchor: 'end' as const } : { x: at + 14 };
  return (
    <g>
      <path className={drawing.stroke} d={`M${at} ${axisY}V${y - 24}`} />
      <circle cx={at} cy={axisY} r="8" className={drawing.fillInk} />
      <text {...side} y={y} className={drawing.strong}>
        {who}
      </text>
      <text {...side} y={y + 36} className={drawing.soft}>
        {what}
      </text>
    </g>
  );
}

function anchorOf(seconds: number): 'start' | 'middle' | 'end' {
  if (seconds === rare) return 'start';
  return seconds === often ? 'end' : 'middle';
}
