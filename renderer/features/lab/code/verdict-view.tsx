import type { CodeVerdict } from '../../../../main/contract/code.ts';
import { Icon } from '../../../kit/icon.tsx';
import styles from './code.module.css';

/** What the tests say: why it ended, each visible test with what differs, what else an answer must do, and what was printed. */
export function VerdictView({
  verdict,
  onLine,
}: {
  verdict: CodeVerdict;
  onLine: (line: number) => void;
}) {
  const { stopped, tests, properties, printed } = verdict;
  return (
    <div className={styles.verdict}>
      {stopped && (
        <p className={styles.bad}>
          <Icon name="warn" />
          <span>
            {stopped.what} <Line line={stopped.line} onLine={onLine} />
          </span>
        </p>
      )}
      {tests.length > 0 && (
        <table className={styles.tests}>
          <caption>Tests you can see</caption>
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Expected</th>
              <th scope="col">Got</th>
            </tr>
          </thead>
          <tbody>
            {tests.map((test, i) => (
              <tr key={i} data-passed={test.passed || undefined}>
                <th scope="row">
                  <Icon name={markOf(standOf(test))} size={14} />
                  <span className="said">{testWord(standOf(test))}: </span>
                  <code>{test.call}</code>
                </th>
                <td>
                  <code>{test.expected || 'see below'}</code>
                </td>
                <td>
                  {test.got !== null && <code>{test.got}</code>}
                  {!test.passed && test.difference && (
                    <span className={styles.difference}>
                      {test.difference} <Line line={test.line} onLine={onLine} />
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className={styles.properties} aria-label="What an answer must do">
        {properties.map(({ id, says, passed }) => (
          <li key={id} data-passed={passed ?? undefined}>
            <Icon name={markOf(passed)} size={14} />
            <span className="said">{wordOf(passed)}: </span>
            <span>{says}</span>
          </li>
        ))}
      </ul>
      {printed.length > 0 && (
        <details className={styles.printed} open>
          <summary>Printed</summary>
          <pre tabIndex={0} aria-label="What your code printed">
            {printed.join('\n')}
          </pre>
        </details>
      )}
    </div>
  );
}

/** Whether a test passed; null where it was not reached: then nothing came of it and nothing differs. */
function standOf({ passed, got, difference }: CodeVerdict['tests'][number]): boolean | null {
  return got === null && difference === '' ? null : passed;
}

function testWord(passed: boolean | null): string {
  if (passed === null) return 'Not reached';
  return passed ? 'Passed' : 'Failed';
}

function markOf(passed: boolean | null) {
  if (passed === null) return 'minus' as const;
  return passed ? ('check' as const) : ('close' as const);
}

function wordOf(passed: boolean | null): string {
  if (passed === null) return 'Not reached';
  return passed ? 'Holds' : 'Fails';
}

/** A line of the learner's own code, which a press leads to. */
function Line({ line, onLine }: { line: number | null; onLine: (line: number) => void }) {
  if (line === null) return null;
  return (
    <button type="button" className={styles.line} onClick={() => onLine(line)}>
      Line {line}
    </button>
  );
}
