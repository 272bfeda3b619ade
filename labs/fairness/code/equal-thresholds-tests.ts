import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import { showValue } from '../../kit/code/show-value.ts';
import type { Random } from '../../math/random.ts';
import { cutsOf, equalOpportunity } from '../thresholds.ts';
import { equalThresholdsTask } from './equal-thresholds.ts';
import { equalThresholdsOwn } from './equal-thresholds-own.ts';

/** One person: score, repays, group. */
type Person = readonly [score: number, repays: 0 | 1, group: 0 | 1];

const ofGroup = (people: readonly Person[], group: 0 | 1) =>
  people.filter(([, , own]) => own === group);

/** True positive rate and wrong decisions of one group under a threshold. */
function under(people: readonly Person[], threshold: number) {
  const positives = people.filter(([, repays]) => repays === 1);
  const approved = (score: number) => score >= threshold;
  return {
    tpr: positives.filter(([score]) => approved(score)).length / positives.length,
    wrong: people.filter(([score, repays]) => approved(score) !== (repays === 1)).length,
  };
}

/** The fewest wrong decisions, by the lab's own search; null where a group has nobody who repays. */
function fewest(people: readonly Person[], maxGap: number): number | null {
  const [zero, one] = ([0, 1] as const).map((group) => {
    const own = ofGroup(people, group);
    return cutsOf(
      own.map(([score]) => score),
      own.map(([, repays]) => repays),
    );
  });
  const best = equalOpportunity(zero!, one!, maxGap);
  return best && Math.round((1 - best.accuracy) * people.length);
}

function of(property: string, people: readonly Person[], maxGap: number): CodeTest {
  const args = [...[0, 1, 2].map((column) => people.map((person) => person[column]!)), maxGap];
  const least = fewest(people, maxGap);
  if (least === null) return { property, args, expected: null };
  return {
    property,
    args,
    check(got) {
      const pair = Array.isArray(got) ? (got as unknown[]) : [];
      const numbers = pair.every((one) => typeof one === 'number' && !Number.isNaN(one));
      if (pair.length !== 2 || !numbers) return 'Expected two thresholds, numbers both.';
      const [zero, one] = ([0, 1] as const).map((group) =>
        under(ofGroup(people, group), pair[group] as number),
      );
      const gap = Math.abs(zero!.tpr - one!.tpr);
      if (gap > maxGap + 1e-9)
        return `The true positive rates differ by ${showValue(gap)}; at most ${showValue(maxGap)} is allowed.`;
      const wrong = zero!.wrong + one!.wrong;
      return wrong <= least ? null : `It decides ${wrong} wrong; ${least} is possible.`;
    },
  };
}

/** Scores of two decimals, so that some are equal, and better for one group than for the other. */
const town = (random: Random, n: number): Person[] =>
  Array.from({ length: n }, () => {
    const group = random.uniform() < 0.4 ? 1 : 0;
    const repays = random.uniform() < 0.55 ? 1 : 0;
    const middle = 0.5 + (repays ? 0.15 : -0.15) - 0.1 * group;
    const score = Math.min(1, Math.max(0, middle + (0.12 + 0.1 * group) * random.normal()));
    return [Math.round(100 * score) / 100, repays, group];
  });

const clear: Person[] = [
  [0.9, 1, 0],
  [0.2, 0, 0],
  [0.6, 1, 1],
  [0.1, 0, 1],
];

/** The exercise with its tests. */
export const equalThresholdsExercise: CodeExercise = {
  ...equalThresholdsTask,
  own: equalThresholdsOwn,
  properties: {
    thresholds: 'It gives two thresholds, the one of group 0 first.',
    'at-least': 'Who scores the threshold itself is approved.',
    gap: 'The true positive rates differ by at most maxGap.',
    fewest: 'No other pair that is near enough decides fewer wrong.',
    strict: 'With a maxGap of 0 the rates are equal.',
    free: 'With a maxGap of 1 each group gets its own best threshold.',
    refuses: 'Approving nobody is tried too.',
    'no-repayers': 'Where nobody of a group would repay the answer is null.',
  },
  tests: (random) => [
    { ...of('thresholds', clear, 0), visible: true },
    {
      ...of('gap', [...clear, [0.3, 1, 0], [0.7, 0, 0], [0.5, 1, 1], [0.4, 0, 1]], 0.1),
      visible: true,
    },
    {
      ...of(
        'no-repayers',
        [
          [0.9, 1, 0],
          [0.4, 0, 1],
        ],
        0.5,
      ),
      visible: true,
    },
    of(
      'thresholds',
      [
        [0.2, 1, 0],
        [0.1, 0, 0],
        [0.9, 1, 1],
        [0.8, 0, 1],
      ],
      0,
    ),
    of(
      'at-least',
      [
        [0.5, 1, 0],
        [0.5, 1, 0],
        [0.4, 0, 0],
        [0.5, 1, 1],
        [0.3, 0, 1],
      ],
      0,
    ),
    ...[0.02, 0.1].map((maxGap) => of('gap', town(random.fork(`gap ${maxGap}`), 40), maxGap)),
    ...[0.05, 0.2].map((maxGap) => of('fewest', town(random.fork(`fewest ${maxGap}`), 40), maxGap)),
    of('strict', town(random.fork('strict'), 36), 0),
    of('free', town(random.fork('free'), 40), 1),
    of(
      'refuses',
      [
        [0.1, 1, 0],
        [0.6, 0, 0],
        [0.7, 0, 0],
        [0.1, 1, 1],
        [0.8, 0, 1],
        [0.9, 0, 1],
      ],
      0,
    ),
    of(
      'no-repayers',
      [
        [0.9, 0, 0],
        [0.4, 1, 1],
        [0.8, 1, 1],
      ],
      1,
    ),
    of(
      'no-repayers',
      [
        [0.9, 1, 0],
        [0.2, 0, 0],
      ],
      1,
    ),
  ],
};
