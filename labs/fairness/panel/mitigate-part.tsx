import { useMemo } from 'react';
import { linearAxis, type Axis } from '../../../renderer/charts/axis.ts';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import type { Mark } from '../../../renderer/charts/line-shapes.tsx';
import type { Series } from '../../../renderer/charts/series.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import {
  frontierGaps,
  modelNames,
  type AuditLabel,
  type FairnessResult,
  type ModelName,
} from '../lab.ts';
import { said, type Amount } from '../../kit/compare.ts';
import { rateOf } from './compared.ts';
import { auditOf } from './known.ts';
import { markSides } from './rows/mark-sides.ts';
import { pinnedAudit, type Pinned } from './pinned.ts';
import { Readouts } from './readouts.tsx';
import { stateOf } from './state.ts';
import { missingWords, modelWords } from './words.ts';
import styles from './part.module.css';

interface MitigatePartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'hidden'> {
  pins: readonly Pinned[];
  result: FairnessResult;
}

/** Names beside the dots, short. */
const markWords: Partial<Record<ModelName, string>> = {
  'with-group': 'sees the group',
  'group-deleted': 'group deleted',
  'group-and-zone-deleted': 'zone deleted too',
  reweighed: 'reweighed',
  'reweighed-without-group': 'reweighed, group deleted',
};

/** From 0.66 to 0.78, where the default world lies, and wider where this one does not. A tick every four hundredths. */
export function accuracyAxis(values: readonly number[]): Axis {
  const low = Math.min(66, Math.floor(100 * Math.min(...values, 1)));
  const from = low < 66 ? 66 - 4 * Math.ceil((66 - low) / 4) : 66;
  const high = Math.max(78, Math.ceil(100 * Math.max(...values, 0)));
  const to = from + 4 * Math.ceil((high - from) / 4);
  return {
    label: 'accuracy, share decided right',
    scale: 'linear',
    domain: [from / 100, to / 100],
    ticks: Array.from({ length: (to - from) / 4 + 1 }, (_, k) => (from + 4 * k) / 100),
  };
}

type Row = NonNullable<FairnessResult['frontier']>[number];

/** The mean over seeds of accuracy, at the mean gap that is left, with the spread over seeds. */
export function frontierLine(
  rows: readonly Row[],
  labels: AuditLabel,
  name: string,
  index: number,
): Series | null {
  const own = rows.filter(
    (row) => row.labels === labels && row.gap !== null && row.accuracy !== null,
  );
  const points = frontierGaps
    .flatMap((maxGap) => {
      const here = own.filter((row) => row.maxGap === maxGap);
      if (here.length === 0) return [];
      const mean = (value: (row: Row) => number) =>
        here.reduce((sum, row) => sum + value(row), 0) / here.length;
      const accuracies = here.map((row) => row.accuracy!);
      return [
        {
          x: mean((row) => row.gap!),
          y: mean((row) => row.accuracy!),
          low: Math.min(...accuracies),
          high: Math.max(...accuracies),
        },
      ];
    })
    .sort((a, b) => a.x - b.x)
    .filter((point, i, all) => i === 0 || point.x - all[i - 1]!.x > 1e-6);
  if (points.length === 0) return null;
  return {
    id: labels,
    name,
    index,
    role: 'series',
    points: points.map(({ x, y }) => [x, y]),
    band: points.map(({ x, low, high }) => [x, low, high]),
  };
}

/** Part 5: what each repair leaves of the gap, and what it costs or brings in accuracy. */
export function MitigatePart({ run, prediction, mode, hidden, pins, result }: MitigatePartProps) {
  const rows = useMemo(() => result.frontier ?? [], [result.frontier]);
  const series = useMemo(
    () =>
      [
        frontierLine(rows, 'approval', 'equalised on past approvals', 2),
        frontierLine(rows, 'repay', 'equalised on repayment', 3),
      ].filter((one) => one !== null),
    [rows],
  );
  const audits = modelNames.flatMap((name) => auditOf(result, name) ?? []);
  const dots = audits.flatMap((row) =>
    row.name.startsWith('hardt') || row.equalOpportunityDifference === null || row.accuracy === null
      ? []
      : [
          {
            id: row.name,
            x: row.equalOpportunityDifference,
            y: row.accuracy,
            label: markWords[row.name] ?? '',
          },
        ],
  );
  const highest = Math.max(0.6, ...dots.map(({ x }) => x));
  const y = accuracyAxis([
    ...dots.map((dot) => dot.y),
    ...rows.flatMap(({ accuracy }) => accuracy ?? []),
  ]);
  const ends = series.map(({ id, name, points }) => ({
    id,
    label: name,
    x: points.at(-1)![0],
    y: points.at(-1)![1] ?? 0,
  }));
  const sides = markSides(dots, ends, [0, highest], y.domain);
  const marks = dots.map((dot): Mark => ({
    ...dot,
    kind: 'dot',
    index: 1,
    labelSide: sides.get(dot.id),
  }));
  const ghosts = modelNames.flatMap((name): Mark[] => {
    const row = name.startsWith('hardt') ? null : pinnedAudit(pins, name);
    return row?.equalOpportunityDifference == null || row.accuracy === null
      ? []
      : [
          {
            id: `pinned ${name}`,
            x: row.equalOpportunityDifference,
            y: row.accuracy,
            kind: 'ghostMark',
            index: 0,
          },
        ];
  });
  const biased = auditOf(result, 'hardt-biased');
  const oracle = auditOf(result, 'hardt-oracle');
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={mitigateTitle(
            rateOf(biased, 'minority', 'tpr'),
            rateOf(oracle, 'minority', 'tpr'),
          )}
          subtitle={
            'Judged by who would have repaid · dots: trained ' +
            `models${ghosts.length > 0 ? ', rings: pinned' : ''} · lines: two thresholds on the first ` +
            '· band: spread over worlds'
          }
          table={{
            columns: [
              'model',
              'gap in TPR',
              'accuracy',
              'DP ratio',
              'TPR majority',
              'TPR minority',
            ],
            rows: audits.map((row) => [
              modelWords[row.name],
              row.equalOpportunityDifference,
              row.accuracy,
              row.demographicParityRatio,
              row.tpr.majority,
              row.tpr.minority,
            ]),
          }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <LineFigure
            description="Accuracy over the gap in true positive rates: the trained models as dots, two ways of setting thresholds as lines."
            x={linearAxis('gap in true positive rate, majority minus minority', highest)}
            y={y}
            nameY
            series={series}
            marks={[...ghosts, ...marks]}
            formatX={(gap) => `gap ${formatFixed(gap, 2)}`}
            formatY={(accuracy) => formatFixed(accuracy, 3)}
            unmeasured={
              series.length === 0 && !hidden
                ? {
                    from: 0,
                    words: missingWords(stateOf(run, result.models.length === 0), 'The frontier'),
                  }
                : undefined
            }
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <Readouts
          items={[
            {
              head: 'Minority TPR, equal on past approvals',
              value: <Value value={biased?.tpr.minority} digits={2} size="lg" />,
              foot: biased
                ? `majority ${formatFixed(biased.tpr.majority ?? 0, 2)}, judged by repayment`
                : '',
            },
            {
              head: 'Minority TPR, equal on repayment',
              value: <Value value={oracle?.tpr.minority} digits={2} size="lg" />,
              foot: 'no real lender knows these labels',
            },
            {
              head: 'Reweighed, group deleted',
              value: (
                <Value
                  value={auditOf(result, 'reweighed-without-group')?.demographicParityRatio}
                  digits={2}
                  size="lg"
                />
              ),
              foot: 'demographic parity ratio',
            },
          ]}
          said={prediction ? `${prediction.value} ${prediction.unit}`.trim() : null}
        />
      )}
    </div>
  );
}

/** The minority's true positive rates with the lender's labels and with repayment; null where not known. */
function mitigateTitle(biased: Amount | null, oracle: Amount | null): string {
  if (biased === null || oracle === null) return 'What does a repair leave of the gap?';
  return said(
    oracle,
    biased,
    {
      less: 'With repayment as the label fewer of the minority are approved',
      equal: 'The lender’s labels and repayment agree here',
      more: 'With repayment as the label more of the minority are approved',
      unclear: 'Whether the lender’s labels and repayment agree can’t be told',
    },
    { margin: 0.05, format: (value) => formatFixed(value, 2) },
  );
}
