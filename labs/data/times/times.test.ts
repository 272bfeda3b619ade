import { describe, expect, it } from 'vitest';
import { formatsIn, type TimeFormat } from './formats.ts';
import { readTime, timeShape } from './parse.ts';
import { endOf } from './grain.ts';
import { momentIn, momentsIn, zoneOf } from './zones.ts';

const utc = Date.UTC;

describe('times', () => {
  it.each<[string, TimeFormat, number, boolean]>([
    ['2024-03-01T09:30:00Z', 'iso', utc(2024, 2, 1, 9, 30), true],
    ['2024-03-01T09:30:00.250+02:00', 'iso', utc(2024, 2, 1, 7, 30, 0, 250), true],
    ['2024-01-01 00:00:00.123456+01', 'iso', utc(2023, 11, 31, 23, 0, 0, 123) + 0.456, true],
    ['2024-01-01T00:00:00+0530', 'iso', utc(2023, 11, 31, 18, 30), true],
    ['2024-01-01 00:00:00+00', 'iso', utc(2024, 0, 1), true],
    ['2024-01-01 10:00 Europe/Berlin', 'iso', utc(2024, 0, 1, 9), true],
    ['2024-01-01 10:00:00 UTC', 'iso', utc(2024, 0, 1, 10), true],
    ['2024-03-01 09:30', 'iso', utc(2024, 2, 1, 9, 30), false],
    ['2024-03-01', 'iso', utc(2024, 2, 1), false],
    ['2024/3/1', 'iso', utc(2024, 2, 1), false],
    ['2024/01/01 3:05 PM', 'iso', utc(2024, 0, 1, 15, 5), false],
    ['2024-03', 'iso', utc(2024, 2, 1), false],
    ['2024-01-01 10:00:00 America/New_York', 'iso', utc(2024, 0, 1, 15), true],
    ['2024-01-01 10:00:00 +0200 UTC', 'iso', utc(2024, 0, 1, 8), true],
    ['2024-01-01 10:00:00 AEDT', 'iso', utc(2023, 11, 31, 23), true],
    ['13/01/2024 10:00:00 p. m.', 'day-month-year', utc(2024, 0, 13, 22), false],
    ['20240131 12:30:00', 'compact', utc(2024, 0, 31, 12, 30), false],
    ['2024-01-01T24:00', 'iso', utc(2024, 0, 2), false],
    ['1709285400', 'epoch-s', 1709285400000, true],
    ['1709285400123', 'epoch-ms', 1709285400123, true],
    ['1709285400123456', 'epoch-us', 1709285400123.456, true],
    ['1709285400123456789', 'epoch-ns', 1709285400123.457, true],
    ['946684800000000000', 'epoch-ns', 946684800000, true],
    ['1709285400.25', 'epoch-s', 1709285400250, true],
    ['1709285400,25', 'epoch-s', 1709285400250, true],
    ['1709285400123.5', 'epoch-ms', 1709285400123.5, true],
    ['13/02/2024', 'day-month-year', utc(2024, 1, 13), false],
    ['13.02.2024 08:15', 'day-month-year', utc(2024, 1, 13, 8, 15), false],
    ['31/12/99', 'day-month-year', utc(1999, 11, 31), false],
    ['02/13/2024 5:07', 'month-day-year', utc(2024, 1, 13, 5, 7), false],
    ['01/31/2024 12:00:00 AM', 'month-day-year', utc(2024, 0, 31), false],
    ['01/31/2024 12:30 p.m.', 'month-day-year', utc(2024, 0, 31, 12, 30), false],
    ['99-01-31', 'year-month-day', utc(1999, 0, 31), false],
    ['20240131', 'compact', utc(2024, 0, 31), false],
    ['20240131123000', 'compact', utc(2024, 0, 31, 12, 30), false],
    ['20240131T123000Z', 'compact', utc(2024, 0, 31, 12, 30), true],
    ['45292', 'excel', utc(2024, 0, 1), false],
    ['45292.75', 'excel', utc(2024, 0, 1, 18), false],
    ['45292,75', 'excel', utc(2024, 0, 1, 18), false],
    ['44927,375000', 'excel', utc(2023, 0, 1, 9), false],
    ['18.45.30', 'time-of-day', 67_530_000, false],
    ['3:05 PM', 'time-of-day', 54_300_000, false],
    ['104:59', 'span', 377_940_000, false],
    ['41:45:15', 'span', 150_315_000, false],
    ['-0:35', 'span', -2_100_000, false],
    ['4 days 08:59:00', 'span', 377_940_000, false],
    ['1 day, 2:03:04.5', 'span', 93_784_500, false],
    ['-1 days +22:30:00', 'span', -5_400_000, false],
    ['Jan 5, 2024 10:00', 'named', utc(2024, 0, 5, 10), false],
    ['05-Jan-24', 'named', utc(2024, 0, 5), false],
    ['Dec-2015', 'named', utc(2015, 11, 1), false],
    ['1. März 2024', 'named', utc(2024, 2, 1), false],
    ['Mon, 01 Jan 2024 00:00:00 +0100', 'named', utc(2023, 11, 31, 23), true],
    ['01/Jan/2024:00:00:00 +0000', 'named', utc(2024, 0, 1), true],
    ['Mon Jan  1 00:00:00 2024', 'named', utc(2024, 0, 1), false],
  ])('reads %s as %s only', (cell, format, at, zoned) => {
    const read = readTime(cell, format)!;
    expect(read.at).toBeCloseTo(at, 2);
    expect(read.zoned).toBe(zoned);
    expect(formatsIn(timeShape(cell))).toEqual([format]);
  });
  it('does not choose between day and month first', () =>
    expect(formatsIn(timeShape('03/04/2024'))).toEqual(['day-month-year', 'month-day-year']));
  it.each([
    ...['2023-02-30', '2024-13-01', '2024-01-01 27:00', '29/02/2023', '20241301', 'soon', ''],
    ...[
      '2024',
      '12.5',
      '192.168.1.1',
      '555-1234',
      '1.2.3',
      'March',
      'Model 2019',
      'u10',
      '-1',
      '0.837',
      '1e9',
      // Either century: spreadsheets and POSIX part ways.
      '13/02/45',
      '05-Jan-68',
      '1.70929E+09',
      // Ratios and scores, an offset from UTC.
      ...['100:75', '1:5', '16:9:1', '+05:30', 'ab:12', '10:30:99'],
    ],
  ])('knows that %j is no time', (cell) => expect(timeShape(cell) & 0xffff).toBe(0));
});

describe('zones', () => {
  it.each([
    ['UTC', 0],
    ['+01', 60],
    ['-0330', -210],
    ['+05:30', 330],
    ['CEST', 120],
  ])('%s is %d minutes ahead', (text, minutes) => expect(zoneOf(text)).toEqual({ minutes }));
  it('knows places, and what is none', () => {
    expect(zoneOf('Europe/Berlin')).toEqual({ place: 'Europe/Berlin' });
    for (const text of ['Europe/Nowhere', 'somewhere', '+99:00', ''])
      expect(zoneOf(text), text).toBeNull();
  });
  it('follows a place whose clocks change', () => {
    const berlin = { place: 'Europe/Berlin' };
    expect(momentIn(berlin, utc(2024, 0, 1, 12))).toBe(utc(2024, 0, 1, 11));
    expect(momentIn(berlin, utc(2024, 6, 1, 12))).toBe(utc(2024, 6, 1, 10));
    // Shown twice: the first; left out: as if the clock had not been put forward.
    expect(momentIn(berlin, utc(2024, 9, 27, 2, 30))).toBe(utc(2024, 9, 27, 0, 30));
    expect(momentIn(berlin, utc(2024, 2, 31, 2, 30))).toBe(utc(2024, 2, 31, 1, 30));
  });
  it('knows both moments of an hour that a clock shows twice, and one of any other', () => {
    const berlin = { place: 'Europe/Berlin' };
    const of = (local: number) => momentsIn(berlin, local);
    expect(of(utc(2024, 9, 27, 2, 30))).toEqual([utc(2024, 9, 27, 0, 30), utc(2024, 9, 27, 1, 30)]);
    for (const local of [utc(2024, 9, 27, 1, 59), utc(2024, 9, 27, 3), utc(2024, 2, 31, 2, 30)])
      expect(new Set(of(local)).size).toBe(1);
  });
  it('ends days, months and years where the next begin, whatever hour a zone makes of it', () => {
    expect(endOf(utc(2024, 1, 1), 'month')).toBe(utc(2024, 2, 1));
    expect(endOf(utc(2024, 0, 31, 23), 'month')).toBe(utc(2024, 1, 29, 23));
    expect(endOf(utc(2024, 0, 1, 10), 'year')).toBe(utc(2025, 0, 1, 10));
    expect(endOf(5, 'moment')).toBe(5);
  });
});
