import { useEffect } from 'react';
import { z } from 'zod';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import type { DataTable } from '../../../../renderer/charts/data-table.ts';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Callout } from '../../../../renderer/kit/callout.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Progress } from '../../../../renderer/kit/progress.tsx';
import type { PanelProps } from '../../../view.ts';
import { DropZone } from './drop-zone.tsx';
import { MappingForm } from './mapping-form.tsx';
import { ReportView } from './report-view.tsx';
import { useTable, type TableState } from './use-table.ts';
import styles from './table.module.css';

/** All that is kept of a file. */
const kept = z
  .object({
    name: z.string().max(255),
    bytes: z.number(),
    hash: z.string().max(64),
    columns: z.array(z.string().max(200)).max(1_000),
  })
  .nullable();
type Kept = z.output<typeof kept>;
const shared: Shared<Kept> = {
  key: 'time-leak/last-table',
  schema: kept,
  fallback: null,
  keep: true,
};

const title = (state: TableState): string => {
  if (state.kind === 'report') {
    const leaks = state.report.findings.filter((finding) => finding.kind === 'leak').length;
    const asks = state.report.findings.filter((finding) => finding.kind === 'question').length;
    if (leaks > 0)
      return `${state.file.name}: ${leaks === 1 ? 'one thing that nobody could know' : `${leaks} things that nobody could know`}`;
    return asks > 0
      ? `${state.file.name}: no leak shown, ${asks === 1 ? 'one question' : `${asks} questions`}`
      : `${state.file.name}: no leak shown, no question`;
  }
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
  const { state, choose, readAnew, read, back, clear } = useTable();
  const [last, keep] = useShared(shared);
  useEffect(() => {
    if (state.kind === 'report')
      keep({
        name: state.file.name.slice(0, 255),
        bytes: state.file.size,
        hash: state.hash,
        columns: state.opened.survey.columns.map((column) => column.name.slice(0, 200)),
      });
  }, [state, keep]);
  return (
    <div className={styles.part} data-mode={mode}>
      <ChartFrame
        title={title(state)}
        subtitle="Read in this window; the file stays on this computer and is not copied anywhere."
        table={tableOf(state)}
        size={mode === 'inline' ? 'small' : 'usual'}
      >
        <div className={styles.scroll}>
          {state.kind === 'empty' && <DropZone onFile={choose} last={last} />}
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
            <ReportView {...state} onBack={() => back(state.opened)} onClear={clear} />
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
    </div>
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
