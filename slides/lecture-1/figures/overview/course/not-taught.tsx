import { Lines } from '../lines.tsx';
import styles from './not-taught.module.css';
import { FittedCurve, HandOnWindow, Processor } from '../pictograms.tsx';

const neighbours = [
  {
    Drawing: FittedCurve,
    what: ['ML and deep-', 'learning algorithms'],
    where: [
      'Machine learning · Deep learning',
      'Convolutional nets for vision · NLP with deep learning',
    ],
  },
  {
    Drawing: Processor,
    what: ['Computer', 'systems'],
    where: ['Principles of computer systems', 'Operating systems design'],
  },
  {
    Drawing: HandOnWindow,
    what: ['UX design'],
    where: ['Human-computer interaction design', 'Designing ML: a multidisciplinary approach'],
  },
];

/** What this course leaves to others, and which Stanford courses teach it. */
export function NotTaught() {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Not here</th>
          <th scope="col">At Stanford you learn it in</th>
        </tr>
      </thead>
      <tbody>
        {neighbours.map(({ Drawing, what, where }) => (
          <tr key={what[0]}>
            <td className={styles.drawing}>
              <Drawing />
            </td>
            <th scope="row">
              <Lines lines={what} />
            </th>
            <td>
              <Lines lines={where} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
