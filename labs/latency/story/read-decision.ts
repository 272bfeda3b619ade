import { candidateByNumber } from '../explore/candidates.ts';
import { modelNames, stakeholderNames, type ModelName, type StakeholderName } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import type { LatencyResult } from '../result.ts';
import { favourites, weightedScore } from '../stakeholders.ts';

/** The four scores of one candidate. */
function scoresOf(
  result: LatencyResult,
  candidate: string,
): Record<StakeholderName, number | null> {
  const of = (who: StakeholderName) =>
    result.stakeholders?.find((row) => row.who === who && row.candidate === candidate)?.score ??
    null;
  return Object.fromEntries(stakeholderNames.map((who) => [who, of(who)])) as Record<
    StakeholderName,
    number | null
  >;
}

export interface Winner {
  id: string;
  model: ModelName;
  /** The mean of the four scores. */
  score: number;
  /** The next one's; null where there is no other. */
  next: number | null;
}

/** The candidate with the highest score where all four votes count the same; null where no candidate has one. */
export function chosenTogether(result: LatencyResult | null): Winner | null {
  const equal = { ml: 1, sales: 1, product: 1, manager: 1 };
  const ids = [...new Set(result?.stakeholders?.map((row) => row.candidate))];
  const [best, next] = ids
    .flatMap((id) => {
      const score = weightedScore(scoresOf(result!, id), equal);
      return score === null ? [] : [{ id, score }];
    })
    .sort((a, b) => b.score - a.score);
  const model = modelNames.find((name) => name === best?.id.split('/')[0]);
  return best && model ? { ...best, model, next: next?.score ?? null } : null;
}

/** How many different candidates the four would take, each alone; null where it is not known. */
export function differentFavourites(result: LatencyResult | null): number | null {
  const tops = stakeholderNames.map((who) => favourites(result?.stakeholders ?? [], who)[0]);
  return tops.every((top) => top !== undefined) ? new Set(tops).size : null;
}

/** The choice that the learner made in the figure, and the stakeholder who likes it least with what they would take instead. */
export function choiceOf(
  result: LatencyResult | null,
  parameters: Record<string, unknown>,
): {
  id: string;
  least: StakeholderName;
  score: number;
  /** The score of the one who likes it next least. */
  next: number;
  rather: string;
} | null {
  const read = latencyParameters.safeParse(parameters);
  const id = read.success ? candidateByNumber(read.data.ship, read.data) : null;
  if (!id || !result?.stakeholders) return null;
  const scores = scoresOf(result, id);
  const known = stakeholderNames.filter((who) => scores[who] !== null);
  if (known.length < stakeholderNames.length) return null;
  const [least, next] = [...known].sort((a, b) => scores[a]! - scores[b]!) as [
    StakeholderName,
    StakeholderName,
  ];
  const rather = favourites(result.stakeholders, least)[0]!;
  return { id, least, score: scores[least]!, next: scores[next]!, rather };
}

/** "large 4×16" for "large/4x16". */
export const idWords = (id: string) => id.replace('/', ' ').replace('x', '×');
