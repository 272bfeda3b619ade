import { rocAuc } from '../math/ranking.ts';
import { redlinedZones, zoneCount, type People } from './data.ts';

/** Rejected applicants of one group who would have repaid, and how many of them are approved once only the group bit is flipped. */
export function flipTest(
  people: People,
  scores: Float64Array,
  flippedScores: Float64Array,
  group: 0 | 1,
  threshold = 0.5,
): { n: number; approvedAfterFlip: number } {
  let [n, approvedAfterFlip] = [0, 0];
  for (let i = 0; i < people.rows; i++) {
    if (people.group[i] !== group || people.repay[i] !== 1 || scores[i]! >= threshold) continue;
    n++;
    if (flippedScores[i]! >= threshold) approvedAfterFlip++;
  }
  return { n, approvedAfterFlip };
}

/**
 * How well each feature alone tells the group: AUC either way round, so .5 is "not at all". Zones
 * count as one feature, ranked by `minorityShares`.
 */
export function groupFromFeature(
  people: People,
  minorityShares: readonly (number | null)[],
): { feature: string; auc: number | null }[] {
  const columns = {
    income: people.logIncome,
    'credit score': people.creditScore,
    'debt to income': people.debtToIncome,
    tenure: people.tenureYears,
  };
  const numbers = Object.entries(columns).map(([feature, column]) => {
    const auc = rocAuc(people.group, column);
    return { feature, auc: auc === null ? null : Math.max(auc, 1 - auc) };
  });
  const zone = rocAuc(
    people.group,
    Float64Array.from(people.zone, (at) => minorityShares[at] ?? 0),
  );
  return [{ feature: 'zone', auc: zone }, ...numbers];
}

/** Who lives where, and what became of their applications. */
export function zoneTable(people: People): {
  zone: number;
  redlined: boolean;
  n: number;
  minorityShare: number | null;
  approved: number | null;
  repaid: number | null;
}[] {
  const sums = Array.from({ length: zoneCount }, () => ({
    n: 0,
    minority: 0,
    approved: 0,
    repaid: 0,
  }));
  for (let i = 0; i < people.rows; i++) {
    const zone = sums[people.zone[i]!]!;
    zone.n++;
    zone.minority += people.group[i]!;
    zone.approved += people.approval[i]!;
    zone.repaid += people.repay[i]!;
  }
  return sums.map(({ n, minority, approved, repaid }, zone) => ({
    zone: zone + 1,
    redlined: zone < redlinedZones,
    n,
    minorityShare: n > 0 ? minority / n : null,
    approved: n > 0 ? approved / n : null,
    repaid: n > 0 ? repaid / n : null,
  }));
}
