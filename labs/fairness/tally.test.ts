import { describe, expect, it } from 'vitest';
import { confusionByGroup, ratesOf } from '../math/confusion.ts';
import { seededRandom } from '../math/random.ts';
import { drawPeople } from './data.ts';
import { decide } from './repair.ts';
import { strategies } from './strategies.ts';
import { choose } from './strategy.ts';
import { confusionAt, profitOf, stepOf, tallyGroup, thresholdAt } from './tally.ts';

const world = {
  groupPenalty: 1.1,
  zonePenalty: 0.55,
  zoneLink: 0.85,
  abilityShift: 0.35,
  incomeShift: 0.1,
};
const people = drawPeople(seededRandom(4), 5_000, world);
const random = seededRandom(5);
/** Scores that know something of repayment and something of the group. */
const scores = Float64Array.from(
  people.repay,
  (repaid, i) => 1 / (1 + Math.exp(-(repaid * 1.2 - people.group[i]! + random.normal() * 1.2))),
);
const tallies = ([0, 1] as const).map((group) => tallyGroup(people, scores, group, 'repay')) as [
  ReturnType<typeof tallyGroup>,
  ReturnType<typeof tallyGroup>,
];

describe('counts at every threshold', () => {
  it.each([0, 0.005, 0.3, 0.5, 0.735, 1])(
    'are those of a pass over everybody at %d',
    (threshold) => {
      const plain = confusionByGroup(
        people.repay,
        decide(people, scores, [threshold, threshold]),
        people.group,
        2,
      );
      expect(tallies.map((tally) => confusionAt(tally, stepOf(threshold)))).toEqual(plain);
    },
  );

  it('a score that is a threshold reaches it', () => {
    const one = { ...people, rows: 1, group: Uint8Array.of(0), repay: Uint8Array.of(1) };
    for (let step = 0; step <= 200; step++)
      expect(confusionAt(tallyGroup(one, [thresholdAt(step)], 0, 'repay'), step).tp).toBe(1);
  });
});

describe('strategies', () => {
  const [interest, loss] = [2_000, 6_000];
  const of = (strategy: (typeof strategies)[number]) => {
    const chosen = choose(strategy, tallies, interest, loss);
    const matrices = [
      confusionAt(tallies[0], stepOf(chosen.majority)),
      confusionAt(tallies[1], stepOf(chosen.minority)),
    ];
    return {
      ...chosen,
      profit: matrices.reduce((sum, matrix) => sum + profitOf(matrix, interest, loss), 0),
      rates: matrices.map(ratesOf),
    };
  };

  it('maximum profit earns at least what any other rule does', () => {
    const most = of('maximum-profit').profit;
    for (const strategy of strategies) expect(of(strategy).profit).toBeLessThanOrEqual(most);
  });

  it('each rule keeps what it promises', () => {
    const one = of('one-threshold');
    expect(one.majority).toBe(one.minority);
    const [a, b] = of('demographic-parity').rates;
    expect(Math.abs(a!.selectionRate! - b!.selectionRate!)).toBeLessThan(0.02);
    const [c, d] = of('equal-opportunity').rates;
    expect(Math.abs(c!.tpr! - d!.tpr!)).toBeLessThan(0.02);
  });

  it('has an answer where a group has nobody who repays', () => {
    const none = tallyGroup({ ...people, repay: new Uint8Array(people.rows) }, scores, 1, 'repay');
    for (const strategy of strategies)
      expect(choose(strategy, [tallies[0], none], interest, loss)).toMatchObject({
        majority: expect.any(Number),
        minority: expect.any(Number),
      });
  });
});
