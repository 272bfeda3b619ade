import type { LabContext, LabProgress, LabRun, Point } from '../lab.ts';
import { pace, type Pace } from '../kit/pace.ts';
import type { Sequential, Tensor2D } from '../tensors.ts';
import { conversionRows } from './conversion.ts';
import { simulateCandidates } from './candidates.ts';
import { clickData } from './data.ts';
import { simulateModel } from './explore.ts';
import { simulateFrontier } from './frontier.ts';
import {
  batchSizes,
  modelNames,
  type LatencyMeasured,
  type LatencyParameters,
  type LatencyResult,
  type ModelName,
} from './lab.ts';
import { checkMeasured, describeTimes, roundTime, warmupCalls } from './measure.ts';
import { answer, buildModel, foldTensors, qualityOf, train } from './model.ts';
import { evaluate } from './stakeholders.ts';

type Record_ = LabProgress<LatencyResult, LatencyMeasured>;
type Steps<T> = AsyncGenerator<Record_, T, void>;

const phaseCount = modelNames.length * 2 + 3;
/** About where each phase ends, as a part of the whole run, from runs on two machines: only the progress bar depends on it. */
const phaseEnds = [0.05, 0.12, 0.25, 0.35, 0.66, 0.8, 0.88, 0.94, 1];
const lossPointsPerModel = 100;
/** Windows redraw at each record, on the very cores whose answers are being timed: so there are fewer of them meanwhile. */
const reportWhileTimingEveryMs = 400;

function record(
  phaseIndex: number,
  phase: string,
  within: number,
  rest: Partial<Record_> = {},
): Record_ {
  const from = phaseIndex === 0 ? 0 : phaseEnds[phaseIndex - 1]!;
  return {
    phase,
    phaseIndex,
    phaseCount,
    fraction: from + (phaseEnds[phaseIndex]! - from) * Math.min(1, within),
    ...rest,
  };
}

/** Trains and times three models, simulates the queue in front of each, one by one and in batches, then scores every model in every set-up. */
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
    ...(result.frontier && { frontier: [...result.frontier] }),
  });
  const tempo = pace(context);

  yield record(0, 'Drawing 14,000 requests', 0);
  const { train: trainFold, test } = clickData(random.fork('data'));
  await tempo.breathe();
  const trainData = foldTensors(tf, trainFold);
  const testData = foldTensors(tf, test);
  try {
    for (const [index, name] of modelNames.entries()) {
      const model = buildModel(tf, name, random);
      try {
        yield* training(context, tempo, index * 2, name, model, trainData, parameters.epochs);
        const scoring = qualityOf(tf, model, testData.x, test.y);
        let scored = scoring.next();
        for (; !scored.done; scored = scoring.next()) await tempo.breathe();
        const quality = scored.value;
        if (!context.measured)
          yield* measuring(
            context,
            tempo,
            index * 2 + 1,
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
        yield record(index * 2 + 1, `Measured the ${name} model`, 1, {
          partial: partial(),
          measured: { service: [...measured.service] },
        });
      } finally {
        model.dispose();
      }
    }
    for (const [index, model] of result.models.entries()) {
      const steps = simulateModel(measured, model, parameters, random);
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        await tempo.breathe();
        if (tempo.due())
          yield record(
            phaseCount - 3,
            `Simulating the queue of the ${model.name} model`,
            (index + step.value) / modelNames.length,
          );
      }
      result.simulation.push(...step.value.rows);
      result.closedForms.push(...step.value.closedForms);
      yield record(
        phaseCount - 3,
        `Simulated the ${model.name} model`,
        (index + 1) / modelNames.length,
        { partial: partial() },
      );
    }
    yield* batching(context, tempo, measured, parameters, result, partial);
    const deciding = simulateCandidates(measured, result.models, parameters, random);
    let candidate = deciding.next();
    for (; !candidate.done; candidate = deciding.next()) {
      await tempo.breathe();
      if (tempo.due()) yield record(phaseCount - 1, 'Simulating the candidates', candidate.value);
    }
    result.candidates = candidate.value;
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
  tempo: Pace,
  measured: LatencyMeasured,
  parameters: LatencyParameters,
  result: LatencyResult,
  partial: () => Partial<LatencyResult>,
): Steps<void> {
  const models = [...result.models].reverse();
  for (const [index, model] of models.entries()) {
    const label = `Simulating batches of the ${model.name} model`;
    const steps = simulateFrontier(measured, model, parameters, context.random);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      await tempo.breathe();
      if (tempo.due()) yield record(phaseCount - 2, label, (index + step.value) / models.length);
    }
    result.frontier = [...(result.frontier ?? []), ...step.value];
    yield record(phaseCount - 2, label, (index + 1) / models.length, { partial: partial() });
  }
}

/** Trains one model; the loss goes out as a series over epochs. */
async function* training(
  context: LabContext<LatencyMeasured>,
  tempo: Pace,
  phase: number,
  name: ModelName,
  model: Sequential,
  data: { x: Tensor2D; y: Tensor2D },
  epochs: number,
): Steps<void> {
  const label = `Training the ${name} model`;
  let points: Point[] = [];
  let kept = 0;
  let sum = 0;
  let steps = 0;
  for (const { epoch, loss } of train(
    context.tf,
    model,
    data,
    epochs,
    context.random.fork(`training ${name}`),
  )) {
    sum += loss;
    steps += 1;
    if (epoch / epochs >= (kept + 1) / lossPointsPerModel - 1e-9) {
      // The mean since the last point: a single batch is noisy.
      points.push([epoch, sum / steps]);
      kept = Math.floor((epoch / epochs) * lossPointsPerModel + 1e-9);
      sum = 0;
      steps = 0;
    }
    await tempo.breathe();
    if (points.length > 0 && tempo.due()) {
      yield record(phase, label, epoch / epochs, { points: { [`loss.${name}`]: points } });
      points = [];
    }
  }
  yield record(phase, label, 1, points.length > 0 ? { points: { [`loss.${name}`]: points } } : {});
}

/**
 * Times one model's answers and adds them to `measured`, one entry for each batch size. The sizes take turns, call by call: when
 * something else keeps the machine busy for a moment, all of them feel it alike and the line through them keeps its slope.
 */
async function* measuring(
  context: LabContext<LatencyMeasured>,
  tempo: Pace,
  phase: number,
  name: ModelName,
  model: Sequential,
  test: Tensor2D,
  repetitions: number,
  measured: LatencyMeasured,
  auc: number,
): Steps<void> {
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
        await tempo.breathe();
      }
      if (tempo.due(reportWhileTimingEveryMs)) yield record(phase, label, call / calls);
    }
  } finally {
    tf.dispose(inputs);
  }
  measured.service.push(...timed);
}
