import type { columns } from './features.ts';

/**
 * What the made-up world is about, in the words that a reader sees: visits to an online shop, some of which end with a purchase. Story,
 * figures, help and code view take their names from here, so that one thing is called by one name everywhere.
 */
interface Said {
  name: string;
  /** What it is, as it goes on after "it says" or a colon. */
  about: string;
}

/** The columns of the feature table. Basket and discount are written as above or below the usual, which is 0. */
export const columnWords: Record<(typeof columns)[number], Said> = {
  basket: { name: 'basket', about: 'how full the user’s basket is as the visit begins' },
  discount: { name: 'discount', about: 'how large a discount the shop shows' },
  'purchase rate': {
    name: 'purchase rate',
    about: 'the share of the user’s visits that ended with a purchase',
  },
  'no history': { name: 'no history', about: 'whether no visit of the user can be counted yet' },
  tickets: { name: 'tickets', about: 'how many support tickets the visit led to' },
};

/** What the label says of a visit. */
export const labelWords: Record<0 | 1, string> = { 0: 'no purchase', 1: 'a purchase' };

/** What drifts, as a sentence without its end. */
export const driftWords =
  'the discount turns from a good sign into a bad one, and purchases become fewer';
