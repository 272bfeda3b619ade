import { useMemo, useState } from 'react';
import { Term } from '../../../renderer/glossary/term.tsx';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { Button } from '../../../renderer/kit/button.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { said as saying } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { PanelProps } from '../../view.ts';
import { operatingPoint, removedRows } from '../defend.ts';
import { caught } from '../defences.ts';
import { names } from '../drawing/identities.ts';
import {
  defenceMethods,
  type BackdoorParameters,
  type BackdoorResult,
  type DefenceMethod,
  type DefenceRow,
} from '../lab.ts';
import { trainingFacesOf } from './faces.ts';
import { Scatter, ScatterLegend } from './scatter.tsx';
import { useAsk } from './use-ask.ts';
import { methodWords, percentFigure } from './words.ts';
import styles from './defend.module.css';

interface DefendPartProps extends Pick<PanelProps, 'run' | 'mode' | 'prediction'> {
  result: BackdoorResult;
  /** What the run was started with, and what the controls say. */
  parameters: BackdoorParameters;
  wanted: BackdoorParameters;
  hidden: boolean;
}

/** Part 4: three defences, each at an operating point that the learner sets. */
export function DefendPart({
  run,
  mode,
  prediction,
  result,
  parameters,
  wanted,
  hidden,
}: DefendPartProps) {
  const [revealed, setRevealed] = useState(false);
  const [chosen, setChosen] = useState<DefenceMethod>('spectral');
  const [asked, setAsked] = useState<{ method: DefenceMethod; at: number } | null>(null);
  const [told, setTold] = useState<readonly DefenceRow[]>([]);
  const seed = run?.seed ?? 0;
  const { inside } = result;
  const set = useMemo(
    () => (inside ? trainingFacesOf(seed, parameters) : null),
    [inside, seed, parameters],
  );
  const labels = useMemo(
    () =>
      set?.faces.map((face, i) => (i < set.clean ? face.who : names.indexOf(parameters.target))) ??
      [],
    [set, parameters.target],
  );
  const poison = useMemo(
    () => labels.flatMap((_, row) => (set && row >= set.clean ? [row] : [])),
    [labels, set],
  );
  const finished = run?.status === 'finished' && !hidden;
  const { answer, waiting, problem, current } = useAsk(
    finished && asked ? run.id : null,
    'defend',
    asked,
  );
  if (answer && current && !told.includes(answer)) setTold([...told, answer]);

  const lines = defenceMethods.map((method) => {
    const at = operatingPoint(method, wanted);
    const removed = inside ? removedRows(method, at, inside, labels) : [];
    const row =
      [...told, ...result.defences].find((one) => one.method === method && one.at === at) ?? null;
    return { method, at, removed, row, ...caught(removed, poison) };
  });
  const now = lines.find(({ method }) => method === chosen)!;
  const removed = new Set(now.removed);
  const best = lines
    .filter(({ row }) => row?.attackSuccessRate != null)
    .sort((a, b) => a.row!.attackSuccessRate! - b.row!.attackSuccessRate!)[0];
  const running = run?.status === 'running' || run?.status === 'queued';
  const stopped = run?.status === 'stopped';
  return (
    <ChartFrame
      title={
        inside
          ? defendTitle(labels.length, poison.length, best?.row ?? null)
          : notLookedTitle(stopped)
      }
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={`Each mark is a training picture, placed by what the model makes of it: 64 numbers, flattened to two (PCA)`}
      table={{
        columns: [
          'defence',
          'operating point',
          'poisons found',
          'poisons missed',
          'clean pictures lost',
          'attack success after',
          'clean accuracy after',
        ],
        rows: inside
          ? lines.map(({ method, at, found, missed, cleanRemoved, row }) => [
              methodWords[method],
              at,
              found,
              missed,
              cleanRemoved,
              row?.attackSuccessRate ?? null,
              row?.cleanAccuracy ?? null,
            ])
          : [],
      }}
    >
      <div className={styles.part}>
        <div className={styles.grid}>
          <div className={styles.left}>
            <div className={styles.chart}>
              {inside && set ? (
                <Scatter
                  inside={inside}
                  labels={labels}
                  faces={set.faces}
                  clean={set.clean}
                  revealed={revealed}
                  removed={removed}
                />
              ) : (
                <p className={styles.none}>{noPicturesWords(running, stopped)}</p>
              )}
            </div>
            {inside && (
              <ScatterLegend
                suspect={inside.suspect}
                revealed={revealed}
                removed={removed.size > 0}
              />
            )}
          </div>
          <div className={styles.right}>
            <Button
              pressed={revealed}
              disabled={!inside}
              icon={revealed ? 'check' : 'search'}
              onClick={() => setRevealed(!revealed)}
            >
              {revealed ? 'Poison revealed' : 'Reveal the poison'}
            </Button>
            <div role="radiogroup" aria-label="Defence" className={styles.lines}>
              {lines.map(({ method, at, found, missed, cleanRemoved, row }) => (
                <section
                  key={method}
                  className={styles.line}
                  data-chosen={method === chosen || undefined}
                >
                  <label className={styles.name}>
                    <input
                      type="radio"
                      name="backdoor-defence"
                      checked={method === chosen}
                      onChange={() => setChosen(method)}
                    />
                    {methodWords[method]}
                    <span className={styles.at}>at {at} %</span>
                  </label>
                  {inside &&
                    (method === 'fine-pruning' ? (
                      <p className={styles.counts}>
                        looks for no pictures: cuts {at} % of the units that clean faces leave idle
                      </p>
                    ) : (
                      <p className={styles.counts}>
                        <b>{revealed || row ? found : '?'}</b> of{' '}
                        {revealed || row ? found + missed : '?'} poisons found ·{' '}
                        <b>{revealed || row ? cleanRemoved : '?'}</b> clean lost ·{' '}
                        {found + cleanRemoved} taken away
                      </p>
                    ))}
                  {row ? (
                    <p className={styles.after}>
                      after it: key{' '}
                      <b data-bad={(row.attackSuccessRate ?? 0) > 0.05 || undefined}>
                        {percentFigure(row.attackSuccessRate)} %
                      </b>{' '}
                      · <Term id="clean-accuracy">clean accuracy</Term>{' '}
                      <b>{percentFigure(row.cleanAccuracy)} %</b>
                    </p>
                  ) : (
                    inside && (
                      <p className={styles.after} data-missing>
                        after it: not trained at this point
                        {finished && (
                          <Button
                            variant="quiet"
                            className={styles.retrain}
                            disabled={waiting}
                            onClick={() => {
                              setChosen(method);
                              setAsked({ method, at });
                            }}
                          >
                            {waiting && asked?.method === method ? 'Training…' : 'Train'}
                          </Button>
                        )}
                      </p>
                    )
                  )}
                  {problem && asked?.method === method && (
                    <p className={styles.problem} role="alert">
                      <Icon name="warn" size={12} /> {problem}
                    </p>
                  )}
                </section>
              ))}
            </div>
            {inside && (
              <p className={styles.before}>
                before: key <b>{percentFigure(result.attackSuccessRate)} %</b> ·{' '}
                <Term id="clean-accuracy">clean accuracy</Term>{' '}
                <b>{percentFigure(result.cleanAccuracy)} %</b>
              </p>
            )}
            {prediction && (
              <p className={styles.said}>
                <Icon name="diamond" size={12} /> you said {prediction.value} {prediction.unit}
              </p>
            )}
            {waiting && (
              <p className={styles.before} role="status">
                {run?.phase && run.status === 'finished'
                  ? run.phase.label
                  : 'Training without what was taken away: a few seconds.'}
              </p>
            )}
          </div>
        </div>
      </div>
    </ChartFrame>
  );
}

/** The title where nobody has looked inside. */
const notLookedTitle = (stopped: boolean) =>
  stopped ? 'The run was stopped before anybody looked inside' : 'Can you find the poison?';

/** What the best defence reached; it is null where none was trained. */
function defendTitle(pictures: number, poisons: number, best: DefenceRow | null): string {
  if (poisons === 0) return 'Nothing is poisoned here; what a defence takes is clean';
  if (!best) return `${formatFixed(pictures)} training pictures, some of them poisoned`;
  const left = `After ${methodWords[best.method].toLowerCase()} the key opens ${percentFigure(best.attackSuccessRate)} %`;
  return saying(
    { value: best.attackSuccessRate! },
    { value: 0 },
    {
      less: '',
      equal: `${left}: about the same as nothing, here`,
      more: `${left}: this backdoor is still open`,
      unclear: '',
    },
    { margin: 0.05 },
  );
}

/** What stands where the pictures will be. */
function noPicturesWords(running: boolean, stopped: boolean): string {
  if (running) return 'The pictures appear here once the model is trained.';
  return stopped
    ? 'The run was stopped, and defences need a finished one: run again, to its end.'
    : 'Run, and every training picture appears here.';
}
