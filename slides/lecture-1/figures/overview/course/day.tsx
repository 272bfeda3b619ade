import { Step } from '../../../../../renderer/shared/slide/slide.tsx';
import styles from './day.module.css';
import { Lines } from '../lines.tsx';
import {
  CardChecked,
  FaceUnlock,
  MailSorted,
  NextFilm,
  RouteAhead,
  TwoLanguages,
} from '../pictograms.tsx';
import { useSince } from '../../shared/since.ts';

/** `hour` places a moment on the sun's way; the columns are evenly wide, so the way is bent to them. */
const moments = [
  { hour: 6.5, time: '6:30', Drawing: FaceUnlock, what: ['Your phone', 'knows', 'your face'] },
  { hour: 8, time: '8:00', Drawing: RouteAhead, what: ['The map', 'says when', 'you arrive'] },
  { hour: 9.5, time: '9:30', Drawing: MailSorted, what: ['Junk mail', 'never gets', 'to you'] },
  { hour: 13, time: '13:00', Drawing: CardChecked, what: ['A stolen', 'card would', 'be stopped'] },
  {
    hour: 18,
    time: '18:00',
    Drawing: TwoLanguages,
    what: ['A recipe, in', 'your own', 'language'],
  },
  { hour: 21, time: '21:00', Drawing: NextFilm, what: ['The next film', 'is chosen', 'for you'] },
];

const pitch = 1136 / moments.length;
const horizon = 92;
/** Where the sun stands: on the horizon at six and at eighteen, highest at noon. */
const at = (index: number) => ({
  x: index * pitch + 12,
  y:
    horizon -
    74 *
      Math.sin((Math.PI * (moments[index]!.hour - 6)) / 12) *
      (moments[index]!.hour > 18 ? 0.4 : 1),
});

/** A smooth line through the moments: each piece leaves and arrives in the direction of its neighbours. */
function way(): string {
  const points = moments.map((_, index) => at(index));
  const slope = (index: number) => {
    const before = points[Math.max(index - 1, 0)]!;
    const after = points[Math.min(index + 1, points.length - 1)]!;
    return (after.y - before.y) / (after.x - before.x);
  };
  return points.slice(1).reduce((path, point, index) => {
    const from = points[index]!;
    const reach = (point.x - from.x) / 3;
    return (
      `${path}C${from.x + reach} ${from.y + reach * slope(index)} ${point.x - reach} ` +
      `${point.y - reach * slope(index + 1)} ${point.x} ${point.y}`
    );
  }, `M${points[0]!.x} ${points[0]!.y}`);
}

/** A day from morning to night; each step is a moment at which a model has answered. */
export function Day() {
  const since = useSince();
  return (
    <div className={styles.day}>
      <svg
        className={styles.sky}
        viewBox="0 0 1136 130"
        width="1136"
        height="130"
        role="img"
        aria-label="The sun’s way from morning to night, with a mark for each moment."
      >
        <rect className={styles.night} x="-72" y={horizon} width="1280" height="38" />
        <path className={styles.way} d={way()} />
        <path className={styles.horizon} d={`M-72 ${horizon}H1208`} />
        {moments.map(({ time }, index) => (
          <circle
            key={time}
            className={styles.sun}
            data-step={since(index + 1)}
            cx={at(index).x}
            cy={at(index).y}
            r="12"
          />
        ))}
      </svg>
      <ol className={styles.moments}>
        {moments.map(({ time, Drawing, what }, index) => (
          <li key={time}>
            <Step n={index + 1} className={styles.moment}>
              <p className={styles.time}>{time}</p>
              <Drawing />
              <Lines className={styles.model} lines={what} />
            </Step>
          </li>
        ))}
      </ol>
    </div>
  );
}
