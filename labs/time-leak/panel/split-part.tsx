import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { world } from '../data.ts';
import { divisions, type Division } from '../names.ts';
import { labelWords } from '../product.ts';
import type { PartProps } from './part-props.ts';
import { noScoreWords, noUsersWords } from './empty-words.ts';
import { ScoreFigure, type DotGroup } from './score-figure.tsx';
import { TimelineFigure } from './timeline/timeline-figure.tsx';
import { timelineTable } from './timeline/timeline-words.ts';
import { splitTitle, two } from './words.ts';
import styles from './panel.module.css';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

type View = 'timeline' | 'scores';
const names: Record<Division, string> = {
  random: 'Random',
  chronological: 'In order of time',
  gap: 'With a gap',
};

/** Part 2: what a random split makes of an honest model. */
export function SplitPart({
  run,
  prediction,
  mode,
  hidden,
  result,
  setting,
  runSetting,
}: PartProps) {
  const [view, setView] = useState<View>('timeline');
  const { cutDay, days } = result.data ?? world;
  const gapDays = runSetting?.gapDays ?? setting.gapDays;
  const lens = { kind: 'split', split: setting.split } as const;
  const size = mode === 'inline' ? 'small' : 'usual';
  const groups = divisions.map((split): DotGroup => {
    const row = result.splits.find((one) => one.split === split);
    return {
      id: split,
      name: names[split],
      about: row ? `${formatFixed(row.trainRows)} rows trained on` : undefined,
      dimmed: split !== setting.split,
      dots: row
        ? [
            {
              id: split,
              name: 'AUC',
              look: split === 'random' ? 'random' : 'chronological',
              value: row.auc,
              ci95: row.ci95,
            },
          ]
        : [],
    };
  });
  const random = result.splits.find((row) => row.split === 'random');
  const saidAt =
    prediction && typeof prediction.value === 'number' && random
      ? {
          dot: 'chronological',
          value: random.auc - prediction.value,
          words: `you said ${two(random.auc - prediction.value)}`,
        }
      : undefined;
  const table =
    view === 'timeline'
      ? timelineTable(result.sample, lens, cutDay, gapDays)
      : {
          columns: ['split', 'rows trained on', 'rows tested on', 'AUC', 'interval from', 'to'],
          rows: result.splits.map((row) => [
            names[row.split],
            row.trainRows,
            row.testRows,
            row.auc,
            row.ci95[0],
            row.ci95[1],
          ]),
        };
  const testedOn = {
    random: 'test rows taken at random',
    chronological: `tested on days ${cutDay} to ${days}`,
    gap: `tested from day ${cutDay}, the ${gapDays} days before left out`,
  };
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={splitTitle(result)}
          size={size}
          table={table}
          subtitle={
            view === 'timeline'
              ? `Six users of this run · 1: ${labelWords[1]} · ${testedOn[setting.split]}`
              : 'AUC of the test rows, honest features, logistic regression · bars: 95 % intervals'
          }
          aside={
            mode !== 'inline' && (
              <Segmented<View>
                label="What to look at"
                value={view}
                onChange={setView}
                options={[
                  { value: 'timeline', label: 'Timeline' },
                  { value: 'scores', label: 'Scores' },
                ]}
              />
            )
          }
        >
          {view === 'timeline' ? (
            <TimelineFigure
              key={setting.split}
              rows={result.sample}
              lens={lens}
              days={days}
              cutDay={cutDay}
              gapDays={gapDays}
              empty={noUsersWords(run, hidden)}
            />
          ) : (
            <ScoreFigure
              description="AUC of one model under three splits."
              groups={groups}
              domain={[0.5, 0.9]}
              prediction={saidAt}
              room={(less) => (random ? random.auc - less : null)}
              empty={noScoreWords(run, hidden)}
            />
          )}
        </ChartFrame>
      </div>
    </div>
  );
}
