import type { LabProgress, LabRun } from '../lab.ts';
import { lossSeries, takePoints } from '../kit/loss-series.ts';
import { createThrottle } from '../kit/throttle.ts';
import { phaseRecorder, repetitionRecorder } from '../kit/progress.ts';
import { reportSteps } from '../kit/steps.ts';
import type { Random } from '../math/random.ts';
import { collect, resultOf } from './collect.ts';
import { drawEvents } from './data.ts';
import { fitEveryMorning, sweep } from './drift.ts';
import type { TimeLeakMeasured, TimeLeakParameters, TimeLeakResult } from './lab.ts';
import { scoreJoins, scoreLogistic, scoreNets, trainTogether, type Found } from './score.ts';
import { splitEvents } from './splits.ts';

type Progress = LabProgress<TimeLeakResult, TimeLeakMeasured>;

const netsLabel = 'Training eight nets together';
/** About where each phase of a world ends, as a part of it. */
const recordPhase = phaseRecorder<TimeLeakResult, TimeLeakMeasured>([0.03, 0.2, 0.55, 1]);

/** Draws worlds, trains on each with every set of features, every split and every join, then lets models grow old day by day. */
export const run: LabRun<TimeLeakParameters, TimeLeakResult, TimeLeakMeasured> = async function* (
  context,
  parameters,
) {
  const throttle = createThrottle(context);
  const { tf, random } = context;
  const worlds = collect();
  const partial = () => resultOf(worlds, parameters);

  for (let w = 0; w < parameters.worlds; w++) {
    const own: Random = random.fork(`world ${w}`);
    const record = repetitionRecorder(
      recordPhase,
      { index: w, count: parameters.worlds },
      parameters.worlds > 1 ? ` in world ${w + 1} of ${parameters.worlds}` : '',
    );
    const nowAndThen =
      (phase: number, label: string, from: number, to: number) =>
      (done: number): Progress | null =>
        throttle.due() ? record(phase, label, from + (to - from) * done) : null;
    /** Keeps what is found; a fresh finding is shown at once. */
    const keep =
      (phase: number, label: string, from: number, to: number) =>
      ({ value, part, fresh }: Found): Progress | null => {
        kept.add(value);
        if (!fresh) return null;
        return record(phase, label, from + (to - from) * part, { partial: partial() });
      };

    yield record(0, 'Drawing users and their events', 0);
    const events = drawEvents(own.fork('data'), parameters);
    await throttle.yieldToEventLoop();
    const folds = splitEvents(events, own.fork('split'), parameters.gapDays);
    const kept = worlds.start(events, folds);
    await throttle.yieldToEventLoop();

    yield* reportSteps(
      scoreLogistic(tf, events, folds),
      throttle,
      keep(1, 'Logistic regression on each set of features', 0, 0.7),
    );
    yield* reportSteps(
      scoreJoins(tf, events, folds),
      throttle,
      keep(1, 'Logistic regression on each join', 0.7, 1),
    );

    const losses = lossSeries('nets', { points: 120, of: 'newest' });
    const nets = yield* reportSteps(
      trainTogether(context, events, folds, own.fork('nets')),
      throttle,
      (step): Progress | null => {
        if (step === null) return null;
        const { epoch, epochs, loss } = step;
        // The chart is of the first world.
        if (w === 0) losses.add(epoch, loss, epoch / epochs);
        if (!throttle.due()) return null;
        return record(2, netsLabel, (0.8 * epoch) / epochs, takePoints(losses));
      },
    );
    if (losses.waiting()) yield record(2, netsLabel, 0.8, takePoints(losses));
    yield* reportSteps(
      scoreNets(nets, events, folds),
      throttle,
      keep(2, 'Scoring the nets', 0.8, 1),
    );

    const fitted = yield* reportSteps(
      fitEveryMorning(tf, events),
      throttle,
      nowAndThen(3, 'Fitting a model for every morning', 0, 0.6),
    );
    kept.sweep = yield* reportSteps(
      sweep(events, fitted),
      throttle,
      nowAndThen(3, 'Reading off every retraining interval', 0.6, 1),
    );
    yield record(3, 'Scored every week', 1, { partial: partial() });
  }
  return { result: partial(), measured: null };
};
