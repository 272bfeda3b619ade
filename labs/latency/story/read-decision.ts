import { candidateByNumber } from '../explore/candidates.ts';
import { modelNames, stakeholderNames, type ModelName, type StakeholderName } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import type { LatencyResult, StakeholderRow } from '../result.ts';
import { favourites, unbeaten, weightedScore } from '../stakeholders.ts';

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
  /** Null where candidates of two models are equally good. */
  model: ModelName | null;
  /** The mean of the four scores. */
  score: number;
  /** The next one's; null where there is no other. */
  next: number | null;
}

/** Scores nearer than this differ by rounding. */
const tie = 1e-9;

/** The candidate with the highest score where all four votes count the same; null where no candidate has one. */
export function chosenTogether(result: LatencyResult | null): Winner | null {
  const equal = { ml: 1, sales: 1, product: 1, manager: 1 };
  const ids = [...new Set(result?.stakeholders?.map((row) => row.candidate))];
  const ranked = ids
    .flatMap((id) => {
      const score = weightedScore(scoresOf(result!, id), equal);
      return score === null ? [] : [{ id, score }];
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (!best) return null;
  const first = ranked.filter(({ score }) => best.score - score < tie);
  const models = modelNames.filter((name) => first.some(({ id }) => id.split('/')[0] === name));
  const model = models.length === 1 ? models[0]! : null;
  return { ...best, model, next: next?.score ?? null };
}

/** The candidates that no other one beats, by the values in the run; null where it has none. */
export function unbeatenIn(result: LatencyResult | null): string[] | null {
  if (!result?.pareto || !result.stakeholders) return null;
  const rows = result.stakeholders;
  const raw = (id: string, of: StakeholderName) =>
    rows.find(({ who, candidate }) => who === of && candidate === id)?.raw ?? null;
  const ids = [...new Set(rows.map(({ candidate }) => candidate))];
  return unbeaten(
    ids.map((id) => ({
      id,
      raw: Object.fromEntries(stakeholderNames.map((who) => [who, raw(id, who)])) as Record<
        StakeholderName,
        number | null
      >,
    })),
  );
}

/** How many candidates a run has, which are unbeaten, and how many nobody needs; null where it is not known. */
export function droppedIn(
  result: LatencyResult | null,
): { all: number; front: string[]; dropped: number } | null {
  const front = unbeatenIn(result);
  if (!front) return null;
  const all = new Set(result!.stakeholders!.map(({ candidate }) => candidate)).size;
  return { all, front, dropped: all - front.length };
}

/** What each of the four would take alone. */
export interface Favourites {
  /** As few different candidates as give each of them one that is the best to them. */
  different: number;
  /** Those to whom several are equally good, and how many. */
  ties: { who: StakeholderName; many: number }[];
}

/** What the four would take, each alone; null where it is not known. */
export function differentFavourites(result: LatencyResult | null): Favourites | null {
  const rows = stableRows(result);
  const tops = stakeholderNames.map((who) => ({ who, best: favourites(rows, who) }));
  if (tops.some(({ best }) => best.length === 0)) return null;
  const ties = tops.filter(({ best }) => best.length > 1);
  return {
    different: fewest(tops.map(({ best }) => best)),
    ties: ties.map(({ who, best }) => ({ who, many: best.length })),
  };
}

/** An unstable candidate is no choice, though it has an AUC as good as any. */
function stableRows(result: LatencyResult | null): StakeholderRow[] {
  const rows = result?.stakeholders ?? [];
  const isStable = (id: string) =>
    rows.some(
      ({ who, candidate, score }) => who === 'product' && candidate === id && score !== null,
    );
  return rows.filter(({ candidate }) => isStable(candidate));
}

/** How many names are needed at least to have one of each list. */
function fewest(lists: readonly (readonly string[])[]): number {
  const [first, ...rest] = lists;
  if (!first) return 0;
  return Math.min(...first.map((name) => 1 + fewest(rest.filter((list) => !list.includes(name)))));
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
  /** What they would take, which may be this very one; several where these are equally good to them. */
  rather: string[];
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
  const rather = favourites(stableRows(result), least);
  return { id, least, score: scores[least]!, next: scores[next]!, rather };
}

/** "large 4×16" for "large/4x16". */
export const idWords = (id: string) => id.replace('/', ' ').replace('x', '×');
