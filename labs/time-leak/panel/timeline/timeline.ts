import type { Division, FeatureSet, Join } from '../../names.ts';
import type { SampleRow } from '../../sample.ts';

/** What a timeline is drawn for: how the rows are divided, and what a feature is made of. */
export type Lens =
  | { kind: 'split'; split: Division }
  | { kind: 'features'; features: FeatureSet }
  | { kind: 'join'; join: Join };

export type Fold = 'train' | 'test' | 'out';

/** A value that a row uses: from the moment at which it was known to the row. */
export interface Arrow {
  /** Places in the sample. */
  from: number;
  to: number;
  /** When the value was known, days. */
  knownAt: number;
  /** True where that is later than the row: nobody had it. */
  newer: boolean;
  what: 'label' | 'tickets' | 'training';
}

/** Which fold a row of the sample is in. */
export function foldOf(row: SampleRow, split: Division, cutDay: number, gapDays: number): Fold {
  if (split === 'random') return row.randomTrain ? 'train' : 'test';
  if (row.day >= cutDay) return 'test';
  return split === 'gap' && row.day >= cutDay - gapDays ? 'out' : 'train';
}

const label = (rows: readonly SampleRow[], from: number, to: number): Arrow => ({
  from,
  to,
  knownAt: rows[from]!.available,
  newer: rows[from]!.available > rows[to]!.day,
  what: 'label',
});

/** Everything that the row in place `to` is made of; through the lens of a split, the rows of its user that the model was trained on. */
export function arrowsOf(
  rows: readonly SampleRow[],
  to: number,
  lens: Lens,
  cutDay: number,
  gapDays: number,
): Arrow[] {
  const row = rows[to]!;
  const own = rows.map((_, place) => place).filter((place) => rows[place]!.lane === row.lane);
  const known = (place: number) => rows[place]!.day < row.day && rows[place]!.available <= row.day;
  const labels = (test: (place: number) => boolean) =>
    own.filter(test).map((place) => label(rows, place, to));
  if (lens.kind === 'split') {
    const trained = own.filter(
      (place) => place !== to && foldOf(rows[place]!, lens.split, cutDay, gapDays) === 'train',
    );
    return trained.map((place) => ({
      from: place,
      to,
      knownAt: rows[place]!.day,
      newer: rows[place]!.day > row.day,
      what: 'training',
    }));
  }
  if (lens.kind === 'join') {
    if (lens.join === 'latest') return labels(() => true);
    return lens.join === 'event-time'
      ? labels((place) => rows[place]!.day < row.day)
      : labels(known);
  }
  if (lens.features === 'own-label-mean') return labels(() => true);
  if (lens.features === 'own-row-removed') return labels((place) => place !== to);
  const honest = labels(known);
  return lens.features === 'post-event'
    ? [...honest, { from: to, to, knownAt: row.available, newer: true, what: 'tickets' }]
    : honest;
}

/** The test rows of the sample, in order of time; through a lens of features or joins the ones after the cut. */
export function testPlaces(
  rows: readonly SampleRow[],
  lens: Lens,
  cutDay: number,
  gapDays: number,
): number[] {
  const split = lens.kind === 'split' ? lens.split : 'chronological';
  return rows
    .map((_, place) => place)
    .filter((place) => foldOf(rows[place]!, split, cutDay, gapDays) === 'test');
}

/** The row to look at first: the test row with the most values that nobody had, else with the most values. */
export function tellingPlace(
  rows: readonly SampleRow[],
  lens: Lens,
  cutDay: number,
  gapDays: number,
): number | null {
  let best: { place: number; worth: number } | null = null;
  for (const place of testPlaces(rows, lens, cutDay, gapDays)) {
    const arrows = arrowsOf(rows, place, lens, cutDay, gapDays);
    // Of rows with as many, the one whose arrows can be seen best: a value that came soon after makes a very short one.
    const late = arrows.reduce(
      (sum, arrow) => sum + Math.min(15, Math.max(0, arrow.knownAt - rows[place]!.day)),
      0,
    );
    const worth = 100 * arrows.filter((arrow) => arrow.newer).length + late + arrows.length;
    if (!best || worth > best.worth) best = { place, worth };
  }
  return best?.place ?? null;
}
