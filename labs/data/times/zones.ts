/** Hours from UTC of abbreviations that mean one zone. */
const abbreviations: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  WET: 0,
  WEST: 1,
  EET: 2,
  EEST: 3,
  MSK: 3,
  SAST: 2,
  HKT: 8,
  SGT: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
};

/** Where a clock stands: so many minutes ahead of UTC, or a place whose clocks change. */
export type Zone = { minutes: number } | { place: string };

/** A zone as it is written in a cell or by a person: `Z`, `UTC`, `+01`, `+0530`, `-08:00`, `Europe/Berlin`. Null for anything else. */
export function zoneOf(text: string): Zone | null {
  const known = abbreviations[text.toUpperCase()];
  if (known !== undefined) return { minutes: known * 60 };
  const found = /^(?:GMT|UTC)?([+\-−])(\d{1,2})(?::?(\d{2})(?::\d{2})?)?$/i.exec(text);
  if (found) {
    const minutes = +found[2]! * 60 + +(found[3] ?? 0);
    if (minutes > 18 * 60 || +(found[3] ?? 0) > 59) return null;
    return { minutes: found[1] === '+' ? minutes : -minutes };
  }
  if (!/^[A-Za-z]+(\/[A-Za-z_+\-\d]+)+$/.test(text)) return null;
  return formatterOf(text) ? { place: text } : null;
}

/** Hours from UTC of clocks that are never changed, and that somebody may have set. */
const [mostBehind, mostAhead] = [-12, 14];

/** Zones to choose from: all places of this computer, and clocks that stand at so many hours from UTC all year. */
export function zoneNames(): string[] {
  const places = Intl.supportedValuesOf('timeZone').filter((place) => place.includes('/'));
  const hours = Array.from({ length: mostAhead - mostBehind + 1 }, (_, i) => mostBehind + i);
  const two = (hour: number) => String(Math.abs(hour)).padStart(2, '0');
  return [...places, ...hours.map((hour) => `${hour < 0 ? '-' : '+'}${two(hour)}:00`)];
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();
function formatterOf(place: string): Intl.DateTimeFormat | null {
  const known = formatters.get(place);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: place,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    // No such place: told by null.
  }
  formatters.set(place, made);
  return made;
}

const offsets = new Map<string, number>();
const quarter = 900_000;

/** Milliseconds by which a place's clock is ahead of UTC at a moment. Kept for each quarter of an hour: a million rows ask. */
function aheadOf(place: string, at: number): number {
  const from = Math.floor(at / quarter) * quarter;
  const key = `${place} ${from}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(
    formatterOf(place)!
      .formatToParts(from)
      .map(({ type, value }) => [type, +value]),
  );
  const shown = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(key, shown - from);
  return shown - from;
}

/**
 * The moment at which a zone's clock showed `local` (milliseconds as if it were UTC). An hour that a clock shows twice is the first of the
 * two; one that it leaves out is read as if the clock had not been put forward yet.
 */
export const momentIn = (zone: Zone, local: number): number => momentsIn(zone, local)[0];

/** The first and the last moment at which a zone's clock showed `local`: two only in the hour that it shows twice. */
export function momentsIn(zone: Zone, local: number): [first: number, last: number] {
  if ('minutes' in zone) {
    const at = local - zone.minutes * 60_000;
    return [at, at];
  }
  const day = 86_400_000;
  const [before, after] = [aheadOf(zone.place, local - day), aheadOf(zone.place, local + day)];
  const [early, late] = [local - before, local - after];
  const fits = {
    early: aheadOf(zone.place, early) === before,
    late: aheadOf(zone.place, late) === after,
  };
  if (fits.early) return [early, fits.late ? Math.max(early, late) : early];
  return fits.late ? [late, late] : [early, early];
}
