import type { ShownLines } from '../../../../../labs/kit/code/shown.ts';
import type { Values } from '../../../../../labs/view.ts';
import { fillLine } from './fill.ts';
import styles from './shown.module.css';

/** How highlight.js' kinds of words are coloured, as the editor does. */
const colours: Record<string, string | undefined> = {
  keyword: styles.keyword,
  built_in: styles.type,
  type: styles.type,
  literal: styles.numeral,
  number: styles.numeral,
  string: styles.string,
  comment: styles.comment,
};

/** The lines of a piece, coloured, with values after the parameters that they name: as comments, so that no line seems to assign one. */
export function CodeLines({ piece, values }: { piece: ShownLines; values: Values }) {
  return (
    <pre className={styles.lines}>
      <code>
        {piece.lines.map((line, i) => (
          <span key={i} className={styles.line}>
            {fillLine(line, piece.fills, values).map((one, k) =>
              'value' in one ? (
                <span key={k} className={styles.value}>
                  {' '}
                  {`/* ${one.value} */`}
                </span>
              ) : (
                <span key={k} className={one[0] === null ? undefined : colours[one[0]]}>
                  {one[1]}
                </span>
              ),
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
