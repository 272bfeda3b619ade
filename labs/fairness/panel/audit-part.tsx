import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import type { DataTable } from '../../../renderer/charts/data-table.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import { foldRows } from '../data.ts';
import type { Interval } from '../../math/intervals/rate.ts';
import type { FairnessResult, ModelName, ModelRow } from '../lab.ts';
import { gapChange, gapLeft } from './compared.ts';
import { auditOf } from './known.ts';
import { pinnedAudit, type Pinned } from './pinned.ts';
import { auditRows } from './rows/rate-rows.ts';
import { RateFigure } from './rate-figure.tsx';
import { Readouts } from './readouts.tsx';
import { stateOf } from './state.ts';
import { rowIntervals, type RowIntervals } from './rows/row-intervals.ts';
import { rangeWords } from '../../kit/panel/report/range-words.ts';
import { inHundred, missingWords, modelWords } from './words.ts';
import styles from './part.module.css';

interface AuditPartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'hidden'> {
  result: FairnessResult;
  /** Pinned runs, the newest last. */
  pins: readonly Pinned[];
  model: ModelName;
  /** The model whose rates are drawn as ghosts. */
  was?: ModelName;
  aside?: React.ReactNode;
}

/** What one model does to two groups, judged by who would have repaid. */
export function AuditPart({
  run,
  prediction,
  mode,
  hidden,
  pins,
  result,
  model,
  was,
  aside,
}: AuditPartProps) {
  const row = auditOf(result, model);
  const before = was ? auditOf(result, was) : null;
  const pinned = was ? null : pinnedAudit(pins, model);
  const rows = row ? auditRows(row, before ?? pinned) : [];
  const intervals = row && rowIntervals(row);
  const said = typeof prediction?.value === 'number' ? prediction.value : null;
  const ratio = {
    value: row?.demographicParityRatio ?? null,
    ci95: intervals?.ratio ?? null,
    was: before?.demographicParityRatio ?? null,
    said,
    pinned: pins.flatMap(({ id, known }) => {
      const value = auditOf(known, model)?.demographicParityRatio;
      return value == null ? [] : [{ id, value }];
    }),
  };
  const missing = missingWords(stateOf(run, result.models.length === 0, hidden), 'The audit');
  const pinnedWords = pinned ? 'the newest pinned run' : undefined;
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={
            row && intervals ? auditTitle(row, intervals, before) : 'Whom does the model approve?'
          }
          subtitle={
            `model: ${modelWords[model]} · 95 % intervals · ` +
            (mode === 'full'
              ? `${formatFixed(foldRows.test)} test applicants, judged by who would have repaid`
              : 'judged by who would have repaid')
          }
          table={auditTable(row)}
          aside={aside}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <RateFigure
            description={
              'Selection rate, true and false positive rate and predictive value for majority and ' +
              `minority. Model: ${modelWords[model]}.`
            }
            rows={rows}
            ratio={ratio}
            wasWords={before ? modelWords[was!] : pinnedWords}
            missing={missing}
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && <AuditReadouts row={row} intervals={intervals} before={before} />}
    </div>
  );
}

function auditTitle(row: ModelRow, intervals: RowIntervals, before: ModelRow | null): string {
  const { majority, minority } = row.selectionRate;
  if (row.demographicParityRatio === null)
    return majority === 0 && minority === 0
      ? 'This model approves nobody: there is nothing to compare'
      : 'A rate is undefined here: there is nothing to compare';
  if (before?.demographicParityRatio != null) {
    const [now, then] = [row, before].map((one) => formatFixed(one.demographicParityRatio!, 2));
    return `Without the group column ${gapChange(row, before)}: ratio ${now}, with it ${then}`;
  }
  return gapLeft(row, intervals, {
    some: `${inHundred(majority)} in 100 of the majority are approved, ${inHundred(minority)} of the minority`,
    none: 'Both groups are approved alike',
  });
}

function AuditReadouts({
  row,
  intervals,
  before,
}: {
  row: ModelRow | null;
  intervals: RowIntervals | null;
  before: ModelRow | null;
}) {
  const ratio = row?.demographicParityRatio ?? null;
  const interval = intervals?.ratio;
  const range = (of: Interval | null | undefined) => (of ? `${rangeWords(of)} · ` : '');
  return (
    <Readouts
      items={[
        {
          head: 'Demographic parity ratio',
          value: <Value value={ratio} digits={2} size="lg" />,
          foot: ratioFoot(row, interval ?? null, before),
        },
        {
          head: 'Gap in TPR',
          value: <Value value={row?.equalOpportunityDifference} digits={2} size="lg" />,
          foot: `${range(intervals?.tpr)}equal opportunity`,
        },
        {
          head: 'Equalized odds',
          value: <Value value={row?.equalizedOddsDifference} digits={2} size="lg" />,
          foot: `${range(intervals?.odds)}larger gap, TPR or FPR`,
        },
        {
          head: 'Accuracy',
          value: (
            <Value
              value={row?.accuracy == null ? null : 100 * row.accuracy}
              digits={1}
              unit="%"
              size="lg"
            />
          ),
          foot: 'right decisions, of all',
        },
      ]}
    />
  );
}

/** What stands under the ratio: its interval, what it was, and the four-fifths rule, which is about this ratio and nothing else. */
export function ratioFoot(
  row: ModelRow | null,
  interval: Interval | null,
  before: ModelRow | null,
): string {
  const was = before?.demographicParityRatio;
  return [
    interval ? rangeWords(interval) : 'smaller rate / larger rate',
    was != null && `was ${formatFixed(was, 2)}`,
    row && fourFifths(row),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The four-fifths rule is a screen that says where to look, never a verdict. */
function fourFifths(row: ModelRow): string {
  if (row.fourFifths === null) return 'four-fifths: not defined';
  return row.fourFifths ? 'four-fifths: nothing flagged' : 'four-fifths: look closer';
}

function auditTable(row: ModelRow | null): DataTable {
  const groups = row?.groups ?? [];
  return {
    columns: [
      'group',
      'people',
      'approved, repay',
      'approved, default',
      'rejected, repay',
      'rejected, default',
      'selection rate',
      'TPR',
      'FPR',
      'PPV',
      'calibration error',
    ],
    rows: groups.map((one) => {
      const g = one.group;
      return [
        g,
        one.count,
        one.tp,
        one.fp,
        one.fn,
        one.tn,
        row!.selectionRate[g],
        row!.tpr[g],
        row!.fpr[g],
        row!.ppv[g],
        one.ece,
      ];
    }),
  };
}
