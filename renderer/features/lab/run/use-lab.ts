import { useMemo, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../../main/contract/errors.ts';
import { emptyLabProgress, type LabProgress } from '../../../../main/contract/learner.ts';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { useKnownRuns, useOwnRuns } from '../../../host/own-runs.ts';
import { useCards } from '../../../host/use-cards.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import { explore, moveTo } from '../../../model/lab/explorations.ts';
import { asks, isOfQuestion, presetParameters } from '../../../model/lab/question-settings.ts';
import {
  neighbours,
  overridesOf,
  resolvePlace,
  type ResolvedPlace,
} from '../../../model/lab/resolve-place.ts';
import {
  judgeOf,
  predictionState,
  type PredictionState,
} from '../../../model/prediction/judging/judging-run.ts';
import type { Heights } from '../../../model/prediction/curve/curve.ts';
import { isUnanswered, withholdsFigure } from '../../../model/prediction/open-questions.ts';
import { finishes } from '../../../model/prediction/step-done.ts';
import {
  drawnRun,
  isLive,
  isStale,
  predictionForRun,
  predictStepOf,
  questionRun,
  reusableRun,
  runsOf,
  type PredictStep,
} from '../../../model/runs/choose-run.ts';
import { drawnLooks, mostDrawn } from '../../../model/runs/pinned.ts';
import { barState, type BarState } from '../../../model/runs/run-words.ts';
import { isForRoom } from '../../../shared/window/giving.ts';
import { useSkipped } from './skipped.ts';
import { useExplorations } from './use-explorations.ts';
import { useSettledPlace } from './use-settled-place.ts';
import { useWriting, type Writing } from './use-writing.ts';
import { useParameters, type ParameterControl } from './use-parameters.ts';

/** Everything a lab's screen shows and can do. One for each open lab; the run itself belongs to the host. */
export interface LabState extends LoadedLab {
  place: LabPlace;
  at: ResolvedPlace;
  /** What in the last address was not understood. */
  messages: readonly string[];
  progress: LabProgress;
  control: ParameterControl;
  /** The learner's own newest run of this lab: the bar speaks of it. */
  newest: RunSnapshot | null;
  /** The run that the figure draws: the newest that was not stopped, but where a step asks and its settings are on, the newest of these. */
  run: RunSnapshot | null;
  card: RunCard | null;
  /** `run`; null while what it found must stay hidden. */
  shown: RunSnapshot | null;
  /**
   * The run whose result the story may speak about, and a check is judged by: where a step asks,
   * none but one of its question's settings; null while it must stay hidden.
   */
  spoken: RunSnapshot | null;
  /** The run that judges the part's prediction. */
  judge: RunSnapshot | null;
  /** The newest whole run of the question's settings after that one. */
  later: RunSnapshot | null;
  hidden: boolean;
  predictStep: PredictStep | null;
  prediction: PredictionState;
  /** The part on screen while its question is open: what answers it is not named. */
  asking: string | null;
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
  /** Notes words that are on their way to being kept; null once they are. */
  write: (writing: Writing | null) => void;
  /** The progress with these words in it: what one has just written counts before it is kept. */
  written: () => LabProgress;
  setSeed: (seed: number) => void;
  setPreset: (preset: string) => void;
  change: (
    change: Record<string, unknown> & {
      kind: 'predict' | 'withdraw-prediction' | 'check' | 'code' | 'reflect' | 'done';
    },
  ) => void;
  skipPrediction: () => void;
  /** The curve that is being drawn for a step, until it is locked with the prediction. */
  sketch: (step: string) => Heights;
  draw: (step: string, change: (before: Heights) => Heights) => void;
  restartCompute: () => void;
  neighbours: { previous: string | null; next: string | null };
}

const noHeights: Heights = [];

export function useLab(
  loaded: LoadedLab,
  place: LabPlace,
  onPlace: (place: LabPlace) => void,
): LabState {
  const { lab, story } = loaded;
  const host = useHost();
  const allRuns = useHostState((state) => state.runs);
  const ownRuns = useOwnRuns();
  const known = useKnownRuns();
  const info = useHostState((state) => state.info);
  const connection = useHostState((state) => state.connection);
  const progress = useHostState((state) => state.learner.labs[lab.id] ?? emptyLabProgress);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const [sketches, setSketches] = useState<Readonly<Record<string, Heights>>>({});
  const [measureAnew, setMeasureAnew] = useState(false);
  const [switched, setSwitched] = useState<ReadonlyMap<string, boolean>>(new Map());

  // Where an address without a step leads is settled when it comes: finishing a step must not turn the page by itself.
  const [came, setCame] = useState({ place, done: progress.done });
  if (came.place !== place) setCame({ place, done: progress.done });
  const { done } = came;
  const at = useMemo(() => resolvePlace(lab, story, place, done), [lab, story, place, done]);
  const explorations = useExplorations(lab.id);
  const change = (next: LabPlace) => {
    onPlace(next);
    explorations.keep(explore(lab, story, next, explorations.read()));
  };
  const control = useParameters(lab, place, at, change);

  // "Where you left off", the name of a part and whatever was not understood become what is on screen: the address names it. What
  // was wrong with it stays to be read after the address has been put right.
  const [messages, setMessages] = useState<readonly string[]>([]);
  if (at.messages.length > 0 && at.messages.join() !== messages.join()) setMessages(at.messages);
  useSettledPlace({ loaded, place, at, onPlace, explorations });

  // An imported run can be pinned beside one's own; it is not what the learner found, and its timings are another machine's.
  const runs = useMemo(() => runsOf(ownRuns, lab.id), [ownRuns, lab.id]);
  const newest = runs[0] ?? null;
  const drawn = drawnRun(runs);
  const pins = useMemo(
    () =>
      runsOf(allRuns, lab.id)
        .filter((run) => run.pinned && !isLive(run))
        .reverse(),
    [allRuns, lab.id],
  );
  const looks = useMemo(() => drawnLooks(pins, switched), [pins, switched]);
  const predictStep = predictStepOf(at.part);
  const said = predictStep && progress.predictions[predictStep.id];
  const locking = said && predictStep && { step: predictStep.id, lockedAt: said.lockedAt };
  const ofQuestion = useMemo(() => questionRun(lab, at.part, runs), [lab, at.part, runs]);
  const judging = locking ? judgeOf({ lab, part: at.part }, locking, known) : null;
  const isAsking = asks(at.step);
  // What a step asks is read off its figure; a setting that was moved, or a run that goes on, is what one wants to see.
  const showsNewest = !isAsking || control.away || isLive(newest) || !ofQuestion;
  const onScreen = showsNewest ? drawn : ofQuestion;
  const chosen = [newest, onScreen, ofQuestion, judging].filter((one) => one !== null);
  const cards = useCards([
    ...new Set([...chosen.filter((one) => !isLive(one)), ...pins].map(({ id }) => id)),
  ]);
  const whole = (one: RunSnapshot | null): RunSnapshot | null => {
    const full = one && cards[one.id];
    return full && one.result === null ? { ...one, result: full.result, series: full.series } : one;
  };
  const card = (onScreen && cards[onScreen.id]) ?? null;
  const run = whole(onScreen);
  const waitingFor =
    newest?.status === 'queued'
      ? (Object.values(allRuns).find((other) => other.status === 'running') ?? null)
      : null;

  const asking = { lab, part: at.part };
  const prediction = predictionState(asking, progress, known);
  const [skipped, skipPrediction] = useSkipped(lab.id, at.part.id);
  const hidden = !skipped && withholdsFigure(asking, progress, known);
  const spoken = hidden ? null : whole(isAsking ? ofQuestion : drawn);
  const later =
    judging && ofQuestion && !isLive(ofQuestion) && ofQuestion.number > judging.number
      ? whole(ofQuestion)
      : null;
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

  const { write, written, keepWriting } = useWriting(progress, (reflection) =>
    act(host.call('learner.change', { lab: lab.id, kind: 'reflect', ...reflection })),
  );

  const go = (step: string) => {
    const here = { place, at, parameters: control.parameters };
    const next = moveTo(lab, story, here, step, explorations.read());
    setMessages([]);
    onPlace(next.place);
    explorations.keep(next.explored);
  };

  return {
    ...loaded,
    place,
    at,
    messages,
    progress,
    control,
    newest: whole(newest),
    run,
    card,
    shown,
    spoken,
    judge: whole(judging),
    later,
    hidden,
    predictStep,
    prediction,
    asking: isUnanswered(prediction) ? at.part.id : null,
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
      // Of two that ended well, it speaks of the one on screen.
      run: newest?.status === 'finished' ? run : whole(newest),
      onScreen: shown,
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
      if (isLive(newest)) return;
      const { parameters } = control;
      const preset = overridesOf(presetParameters(lab, at.preset), parameters);
      act(
        host.call('run.start', {
          lab: lab.id,
          parameters,
          seed: at.seed,
          preset: Object.keys(preset).length > 0 ? null : at.preset,
          // A run with other settings answers another question.
          prediction: isOfQuestion(lab, at.part, parameters)
            ? predictionForRun(predictStep, progress)
            : null,
          measuredFrom: timingsFrom?.id ?? null,
        }),
      );
    },
    stop: () => {
      if (newest && isLive(newest)) act(host.call('run.stop', { run: newest.id }));
    },
    setPinned: (id, pinned) => act(host.call('run.pin', { run: id, pinned })),
    goTo: go,
    write,
    written,
    goOn: () => {
      keepWriting();
      if (
        !progress.done.includes(at.step.id) &&
        finishes(at.step, written(), spoken?.complete ?? false)
      ) {
        act(host.call('learner.change', { lab: lab.id, kind: 'done', step: at.step.id }));
      }
      if (beside.next) go(beside.next);
    },
    setSeed: (seed) => onPlace({ ...place, step: at.step.id, seed }),
    setPreset: control.setPreset,
    change: (change) => {
      const forRoom = change.kind === 'predict' && isForRoom(host.store.getState());
      const room = forRoom && { room: true };
      act(host.call('learner.change', { lab: lab.id, ...change, ...room } as never));
    },
    skipPrediction,
    sketch: (step) => sketches[step] ?? noHeights,
    // A quick stroke sets several points before anything is drawn anew: each goes by the last.
    draw: (step, change) =>
      setSketches((old) => ({ ...old, [step]: change(old[step] ?? noHeights) })),
    restartCompute: () => act(host.call('app.restartCompute', {})),
    neighbours: beside,
  };
}
