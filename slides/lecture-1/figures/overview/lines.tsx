import styles from './drawing.module.css';

/** Words that break where the slide wants them to, and nowhere else. */
export function Lines({
  className,
  lines,
}: {
  className?: string | undefined;
  lines: readonly string[];
}) {
  return (
    <p className={className}>
      {lines.map((line) => (
        <span key={line} className={styles.row}>
          {line}{' '}
        </span>
      ))}
    </p>
  );
}
