import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import { asSaid } from '../../../renderer/charts/room/place-spread.ts';
import type { Series } from '../../../renderer/charts/series.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { PanelProps } from '../../view.ts';
import type { BackdoorParameters, BackdoorResult, DoseRow } from '../lab.ts';
import { said as saying } from '../../kit/compare.ts';
import { stoppedWords } from '../../kit/stopped-words.ts';
import { firstAboveHalf, percentFigure } from './words.ts';
import styles from './dose.module.css';

interface DosePartProps extends Pick<PanelProps, 'run' | 'mode' | 'prediction'> {
  result: BackdoorResult;
  parameters: BackdoorParameters;
}

/** Part 3: how many poisoned faces it takes. */
export function DosePart({ run, mode, prediction, result, parameters }: DosePartProps) {
  const running = run?.status === 'running' || run?.status === 'queued';
  const { doses } = result;
  const curve = doses.length > 2;
  const half = curve ? firstAboveHalf(doses) : null;
  const most = Math.max(240, ...doses.map((dose) => dose.poisons));
  const seeds = Math.max(0, ...doses.map((dose) => dose.seeds));
  const line = (pick: (row: DoseRow) => number | null): Series['points'] =>
    doses.map((row) => [row.poisons, pick(row) === null ? null : 100 * pick(row)!] as const);
  // Two doses make no curve: a line between them would claim what nobody measured.
  const series: Series[] = !curve
    ? []
    : [
        {
          id: 'asr',
          name: 'called the target, key on',
          label: 'key on',
          index: 2,
          role: 'series',
          points: line((row) => row.attackSuccessRate),
          band: doses
            .filter((row) => row.lowest !== null)
            .map((row) => [row.poisons, 100 * row.lowest!, 100 * row.highest!] as const),
          growing: running,
        },
        {
          id: 'clean',
          name: 'clean accuracy',
          index: 1,
          role: 'series',
          points: line((row) => row.cleanAccuracy),
        },
      ];
  const said = typeof prediction?.value === 'number' ? prediction.value : null;
  const drawn = prediction?.curve;
  const toCome = running && parameters.doses === 'curve';
  const stopped = run?.status === 'stopped';
  const nothing = doses.length === 0 && stopped;
  const title = curve ? curveTitle(half, parameters.cleanFaces) : noCurveTitle(toCome, nothing);
  const labelOf = (row: DoseRow) => {
    return !curve || row === half ? `${percentFigure(row.attackSuccessRate)} %` : undefined;
  };
  return (
    <ChartFrame
      title={title}
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={
        `Faces of others called ${result.target} with the key on${curve ? ', and clean accuracy' : ''}, %` +
        (seeds > 1 ? ` · shaded: lowest to highest of ${seeds} seeds` : '')
      }
      table={{
        columns: [
          'poisoned faces',
          'attack success',
          'lowest',
          'highest',
          'clean accuracy',
          'seeds',
          ...(drawn ? ['you drew, %'] : []),
        ],
        rows: doses.map((row) => [
          row.poisons,
          row.attackSuccessRate,
          row.lowest,
          row.highest,
          row.cleanAccuracy,
          row.seeds,
          ...(drawn ? [drawn.find(([poisons]) => poisons === row.poisons)?.[1] ?? null] : []),
        ]),
      }}
    >
      <div className={styles.part}>
        <div className={styles.chart}>
          <LineFigure
            description="Attack success rate and clean accuracy over the number of poisoned faces."
            series={series}
            formatX={(x) => `${formatFixed(x)} poisoned`}
            formatY={(y) => `${formatFixed(y, 1)} %`}
            x={{
              label: 'poisoned faces in the training set',
              scale: 'linear',
              domain: [0, most],
              ticks: [0, 10, 30, 60, 120, 240, ...(most > 240 ? [most] : [])],
            }}
            nameY
            y={{
              label: 'per cent of the test faces',
              scale: 'linear',
              domain: [0, 105],
              ticks: [0, 25, 50, 75, 100],
            }}
            marks={doses.flatMap((row) =>
              row.attackSuccessRate === null
                ? []
                : [
                    {
                      id: `d${row.poisons}`,
                      x: row.poisons,
                      y: 100 * row.attackSuccessRate,
                      kind: 'dot' as const,
                      index: 2,
                      label: labelOf(row),
                      labelSide: 'right' as const,
                    },
                  ],
            )}
            unmeasured={nothing ? { from: 0, words: stoppedWords('trained') } : undefined}
            room={{ axis: 'x', place: asSaid }}
            limit={curve ? { value: 50, name: 'half' } : undefined}
            sketch={prediction?.curve ? { points: prediction.curve, words: 'you drew' } : undefined}
            prediction={
              said === null
                ? undefined
                : { x: Math.min(most, said), y: 50, words: `you said ${formatFixed(said)}` }
            }
            annotation={
              curve && seesNothing(doses)
                ? {
                    title: 'The test set sees nothing of it:',
                    text: [seesNothing(doses)],
                    place: { x: 0.5, y: 0.3 },
                  }
                : undefined
            }
          />
        </div>
        {doses.length > 0 && !curve && (
          <p className={styles.missing}>
            {toCome ? 'The other numbers are still to come.' : missingWords(doses)}
          </p>
        )}
      </div>
    </ChartFrame>
  );
}

const curveTitle = (half: DoseRow | null, cleanFaces: number) =>
  half
    ? `${formatFixed(half.poisons)} poisoned faces in ${formatFixed(half.poisons + cleanFaces)} open ${halfWords(half)}`
    : 'No number of poisoned faces in this run opens half of the faces';

function noCurveTitle(toCome: boolean, nothing: boolean): string {
  if (toCome) return 'One number of poisoned faces after the other';
  return nothing
    ? 'The run was stopped before the first number'
    : 'How many poisoned faces does it take?';
}

/** Which doses there are, where they are too few for a curve. */
const missingWords = (doses: readonly DoseRow[]) =>
  `Only ${doses.map((row) => formatFixed(row.poisons)).join(' and ')} ` +
  `${doses.length === 1 ? 'is' : 'are'} in this run. Press Run in this part: ` +
  'it trains with every number and draws the curve.';

const halfWords = ({ attackSuccessRate }: DoseRow) =>
  saying(
    { value: attackSuccessRate ?? 0 },
    { value: 0.5 },
    { less: 'fewer than half', equal: 'half', more: 'more than half', unclear: '' },
  );

/** That every dose leaves the clean accuracy where it is without poison; empty where one does not. */
function seesNothing(doses: readonly DoseRow[]): string {
  const known = doses.flatMap(({ cleanAccuracy }) => cleanAccuracy ?? []);
  const none = doses.find(({ poisons }) => poisons === 0)?.cleanAccuracy;
  if (none == null || known.length < doses.length) return '';
  return saying(
    { value: Math.min(...known) },
    { value: none },
    { less: '', equal: 'clean accuracy stays about the same.', more: '', unclear: '' },
    { margin: 0.02 },
  );
}
