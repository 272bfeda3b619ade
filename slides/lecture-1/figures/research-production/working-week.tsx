import styles from './working-week.module.css';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The shares as five working days: four for the data, one for the analysis. */
export function WorkingWeek() {
  return (
    <div className={styles.week}>
      <div
        className={styles.days}
        role="img"
        aria-label="A working week of five days: four go into finding, cleaning and organising data, one into analysing it."
      >
        {days.map((day, index) => (
          <span key={day} className={styles.day} data-for={index < 4 ? 'data' : 'analysis'}>
            {day}
          </span>
        ))}
      </div>
      <div className={styles.shares}>
        <p>
          <span className={styles.stat}>
            80<span className={styles.unit}> %</span>
          </span>
          <span className={styles.what}>finding, cleaning and organising data</span>
        </p>
        <p className={styles.analysis}>
          <span className={styles.stat}>
            20<span className={styles.unit}> %</span>
          </span>
          <span className={styles.what}>analysing it</span>
        </p>
      </div>
    </div>
  );
}
