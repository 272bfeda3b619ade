import { PairLine } from '../../charts/pair-line.tsx';
import { Help } from '../../kit/help.tsx';
import { formatSignificant } from '../../kit/number/format.ts';
import {
  brierWords,
  calibration,
  calibrationWords,
  fewest,
  percentWords,
  type Forecast,
} from '../../model/prediction/calibration.ts';
import styles from './calibration-figure.module.css';

/** How sure the learner was (a diamond) against how often that came true (a dot), once there are enough predictions to say so. */
export function CalibrationFigure({ forecasts }: { forecasts: readonly Forecast[] }) {
  const { rows, scored, brier } = calibration(forecasts);
  if (scored < fewest || brier === null) {
    return (
      <div className={styles.figure}>
        <h3>How sure, how right</h3>
        <p className={styles.about}>
          Say how sure you are with a prediction. After {fewest} that met a result you see here how
          well you know what you know{scored > 0 ? `; ${scored} so far` : ''}.
        </p>
      </div>
    );
  }
  const hits = rows.reduce((sum, row) => sum + row.hits, 0);
  const apart =
    rows.reduce((sum, row) => sum + row.confidence * row.said, 0) / scored - hits / scored;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3>{headline(apart)}</h3>
        <p className={styles.about}>On each line from 0 to 100 %</p>
      </figcaption>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col" className={styles.you}>
              You were
            </th>
            <th scope="col">
              <span className="said">Both on one line</span>
            </th>
            <th scope="col" className={styles.was}>
              Right or close
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.confidence}>
              <th scope="row" className={styles.you}>
                <span className="num">{percentWords(row.confidence)}</span> sure
              </th>
              <td>
                <span className="said">{calibrationWords(row)}</span>
                <PairLine said={row.confidence} was={row.hits / row.said} width={112} />
              </td>
              <td className={styles.was}>
                <b className="num">{row.hits}</b> of <span className="num">{row.said}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.brier}>
        Brier score <b className="num">{formatSignificant(brier, 2)}</b>{' '}
        <Help about="the Brier score">
          The mean squared distance between how sure you were and what came: {brierWords(brier)}.
        </Help>
      </p>
    </figure>
  );
}

/** What the figure shows, in words. `apart`: the mean confidence less the share that was right. */
function headline(apart: number): string {
  if (apart > 0.1) return 'Surer than right';
  return apart < -0.1 ? 'More often right than sure' : 'About as sure as right';
}
