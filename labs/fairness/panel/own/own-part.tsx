import { useStore } from 'zustand';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Callout } from '../../../../renderer/kit/callout.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Progress } from '../../../../renderer/kit/progress.tsx';
import { FileDrop } from '../../../kit/panel/table/file-drop.tsx';
import type { PanelProps } from '../../../view.ts';
import { OwnAudited } from './own-audited.tsx';
import { OwnColumns } from './own-columns.tsx';
import { OwnEmpty } from './own-empty.tsx';
import {
  auditFile,
  chooseColumns,
  closeFile,
  openFile,
  ownFile,
  type OwnState,
} from './own-store.ts';
import { brokenWords } from '../../own/own-problems.ts';
import styles from './own.module.css';
import part from '../part.module.css';

type State<K extends OwnState['kind']> = Extract<OwnState, { kind: K }>;
const safe = 'the file itself, your runs and your answers.';

/** Part 7: the same audit of the learner's own decisions. A file may be dropped at any time. */
export function OwnPart({ mode }: Pick<PanelProps, 'mode'>) {
  const state = useStore(ownFile);
  return (
    <FileDrop className={part.part} onFile={openFile}>
      {state.kind === 'audited' ? (
        <OwnAudited {...state} mode={mode} />
      ) : (
        <OwnSteps state={state} mode={mode} />
      )}
    </FileDrop>
  );
}

/** All that comes before an audit. */
function OwnSteps({
  state,
  mode,
}: {
  state: Exclude<OwnState, { kind: 'audited' }>;
  mode: PanelProps['mode'];
}) {
  return (
    <div className={`${part.part} ${styles.part}`} data-mode={mode}>
      <div className={part.chart}>
        <ChartFrame
          title={title(state)}
          subtitle="read in this window · the file stays on this computer"
          table={{ columns: ['group'], rows: [] }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <div className={styles.scroll}>
            {state.kind === 'empty' && <OwnEmpty />}
            {state.kind === 'opening' && (
              <Working label={`Looking at all rows of ${state.name}`} fraction={state.fraction} />
            )}
            {state.kind === 'mapping' && <OwnColumns opened={state.opened} />}
            {state.kind === 'reading' && (
              <Working
                label={state.fraction < 0.9 ? 'Reading rows' : 'Counting'}
                fraction={state.fraction}
              />
            )}
            {state.kind === 'broken' && <Broken {...state} />}
            {state.kind === 'problem' && <Problem {...state} />}
          </div>
        </ChartFrame>
      </div>
    </div>
  );
}

function title(state: OwnState): string {
  switch (state.kind) {
    case 'mapping':
      return `${state.opened.file.name}: what is each column?`;
    case 'reading':
      return `Reading ${state.opened.file.name}`;
    case 'broken':
      return `${state.opened.file.name}: some cells can’t be read`;
    default:
      return 'Whom do your own decisions select?';
  }
}

function Working({ label, fraction }: { label: string; fraction: number }) {
  return (
    <div className={styles.working}>
      <p role="status">{label}</p>
      <Progress label={label} fraction={fraction} width={320} />
      <span className={styles.workingFoot}>
        {formatFixed(Math.round(fraction * 100))} %{' '}
        <Button icon="stop" onClick={closeFile}>
          Cancel
        </Button>
      </span>
    </div>
  );
}

/** What is done without the missing cells: rows without a label still tell who was selected. */
function goOnWords({ problems }: State<'broken'>['intake']): string {
  const labels = problems.filter(({ of }) => of === 'label').length;
  if (labels === 0) return 'Leave those rows out';
  return labels === problems.length
    ? 'Count those rows for selection rates only'
    : 'Go on without those cells';
}

/** Cells that can't be read: nothing is audited until they are put right, left out, or another column is chosen. */
function Broken({ opened, intake }: State<'broken'>) {
  const [first, ...others] = brokenWords(intake);
  const onlyEmpty =
    intake.tooMany === null && intake.problems.every(({ kind }) => kind === 'empty');
  return (
    <>
      <Callout
        kind="failed"
        what={first!.what}
        safe={safe}
        next={first!.next}
        actions={
          <>
            {onlyEmpty && (
              <Button onClick={() => auditFile({ ...opened, leaveOutEmpty: true })}>
                {goOnWords(intake)}
              </Button>
            )}
            <Button onClick={() => chooseColumns(opened)}>Choose other columns</Button>
            <Button variant="quiet" onClick={closeFile}>
              Another file
            </Button>
          </>
        }
      />
      {others.length > 0 && (
        <ul className={styles.others} aria-label="Also in this file">
          {others.slice(0, 4).map(({ what, next }) => (
            <li key={what}>
              {what} {next}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Problem({ name, problem, opened }: State<'problem'>) {
  return (
    <Callout
      kind="failed"
      what={`${name}: ${problem.what}`}
      safe={safe}
      next={problem.next}
      actions={
        <>
          <Button onClick={closeFile}>Another file</Button>
          {opened && (
            <Button variant="quiet" onClick={() => chooseColumns(opened)}>
              Choose other columns
            </Button>
          )}
        </>
      }
    />
  );
}
