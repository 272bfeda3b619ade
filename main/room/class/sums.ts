import type { AnswerValue } from '../../contract/room-question.ts';

/** How many answers hold each of these: an option that was chosen, or a row that was ticked. */
export function tickedOf(
  all: readonly { id: string }[],
  values: readonly AnswerValue[],
): Record<string, number> {
  const counted = Object.fromEntries(all.map(({ id }) => [id, 0]));
  for (const value of values)
    for (const id of Array.isArray(value) ? value : [String(value)])
      counted[id] = (counted[id] ?? 0) + 1;
  return counted;
}

/** The arithmetic mean of each criterion's weights, one answer a phone; nothing of none. */
export function meanOf(
  criteria: readonly { id: string }[],
  values: readonly AnswerValue[],
): Record<string, number> {
  const weights = values.flatMap((value) =>
    typeof value === 'object' && !Array.isArray(value) ? [value] : [],
  );
  if (weights.length === 0) return {};
  const sum = (id: string) => weights.reduce((total, weight) => total + (weight[id] ?? 0), 0);
  return Object.fromEntries(criteria.map(({ id }) => [id, sum(id) / weights.length]));
}
