import { describeParameters } from '../../labs/parameters.ts';
import type { Random } from '../../labs/math/random.ts';
import type { Action } from './actions.ts';
import { controlsOf, drawAnswer, drawPrediction, lower, unjudged, type Situation } from './draw.ts';
import { askedSettings, differences, predictIn } from './own-rules.ts';

/**
 * Answers what a walk left open. First every prediction is locked; then one run for each set of settings that is asked about judges
 * them; then, with an exploration as the newest run, the checks. `now` says how things stand, for each action changes them.
 */
export function* answersOf(
  now: () => Situation,
  randomOf: (what: string) => Random,
): Generator<Action> {
  const { parts } = now().story;
  for (const part of parts) {
    const step = predictIn(part);
    if (!step || now().kept.progress.predictions[step.id]) continue;
    yield { kind: 'step', step: step.id };
    yield { kind: 'lock', value: drawPrediction(step, randomOf(part.id)) };
  }
  for (const part of parts) {
    if (!unjudged(now()).includes(part)) continue;
    const step = part.steps.find(({ kind }) => kind === 'run') ?? predictIn(part)!;
    yield { kind: 'step', step: step.id };
    yield { kind: 'run' };
  }
  if (!isElsewhere(now())) yield* explore(now);
  for (const part of parts) {
    const step = part.steps.find((one) => one.kind === 'check');
    if (!step || now().kept.progress.checks[step.id]?.passed) continue;
    yield { kind: 'step', step: step.id };
    yield { kind: 'check', answer: drawAnswer(now(), step, randomOf(step.id)) };
  }
}

/** Whether the newest run already has other settings than some check that is open asks about, so that it must not judge it. */
function isElsewhere({ lab, story, kept }: Situation): boolean {
  const newest = kept.cards.at(-1);
  if (!newest) return false;
  return story.parts
    .filter(({ steps }) =>
      steps.some(({ kind, id }) => kind === 'check' && !kept.progress.checks[id]?.passed),
    )
    .some((part) => differences(lab, newest.parameters, askedSettings(lab, part)).length > 0);
}

/** A run of other settings, which must answer nothing: one number lower than the question's, so that it takes no longer. */
function* explore(now: () => Situation): Generator<Action> {
  const { lab, story } = now();
  for (const part of story.parts) {
    const step = part.steps.find(({ kind }) => kind === 'explore');
    if (!step) continue;
    const names = controlsOf({ part, step });
    const control = describeParameters(lab.parameters).find(
      (one) => names.includes(one.name) && one.kind === 'number' && one.default > one.min,
    );
    if (control?.kind !== 'number') continue;
    yield { kind: 'step', step: step.id };
    if (!now().book.away)
      yield { kind: 'move', name: control.name, value: lower(control, now().book.settings) };
    yield { kind: 'run' };
    return;
  }
}
