import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { said } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import type { FairnessResult } from '../lab.ts';
import { AuditPart } from './audit-part.tsx';
import type { Pinned } from './pinned.ts';
import { Readouts } from './readouts.tsx';
import { stateOf } from './state.ts';
import { missingWords } from './words.ts';
import bars from './bars.module.css';
import styles from './part.module.css';

interface DeletePartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'hidden'> {
  pins: readonly Pinned[];
  result: FairnessResult;
}

type View = 'rates' | 'tells';

/** Part 2: the same audit without the group column, and what else tells the group. */
export function DeletePart(props: DeletePartProps) {
  const [view, setView] = useState<View>('rates');
  const choice = (
    <Segmented<View>
      label="Figure"
      value={view}
      onChange={setView}
      options={[
        { value: 'rates', label: 'Rates' },
        { value: 'tells', label: 'What tells the group' },
      ]}
    />
  );
  return view === 'rates' ? (
    <AuditPart {...props} model="group-deleted" was="with-group" aside={choice} />
  ) : (
    <Tells {...props} aside={choice} />
  );
}

/** How well each feature tells the group, and who lives in each zone. */
function Tells({ run, result, mode, hidden, aside }: DeletePartProps & { aside: React.ReactNode }) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const {
    groupFromFeature: features = [],
    zones = [],
    groupFromFeaturesAuc: together = null,
  } = result;
  const best = features.reduce<(typeof features)[number] | null>(
    (a, b) => (b.auc !== null && (a?.auc == null || b.auc > a.auc) ? b : a),
    null,
  );
  const half = Math.max(120, width / 2 - 24);
  const known = features.length > 0;
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={tellsTitle(best)}
          subtitle={
            'left: AUC of guessing the group from one feature, 0.5 is a coin · right: share of ' +
            'each zone’s applicants who belong to the minority'
          }
          aside={aside}
          table={{
            columns: [
              'feature or zone',
              'AUC',
              'minority share',
              'applicants',
              'approved in the past',
              'would repay',
            ],
            rows: [
              ...features.map((one) => [one.feature, one.auc, null, null, null, null]),
              ...zones.map((zone) => [
                `zone ${zone.zone}${zone.redlined ? ', redlined' : ''}`,
                null,
                zone.minorityShare,
                zone.n,
                zone.approved,
                zone.repaid,
              ]),
            ],
          }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <div className={bars.figure} ref={ref}>
            {width > 0 && (
              <svg
                width={width}
                height={height}
                role="img"
                aria-label="How well each feature tells the group, and the minority’s share in each zone. The numbers are in the table."
              >
                {!known && (
                  <text className={bars.quiet} x={width / 2} y={height / 2} textAnchor="middle">
                    {missingWords(
                      stateOf(run, result.models.length === 0, hidden),
                      'What tells the group',
                    )}
                  </text>
                )}
                {features.map(({ feature, auc }, index) => (
                  <Bar
                    key={feature}
                    name={feature}
                    words={auc === null ? 'undefined' : formatFixed(auc, 2)}
                    part={auc === null ? 0 : 2 * (auc - 0.5)}
                    x={0}
                    y={12 + index * rowHeight(height, features.length)}
                    width={half}
                    height={rowHeight(height, features.length)}
                    strong={feature === best?.feature}
                  />
                ))}
                {zones.map((zone, index) => (
                  <Bar
                    key={zone.zone}
                    name={`${zone.redlined ? 'redlined ' : 'zone '}${zone.zone}`}
                    words={
                      zone.minorityShare === null
                        ? 'nobody'
                        : `${formatFixed(100 * zone.minorityShare, 0)} %`
                    }
                    part={zone.minorityShare ?? 0}
                    x={width / 2 + 24}
                    y={4 + index * rowHeight(height, zones.length)}
                    width={half}
                    height={rowHeight(height, zones.length)}
                    strong={zone.redlined}
                  />
                ))}
              </svg>
            )}
          </div>
        </ChartFrame>
      </div>
      <Readouts
        items={[
          {
            head: 'All features together',
            value: <Value value={together} digits={2} size="lg" />,
            foot: 'AUC of guessing the group without its column',
          },
          {
            head: 'The best single one',
            value: <Value value={best?.auc} digits={2} size="lg" />,
            foot: best?.feature ?? '',
          },
        ]}
      />
    </div>
  );
}

const rowHeight = (height: number, count: number) =>
  Math.min(52, Math.max(18, (height - 16) / Math.max(1, count)));

function Bar({
  name,
  words,
  part,
  x,
  y,
  width,
  height,
  strong,
}: {
  name: string;
  words: string;
  part: number;
  x: number;
  y: number;
  width: number;
  height: number;
  strong: boolean;
}) {
  const names = 104;
  const numbers = 52;
  const track = Math.max(20, width - names - numbers);
  const middle = y + height / 2;
  return (
    <g className={strong ? bars.strong : bars.plain}>
      <text className={bars.name} x={x} y={middle + 4}>
        {name}
      </text>
      <rect className={bars.track} x={x + names} y={middle - 4} width={track} height={8} rx={1} />
      <rect
        className={bars.bar}
        x={x + names}
        y={middle - 4}
        width={track * Math.max(0, part)}
        height={8}
        rx={1}
      />
      <text className={bars.value} x={x + names + track + 8} y={middle + 4}>
        {words}
      </text>
    </g>
  );
}

/** The feature that tells the group best; without its AUC nothing is known yet. */
export function tellsTitle(best: { feature: string; auc: number | null } | null): string {
  if (best?.auc == null) return 'What tells the group once its column is gone?';
  const none = 'No feature tells the group here';
  return said(
    { value: best.auc },
    { value: 0.5 },
    { less: none, equal: none, more: `The ${best.feature} tells the group`, unclear: none },
    { margin: 0.1 },
  );
}
