import type { ComponentType } from 'react';
import styles from './comparison-table.module.css';
import {
  BarsRising,
  ClockWaiting,
  ClosedBox,
  GlassBox,
  ManyAims,
  ScalesDotted,
  ScalesLevel,
  StillBell,
  TrainingLanes,
  WanderingBell,
} from './pictograms.tsx';

interface Row {
  topic: string;
  /** Once it is no longer the newest, the row's words stand in one line. */
  oneLine?: true;
  research: [Drawing: ComponentType, words: string[]];
  production: [Drawing: ComponentType, words: string[]];
}

const rows: Row[] = [
  {
    topic: 'Objectives',
    research: [BarsRising, ['Model', 'performance']],
    production: [ManyAims, ['Every stakeholder', 'wants something else']],
  },
  {
    topic: 'Computational priority',
    research: [TrainingLanes, ['Fast training,', 'high throughput']],
    production: [ClockWaiting, ['Fast inference,', 'low latency']],
  },
  {
    topic: 'Data',
    oneLine: true,
    research: [StillBell, ['Static']],
    production: [WanderingBell, ['Constantly shifting']],
  },
  {
    topic: 'Fairness',
    oneLine: true,
    research: [ScalesDotted, ['Good to have,', 'sadly']],
    production: [ScalesLevel, ['Important']],
  },
  {
    topic: 'Interpretability',
    oneLine: true,
    research: [ClosedBox, ['Good to have']],
    production: [GlassBox, ['Important']],
  },
];

/** The table that runs through part 2: the last of `count` rows is new and stands large, those before it are quiet. */
export function ComparisonTable({ rows: count }: { rows: number }) {
  return (
    <table className={styles.table} data-rows={count}>
      <thead>
        <tr>
          <th scope="col">
            <span className="said">Topic</span>
          </th>
          <th scope="col">Research</th>
          <th scope="col">Production</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, count).map(({ topic, oneLine, research, production }, index) => (
          <tr key={topic} data-one-line={oneLine} data-row={index + 1 === count ? 'now' : 'past'}>
            <th scope="row">
              <span className={styles.topic}>{topic}</span>
            </th>
            {[research, production].map(([Drawing, words]) => (
              <td key={words[0]}>
                <span className={styles.cell}>
                  <Drawing />
                  <span>
                    {words.map((line) => (
                      <span key={line} className={styles.line}>
                        {line}{' '}
                      </span>
                    ))}
                  </span>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
