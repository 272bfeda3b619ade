import type { LabContext, Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import type { Events } from './data.ts';
import { withIntercept } from './drift.ts';
import { scoreRows, type Scored } from './evaluate.ts';
import {
  joinedLabels,
  joinedTable,
  liveTable,
  offlineLabels,
  offlineTable,
  countSources,
  width,
  type Sources,
  type Table,
} from './features.ts';
import { knownLabels } from './label-rates.ts';
import { fitLogistic } from './logistic.ts';
import { trainNets, type Nets, type TrainingStep } from './mlp.ts';
import {
  divisions,
  featureSets,
  joins,
  type Division,
  type FeatureSet,
  type Join,
  type ModelName,
  type Split,
} from './names.ts';
import type { Folds } from './splits.ts';
import { finishNow } from '../kit/steps.ts';

/** One thing that was found in one world. */
export type Finding =
  | { kind: 'score'; features: FeatureSet; model: ModelName; split: Split; scored: Scored }
  | { kind: 'division'; split: Division; scored: Scored }
  | { kind: 'join'; join: Join; offline: Scored; live: Scored; sources: Sources }
  | { kind: 'sources'; features: FeatureSet; sources: Sources };

/** A finding, how far its computation is, and whether it is worth a look now. */
export interface Found {
  value: Finding;
  part: number;
  fresh: boolean;
}

/** Fits one logistic regression for each list of training rows and scores tables by them; some hundredths of a second in all. */
function fitAndScore(
  tf: Tf,
  events: Events,
  table: Table,
  trained: readonly Uint32Array[],
  wanted: readonly { model: number; table: Table; rows: Uint32Array }[],
): Float32Array[] {
  const mask = new Float32Array(events.rows * trained.length);
  trained.forEach((rows, k) =>
    rows.forEach((row) => {
      mask[row * trained.length + k] = 1;
    }),
  );
  const given = [
    tf.tensor2d(withIntercept(table.x, table.rows), [table.rows, width + 1]),
    tf.tensor2d(Float32Array.from(events.label), [events.rows, 1]),
    tf.tensor2d(mask, [events.rows, trained.length]),
  ] as const;
  try {
    const weights = finishNow(fitLogistic(tf, ...given));
    const values = weights.dataSync();
    weights.dispose();
    return wanted.map(({ model, table: own, rows }) =>
      Float32Array.from(rows, (row) => {
        let logit = values[model]!;
        for (let k = 0; k < width; k++)
          logit += values[(k + 1) * trained.length + model]! * own.x[row * width + k]!;
        return 1 / (1 + Math.exp(-logit));
      }),
    );
  } finally {
    tf.dispose([...given]);
  }
}

/** Logistic regression on each set of features: random, chronological and live; on honest features also with a gap. */
export function* scoreLogistic(tf: Tf, events: Events, folds: Folds): Generator<Found, void, void> {
  const live = liveTable(events);
  const known = knownLabels(events);
  const { random, chronological, gap } = folds;
  for (const [i, features] of featureSets.entries()) {
    const table = offlineTable(events, features);
    const wanted = [
      { model: 0, table, rows: random.test },
      { model: 1, table, rows: chronological.test },
      { model: 1, table: live, rows: chronological.test },
      { model: 2, table, rows: gap.test },
    ];
    const scores = fitAndScore(
      tf,
      events,
      table,
      [random.train, chronological.train, gap.train],
      wanted,
    );
    const part = (i + 1) / featureSets.length;
    const scored: Scored[] = [];
    for (const [k, split] of (['random', 'chronological', 'live', null] as const).entries()) {
      if (split === null && features !== 'honest') break;
      scored.push(scoreRows(scores[k]!, wanted[k]!.rows, events.label, events.day));
      if (split)
        yield {
          value: { kind: 'score', features, model: 'logistic', split, scored: scored[k]! },
          part,
          fresh: false,
        };
    }
    if (features === 'honest') {
      for (const [k, at] of [0, 1, 3].entries())
        yield {
          value: { kind: 'division', split: divisions[k]!, scored: scored[at]! },
          part,
          fresh: false,
        };
    }
    yield {
      value: {
        kind: 'sources',
        features,
        sources: countSources(
          offlineLabels(events, features),
          known,
          chronological.test,
          features === 'post-event',
        ),
      },
      part,
      fresh: true,
    };
  }
}

/** Logistic regression with the user's rate found by each join, trained and tested in order of time, then live. */
export function* scoreJoins(tf: Tf, events: Events, folds: Folds): Generator<Found, void, void> {
  const live = liveTable(events);
  const known = knownLabels(events);
  const { train, test } = folds.chronological;
  for (const [i, join] of joins.entries()) {
    const table = joinedTable(events, join);
    const scores = fitAndScore(
      tf,
      events,
      table,
      [train],
      [
        { model: 0, table, rows: test },
        { model: 0, table: live, rows: test },
      ],
    );
    const [offline, served] = scores.map((own) => scoreRows(own, test, events.label, events.day));
    yield {
      value: {
        kind: 'join',
        join,
        offline: offline!,
        live: served!,
        sources: countSources(joinedLabels(events, join), known, test),
      },
      part: (i + 1) / joins.length,
      fresh: i === joins.length - 1,
    };
  }
}

const netSplits = ['random', 'chronological'] as const;

/** One net for each set of features and each of two splits, trained as one computation. */
export function trainTogether(
  context: Pick<LabContext<unknown>, 'tf' | 'trainer'>,
  events: Events,
  folds: Folds,
  random: Random,
): Generator<TrainingStep | null, Nets, void> {
  const lessons = featureSets.flatMap((features) => {
    const table = offlineTable(events, features);
    return netSplits.map((split) => ({ table, train: folds[split].train }));
  });
  return trainNets(context, lessons, events.label, random);
}

/** The nets' scores: random, chronological and live. */
export function* scoreNets(nets: Nets, events: Events, folds: Folds): Generator<Found, void, void> {
  const live = liveTable(events);
  for (const [i, features] of featureSets.entries()) {
    const table = offlineTable(events, features);
    const wanted = [
      { split: 'random', place: 2 * i, table, rows: folds.random.test },
      { split: 'chronological', place: 2 * i + 1, table, rows: folds.chronological.test },
      { split: 'live', place: 2 * i + 1, table: live, rows: folds.chronological.test },
    ] as const;
    for (const [k, { split, place, table: own, rows }] of wanted.entries()) {
      const scored = scoreRows(nets.scores(place, own, rows), rows, events.label, events.day);
      yield {
        value: { kind: 'score', features, model: 'mlp', split, scored },
        part: (i + (k + 1) / 3) / featureSets.length,
        fresh: i === featureSets.length - 1 && k === 2,
      };
    }
  }
}
