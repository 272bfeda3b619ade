import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Myth } from './myth.tsx';

const [left, right] = [236, 1120];
const at = (hour: number) => left + (hour / 24) * (right - left);
/** Requests come all day; between these hours nothing answered. */
const gap = [3.2, 4.4] as const;
const requests = Array.from({ length: 96 }, (_, index) => index / 4 + 0.125);

/** A day of a demo, which answers once, and a day of a service, which has to answer always. */
export function DeployingIsHard() {
  return (
    <Myth
      number={1}
      belief={[{ false: 'Deploying is hard.' }]}
      answer={['Deploying is easy.', 'Deploying reliably is hard.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 330"
        width="1136"
        height="330"
        role="img"
        aria-label={
          'Two days, hour by hour. A demo for a friend answers one request in the afternoon. A ' +
          'service for everyone gets a request every few minutes, day and night; from three to ' +
          'half past four at night nothing answers: who notices, and who rolls back?'
        }
      >
        <path className={drawing.axis} d={`M${left} 284H${right}`} />
        {[0, 6, 12, 18, 24].map((hour) => (
          <g key={hour}>
            <path className={drawing.grid} d={`M${at(hour)} 20V284`} />
            <text x={at(hour)} y="316" textAnchor="middle" data-axis className={drawing.tick}>
              {hour}:00
            </text>
          </g>
        ))}
        <text x="0" y="50" className={drawing.strong}>
          A demo
        </text>
        <text x="0" y="84" className={drawing.soft}>
          for a friend
        </text>
        <text x="0" y="190" className={drawing.strong}>
          A service
        </text>
        <text x="0" y="224" className={drawing.soft}>
          for everyone
        </text>
        <StepGroup n={2}>
          <path className={`${drawing.strokeGood} ${drawing.medium}`} d={`M${at(15)} 38v44`} />
          <text x={at(15) + 18} y="70" className={drawing.soft}>
            works, when you look
          </text>
        </StepGroup>
        <StepGroup n={3}>
          <path
            className={drawing.strokeGood}
            d={requests
              .filter((hour) => hour < gap[0] || hour > gap[1])
              .map((hour) => `M${at(hour)} 178v44`)
              .join('')}
          />
          <rect
            x={at(gap[0])}
            y="170"
            width={at(gap[1]) - at(gap[0])}
            height="60"
            rx="6"
            className={`${drawing.softWarn}`}
          />
          <rect
            x={at(gap[0])}
            y="170"
            width={at(gap[1]) - at(gap[0])}
            height="60"
            rx="6"
            className={drawing.strokeWarn}
          />
          <path className={drawing.strokeWarn} d={`M${at(3.8)} 164v-22`} />
          <text x={at(3.2)} y="132" className={drawing.warnWord}>
            Who notices? Who rolls back?
          </text>
        </StepGroup>
      </svg>
    </Myth>
  );
}
