import { Segmented } from '../../../kit/segmented.tsx';
import styles from './choices.module.css';

/** So many letters stand side by side in the narrow story. */
const fits = 22;

interface ChoicesProps {
  label: string;
  value: string | null;
  options: readonly string[];
  onChange: (value: string) => void;
}

/** An answer to choose: a few words side by side; whole sentences one below the other where the story is narrow. */
export function Choices(props: ChoicesProps) {
  const long = props.options.join('').length > fits;
  return (
    <span className={styles.choices} data-long={long || undefined}>
      <Segmented {...props} />
    </span>
  );
}
