import type { Lab } from '../../../labs/lab.ts';
import { describeParameters, type ParameterDescription } from '../../../labs/parameters.ts';
import type { Values } from '../../../labs/view.ts';
import { formatFixed } from '../../kit/number/format.ts';

/** So many settings are named; the rest is counted. */
const most = 3;

/**
 * How what is on screen differs from the question: "The question is about Replicas 1. Here:
 * Replicas 5." Null where nothing does but what the learner answers with. What answers the open
 * question of `asking`, a part, is counted and not named.
 */
export function differenceWords(
  lab: Lab,
  question: Values,
  here: Values,
  asking: string | null = null,
): string | null {
  const different = describeParameters(lab.parameters).filter(
    ({ name, ownChoice }) => !ownChoice && here[name] !== question[name],
  );
  if (different.length === 0) return null;
  const named = different
    .filter(({ answers }) => asking === null || answers !== asking)
    .slice(0, most);
  if (named.length === 0) return 'The question is about other settings than these.';
  const list = (values: Values) =>
    named.map((one) => `${one.label} ${valueWords(one, values[one.name])}`).join(', ');
  const more = different.length - named.length;
  const rest = more > 0 ? `, and ${more} more` : '';
  return `The question is about ${list(question)}. Here: ${list(here)}${rest}.`;
}

/** Zero reads as what it means where it means something of its own. */
function valueWords({ unit, zero }: ParameterDescription, value: Values[string] | undefined) {
  if (value === 0 && zero) return zero;
  const word = typeof value === 'number' ? formatFixed(value) : String(value);
  return unit ? `${word} ${unit}` : word;
}
