import type { LabOpen } from '../lab.ts';
import type { Sequential } from '../tensors.ts';
import { pictureSize, render, renderAll } from './data.ts';
import { defend } from './defend.ts';
import type { Face } from './drawing/face.ts';
import { occlude } from './inside.ts';
import { straightLine } from './straight-line.ts';
import type { BackdoorParameters, BackdoorResult } from './lab.ts';
import { classes, features, featureUnits, probabilities, rowsOf } from './model.ts';
import { createThrottle } from '../kit/throttle.ts';
import { finish } from '../kit/steps.ts';
import { askQuestions } from './questions.ts';
import type { TestSet, TrainingSet } from './sets.ts';

/** What a finished run keeps for questions. The model's weights are variables, so they outlive the run's scope. */
interface Kept {
  model: Sequential;
  set: TrainingSet;
  test: TestSet;
}

/** From a run's result to its model, until `open` takes it: a result says nothing of tensors. */
const waiting = new WeakMap<BackdoorResult, Kept>();

/** Keeps the model of a run for the questions that `openRun` answers. */
export const keepModel = (result: BackdoorResult, kept: Kept): void =>
  void waiting.set(result, kept);

const rounded = (values: Iterable<number>) =>
  Array.from(values, (p) => Math.round(p * 10_000) / 10_000);

/** Answers questions about a finished run: new faces, where the model looks, a defence at another operating point. */
export const openRun: LabOpen<BackdoorParameters, BackdoorResult, null> = (
  context,
  parameters,
  { result },
) => {
  const kept = waiting.get(result);
  if (!kept) throw new Error('This result has no model to ask.');
  waiting.delete(result);
  const { tf } = context;
  const { model, set, test } = kept;
  // The run is over: only its own questions are timed here, and nobody stops them.
  const throttle = createThrottle({
    now: context.now,
    yieldToEventLoop: context.yieldToEventLoop,
    signal: new AbortController().signal,
  });

  const answers: Record<string, (question: unknown) => Promise<unknown>> = {
    async predict(question) {
      const { faces } = askQuestions.predict.question.parse(question);
      const all = await finish(
        probabilities(tf, model, await finish(renderAll(faces), throttle)),
        throttle,
      );
      return { probabilities: rowsOf(all, classes).map(rounded) };
    },
    async occlude(question) {
      const { face } = askQuestions.occlude.question.parse(question);
      const pixels = new Float32Array(pictureSize);
      render(face as Face, pixels);
      return finish(occlude(tf, model, pixels), throttle);
    },
    async activations() {
      if (!result.inside) throw new Error('The run did not look inside its model.');
      const { suspect } = result.inside;
      const rows = Array.from(set.labels.keys()).filter((row) => set.labels[row] === suspect);
      const pixels = new Float32Array(rows.length * pictureSize);
      rows.forEach((row, i) =>
        pixels.set(
          set.pixels.subarray(row * pictureSize, (row + 1) * pictureSize),
          i * pictureSize,
        ),
      );
      const all = await finish(features(tf, model, pixels), throttle);
      return {
        activations: rowsOf(all, featureUnits).map((row) => rounded(row)),
        poison: rows.flatMap((row, i) => (row >= set.clean ? [i] : [])),
      };
    },
    async straight(question) {
      const { face } = askQuestions.straight.question.parse(question);
      const pixels = new Float32Array(pictureSize);
      render(face as Face, pixels);
      const { picture, weights } = straightLine(tf, model, pixels);
      return { pixels: rounded(picture), weights: rounded(weights) };
    },
    async defend(question) {
      const { method, at } = askQuestions.defend.question.parse(question);
      if (!result.inside) throw new Error('The run did not look inside its model.');
      const steps = defend(
        { context, throttle, parameters, model, set, test, inside: result.inside },
        method,
        at,
      );
      return finish(steps, throttle);
    },
  };
  return Promise.resolve({
    ask: (name, question) =>
      answers[name]?.(question) ?? Promise.reject(new Error(`There is no question "${name}".`)),
    dispose: () => model.dispose(),
  });
};
