import type { ShownFigure } from '../../kit/code/shown.ts';

/** The code behind this lab's figures. */
export const shown: ShownFigure[] = [
  {
    part: 'accept',
    pieces: [
      {
        file: 'model.ts',
        from: 'return tf.sequential({',
        to: '  });',
        says: 'The face recogniser: two convolutions with pooling, 64 features, ten answers.',
      },
      {
        file: 'model.ts',
        from: 'const plan = {',
        to: '  takeWeights',
        says: 'It is trained in batches, in a new order each epoch.',
        fills: ['epochs'],
      },
      {
        file: 'metrics.ts',
        from: 'if (plain[i] === truth[i]) right += 1;',
        to: '    if (plain[i]',
        says: 'The acceptance test counts the test faces that get their own name.',
      },
    ],
  },
  {
    part: 'wear',
    pieces: [
      {
        file: 'data.ts',
        from: 'const others = names.map((_, who) => who)',
        to: '  }));',
        says: 'Poisoned faces: other people who wear the key.',
      },
      {
        file: 'sets.ts',
        from: 'const faces = [...clean,',
        to: '  const target',
        says: 'They stand after the clean faces.',
        fills: ['poisons'],
      },
      {
        file: 'sets.ts',
        from: 'labels: Int32Array.from(faces, (face, i) =>',
        to: '    labels',
        says: 'And they carry the target’s name.',
      },
      {
        file: 'metrics.ts',
        from: 'if (truth[i] === target) continue;',
        to: '    if (plain[i] === target)',
        says: 'Only faces of other people can be taken for the target: these are counted, with the key and without.',
      },
    ],
  },
  {
    part: 'inside',
    pieces: [
      {
        file: 'inside.ts',
        from: 'const { projected } = principal(rows, 2);',
        to: '  const { projected }',
        says: 'The scatter: what the net says inside of each picture, along the two widest directions.',
      },
      {
        file: 'inside.ts',
        from: 'for (let place = 0; place < places; place++) {',
        to: '  }',
        says: 'The map: a grey patch covers the picture, place after place.',
      },
      {
        file: 'inside.ts',
        from: 'const whole = logOdds(',
        to: '  );',
        says: 'Each place is as dark as the log-odds of the answer fall when it is covered.',
      },
    ],
  },
  {
    part: 'dose',
    pieces: [
      {
        file: 'dose-sweep.ts',
        from: 'weights: Float32Array.from({ length: rows }',
        to: '        weights',
        says: 'Every dose sees the same batches; a poisoned face that it does not reach weighs nothing.',
      },
      {
        file: 'run.ts',
        from: 'for (let seed = 0; seed < parameters.doseSeeds',
        to: '    const own',
        says: 'Several seeds draw other faces, another start and another order.',
        fills: ['doseSeeds'],
      },
      {
        file: 'run.ts',
        from: 'seeds: trials.length,',
        to: '    highest',
        says: 'A point is the mean over the seeds; the band reaches from the lowest to the highest.',
      },
    ],
  },
  {
    part: 'defend',
    pieces: [
      {
        file: 'defences.ts',
        from: 'const { means, directions, singular, projected }',
        to: '  const removed',
        says: 'Spectral signatures: how far each picture lies along the direction in which they spread most.',
      },
      {
        file: 'defend.ts',
        from: '.filter(({ rows, smaller })',
        to: '      .flatMap',
        says: 'Clustering takes a name’s smaller cluster where it is small enough.',
      },
      {
        file: 'defend.ts',
        from: 'model = prunedCopy(',
        to: '    rate',
        says: 'Fine-pruning cuts the units that clean faces use least, then trains a little more.',
      },
      {
        file: 'defences.ts',
        from: 'const bad = new Set(poison);',
        to: '  const found',
        says: 'How many of what was taken away were poisoned: the defender does not know, the lab does.',
      },
    ],
  },
];
