import { useMemo } from 'react';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import { stoppedWords } from '../../../kit/stopped-words.ts';
import type { PanelProps } from '../../../view.ts';
import { candidateByNumber, candidatesOf, numberOfCandidate } from '../../explore/candidates.ts';
import type { Setting } from '../../explore/explore.ts';
import type { LatencyParameters } from '../../parameters.ts';
import type { LatencyMeasured, LatencyResult } from '../../result.ts';
import { evaluate, rank, weightsOf } from '../../stakeholders.ts';
import { DecideFigure } from './decide-figure.tsx';
import {
  choiceWords,
  decideSubtitle,
  decideTable,
  decideTitle,
  shortName,
  type Known,
} from './decide-words.ts';
import { votesOf, type LatencyPin } from '../pinned.ts';
import { saidWords } from '../sentences.ts';
import { followed, settingOf } from '../followed.ts';
import { useCandidates } from '../use-candidates.ts';
import decide from './decide.module.css';
import styles from '../panel.module.css';

interface DecidePartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'setParameter'> {
  result: LatencyResult;
  /** What the controls say, and what the run was started with. */
  setting: LatencyParameters;
  runSetting: LatencyParameters | null;
  measured: LatencyMeasured | null;
  pins: readonly LatencyPin[];
}

/** What the limit changes is counted afterwards: the candidates need not be simulated anew for it. */
const simulated = followed.filter((name) => name !== 'limitMs');
const simulatedSetting = (parameters: LatencyParameters, limitMs: number): Setting => ({
  ...settingOf(parameters),
  limitMs,
});

/** Part 5: four stakeholders judge every model in every set-up. */
export function DecidePart({
  run,
  prediction,
  mode,
  setParameter,
  result,
  setting: wanted,
  runSetting,
  measured,
  pins,
}: DecidePartProps) {
  const running = run?.status === 'running' || run?.status === 'queued';
  const moved =
    !running && runSetting !== null && simulated.some((name) => wanted[name] !== runSetting[name]);
  const live = useCandidates(
    measured,
    result.models,
    moved && result.candidates ? simulatedSetting(wanted, runSetting.limitMs) : null,
    run?.seed ?? 0,
  );
  // What is drawn stands under the setting it was simulated for, also while newer numbers are on their way.
  const rows = (moved && live ? live.candidates : result.candidates) ?? null;
  const ofRun = rows ? runSetting : null;
  const drawn = { ...wanted, ...(moved && live ? live.setting : ofRun) };
  const evaluation = useMemo(
    () => evaluate(rows ?? [], result.models, wanted),
    [rows, result.models, wanted],
  );
  const weights = weightsOf(wanted);
  const ranked = rank(evaluation, weights);
  const known = rows && rows.length > 0 ? 'all' : unknownWhy(run, result);
  const all = candidatesOf(drawn);
  const byRank =
    known === 'all' ? ranked.flatMap(({ id }) => all.find((one) => one.id === id) ?? []) : all;
  const pickedId = candidateByNumber(wanted.ship, drawn);
  const votes = useMemo(() => votesOf(pins), [pins]);
  const picked = ranked.find(({ id }) => id === pickedId);
  const pickedCandidate = all.find(({ id }) => id === pickedId);
  const nameOf = (id: string) => {
    const one = all.find((candidate) => candidate.id === id);
    return one ? shortName(one) : id;
  };
  const waiting =
    moved &&
    measured !== null &&
    known === 'all' &&
    (!live || followed.some((name) => wanted[name] !== live.setting[name]));
  const liveSource = moved && live ? `live from run ${run?.number ?? ''}` : '';
  const source = waiting ? 'simulating the new setting…' : liveSource;
  const missing = {
    all: '',
    nothing: '',
    running: 'still to come',
    stopped: stoppedWords('simulated'),
    before: 'not in this run',
  }[known];
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={decideTitle(known, ranked, weights)}
          subtitle={decideSubtitle({
            arrivalsPerSecond: drawn.arrivalsPerSecond,
            ranked,
            own: all.find(({ own }) => own),
            source,
          })}
          table={decideTable(ranked, nameOf, votes)}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <DecideFigure
            candidates={byRank}
            ranked={ranked}
            weights={weights}
            missing={missing}
            picked={pickedId}
            votes={votes}
            onPick={
              mode === 'inline' || mode === 'paper'
                ? null
                : (id) => {
                    const one = all.find((candidate) => candidate.id === id);
                    if (one) setParameter('ship', numberOfCandidate(one));
                  }
            }
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <p className={decide.choiceWords}>
          {pickedCandidate ? (
            <>
              <Icon name="diamond" />
              <strong>You ship {shortName(pickedCandidate)}</strong>
              {picked && <span>{choiceWords(picked, ranked)}</span>}
            </>
          ) : (
            mode !== 'paper' && 'Choose the candidate that you would ship, in the list at the left.'
          )}
          {prediction && (
            <span>
              <Icon name="diamond" /> {saidWords(prediction)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** Why a run has no candidates. */
function unknownWhy(run: PanelProps['run'], { models }: LatencyResult): Known {
  if (run?.status === 'running' || run?.status === 'queued') return 'running';
  if (run?.status === 'stopped') return 'stopped';
  return models.length === 0 ? 'nothing' : 'before';
}
