/** How a column writes its times. */
export const timeFormats = [
  'iso',
  'day-month-year',
  'month-day-year',
  'year-month-day',
  'named',
  'compact',
  'epoch-s',
  'epoch-ms',
  'epoch-us',
  'epoch-ns',
  'excel',
  'time-of-day',
  'span',
  'number',
] as const;
export type TimeFormat = (typeof timeFormats)[number];

export const formatWords: Record<TimeFormat, string> = {
  iso: 'year-month-day',
  'day-month-year': 'day/month/year',
  'month-day-year': 'month/day/year',
  'year-month-day': 'year/month/day, the year with two digits',
  named: 'with the month’s name',
  compact: 'digits only, year, month, day first',
  'epoch-s': 'seconds since 1970',
  'epoch-ms': 'milliseconds since 1970',
  'epoch-us': 'microseconds since 1970',
  'epoch-ns': 'nanoseconds since 1970',
  excel: 'days since 1900, as a spreadsheet counts them',
  'time-of-day': 'a time of day without a date',
  span: 'a length of time in hours and minutes',
  number: 'a plain number that grows with time',
};

/** The three ways to put day, month and year, as somebody says them. */
export const dateOrders = {
  dmy: 'day-month-year',
  mdy: 'month-day-year',
  ymd: 'year-month-day',
} as const satisfies Record<string, TimeFormat>;
export type DateOrder = keyof typeof dateOrders;

/** The orders that all cells fit, of a column of dates between slashes, points or dashes. */
export const ordersIn = (formats: readonly TimeFormat[]): DateOrder[] =>
  (Object.keys(dateOrders) as DateOrder[]).filter((order) => formats.includes(dateOrders[order]));

/** What a column's times can be compared with. */
export type TimeScale =
  /** One moment for everybody: a zone, or counted from 1970 in UTC. */
  | 'instant'
  /** What a clock showed somewhere: no zone. */
  | 'local'
  /** Some cells name a zone and some do not. */
  | 'mixed'
  /** A number that grows. */
  | 'plain'
  | 'time-of-day'
  /** A length of time. */
  | 'span';

/** Whether times name no day: what a clock shows, or a length of time. They can’t be set against times that do. */
export const namesNoDay = (scale: TimeScale): boolean =>
  scale === 'time-of-day' || scale === 'span';

/** Each format's bit in what `timeShape` gives. A plain number has none: any number is one. */
export const formatBit = Object.fromEntries(
  timeFormats.map((format, at) => [format, 1 << at]),
) as Record<TimeFormat, number>;

/** What else `timeShape` tells of a cell. */
export const timeFlag = { zoned: 1 << 16, unzoned: 1 << 17, dateOnly: 1 << 18, timed: 1 << 19 };

/** All formats in a set of bits, the likelier first. */
export const formatsIn = (bits: number): TimeFormat[] =>
  timeFormats.filter((format) => bits & formatBit[format]);
