import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../explore/candidates.ts';
import type { ModelName } from '../../names.ts';
import { latencyParameters } from '../../parameters.ts';
import type { CandidateRow, ModelRow } from '../../result.ts';
import { evaluate, rank, type Weights } from '../../stakeholders.ts';
import {
  choiceWords,
  decideSubtitle,
  decideTable,
  decideTitle,
  longName,
  rawText,
  shortName,
  spreadWords,
  standing,
} from './decide-words.ts';
import { knownResult } from '../known.ts';

const model = (name: ModelName, auc: number): ModelRow => ({
  name,
  parameters: 1,
  auc,
  precisionAtTop10: auc / 2,
  service: { alphaMs: 1, betaMs: 1 },
  measured: [],
  histogram: { fromMs: 0, binMs: 1, counts: [1] },
});
const models = [model('small', 0.6), model('medium', 0.7), model('large', 0.8)];
const all = candidatesOf({ replicas: 3, maxBatch: 8, maxWaitMs: 2, queueCapacity: 0 });
const row = (id: string, meanMs: number | null, p99Ms: number | null = meanMs): CandidateRow => {
  const {
    model: name,
    replicas,
    maxBatch,
    maxWaitMs,
    queueCapacity,
  } = all.find((one) => one.id === id)!;
  return {
    id,
    model: name,
    replicas,
    maxBatch,
    maxWaitMs,
    queueCapacity,
    arrivalsPerSecond: 600,
    stable: meanMs !== null,
    meanMs,
    p99Ms,
    turnedAway: meanMs === null ? null : 0,
  };
};
const equal: Weights = { ml: 1, sales: 1, product: 1, manager: 1 };
const nobody: Weights = { ml: 0, sales: 0, product: 0, manager: 0 };
const prices = latencyParameters.parse({});
const ranked = (rows: CandidateRow[], weights = equal) =>
  rank(evaluate(rows, models, prices), weights);
const nameOf = (id: string) => shortName(all.find((one) => one.id === id)!);
/** Large is slower and beaten in one set-up; small with one replica loses to small with four only in p99. */
const rows = [
  row('small/1x1', 1, 4),
  row('large/4x1', 3, 9),
  row('large/1x16', 9, 30),
  row('large/1x1', null),
];

describe('the sentence', () => {
  test('says what is missing where nobody can win', () => {
    expect(decideTitle('nothing', [], equal)).toBe('Which of these would you ship?');
    expect(decideTitle('running', [], equal)).toMatch(/simulated last/);
    expect(decideTitle('stopped', [], equal)).toMatch(/was stopped/);
    expect(decideTitle('before', [], equal)).toMatch(/not in this run/);
    expect(decideTitle('all', ranked(rows), nobody)).toBe('No vote counts, so nobody decides');
    expect(decideTitle('all', ranked([row('small/1x1', null)]), equal)).toBe(
      'No candidate keeps up with these arrivals',
    );
    expect(decideTitle('all', rank(evaluate(rows, [], prices), equal), equal)).toMatch(
      /not in this run/,
    );
  });
  test('names the winner, and whose vote it was', () => {
    expect(decideTitle('all', ranked(rows), equal)).toBe(
      'Together they ship large on 4 replicas, no batching',
    );
    const product = { ...nobody, product: 1 };
    expect(decideTitle('all', ranked(rows, product), product)).toBe(
      'The product team alone ships small on one replica, no batching',
    );
    const two = { ...product, manager: 0.5 };
    expect(decideTitle('all', ranked(rows, two), two)).toMatch(/^Those with a vote ship small/);
  });
  test('does not pick one of equals', () => {
    const ml = { ...nobody, ml: 1 };
    expect(decideTitle('all', ranked(rows, ml), ml)).toBe(
      'The ML team alone ships any of 2: they score the same',
    );
  });
  test('says where the conversion comes from and when it leaves its range', () => {
    const own = all.find((one) => one.own);
    expect(
      decideSubtitle({ arrivalsPerSecond: 600, ranked: ranked(rows), own: undefined, source: '' }),
    ).not.toMatch(/held|yours|worst/);
    expect(
      decideSubtitle({
        arrivalsPerSecond: 600,
        ranked: ranked([...rows, row('medium/1x1', 500)]),
        own,
        source: 'live',
      }),
    ).toMatch(
      /held beyond \+200 ms.* · yours: 3 replicas, batches up to 8, waiting up to 2 ms · live$/,
    );
  });
});

describe('a row', () => {
  test('has short and long names', () => {
    expect(all.slice(-2).map(shortName)).toEqual(['large 4×16', 'large yours']);
    expect(longName(all[0]!)).toBe('small on one replica, no batching');
  });
  test('shows values in the units of the heads', () => {
    expect([
      rawText('ml', 0.81234),
      rawText('sales', 0.25678),
      rawText('product', -3.14159),
      rawText('manager', 20_733_412),
      rawText('manager', -1500),
      rawText('ml', null),
    ]).toEqual(['0.812', '0.2568', '3.14', '20,730', '−1.500', '']);
  });
  test('says how far the worst is from the best, and nothing of one alone', () => {
    expect([
      spreadWords({ who: 'ml', spread: 0.22 }),
      spreadWords({ who: 'manager', spread: 0.0001 }),
      spreadWords({ who: 'product', spread: 160 }),
      spreadWords({ who: 'product', spread: 0.5 }),
      spreadWords({ who: 'sales', spread: 0 }),
      spreadWords({ who: 'sales', spread: null }),
    ]).toEqual([
      'worst: 22 % less',
      'worst: 0.010 % less',
      'slowest: 160 times the best',
      'slowest: 50 % more',
      'all the same',
      '',
    ]);
  });
  test('stands unbeaten, beaten or unstable, and says by whom', () => {
    const list = ranked(rows);
    const of = (id: string) => list.find((one) => one.id === id)!;
    expect(standing(of('large/4x1'), nameOf, list)).toBe('unbeaten');
    expect(standing(of('large/1x16'), nameOf, list)).toBe(
      'matched or beaten by large 4×1 on all four',
    );
    expect(standing(of('large/1x16'), nameOf, list, true)).toBe('beaten by large 4×1');
    expect(standing(of('large/1x1'), nameOf, list)).toBe('unstable');
    const strict = ranked([row('large/4x1', 1), row('small/1x1', 5)]);
    expect(standing(strict[1]!, nameOf, strict)).toBe('beaten by large 4×1 on all four');
    const unknown = rank(evaluate(rows, [], prices), equal);
    expect(standing(unknown[0]!, nameOf, unknown)).toBe('not all known');
  });
  test('says what the choice gets', () => {
    const list = ranked(rows);
    const of = (id: string) => list.find((one) => one.id === id)!;
    expect(choiceWords(of('large/4x1'), list)).toMatch(
      /^first of 3; .* less than anybody else \(0\.\d\d\)$/,
    );
    expect(choiceWords(of('small/1x1'), list)).toMatch(
      /^number \d of 3, 0\.\d\d behind; the (ML|sales) team (and another like it the same|like it less than anybody else) \(0\.00\)$/,
    );
    expect(choiceWords(of('large/1x1'), list)).toMatch(/unstable/);
    expect(choiceWords(ranked(rows, nobody)[0]!, ranked(rows, nobody))).toMatch(/no score/);
    expect(choiceWords(ranked([row('large/4x1', 1)])[0]!, ranked([row('large/4x1', 1)]))).toBe(
      'first of 1; for everybody as good as their best',
    );
    // Hardly slower than the best: no "0.00 behind", and not the best of anybody either.
    const close = ranked([row('large/4x1', 1), row('large/4x16', 1.001), row('small/1x1', 5)]);
    expect(choiceWords(close[1]!, close)).toBe(
      'number 2 of 3, under 0.01 behind; a little less than everybody’s best',
    );
  });
  test('has exact values in the table, none where it is unstable', () => {
    const { columns, rows: cells } = decideTable(ranked(rows), nameOf);
    for (const line of cells) expect(line).toHaveLength(columns.length);
    expect(cells.find((line) => line[0] === 'large/1x1')).toEqual([
      'large/1x1',
      'one replica, no batching',
      null,
      0.8,
      1,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'unstable',
    ]);
    expect(cells[0]!.slice(0, 3)).toEqual(['large/4x1', '4 replicas, no batching', 3]);
  });
});

describe('a card', () => {
  test('from before has no candidates, and a broken list is none', () => {
    expect(knownResult({ models: [] }).candidates).toBeUndefined();
    expect(knownResult({ models: [], candidates: [{ id: 3 }] }).candidates).toBeUndefined();
    expect(knownResult({ models: [], candidates: rows }).candidates).toEqual(rows);
  });
});
