import type { Study } from './conversion-figure.ts';

/** What must be known of a source before its number is used. */
export interface Source {
  who: string;
  /** What kind of publication it is. */
  kind: string;
  /** What was counted, and of whom. */
  counted: string;
  /** Where it measured. */
  range: string;
}

/** The badge of a study. `device` in words, for the one that tells devices apart. */
export function sourceOf(study: Study['id'], device: string): Source {
  if (study === 'akamai')
    return {
      who: 'Akamai, 2017',
      kind: 'retail report',
      counted: `of orders, ${device}`,
      range: 'from 0 to +200 ms',
    };
  if (study === 'booking')
    return {
      who: 'Booking.com, 2019',
      kind: 'paper',
      counted: 'of bookings',
      range: 'near +30 % only',
    };
  return {
    who: 'Google, 2016',
    kind: 'ad study',
    counted: 'of visits, phones',
    range: 'left above 3 s in all',
  };
}
