import type { Folds, People } from './data.ts';
import { scorePeople, type Logistic } from './features.ts';
import type { AuditLabel } from './lab.ts';
import { reweighing } from './reweighing.ts';
import { cutsOf, equalOpportunity, type EqualOpportunity } from './thresholds.ts';

/** A weight for each training row that makes group and past approval independent (Kamiran & Calders 2012); their mean is 1. */
export function rowWeights({ rows, group, approval }: People): Float32Array {
  const counts: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < rows; i++) counts[group[i]!]![approval[i]! as 0 | 1]++;
  const weights = reweighing(counts);
  return Float32Array.from({ length: rows }, (_, i) => weights[group[i]!]![approval[i]! as 0 | 1]!);
}

/** People with what a model makes of them. */
export interface Scored {
  people: People;
  scores: Float64Array;
}

/** Everyone whose label a repair may look at: all but the test applicants. */
export function labelled(folds: Pick<Folds, 'train' | 'validation'>, model: Logistic): Scored[] {
  return [folds.train, folds.validation].map((people) => ({
    people,
    scores: scorePeople(people, model),
  }));
}

/**
 * A threshold for each group, chosen on all of `known` together: as many right decisions by `labels` as a gap in TPR of at most
 * `maxGap` allows. The run hands in the training and validation applicants: by 3,000 alone the choice wanders, because near its
 * best the share of right decisions hardly changes with the threshold; a logistic regression of 18 numbers doesn't overfit 6,000.
 */
export function equalise(
  known: readonly Scored[],
  labels: AuditLabel,
  maxGap: number,
): EqualOpportunity | null {
  const of = (group: number) => {
    const rows = known.flatMap(({ people, scores }) =>
      Array.from(scores, (score, i) => ({
        score,
        label: people[labels][i]!,
        group: people.group[i]!,
      })).filter((row) => row.group === group),
    );
    return cutsOf(
      Float64Array.from(rows, (row) => row.score),
      Uint8Array.from(rows, (row) => row.label),
    );
  };
  return equalOpportunity(of(0), of(1), maxGap);
}

/** 1 where a person's score reaches the threshold of their group. */
export function decide(
  people: People,
  scores: Float64Array,
  thresholds: readonly [majority: number, minority: number],
): Uint8Array {
  return Uint8Array.from(scores, (score, i) =>
    score >= thresholds[people.group[i]! as 0 | 1] ? 1 : 0,
  );
}
