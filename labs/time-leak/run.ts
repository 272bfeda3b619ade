import type { LabProgress, LabRun, Point } from '../lab.ts';
import { pace } from '../pace.ts';
import type { Random } from '../math/random.ts';
import { collect, resultOf } from './collect.ts';
import { drawEvents } from './data.ts';
import { fitEveryMorning, sweep } from './drift.ts';
import { drawDays } from './evaluate.ts';
import type { TimeLeakMeasured, TimeLeakParameters, TimeLeakResult } from './lab.ts';
import { scoreJoins, scoreLogistic, scoreNets, trainTogether, type Found } from './score.ts';
import { splitEvents } from './splits.ts';

type Record_ = LabProgress<TimeLeakResult, TimeLeakMeasured>;
type Steps<T> = AsyncGenerator<Record_, T, void>;

/** About where each phase of a world ends, as a part of it: only the progress bar depends on it. */
const phaseEnds = [0.03, 0.2, 0.55, 1];
const lossPoints = 120;

/** Draws worlds, trains on each with every set of features, every split and every join, then lets models grow old day by day. */
export const run: LabRun<TimeLeakParameters, TimeLeakResult, TimeLeakMeasured> = async function* (
  context,
  parameters,
) {
  const tempo = pace(context);
  const { tf, random } = context;
  const worlds = collect();
  const partial = () => resultOf(worlds, parameters, random);

  for (let w = 0; w < parameters.worlds; w++) {
    const own: Random = random.fork(`world ${w}`);
    const which = parameters.worlds > 1 ? ` in world ${w + 1} of ${parameters.worlds}` : '';
    const record = (
      phaseIndex: number,
      phase: string,
      within: number,
      rest: Partial<Record_> = {},
    ): Record_ => {
      const from = phaseIndex === 0 ? 0 : phaseEnds[phaseIndex - 1]!;
      const done = from + (phaseEnds[phaseIndex]! - from) * Math.min(1, within);
      return {
        phase: `${phase}${which}`,
        phaseIndex: w * phaseEnds.length + phaseIndex,
        phaseCount: parameters.worlds * phaseEnds.length,
        fraction: (w + done) / parameters.worlds,
        ...rest,
      };
    };
    /** Works through steps of a computation, reporting now and then. */
    async function* through<S, T>(
      steps: Generator<S, T, void>,
      tell: (step: S) => Record_ | null,
    ): Steps<T> {
      try {
        let step = steps.next();
        for (; !step.done; step = steps.next()) {
          await tempo.breathe();
          const told = tell(step.value);
          if (told) yield told;
        }
        return step.value;
      } finally {
        steps.return(undefined as never);
      }
    }
    const nowAndThen =
      (phase: number, label: string, from: number, to: number) => (done: number) =>
        tempo.due() ? record(phase, label, from + (to - from) * done) : null;
    /** Keeps what is found; a fresh finding is shown at once. */
    const keep =
      (phase: number, label: string, from: number, to: number) =>
      ({ value, part, fresh }: Found) => {
        kept.add(value);
        return fresh
          ? record(phase, label, from + (to - from) * part, { partial: partial() })
          : null;
      };

    yield record(0, 'Drawing users and their events', 0);
    const events = drawEvents(own.fork('data'), parameters);
    await tempo.breathe();
    const folds = splitEvents(events, own.fork('split'), parameters.gapDays);
    const drawn = drawDays(own);
    await tempo.breathe();
    const kept = worlds.start(events, folds);
    await tempo.breathe();

    yield* through(
      scoreLogistic(tf, events, folds, drawn),
      keep(1, 'Logistic regression on each set of features', 0, 0.7),
    );
    yield* through(
      scoreJoins(tf, events, folds, drawn),
      keep(1, 'Logistic regression on each join', 0.7, 1),
    );

    let points: Point[] = [];
    let drawnPoints = 0;
    const nets = yield* through(
      trainTogether(tf, events, folds, own.fork('nets')),
      ({ epoch, epochs, loss }) => {
        if (w === 0 && epoch / epochs >= (drawnPoints + 1) / lossPoints - 1e-9) {
          points.push([epoch, loss]);
          drawnPoints = Math.floor((epoch / epochs) * lossPoints + 1e-9);
        }
        if (!tempo.due()) return null;
        const shown = points;
        points = [];
        return record(
          2,
          'Training eight nets together',
          (0.8 * epoch) / epochs,
          shown.length > 0 ? { points: { 'loss.nets': shown } } : {},
        );
      },
    );
    try {
      if (points.length > 0)
        yield record(2, 'Training eight nets together', 0.8, { points: { 'loss.nets': points } });
      yield* through(scoreNets(nets, events, folds, drawn), keep(2, 'Scoring the nets', 0.8, 1));
    } finally {
      nets.dispose();
    }

    const fitted = yield* through(
      fitEveryMorning(tf, events),
      nowAndThen(3, 'Fitting a model for every morning', 0, 0.6),
    );
    kept.sweep = yield* through(
      sweep(events, fitted),
      nowAndThen(3, 'Reading off every retraining interval', 0.6, 1),
    );
    yield record(3, 'Models have grown old', 1, { partial: partial() });
  }
  return { result: partial(), measured: null };
};
