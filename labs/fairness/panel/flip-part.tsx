import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { said as saying, shareOf } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import type { FairnessResult } from '../lab.ts';
import type { Pinned } from './pinned.ts';
import { Readouts } from './readouts.tsx';
import { stateOf } from './state.ts';
import { missingWords } from './words.ts';
import dots from './flip.module.css';
import styles from './part.module.css';

interface FlipPartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'hidden'> {
  pins: readonly Pinned[];
  result: FairnessResult;
}

const columns = 20;

/** Part 3: rejected applicants who would have repaid; only the group bit is flipped. One dot is one in a hundred of them. */
export function FlipPart({ run, prediction, mode, hidden, pins, result }: FlipPartProps) {
  const test = result.deletionTest;
  const share = (group: 'minority' | 'majority') =>
    test && test[group].n > 0 ? test[group].approvedAfterFlip / test[group].n : null;
  const [minority, majority] = [share('minority'), share('majority')];
  const said = typeof prediction?.value === 'number' ? prediction.value : null;
  const before = pins
    .map(({ known }) => known.deletionTest?.minority)
    .findLast((one) => one !== undefined && one.n > 0);
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={flipTitle(minority, test?.minority.n ?? 0)}
          subtitle={
            'rejected applicants who would have repaid · a dot is one in a hundred · ' +
            'filled: approved once the group bit is flipped'
          }
          table={{
            columns: ['group', 'rejected who would repay', 'approved after the flip', 'share'],
            rows: test
              ? (['minority', 'majority'] as const).map((group) => [
                  group,
                  test[group].n,
                  test[group].approvedAfterFlip,
                  share(group),
                ])
              : [],
          }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <Hundreds
            minority={minority}
            majority={majority}
            said={said}
            missing={missingWords(stateOf(run, result.models.length === 0, hidden), 'The flip')}
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <Readouts
          items={[
            {
              head: 'Minority, approved after the flip',
              value: (
                <Value
                  value={minority === null ? null : 100 * minority}
                  digits={0}
                  unit="%"
                  size="lg"
                />
              ),
              foot: test
                ? `of ${formatFixed(test.minority.n, 0)} rejected who would repay` +
                  (before
                    ? ` · pinned run: ${formatFixed((100 * before.approvedAfterFlip) / before.n, 0)} %`
                    : '')
                : '',
            },
            {
              head: 'Majority, approved after the flip',
              value: (
                <Value
                  value={majority === null ? null : 100 * majority}
                  digits={0}
                  unit="%"
                  size="lg"
                />
              ),
              foot: test ? `of ${formatFixed(test.majority.n, 0)}: the control` : 'the control',
            },
          ]}
          said={prediction ? `${prediction.value} ${prediction.unit}` : null}
        />
      )}
    </div>
  );
}

function Hundreds({
  minority,
  majority,
  said,
  missing,
}: {
  minority: number | null;
  majority: number | null;
  said: number | null;
  missing: string;
}) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const step = Math.max(9, Math.min((width - 150) / columns, (height - 76) / 10, 36));
  const block = step * 5;
  return (
    <div className={dots.figure} ref={ref}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={
            `Of 100 rejected minority applicants who would have repaid, ${words(minority)} are ` +
            `approved once the group bit is flipped; of the majority, ${words(majority)}.`
          }
        >
          {(
            [
              ['minority', minority],
              ['majority', majority],
            ] as const
          ).map(([group, share], row) => {
            const y = 20 + row * (block + 44);
            return (
              <g key={group} className={dots[group]}>
                <text className={dots.name} x={0} y={y + 14}>
                  {group}
                </text>
                <text className={dots.about} x={0} y={y + 34}>
                  {row === 0 ? 'bit says majority' : 'bit says minority'}
                </text>
                {Array.from({ length: 100 }, (_, i) => (
                  <circle
                    key={i}
                    className={
                      share !== null && i < Math.round(100 * share) ? dots.approved : dots.rejected
                    }
                    cx={150 + (i % columns) * step + step / 2}
                    cy={y + Math.floor(i / columns) * step + step / 2}
                    r={step * 0.34}
                  />
                ))}
                {group === 'minority' && said !== null && (
                  <Said place={Math.round(said)} step={step} y={y} />
                )}
              </g>
            );
          })}
          {minority === null && (
            <text className={dots.about} x={150} y={height - 8}>
              {missing}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}

/** The learner's prediction, on the last dot that it counts. */
function Said({ place, step, y }: { place: number; step: number; y: number }) {
  if (place < 1) return null;
  const [at, r] = [Math.min(100, place) - 1, Math.max(5, step * 0.34)];
  const [cx, cy] = [
    150 + (at % columns) * step + step / 2,
    y + Math.floor(at / columns) * step + step / 2,
  ];
  return (
    <path
      className={dots.saidMark}
      d={`M${cx} ${cy - r} ${cx + r} ${cy} ${cx} ${cy + r} ${cx - r} ${cy}Z`}
    />
  );
}

const words = (share: number | null) =>
  share === null ? 'an unknown number' : formatFixed(100 * share, 0);

/** The share of the minority that is approved after the flip, of so many; null while it is not known. */
function flipTitle(minority: number | null, n: number): string {
  if (minority === null) return 'Would they have been approved in the other group?';
  const nothing = 'Flipping the group changes next to nothing';
  return saying(
    shareOf(minority, n),
    { value: 0 },
    {
      less: nothing,
      equal: nothing,
      more: `Flip one bit, and ${formatFixed(100 * minority, 0)} in 100 of the rejected are approved`,
      unclear: 'Too few were rejected to tell what the flip changes',
    },
    { margin: 0.05 },
  );
}
