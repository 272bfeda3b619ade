import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { drawEvents } from './data.ts';
import {
  countSources,
  joinedLabels,
  liveTable,
  offlineLabels,
  offlineTable,
  width,
} from './features.ts';
import {
  allLabels,
  knownLabels,
  labelsByAvailability,
  labelsByEventTime,
  otherLabels,
  smoothedRate,
  type LabelEvents,
} from './label-rates.ts';

const rowsOf = fc.array(
  fc.record({
    user: fc.integer({ min: 0, max: 2 }),
    day: fc.integer({ min: 0, max: 8 }),
    delay: fc.integer({ min: 0, max: 4 }),
    label: fc.constantFrom(0, 1),
  }),
  { maxLength: 20 },
);
const eventsOf = (
  rows: { user: number; day: number; delay: number; label: number }[],
): LabelEvents => ({
  user: rows.map((row) => row.user),
  day: rows.map((row) => row.day),
  label: rows.map((row) => row.label),
  available: rows.map((row) => row.day + row.delay),
});
const bySearch = ({ user, day, label }: LabelEvents, may: (j: number, i: number) => boolean) =>
  Array.from(day, (_, i) => {
    const used = Array.from(day, (_unused, j) => j).filter((j) => user[j] === user[i] && may(j, i));
    return [used.reduce((sum, j) => sum + label[j]!, 0), used.length];
  });
const pairs = ({ sum, count }: { sum: Float64Array; count: Float64Array }) =>
  Array.from(sum, (value, i) => [value, count[i]!]);
const available = (events: LabelEvents, j: number) => events.available[j]!;

describe('label counts against their definitions, rows in any order, ties and labels without delay among them', () => {
  it('known: an earlier event whose label is there by now', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const events = eventsOf(rows);
        expect(pairs(knownLabels(events))).toEqual(
          bySearch(
            events,
            (j, i) => events.day[j]! < events.day[i]! && available(events, j) <= events.day[i]!,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
  it('by event time: an earlier event, known or not', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const events = eventsOf(rows);
        expect(pairs(labelsByEventTime(events))).toEqual(
          bySearch(events, (j, i) => events.day[j]! < events.day[i]!),
        );
      }),
      { numRuns: 200 },
    );
  });
  it('all and all others', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const events = eventsOf(rows);
        expect(pairs(allLabels(events))).toEqual(bySearch(events, () => true));
        expect(pairs(otherLabels(events))).toEqual(bySearch(events, (j, i) => j !== i));
      }),
      { numRuns: 100 },
    );
  });
  it('by availability: what is known, on times that never meet', () => {
    const events = drawEvents(seededRandom(3), { drift: 1, labelDelayDays: 4 });
    expect(labelsByAvailability(events)).toEqual(knownLabels(events));
    const atOnce = drawEvents(seededRandom(3), { drift: 1, labelDelayDays: 0 });
    expect(labelsByAvailability(atOnce)).toEqual(knownLabels(atOnce));
    expect(labelsByAvailability(atOnce)).toEqual(labelsByEventTime(atOnce));
  });
});

describe('feature tables', () => {
  const events = drawEvents(seededRandom(7), { drift: 1, labelDelayDays: 4 });
  const column = (table: { x: Float32Array }, k: number) =>
    Array.from({ length: events.rows }, (_, i) => table.x[i * width + k]!);

  it('mark a user without history instead of calling the rate 0', () => {
    const live = liveTable(events);
    const known = knownLabels(events);
    const newcomer = known.count.findIndex((count) => count === 0);
    expect(column(live, 3)[newcomer]).toBe(1);
    expect(column(live, 2)[newcomer]).toBeCloseTo(smoothedRate(0, 0), 6);
    expect(smoothedRate(0, 0)).toBe(0.25);
    expect(column(live, 3).filter((value) => value === 1)).toHaveLength(
      known.count.filter((count) => count === 0).length,
    );
  });
  it('of honest features are the live ones; the others differ from them only where they leak', () => {
    expect(offlineTable(events, 'honest').x).toEqual(liveTable(events).x);
    for (const features of ['own-label-mean', 'post-event', 'own-row-removed'] as const) {
      const table = offlineTable(events, features);
      for (const k of [0, 1]) expect(column(table, k)).toEqual(column(liveTable(events), k));
      expect(column(table, 4).some((v) => v > 0)).toBe(features === 'post-event');
    }
    expect(column(offlineTable(events, 'own-label-mean'), 3).every((v) => v === 0)).toBe(true);
  });
  it('change nothing about a row when its future changes, where they are honest', () => {
    const now = 60;
    const later = {
      ...events,
      label: events.label.map((y, i) => (events.day[i]! >= now ? 1 - y : y)),
    };
    const before = Array.from(events.day, (day, i) => (day < now ? i : -1)).filter((i) => i >= 0);
    const same = (features: Parameters<typeof offlineTable>[1]) => {
      const [then, changed] = [offlineTable(events, features), offlineTable(later, features)];
      return before.every((i) => then.x[i * width + 2] === changed.x[i * width + 2]);
    };
    expect(same('honest')).toBe(true);
    expect(same('own-label-mean')).toBe(false);
    expect(same('own-row-removed')).toBe(false);
  });
  it('count what was newer: none where honest, every own label otherwise', () => {
    const rows = Array.from({ length: events.rows }, (_, i) => i);
    const known = knownLabels(events);
    expect(countSources(offlineLabels(events, 'honest'), known, rows)).toMatchObject({
      newer: 0,
      rowsTouched: 0,
    });
    expect(countSources(offlineLabels(events, 'own-label-mean'), known, rows).rowsTouched).toBe(
      events.rows,
    );
    expect(countSources(offlineLabels(events, 'post-event'), known, rows, true).newer).toBe(
      events.rows,
    );
    const back = countSources(joinedLabels(events, 'event-time'), known, rows);
    const waits = (i: number) =>
      rows.filter(
        (j) =>
          events.user[j] === events.user[i] &&
          events.day[j]! < events.day[i]! &&
          events.available[j]! > events.day[i]!,
      ).length;
    const few = rows.filter((i) => i % 40 === 0);
    expect(countSources(joinedLabels(events, 'event-time'), known, few).newer).toBe(
      few.reduce((sum, i) => sum + waits(i), 0),
    );
    expect(back.newer).toBeGreaterThan(0);
  });
});
