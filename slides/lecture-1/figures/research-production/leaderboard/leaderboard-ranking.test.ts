import { describe, expect, it } from 'vitest';
import {
  contestants,
  criteria,
  decision,
  favourite,
  presetOf,
  presets,
  standings,
  type Weights,
} from './leaderboard-ranking.ts';

const none: Weights = { performance: 0, latency: 0, cost: 0, interpretability: 0, robustness: 0 };
const winner = (weights: Weights, shifted = false) => standings(weights, shifted)[0]!.name;

describe('standings', () => {
  it('with one criterion ranks by that score alone', () => {
    for (const { id } of criteria) {
      const names = standings({ ...none, [id]: 3 }, false).map(({ name }) => name);
      const byScore = [...contestants]
        .sort((a, b) => b.scores[id] - a.scores[id])
        .map(({ name }) => name);
      expect(names, id).toEqual(byScore);
    }
  });

  it('depends on the weights’ proportions only', () => {
    const once = { performance: 1, latency: 2, cost: 0, interpretability: 4, robustness: 5 };
    const twice = { performance: 2, latency: 4, cost: 0, interpretability: 8, robustness: 10 };
    expect(standings(twice, false)).toEqual(standings(once, false));
  });

  it('says nothing where nothing counts: all first, no utility', () => {
    expect(
      standings(none, false).every(({ rank, utility }) => rank === 1 && utility === null),
    ).toBe(true);
    expect(standings(none, false)).toHaveLength(contestants.length);
  });

  it('has a preset for which each of four models wins: that is the slide’s point', () => {
    expect(presets.map(({ weights }) => winner(weights))).toEqual([
      'Atlas',
      'Comet',
      'Delta',
      'Ember',
    ]);
  });

  it('puts another model first on accuracy once the data has shifted', () => {
    expect(winner(presets[0]!.weights, true)).not.toBe(winner(presets[0]!.weights, false));
  });
});

it('knows its presets again, and no others', () => {
  for (const { id, weights } of presets) expect(presetOf({ ...weights })).toBe(id);
  expect(presetOf(none)).toBeNull();
});

it('calls another model the best for each of the four judges: that is what the stakeholders’ slide says', () => {
  const nobody = { ml: 0, sales: 0, product: 0, manager: 0 };
  const alone = (['ml', 'sales', 'product', 'manager'] as const).map(
    (judge) => decision({ ...nobody, [judge]: 1 })[0]!.name,
  );
  expect(new Set(alone).size).toBe(4);
  expect(alone).toEqual((['ml', 'sales', 'product', 'manager'] as const).map(favourite));
  expect(decision(nobody).every(({ utility }) => utility === null)).toBe(true);
});
