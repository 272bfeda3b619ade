import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import type { DataTable } from '../../../../renderer/charts/data-table.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Callout } from '../../../../renderer/kit/callout.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Progress } from '../../../../renderer/kit/progress.tsx';
import type { PanelProps } from '../../../view.ts';
import { FileDrop } from '../../../kit/panel/table/file-drop.tsx';
import { foundWords } from './leak-words.ts';
import { MappingForm } from './mapping-form.tsx';
import { FoundView } from './found-view.tsx';
import { TableEmpty } from './table-empty.tsx';
import { useTable, type TableState } from './use-table.ts';
import styles from './table.module.css';

const title = (state: TableState): string => {
  if (state.kind === 'report') return `${state.file.name}: ${foundWords(state.report.findings)}`;
  if (state.kind === 'mapping') return `${state.file.name}: what is each column?`;
  if (state.kind === 'reading' || state.kind === 'looking') return `Reading ${state.file.name}`;
  return 'What does your table know too early?';
};

const tableOf = (state: TableState): DataTable =>
  state.kind === 'report'
    ? {
        columns: [
          'feature',
          'values with a time',
          'of them newer',
          'missing',
          'AUC, random splits',
          'AUC in order',
          'AUC rebuilt',
        ],
        rows: state.report.features.map((feature) => [
          feature.name,
          feature.dated,
          feature.newer,
          feature.missing,
          feature.auc?.mean ?? null,
          feature.aucInOrder,
          feature.rebuilt,
        ]),
      }
    : { columns: ['feature'], rows: [] };

/** Part 6: the learner's own table. It is read in this window and never leaves it. */
export function TablePart({ mode }: Pick<PanelProps, 'mode'>) {
  const { state, choose, openExample, readAnew, read, back, clear } = useTable();
  return (
    <FileDrop className={styles.part} mode={mode} onFile={choose}>
      <ChartFrame
        title={title(state)}
        subtitle="Read in this window; the file stays on this computer, and no row of it is kept."
        table={tableOf(state)}
        size={mode === 'inline' ? 'small' : 'usual'}
      >
        <div className={styles.scroll}>
          {state.kind === 'empty' && <TableEmpty onFile={choose} onExample={openExample} />}
          {state.kind === 'looking' && (
            <Working label="Looking at all rows" fraction={state.fraction} onCancel={clear} />
          )}
          {state.kind === 'mapping' && (
            <MappingForm opened={state.opened} onRead={read} onChoice={readAnew} onClear={clear} />
          )}
          {state.kind === 'reading' && (
            <Working
              label={state.phase}
              fraction={state.fraction}
              onCancel={() => back(state.opened)}
            />
          )}
          {state.kind === 'report' && (
            <FoundView {...state} onBack={() => back(state.opened)} onClear={clear} />
          )}
          {state.kind === 'problem' && (
            <Callout
              kind="failed"
              what={
                <>
                  {state.file.name}: {state.problem.what}
                </>
              }
              safe="the file itself, your runs and your answers."
              next={state.problem.next}
              actions={
                <>
                  <Button onClick={clear}>Choose another file</Button>
                  {state.opened && (
                    <Button variant="quiet" onClick={() => back(state.opened!)}>
                      Change the columns
                    </Button>
                  )}
                </>
              }
            />
          )}
        </div>
      </ChartFrame>
    </FileDrop>
  );
}

function Working({
  label,
  fraction,
  onCancel,
}: {
  label: string;
  fraction: number;
  onCancel: () => void;
}) {
  return (
    <div className={styles.working}>
      <p role="status">{label}</p>
      <Progress label={label} fraction={fraction} width={280} />
      <span className={styles.workingFoot}>
        <span className={styles.number}>{formatFixed(Math.round(fraction * 100))} %</span>
        <Button icon="stop" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </div>
  );
}
