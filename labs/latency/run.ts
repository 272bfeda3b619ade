import type { LabContext, LabProgress, LabRun } from '../lab.ts';
import { lossSeries } from '../kit/loss-series.ts';
import { createThrottle, type Throttle } from '../kit/throttle.ts';
import { phaseRecorder } from '../kit/progress.ts';
import { finish, reportSteps } from '../kit/steps.ts';
import { reportTraining } from '../kit/training.ts';
import type { Sequential, Tensor2D } from '../tensors.ts';
import { conversionRows } from './conversion.ts';
import { simulateCandidates } from './explore/candidates.ts';
import { clickData } from './data.ts';
import { simulateModel } from './explore/explore.ts';
import { simulateFrontier } from './explore/frontier.ts';
import { batchSizes, modelNames, type ModelName } from './names.ts';
import type { LatencyParameters } from './parameters.ts';
import type { LatencyMeasured, LatencyResult } from './result.ts';
import { inNumbers, yardstickOf } from './explore/asked-numbers.ts';
import { checkMeasured, describeTimes, roundTime, warmupCalls } from './measure.ts';
import { answer, buildModel, foldTensors, qualityOf, train } from './model.ts';
import { evaluate } from './stakeholders.ts';

type Progress = LabProgress<LatencyResult, LatencyMeasured>;
type Reporting = AsyncGenerator<Progress, void, void>;

/** Each model is trained and timed; then come three simulations. */
const phases = {
  training: (index: number) => 2 * index,
  timing: (index: number) => 2 * index + 1,
  queues: 2 * modelNames.length,
  batches: 2 * modelNames.length + 1,
  candidates: 2 * modelNames.length + 2,
};
/** About where each phase ends, as a part of the whole run, from runs on two machines. */
const record = phaseRecorder<LatencyResult, LatencyMeasured>([
  0.05, 0.12, 0.25, 0.35, 0.66, 0.8, 0.88, 0.94, 1,
]);
/** Windows redraw at each record, on the very cores whose answers are being timed: so there are fewer of them meanwhile. */
const reportWhileTimingEveryMs = 400;

/**
 * Trains and times three models, simulates the queue in front of each, one by one and in batches,
 * then scores every model in every set-up.
 */
export const run: LabRun<LatencyParameters, LatencyResult, LatencyMeasured> = async function* (
  context,
  parameters,
) {
  const { tf, random } = context;
  if (context.measured) checkMeasured(context.measured, modelNames);
  const measured: LatencyMeasured = { service: context.measured ? context.measured.service : [] };
  const result: LatencyResult = { models: [], simulation: [], closedForms: [] };
  const partial = () => ({
    models: [...result.models],
    simulation: [...result.simulation],
    closedForms: [...result.closedForms],
    ...(result.asked && { asked: result.asked }),
    ...(result.frontier && { frontier: [...result.frontier] }),
  });
  const throttle = createThrottle(context);

  yield record(0, 'Drawing 14,000 requests', 0);
  const { train: trainFold, test } = clickData(random.fork('data'));
  await throttle.yieldToEventLoop();
  const trainData = foldTensors(tf, trainFold);
  const testData = foldTensors(tf, test);
  try {
    for (const [index, name] of modelNames.entries()) {
      const model = buildModel(tf, name, random);
      try {
        const { epochs } = parameters;
        const learning = train(tf, model, trainData, epochs, random.fork(`training ${name}`));
        yield* reportTraining(learning, {
          epochs,
          losses: lossSeries(name, { points: 100 }),
          throttle,
          record: (within, details): Progress =>
            record(phases.training(index), `Training the ${name} model`, within, details),
        });
        const quality = await finish(qualityOf(tf, model, testData.x, test.y), throttle);
        if (!context.measured)
          yield* measuring(
            context,
            throttle,
            phases.timing(index),
            name,
            model,
            testData.x,
            parameters.repetitions,
            measured,
            quality.auc,
          );
        result.models.push({
          name,
          parameters: model.countParams(),
          ...quality,
          ...describeTimes(measured, name),
        });
        yield record(phases.timing(index), `Measured the ${name} model`, 1, {
          partial: partial(),
          measured: { service: [...measured.service] },
        });
      } finally {
        model.dispose();
      }
    }
    // From here on load and limit are numbers, of this computer and in this card.
    const yardstick = yardstickOf(measured, result.models)!;
    const setting = inNumbers(parameters, yardstick);
    const { arrivalsPerSecond, limitMs } = setting;
    result.asked = { arrivalsPerSecond, limitMs, ...yardstick };
    for (const [index, model] of result.models.entries()) {
      const simulated = yield* reportSteps(
        simulateModel(measured, model, setting, random),
        throttle,
        (part): Progress | null => {
          if (!throttle.due()) return null;
          const label = `Simulating the queue of the ${model.name} model`;
          return record(phases.queues, label, (index + part) / modelNames.length);
        },
      );
      result.simulation.push(...simulated.rows);
      result.closedForms.push(...simulated.closedForms);
      yield record(
        phases.queues,
        `Simulated the ${model.name} model`,
        (index + 1) / modelNames.length,
        { partial: partial() },
      );
    }
    yield* batching(context, throttle, measured, setting, result, partial);
    result.candidates = yield* reportSteps(
      simulateCandidates(measured, result.models, setting, random),
      throttle,
      (part): Progress | null =>
        throttle.due() ? record(phases.candidates, 'Simulating the candidates', part) : null,
    );
    Object.assign(result, evaluate(result.candidates, result.models, parameters).result);
  } finally {
    tf.dispose([trainData, testData]);
  }
  result.conversion = conversionRows(parameters);
  return { result, measured };
};

/** Simulates the batches in front of each model, the large one first: it is what the story looks at. */
async function* batching(
  context: LabContext<LatencyMeasured>,
  throttle: Throttle,
  measured: LatencyMeasured,
  setting: LatencyParameters,
  result: LatencyResult,
  partial: () => Partial<LatencyResult>,
): Reporting {
  const models = [...result.models].reverse();
  for (const [index, model] of models.entries()) {
    const label = `Simulating batches of the ${model.name} model`;
    const rows = yield* reportSteps(
      simulateFrontier(measured, model, setting, context.random),
      throttle,
      (part): Progress | null =>
        throttle.due() ? record(phases.batches, label, (index + part) / models.length) : null,
    );
    result.frontier = [...(result.frontier ?? []), ...rows];
    yield record(phases.batches, label, (index + 1) / models.length, { partial: partial() });
  }
}

/**
 * Times one model's answers and adds them to `measured`, one entry for each batch size. The sizes take turns, call by call: when
 * something else keeps the machine busy for a moment, all of them feel it alike and the line through them keeps its slope.
 */
async function* measuring(
  context: LabContext<LatencyMeasured>,
  throttle: Throttle,
  phase: number,
  name: ModelName,
  model: Sequential,
  test: Tensor2D,
  repetitions: number,
  measured: LatencyMeasured,
  auc: number,
): Reporting {
  const { tf, now } = context;
  const label = `Timing the ${name} model (AUC ${auc.toFixed(3)})`;
  const rows = test.shape[0];
  // A few different inputs, put on the backend beforehand: what is timed is the answer and its way back.
  const inputs = batchSizes.map((batch) =>
    Array.from({ length: 4 }, (_, k) =>
      tf.slice(test, [(k * batch) % (rows - batch), 0], [batch, -1]),
    ),
  );
  const timed = batchSizes.map((batch) => ({ model: name, batch, timesMs: [] as number[] }));
  const calls = warmupCalls + repetitions;
  yield record(phase, label, 0);
  try {
    for (let call = 0; call < calls; call++) {
      for (const [place, { timesMs }] of timed.entries()) {
        const input = inputs[place]![call % 4]!;
        const start = now();
        answer(tf, model, input);
        const took = now() - start;
        if (call >= warmupCalls) timesMs.push(roundTime(took));
        await throttle.yieldToEventLoop();
      }
      if (throttle.due(reportWhileTimingEveryMs)) yield record(phase, label, call / calls);
    }
  } finally {
    tf.dispose(inputs);
  }
  measured.service.push(...timed);
}
