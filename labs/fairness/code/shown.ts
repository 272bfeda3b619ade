import type { ShownFigure } from '../../kit/code/shown.ts';

/** The code behind this lab's figures. */
export const shown: ShownFigure[] = [
  {
    part: 'audit',
    pieces: [
      {
        file: 'data.ts',
        from: 'people.repay[i] = random.uniform()',
        to: '    people.approval[i]',
        says: 'Who would repay depends on ability; what the staff decided depends on group and zone as well.',
        fills: ['groupPenalty', 'zonePenalty'],
      },
      {
        file: 'repair.ts',
        from: 'export function decide(',
        to: '}',
        says: 'A model approves whoever scores the threshold of the group or more.',
      },
      {
        file: 'audit.ts',
        from: 'const matrices = confusionByGroup(',
        to: '  const found',
        says: 'One pass counts four numbers for each group: every rate on screen is made of them.',
      },
      {
        file: '../math/confusion.ts',
        from: 'baseRate: both(tp + fn, labelled),',
        to: '    npv',
        says: 'The rates; one whose denominator is 0 is undefined, and not 0.',
      },
    ],
  },
  {
    part: 'delete',
    pieces: [
      {
        file: 'features.ts',
        from: 'export function maskOf(',
        to: '}',
        says: 'To delete the group is to give its column no weight. The zones stay.',
      },
      {
        file: 'data.ts',
        from: 'const redlined = random.uniform()',
        to: '    const redlined',
        says: 'Where somebody lives says something of the group, as redlining made it.',
        fills: ['zoneLink'],
      },
      {
        file: 'run.ts',
        from: 'result.groupFromFeaturesAuc =',
        to: '  result.groupFromFeaturesAuc',
        says: 'How well the other columns tell the group: the AUC of a model that guesses it.',
      },
    ],
  },
  {
    part: 'flip',
    pieces: [
      {
        file: 'features.ts',
        from: 'const group = flipGroup ?',
        to: '    for (let k',
        says: 'Everybody is scored again with the group bit turned round, and nothing else.',
      },
      {
        file: 'deletion.ts',
        from: 'if (people.group[i] !== group ||',
        to: '    if (people.group[i]',
        says: 'Counted are rejected people of one group who would have repaid.',
      },
      {
        file: 'deletion.ts',
        from: 'if (flippedScores[i]! >= threshold)',
        to: '    if (flippedScores',
        says: 'And of those, whom the model approves once the bit is turned.',
      },
    ],
  },
  {
    part: 'thresholds',
    pieces: [
      {
        file: 'tally.ts',
        from: 'const step = Math.floor(scores[i]!',
        to: '    (people[label]',
        says: 'Everybody is counted once, at the highest threshold that their score still reaches.',
      },
      {
        file: 'tally.ts',
        from: 'const [tp, fp] = [positives[step]!',
        to: '  return',
        says: 'So each position of a slider is a look-up.',
      },
      {
        file: 'tally.ts',
        from: '): number => tp * interest',
        to: '):',
        says: 'What the lender earns: interest on loans that are repaid, less what is lost on the others.',
        fills: ['interest', 'loss'],
      },
      {
        file: 'strategy.ts',
        from: 'for (const a of options[0]) {',
        to: '  }',
        says: 'A rule tries every threshold of one group with the one of the other that is nearest in rate.',
      },
    ],
  },
  {
    part: 'impossible',
    pieces: [
      {
        file: 'play.ts',
        from: 'const wanted = ratesOf(confusionAt(majority',
        to: '  let found',
        says: 'The majority’s rate at its threshold is what the minority’s is to equal.',
      },
      {
        file: 'play.ts',
        from: 'for (let step = 0; step <= thresholdSteps; step++) {',
        to: '  }',
        says: 'Every threshold of the minority is tried; the nearest one is kept.',
      },
      {
        file: 'play.ts',
        from: "baseRate: pair('baseRate'),",
        to: "      fpr: pair('fpr')",
        says: 'Then the other rates are read off: where base rates differ they can’t all be equal.',
      },
    ],
  },
  {
    part: 'mitigate',
    pieces: [
      {
        file: 'reweighing.ts',
        from: 'const inGroup = row[0] + row[1];',
        to: '      row[label]',
        says: 'Reweighing: a row weighs more where its group and its past decision come together too rarely.',
      },
      {
        file: 'repair.ts',
        from: 'return equalOpportunity(of(0), of(1), maxGap);',
        to: '  return equalOpportunity',
        says: 'The repair looks for two thresholds among all that the labelled applicants allow.',
      },
      {
        file: 'thresholds.ts',
        from: 'while (from < inner.length',
        to: '    }',
        says: 'Only pairs whose true positive rates are near enough are tried; the most right decisions win.',
      },
      {
        file: 'run.ts',
        from: 'for (const maxGap of frontierGaps) {',
        to: '    if (!cuts)',
        says: 'The frontier does that for each gap that may be left, on several worlds.',
      },
    ],
  },
];
