import { useEffect, useRef, useState } from 'react';
import type { CodeVerdict } from '../../../../main/contract/code.ts';
import { toErrorData, type ErrorData } from '../../../../main/contract/errors.ts';
import { useHost } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import {
  codeStateOf,
  isOlder,
  judged,
  maySeeWorked,
  type CodeStep,
} from '../../../model/prediction/code-answer.ts';
import type { LabState } from '../run/use-lab.ts';
import type { Editor } from './editor.ts';
import { createEditor } from './editor.ts';
import { keptCode, maxKept } from './kept-code.ts';
import { OwnRun } from './own/own-run.tsx';
import { useShownPart } from './use-shown-part.ts';
import { VerdictView } from './verdict-view.tsx';
import styles from './code.module.css';

const settleMs = 800;

/**
 * Where an exercise in code is written: the editor, what its tests say, two hints and the worked answer. What is written is kept as it is
 * written; compute runs and judges it.
 */
export function CodePane({ lab, step }: { lab: LabState; step: CodeStep }) {
  const { task } = step;
  const host = useHost();
  const state = codeStateOf(task, lab.progress);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [text, setText] = useState(state.code);
  const [running, setRunning] = useState(false);
  const [verdict, setVerdict] = useState<CodeVerdict | null>(null);
  /** The code that was judged last; null where it could not be run. */
  const [ran, setRan] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const { region, show } = useShownPart();
  const save = (next: typeof state) => lab.change({ kind: 'code', step: task.id, state: next });
  const kept = keptCode(text, state.code);

  const run = async () => {
    if (running) return;
    const code = editor.current?.text() ?? text;
    setRunning(true);
    try {
      const judgement = await host.call('code.run', { lab: lab.lab.id, exercise: task.id, code });
      setVerdict(judgement);
      setRan(judgement.stopped === null ? code : null);
      setProblem(null);
      // What is too long to be kept is judged all the same; the editor still has it.
      if (code.length <= maxKept) save(judged(task, latest.current.state, code, judgement.passed));
    } catch (error) {
      setProblem(toErrorData(error));
    } finally {
      setRunning(false);
    }
  };

  const latest = useRef({ state, run, save, text });
  useEffect(() => {
    latest.current = { state, run, save, text };
  });
  const keep = () => {
    const { state: before, text: now, save: put } = latest.current;
    const code = keptCode(now, before.code);
    if (code !== before.code) put({ ...before, code });
  };

  useEffect(() => {
    const made = createEditor({
      host: place.current!,
      text: latest.current.state.code,
      label: `${task.title}: your code. Tab indents; Escape, then Tab leaves the editor.`,
      onChange: setText,
      onRun: () => void latest.current.run(),
    });
    editor.current = made;
    return () => {
      // Leaving before it settled must not lose the last words.
      keep();
      made.destroy();
    };
  }, [task]);
  useEffect(() => {
    const timer = setTimeout(keep, settleMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div className={styles.pane}>
      <div ref={place} className={styles.editor} data-keys="text" data-code-editor />
      <div className={styles.actions}>
        <Button icon="play" disabled={running} focusableWhenDisabled onClick={() => void run()}>
          {running ? 'Running…' : 'Run the tests'}
        </Button>
        {/* A press takes no button away: its second click would hit the next one, and that one clears the code. */}
        {!state.passed && (
          <Button
            variant="quiet"
            icon="bulb"
            disabled={state.hints >= 2}
            focusableWhenDisabled
            onClick={() => {
              show(`hint ${state.hints + 1}`);
              save({ ...state, code: kept, hints: state.hints + 1 });
            }}
          >
            Hint
          </Button>
        )}
        {maySeeWorked(state) && (
          <Button
            variant="quiet"
            icon="book"
            onClick={() => {
              show('worked');
              if (!state.opened) save({ ...state, code: kept, opened: true });
            }}
          >
            Show a worked answer
          </Button>
        )}
        <Button
          variant="quiet"
          icon="replay"
          disabled={text === task.starter}
          focusableWhenDisabled
          onClick={() => editor.current?.replace(task.starter)}
        >
          Begin anew
        </Button>
        <span className={styles.keys}>Ctrl+Enter runs. Escape, then Tab leaves the editor.</span>
      </div>
      <div
        ref={region}
        className={styles.scroll}
        role="region"
        aria-label="What the tests say"
        tabIndex={0}
      >
        <div className={styles.said} role="status">
          {problem && (
            <Callout kind="failed" what={problem.what} safe={problem.safe} next={problem.next} />
          )}
          {isOlder(task, state) && !verdict && (
            <p className={styles.note}>
              This exercise has changed since you answered it. Run the tests again.
            </p>
          )}
          <Standing tries={state.tries} passed={state.passed && !isOlder(task, state)} />
          {verdict && (
            <VerdictView verdict={verdict} onLine={(line) => editor.current?.goTo(line)} />
          )}
          {task.onRun !== undefined && (
            <OwnRun lab={lab} exercise={task.id} code={ran} on={task.onRun} />
          )}
          {!state.passed &&
            task.hints.slice(0, state.hints).map((hint, i) => (
              <p key={i} className={styles.hint} data-said={`hint ${i + 1}`}>
                <strong>Hint {i + 1} of 2.</strong> {hint}
              </p>
            ))}
          {state.opened && (
            <details className={styles.worked} open={!state.passed} data-said="worked">
              <summary>A worked answer</summary>
              <pre tabIndex={0} aria-label="A worked answer">
                {task.answer}
              </pre>
            </details>
          )}
        </div>
      </div>
    </div>
  );
}

function Standing({ tries, passed }: { tries: number; passed: boolean }) {
  if (passed) return <p className={styles.good}>Solved.</p>;
  if (tries === 0) return <p className={styles.note}>Not attempted. This one is an extra.</p>;
  return (
    <p className={styles.note}>
      Not yet, after {tries === 1 ? 'one try' : `${tries} tries`}.
      {tries < 2 && ' After one more try a worked answer can be seen.'}
    </p>
  );
}
