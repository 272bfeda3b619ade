import styles from './prompts.module.css';

/** What to talk about, large enough for the back row. */
export function Prompts({ items }: { items: readonly string[] }) {
  return (
    <ol className={styles.prompts}>
      {items.map((item, index) => (
        <li key={item} className={styles.prompt}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <span>{item}</span>
        </li>
      ))}
    </ol>
  );
}
