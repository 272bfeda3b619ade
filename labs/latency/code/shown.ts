import type { ShownFigure } from '../../kit/code/shown.ts';

/** The code behind this lab's figures. */
export const shown: ShownFigure[] = [
  {
    part: 'measure',
    pieces: [
      {
        file: 'model.ts',
        from: 'export const hiddenUnits',
        to: '};',
        says: 'Three nets that differ in their hidden layers only.',
      },
      {
        file: 'run.ts',
        from: 'const calls = warmupCalls + repetitions;',
        to: '  const calls',
        says: 'The first calls pay for what later ones find ready, so they are made and not counted.',
        fills: ['repetitions'],
      },
      {
        file: 'run.ts',
        from: 'for (let call = 0; call < calls; call++) {',
        to: '    }',
        says: 'The batch sizes take turns, call by call: a busy moment of the computer meets all of them alike.',
      },
      {
        file: 'model.ts',
        from: 'export function answer(',
        to: '}',
        says: 'One call ends when the scores have been read back: before that, only the queuing of the work is over.',
      },
      {
        file: 'measure.ts',
        from: 'const line = nonNegativeLine(',
        to: '  );',
        says: 'The line α + β·b goes through the medians, which a few slow calls do not move.',
      },
    ],
  },
  {
    part: 'queue',
    pieces: [
      {
        file: 'queueing/service.ts',
        from: 'const shift = fit.betaMs',
        to: '    const pool',
        says: 'A simulated call takes as long as one of the timed calls did.',
      },
      {
        file: 'queueing/simulate.ts',
        from: 'const step = gap * random.exponential();',
        to: '    sojourns[i]',
        says: 'Requests come at random; each waits for what is left of the one before it, then is answered.',
      },
      {
        file: 'queueing/simulate.ts',
        from: 'const deadline =',
        to: '    return free[server]',
        says:
          'With batches or several replicas a batch leaves when it is full, or its first ' +
          'request has waited long enough, and a replica is free.',
        fills: ['maxBatch'],
      },
      {
        file: 'explore/explore.ts',
        from: 'const sweep =',
        to: '  const points',
        says: 'The line is a simulation at each of eleven loads; the dot is one at your own setting.',
      },
    ],
  },
  {
    part: 'batch',
    pieces: [
      {
        file: 'queueing/service.ts',
        from: 'const time = (size: number, place: number) =>',
        to: '    Math.max',
        says: 'A batch takes the fitted line and, on top, how far some timed call strayed from it.',
      },
      {
        file: 'explore/frontier.ts',
        from: 'return frontierBatches.flatMap((maxBatch) => {',
        to: '  });',
        says: 'Each largest batch has a line: loads from a fiftieth of what it can answer up to nearly all.',
      },
      {
        file: 'explore/frontier.ts',
        from: 'const chosen: Wanted',
        to: '    : [chosen];',
        says: 'Your own setting is simulated with its wait and without, on the same arrivals.',
        fills: ['maxBatch', 'maxWaitMs'],
      },
    ],
  },
  {
    part: 'convert',
    pieces: [
      {
        file: 'conversion.ts',
        from: 'export const akamaiPer100Ms',
        to: '};',
        says: 'What Akamai reported for 100 ms more, by device.',
      },
      {
        file: 'conversion.ts',
        from: 'relative: (1 + akamaiPer100Ms[device])',
        to: '    extrapolated',
        says: 'Every further 100 ms costs the same part of what is left; beyond its range the curve is marked as drawn on.',
      },
      {
        file: 'conversion.ts',
        from: 'const more = delayMs / answerMs;',
        to: '  };',
        says: 'Booking.com’s curve looks at the delay as a part of the answer time now.',
      },
      {
        file: 'conversion.ts',
        from: 'const delays = [...new Set',
        to: '  );',
        says: 'Every curve is read off at fixed delays and at your own; they are never averaged.',
        fills: ['extraMs'],
      },
    ],
  },
  {
    part: 'decide',
    pieces: [
      {
        file: 'stakeholders.ts',
        from: 'const means = candidates.flatMap',
        to: '  const fastest',
        says: 'Each model in each set-up was simulated at your arrivals; the fastest one is the measure of a delay.',
      },
      {
        file: 'stakeholders.ts',
        from: 'const conversion =',
        to: '          (1 -',
        says: 'Who waits longer buys less often, and a request that is turned away buys nothing.',
        fills: ['baseConversion'],
      },
      {
        file: 'stakeholders.ts',
        from: 'ml: model?.auc ?? null,',
        to: '      product',
        says: 'Each stakeholder looks at another number of the same candidate.',
        fills: ['valuePerConversion'],
      },
    ],
  },
];
