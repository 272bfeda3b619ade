import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { audit } from './audit.ts';
import { drawFolds, drawPeople, type People, type World } from './data.ts';
import { flipTest, groupFromFeature, zoneTable } from './deletion.ts';
import {
  designMatrix,
  featureCount,
  featureNames,
  maskOf,
  scalingOf,
  scorePeople,
  unscaled,
  type Logistic,
} from './features.ts';
import { decide, equalise, labelled, rowWeights } from './repair.ts';

const world: World = {
  groupPenalty: 1.1,
  zonePenalty: 0.55,
  zoneLink: 0.85,
  abilityShift: 0.35,
  incomeShift: 0.1,
};
const equal: World = {
  groupPenalty: 0,
  zonePenalty: 0,
  zoneLink: 0.5,
  abilityShift: 0,
  incomeShift: 0,
};
const people = drawPeople(seededRandom(8), 20_000, world);
const share = (
  of: People,
  fits: (i: number) => boolean,
  among: (i: number) => boolean = () => true,
) => {
  const rows = Array.from({ length: of.rows }, (_, i) => i).filter(among);
  return rows.filter(fits).length / rows.length;
};

describe('the world', () => {
  it('has the shares that the lab is about', () => {
    expect(share(people, (i) => people.group[i] === 1)).toBeCloseTo(0.3, 1);
    for (const [group, redlined] of [
      [1, 0.85],
      [0, 0.15],
    ] as const)
      expect(
        share(
          people,
          (i) => people.zone[i]! < 4,
          (i) => people.group[i] === group,
        ),
      ).toBeCloseTo(redlined, 1);
    const approved = (group: number) =>
      share(
        people,
        (i) => people.approval[i] === 1,
        (i) => people.group[i] === group,
      );
    expect(approved(0) - approved(1)).toBeGreaterThan(0.25);
  });
  it('has nothing to find where everything is equal', () => {
    const fair = drawPeople(seededRandom(9), 20_000, equal);
    for (const of of [
      (i: number) => fair.approval[i] === 1,
      (i: number) => fair.repay[i] === 1,
      (i: number) => fair.zone[i]! < 4,
    ]) {
      expect(
        Math.abs(
          share(fair, of, (i) => fair.group[i] === 0) - share(fair, of, (i) => fair.group[i] === 1),
        ),
      ).toBeLessThan(0.03);
    }
  });
  it('keeps debt and tenure inside their bounds, and folds apart', () => {
    expect(Math.min(...people.debtToIncome)).toBeGreaterThanOrEqual(0.05);
    expect(Math.min(...people.tenureYears)).toBe(0);
    const { train, test } = drawFolds(seededRandom(1), world);
    expect([train.rows, test.rows]).toEqual([6_000, 20_000]);
    expect(train.creditScore[0]).not.toBe(test.creditScore[0]);
  });
});

const few = drawPeople(seededRandom(5), 400, world);
const random = seededRandom(6);
const any: Logistic = {
  weights: Array.from({ length: featureCount }, () => random.normal()),
  intercept: 0.2,
};

describe('features', () => {
  it('a model of standardised columns scores people as its unscaled self does', () => {
    const scaling = scalingOf(few);
    const x = designMatrix(few, scaling);
    const plain = scorePeople(few, unscaled(any, scaling));
    for (let i = 0; i < few.rows; i++) {
      let logit = any.intercept;
      for (let k = 0; k < featureCount; k++) logit += any.weights[k]! * x[i * featureCount + k]!;
      expect(plain[i]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5);
    }
  });
  it('flipping changes the group bit and nothing else', () => {
    const scaled = unscaled(any, scalingOf(few));
    const logit = (p: number) => Math.log(p / (1 - p));
    const [as, flipped] = [scorePeople(few, scaled), scorePeople(few, scaled, true)];
    for (let i = 0; i < 50; i++)
      expect(logit(flipped[i]!) - logit(as[i]!)).toBeCloseTo(
        (few.group[i] ? -1 : 1) * any.weights[0]!,
        6,
      );
  });
  it('masks hide the columns that a model may not see', () => {
    const hidden = (set: Parameters<typeof maskOf>[0]) =>
      featureNames.filter((_, at) => maskOf(set)[at] === 0);
    expect([
      hidden('all').length,
      hidden('without-group'),
      hidden('without-group-and-zone').length,
    ]).toEqual([0, ['group'], 13]);
  });
});

describe('repairs', () => {
  it('reweighing makes group and label independent, and keeps the mean weight 1', () => {
    const weights = rowWeights(people);
    const mean = (fits: (i: number) => boolean) => {
      let [sum, n] = [0, 0];
      for (let i = 0; i < people.rows; i++)
        if (fits(i)) {
          sum += weights[i]!;
          n += people.approval[i]! * weights[i]!;
        }
      return n / sum;
    };
    expect(mean((i) => people.group[i] === 0)).toBeCloseTo(
      mean((i) => people.group[i] === 1),
      4,
    );
    expect(weights.reduce((a, b) => a + b, 0) / people.rows).toBeCloseTo(1, 4);
  });
  it('equalising keeps the gap that it promises, on the labels that it was given', () => {
    const folds = drawFolds(seededRandom(2), world);
    const scoring: Logistic = {
      weights: featureNames.map((name) => {
        if (name === 'credit score') return 0.02;
        return name === 'group' ? -1 : 0;
      }),
      intercept: -13.8,
    };
    for (const labels of ['repay', 'approval'] as const)
      for (const gap of [0.01, 0.2]) {
        const [a, b] = equalise(labelled(folds, scoring), labels, gap)!.cuts;
        expect(Math.abs(a!.tpr! - b!.tpr!)).toBeLessThanOrEqual(gap + 1e-9);
      }
  });
  it('decides by the threshold of one’s own group, which may select nobody', () => {
    const two = { ...few, rows: 2, group: Uint8Array.of(0, 1) };
    expect([...decide(two, Float64Array.of(0.5, 0.5), [0.5, 0.6])]).toEqual([1, 0]);
    expect([...decide(two, Float64Array.of(0.9, 0.9), [Infinity, 0.1])]).toEqual([0, 1]);
  });
});

describe('what tells the group', () => {
  it('counts the flipped among the rejected who would repay', () => {
    const own = {
      ...few,
      rows: 5,
      group: Uint8Array.of(1, 1, 1, 1, 0),
      repay: Uint8Array.of(1, 1, 0, 1, 1),
    };
    expect(
      flipTest(
        own,
        Float64Array.of(0.3, 0.4, 0.1, 0.8, 0.2),
        Float64Array.of(0.6, 0.45, 0.9, 0.9, 0.1),
        1,
      ),
    ).toEqual({ n: 2, approvedAfterFlip: 1 });
    expect(
      flipTest(own, Float64Array.of(0, 0, 0, 0, 0.2), Float64Array.of(1, 1, 1, 1, 0.1), 0),
    ).toEqual({ n: 1, approvedAfterFlip: 0 });
  });
  it('the zone does where there is redlining, and nothing where there is none', () => {
    const aucs = (of: People) =>
      Object.fromEntries(
        groupFromFeature(
          of,
          zoneTable(of).map(({ minorityShare }) => minorityShare),
        ).map(({ feature, auc }) => [feature, auc!]),
      );
    expect(aucs(people)['zone']).toBeGreaterThan(0.8);
    const fair = aucs(drawPeople(seededRandom(9), 20_000, equal));
    for (const auc of Object.values(fair)) expect(auc).toBeLessThan(0.54);
  });
  it('a zone where nobody lives has no shares', () => {
    const one = drawPeople(seededRandom(1), 1, world);
    expect(zoneTable(one).filter(({ n }) => n === 0)[0]).toMatchObject({
      minorityShare: null,
      approved: null,
      repaid: null,
    });
    expect(zoneTable(people).reduce((sum, { n }) => sum + n, 0)).toBe(people.rows);
  });
});

describe('an audit', () => {
  const judged = (decisions: Uint8Array) =>
    audit('with-group', 'repay', people, decisions, null, 50, seededRandom(1));
  it('of everybody and of nobody defines what can be defined', () => {
    const nobody = judged(new Uint8Array(people.rows));
    expect(nobody).toMatchObject({
      demographicParityRatio: null,
      fourFifths: null,
      ppv: { majority: null, minority: null },
      tpr: { majority: 0, minority: 0 },
      predictiveParityDifference: null,
    });
    expect(judged(new Uint8Array(people.rows).fill(1))).toMatchObject({
      demographicParityRatio: 1,
      fourFifths: true,
      signed: { selectionRate: 0, tpr: 0, fpr: 0 },
    });
  });
  it('has signs: who approves the majority alone has positive differences', () => {
    const { signed, groups, ci95 } = judged(people.group.map((group) => 1 - group));
    expect(signed).toEqual({ selectionRate: 1, tpr: 1, fpr: 1 });
    expect(groups.map(({ count }) => count).reduce((a, b) => a + b)).toBe(people.rows);
    expect(ci95.selectionRateDifference).toEqual([1, 1]);
  });
});
