import { useMemo } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { compare, inWords } from '../../kit/compare.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import type { FairnessParameters, FairnessResult } from '../lab.ts';
import { outcomeOf } from '../play.ts';
import { strategies, type Strategy } from '../strategies.ts';
import { choose } from '../strategy.ts';
import { DotCanvas } from './dots/dot-canvas.tsx';
import { NoDots } from './dots/no-dots.tsx';
import { peopleADot } from '../dot-places.ts';
import { usePopulation } from './use-population.ts';
import { millionDigits, millions } from './read-result.ts';
import { Readouts } from './readouts.tsx';
import { chanceWords } from './compared.ts';
import { stateOf } from './state.ts';
import { missingWords } from './words.ts';
import styles from './part.module.css';

export interface PlayProps extends Pick<
  PanelProps,
  'run' | 'prediction' | 'mode' | 'setParameter' | 'hidden'
> {
  result: FairnessResult;
  setting: FairnessParameters;
  /** What the run was started with: its applicants are drawn from that. */
  runSetting: FairnessParameters | null;
}

export const strategyWords: Record<Strategy, string> = {
  'one-threshold': 'One threshold',
  'demographic-parity': 'Demographic parity',
  'equal-opportunity': 'Equal opportunity',
  'maximum-profit': 'Maximum profit',
};
/** Where there is half a window for them. */
const shortWords: Record<Strategy, string> = {
  'one-threshold': 'One',
  'demographic-parity': 'Parity',
  'equal-opportunity': 'Opportunity',
  'maximum-profit': 'Profit',
};
const start = [0.5, 0.5] as const;

/** Part 4: a threshold for each group over all applicants as dots; what it earns and whom it approves moves at once. */
export function ThresholdsPart({
  run,
  prediction,
  mode,
  setParameter,
  result,
  setting,
  runSetting,
  hidden,
}: PlayProps) {
  const population = usePopulation({ run, result, runSetting });
  const thresholds = [setting.majorityThreshold, setting.minorityThreshold] as const;
  const at = { majority: thresholds[0], minority: thresholds[1] };
  const now = population && outcomeOf(population.shown, at, setting.interest, setting.loss);
  const then =
    population &&
    outcomeOf(
      population.shown,
      { majority: start[0], minority: start[1] },
      setting.interest,
      setting.loss,
    );
  const chosen = useMemo(
    () =>
      new Map(
        population
          ? strategies.map((strategy) => [
              strategy,
              choose(strategy, population.known, setting.interest, setting.loss),
            ])
          : [],
      ),
    [population, setting.interest, setting.loss],
  );
  const taken =
    strategies.find(
      (strategy) =>
        chosen.get(strategy)?.majority === thresholds[0] &&
        chosen.get(strategy)?.minority === thresholds[1],
    ) ?? null;
  const take = (strategy: Strategy) => {
    const pair = chosen.get(strategy);
    if (!pair) return;
    setParameter('majorityThreshold', pair.majority);
    setParameter('minorityThreshold', pair.minority);
  };
  const changed = now && then ? now.profit - then.profit : null;
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={thresholdsTitle(taken, now)}
          subtitle={`one dot: ${peopleADot} people · filled: would repay · blue ring: flipped from 0.50`}
          aside={
            <Segmented<Strategy>
              label="Rule"
              value={taken}
              onChange={take}
              disabled={!population || hidden === true}
              options={strategies.map((strategy) => ({
                value: strategy,
                label: (mode === 'full' ? strategyWords : shortWords)[strategy],
              }))}
            />
          }
          table={{
            columns: ['group', 'threshold', 'approved', 'TPR', 'FPR', 'PPV'],
            rows: now
              ? (['majority', 'minority'] as const).map((group) => [
                  group,
                  at[group],
                  now[group].selectionRate,
                  now[group].tpr,
                  now[group].fpr,
                  now[group].ppv,
                ])
              : [],
          }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          {population ? (
            <DotCanvas
              dots={population.dots}
              people={population.test}
              scores={population.scores}
              thresholds={thresholds}
              before={start}
              onThreshold={(group, value) =>
                setParameter(group === 0 ? 'majorityThreshold' : 'minorityThreshold', value)
              }
            />
          ) : (
            <NoDots
              words={missingWords(
                stateOf(run, result.models.length === 0, hidden),
                'The applicants',
              )}
            />
          )}
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <Readouts
          items={[
            {
              head: 'Lender earns',
              value: (
                <Value
                  value={now ? now.profit / 1e6 : null}
                  digits={millionDigits((now?.profit ?? 0) / 1e6)}
                  unit="M $"
                  size="lg"
                />
              ),
              foot: changed === null ? '' : changeWords(now!.profit, then!.profit),
            },
            {
              head: 'Approved',
              value: <Pair now={now} rate="selectionRate" />,
              foot: 'majority / minority',
            },
            {
              head: 'True positive rate',
              value: <Pair now={now} rate="tpr" />,
              foot: 'of who would repay',
            },
            {
              head: 'Predictive value',
              value: <Pair now={now} rate="ppv" />,
              foot: 'of the approved',
            },
          ]}
          said={prediction ? String(prediction.value) : null}
        />
      )}
    </div>
  );
}

export function Pair({
  now,
  rate,
}: {
  now: ReturnType<typeof outcomeOf> | null;
  rate: 'selectionRate' | 'tpr' | 'ppv' | 'fpr' | 'fnr' | 'baseRate';
}) {
  return (
    <>
      <Value value={now?.majority[rate] ?? null} digits={2} size="lg" series={1} />{' '}
      <Value value={now?.minority[rate] ?? null} digits={2} size="lg" series={2} />
    </>
  );
}

/** Which rule is taken, and what the two thresholds do; a question before there are applicants. */
export function thresholdsTitle(
  taken: Strategy | null,
  now: ReturnType<typeof outcomeOf> | null,
): string {
  if (!now) return 'Where would you draw the lines?';
  const found = chanceWords(now.majority, now.minority);
  return taken ? `${strategyWords[taken]} · ${found}` : found;
}

/** How the profit, in dollars, differs from that at 0.50 for both. */
export function changeWords(now: number, then: number): string {
  const comparison = compare({ value: now }, { value: then }, { margin: 5_000 });
  const by = `${millions(comparison.by)} M $`;
  return inWords(comparison, {
    less: `${by} less than at 0.50`,
    equal: 'as at 0.50 for both',
    more: `${by} more than at 0.50`,
    unclear: '',
  });
}
