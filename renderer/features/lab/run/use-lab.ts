import { useEffect, useMemo, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../../main/contract/errors.ts';
import { emptyLabProgress, type LabProgress } from '../../../../main/contract/learner.ts';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { useOwnRuns } from '../../../host/own-runs.ts';
import { useCards } from '../../../host/use-cards.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import {
  neighbours,
  resolvePlace,
  understood,
  type ResolvedPlace,
} from '../../../model/lab/resolve-place.ts';
import { withholdsFigure } from '../../../model/prediction/open-questions.ts';
import { finishes } from '../../../model/prediction/step-done.ts';
import {
  isLive,
  isStale,
  predictionForRun,
  predictionState,
  predictStepOf,
  reusableRun,
  runsOf,
  type PredictionState,
  type PredictStep,
} from '../../../model/runs/choose-run.ts';
import { drawnLooks, mostDrawn } from '../../../model/runs/pinned.ts';
import { barState, type BarState } from '../../../model/runs/run-words.ts';
import { useSkipped } from './skipped.ts';
import { useParameters, type ParameterControl } from './use-parameters.ts';

/** Everything a lab's screen shows and can do. One for each open lab; the run itself belongs to the host. */
export interface LabState extends LoadedLab {
  place: LabPlace;
  at: ResolvedPlace;
  /** What in the last address was not understood. */
  messages: readonly string[];
  progress: LabProgress;
  control: ParameterControl;
  /** The learner's own newest run of this lab. */
  run: RunSnapshot | null;
  card: RunCard | null;
  /** The run whose result the story may speak about: null while it must stay hidden. */
  shown: RunSnapshot | null;
  hidden: boolean;
  predictStep: PredictStep | null;
  prediction: PredictionState;
  /** The earlier run whose timings the next one will use; null where it will measure. */
  timingsFrom: RunSnapshot | null;
  measureAnew: boolean;
  setMeasureAnew: (anew: boolean) => void;
  stale: boolean;
  bar: BarState;
  /** A request of this screen that failed. */
  problem: ErrorData | null;
  dismissProblem: () => void;
  pins: RunSnapshot[];
  pinCards: Readonly<Record<string, RunCard>>;
  /** Of each pin that is drawn: which colour and dash. */
  looks: ReadonlyMap<string, number>;
  /** Switches a pin's lines on or off. A fifth one takes the place of the oldest that is drawn. */
  setLit: (id: string, lit: boolean) => void;
  start: () => void;
  stop: () => void;
  setPinned: (run: string, pinned: boolean) => void;
  goTo: (step: string) => void;
  /** Notes the step on screen as done where it is, and turns to the next. */
  goOn: () => void;
  setSeed: (seed: number) => void;
  setPreset: (preset: string) => void;
  change: (
    change: Record<string, unknown> & {
      kind: 'predict' | 'withdraw-prediction' | 'check' | 'reflect' | 'done';
    },
  ) => void;
  skipPrediction: () => void;
  restartCompute: () => void;
  neighbours: { previous: string | null; next: string | null };
}

export function useLab(
  loaded: LoadedLab,
  place: LabPlace,
  onPlace: (place: LabPlace) => void,
): LabState {
  const { lab, story } = loaded;
  const host = useHost();
  const allRuns = useHostState((state) => state.runs);
  const ownRuns = useOwnRuns();
  const info = useHostState((state) => state.info);
  const connection = useHostState((state) => state.connection);
  const progress = useHostState((state) => state.learner.labs[lab.id] ?? emptyLabProgress);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const [measureAnew, setMeasureAnew] = useState(false);
  const [switched, setSwitched] = useState<ReadonlyMap<string, boolean>>(new Map());

  // Where an address without a step leads is settled once: finishing a step must not turn the page by itself.
  const [doneAtOpening] = useState(() => progress.done);
  const at = useMemo(
    () => resolvePlace(lab, story, place, doneAtOpening),
    [lab, story, place, doneAtOpening],
  );
  const control = useParameters(place, at, onPlace);

  // "Where you left off", the name of a part and whatever was not understood become what is on screen: the address names it. What
  // was wrong with it stays to be read after the address has been put right.
  const [messages, setMessages] = useState<readonly string[]>([]);
  if (at.messages.length > 0 && at.messages.join() !== messages.join()) setMessages(at.messages);
  useEffect(() => {
    if (place.step !== at.step.id || at.messages.length > 0) onPlace(understood(place, at));
  }, [place, at, onPlace]);

  // An imported run can be pinned beside one's own; it is not what the learner found, and its timings are another machine's.
  const runs = useMemo(() => runsOf(ownRuns, lab.id), [ownRuns, lab.id]);
  const newest = runs[0] ?? null;
  const pins = useMemo(
    () =>
      runsOf(allRuns, lab.id)
        .filter((run) => run.pinned && !isLive(run))
        .reverse(),
    [allRuns, lab.id],
  );
  const looks = useMemo(() => drawnLooks(pins, switched), [pins, switched]);
  const cards = useCards([
    ...(newest && !isLive(newest) ? [newest.id] : []),
    ...pins.map((run) => run.id),
  ]);
  const card = (newest && cards[newest.id]) ?? null;
  const run =
    newest && card && newest.result === null
      ? { ...newest, result: card.result, series: card.series }
      : newest;
  const waitingFor =
    run?.status === 'queued'
      ? (Object.values(allRuns).find((other) => other.status === 'running') ?? null)
      : null;

  const predictStep = predictStepOf(at.part);
  const prediction = predictionState(predictStep, progress);
  const [skipped, skipPrediction] = useSkipped(lab.id, at.part.id);
  const hidden = !skipped && withholdsFigure(at.part, progress);
  const shown = hidden ? null : run;

  const reuses = at.part.steps.some((step) => step.kind === 'run' && step.reuseMeasurements);
  const reusable = useMemo(
    () => reusableRun(lab, runs, control.parameters),
    [lab, runs, control.parameters],
  );
  const timingsFrom = reuses && !measureAnew ? reusable : null;

  const beside = neighbours(story, at.step.id);
  const act = <T>(request: Promise<T>) =>
    void request.then(
      () => setProblem(null),
      (error: unknown) => setProblem(toErrorData(error)),
    );

  return {
    ...loaded,
    place,
    at,
    messages,
    progress,
    control,
    run,
    card,
    shown,
    hidden,
    predictStep,
    prediction,
    timingsFrom,
    measureAnew,
    setMeasureAnew,
    problem,
    pins,
    looks,
    pinCards: cards,
    dismissProblem: () => setProblem(null),
    stale:
      run !== null &&
      !isLive(run) &&
      run.result !== null &&
      isStale(lab, run, control.parameters, at.seed),
    bar: barState({
      connection,
      compute: info?.compute ?? null,
      run,
      waitingFor,
      expectedSeconds: lab.expectedSeconds,
    }),
    setLit: (id, lit) =>
      setSwitched(
        (old) =>
          new Map([
            ...old,
            ...(lit && looks.size >= mostDrawn
              ? [[[...looks.keys()].at(-1)!, false] as const]
              : []),
            [id, lit],
          ]),
      ),
    start: () => {
      if (isLive(run)) return;
      act(
        host.call('run.start', {
          lab: lab.id,
          parameters: control.parameters,
          seed: at.seed,
          preset: control.changed ? null : at.preset,
          prediction: predictionForRun(predictStep, progress),
          measuredFrom: timingsFrom?.id ?? null,
        }),
      );
    },
    stop: () => {
      if (run && isLive(run)) act(host.call('run.stop', { run: run.id }));
    },
    setPinned: (id, pinned) => act(host.call('run.pin', { run: id, pinned })),
    goTo: (step) => {
      setMessages([]);
      onPlace({ ...place, step });
    },
    goOn: () => {
      if (
        !progress.done.includes(at.step.id) &&
        finishes(at.step, progress, shown?.complete ?? false)
      ) {
        act(host.call('learner.change', { lab: lab.id, kind: 'done', step: at.step.id }));
      }
      if (beside.next) onPlace({ ...place, step: beside.next });
    },
    setSeed: (seed) => onPlace({ ...place, step: at.step.id, seed }),
    setPreset: (preset) => onPlace({ ...place, step: at.step.id, preset, parameters: {} }),
    change: (change) => act(host.call('learner.change', { lab: lab.id, ...change } as never)),
    skipPrediction,
    restartCompute: () => act(host.call('app.restartCompute', {})),
    neighbours: beside,
  };
}
