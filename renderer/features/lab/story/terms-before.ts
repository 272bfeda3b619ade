import type { StoryPart, StoryStep } from '../../../../labs/view.ts';
import type { TermId } from '../../../glossary/glossary.ts';
import { termsIn } from '../../../glossary/terms-in.ts';
import { attempt } from '../../../model/lab/attempt.ts';

/** The terms that a part marks up in the steps before this one: there they could be pressed already. */
export function termsBefore(part: StoryPart, step: string): Set<TermId> {
  const at = part.steps.findIndex((one) => one.id === step);
  return new Set(part.steps.slice(0, at).flatMap((one) => [...termsOf(one)]));
}

/** As the step speaks before the first run. */
function termsOf({ body }: StoryStep): Set<TermId> {
  const words = typeof body === 'function' ? attempt(() => body(null, {})) : body;
  return termsIn(words);
}
