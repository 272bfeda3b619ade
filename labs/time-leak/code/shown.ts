import type { ShownFigure } from '../../kit/code/shown.ts';
import { driftWords } from '../product.ts';

/** The code behind this lab's figures. */
export const shown: ShownFigure[] = [
  {
    part: 'six-rows',
    pieces: [
      {
        file: 'six-rows/six-rows.ts',
        from: 'const visit = (time',
        to: '});',
        says: 'A visit has two times: when it begins, and when its row is written.',
      },
      {
        file: 'six-rows/six-rows.ts',
        from: 'const now = sixRows[askedRow]!;',
        to: '    return {',
        says: 'A row may be used where the join finds it by the time at which it was written.',
      },
      {
        file: '../math/asof.ts',
        from: 'if (!(own < time || (allowExact',
        to: '      newest',
        says: 'The join goes through the times in order and keeps the newest row that is not later.',
      },
    ],
  },
  {
    part: 'split',
    pieces: [
      {
        file: 'splits.ts',
        from: 'const before = all.filter',
        to: '  const after',
        says: 'The cut is a day: what happened before it, and what after.',
      },
      {
        file: 'splits.ts',
        from: 'const shuffled = random.permutation',
        to: '  const shuffled',
        says: 'A random split forgets the days.',
      },
      {
        file: 'splits.ts',
        from: 'random: {',
        to: '    gap:',
        says: 'Three splits of the same rows; the one with a gap leaves out the days before the cut.',
        fills: ['gapDays'],
      },
      {
        file: 'score.ts',
        from: '[random.train, chronological.train, gap.train],',
        to: '    );',
        says: 'One kind of model is trained on each and scored on its own test rows.',
      },
    ],
  },
  {
    part: 'leak',
    pieces: [
      {
        file: 'features.ts',
        from: "if (features === 'own-label-mean')",
        to: '  return knownLabels',
        says: 'The sets of features differ in which visits of the user the purchase rate is made of.',
      },
      {
        file: 'label-rates.ts',
        from: 'own.sum += label[i]!;',
        to: '    own.count',
        says: 'The mean of all labels counts the row’s own label too: the very thing that is to be predicted.',
      },
      {
        file: 'features.ts',
        from: 'x[at] = events.basket[i]!;',
        to: '    x[at + 4]',
        says: 'A row of the table: basket, discount, the user’s purchase rate, whether there is any history, and tickets.',
      },
      {
        file: 'features.ts',
        from: 'export function liveTable',
        to: '}',
        says: 'In production only labels that are known by then are there, and no ticket.',
      },
    ],
  },
  {
    part: 'join',
    pieces: [
      {
        file: 'features.ts',
        from: "if (join === 'latest')",
        to: '  return join',
        says: 'Three joins: by no time at all, by the time of the event, by the time at which its label was known.',
      },
      {
        file: 'label-rates.ts',
        from: 'order.forEach((j, place) => {',
        to: '  });',
        says: 'The user’s running count, in the order of the time that the join looks at.',
      },
      {
        file: 'data.ts',
        from: 'events.available[i] = day',
        to: '    events.available[i]',
        says: 'The payments tell a label only some days after its visit.',
        fills: ['labelDelayDays'],
      },
      {
        file: 'features.ts',
        from: 'const newer = used.count[i]!',
        to: '    found.newer',
        says: 'What the join finds beyond what was known then is newer than the row: it leaks.',
      },
    ],
  },
  {
    part: 'drift',
    pieces: [
      {
        file: 'data.ts',
        from: 'export function driftingLogit',
        to: '}',
        says: `What drifts: ${driftWords}.`,
        fills: ['drift'],
      },
      {
        file: 'drift.ts',
        from: 'const morning = liveDay + k;',
        to: '            mask',
        says: 'A model of each morning learns from labels known by that morning, within its window.',
      },
      {
        file: 'drift.ts',
        from: "const trained = policy === 'never'",
        to: '    const score',
        says: 'Each row is scored by the newest model of its day; the interval says how new that is.',
      },
      {
        file: 'drift.ts',
        from: 'auc: rocAuc(labels, scores)!,',
        to: '    weekly',
        says: 'The AUC over all live days, and of each week by itself.',
      },
    ],
  },
];
