import { subject } from '../term-text.ts';

/** What an answer is worth, and to whom. */
export const business = subject({
  conversion: {
    name: 'Conversion',
    also: ['conversion rate'],
    says: [
      'Conversion is the share of visits that end in what the page is for, such as an order.',
      'It counts people who act and not money, so two companies’ conversions may mean different things.',
    ],
    formula: 'conversion = orders / visits',
  },
  elasticity: {
    name: 'Elasticity',
    says: [
      'An elasticity says by how many per cent one thing changes when another changes by 1 %.',
      'It speaks of changes near the one that was measured, and a far larger change needs a measurement of its own.',
    ],
    formula: 'elasticity = relative change of sales / relative change of time',
  },
  extrapolation: {
    name: 'Extrapolation',
    also: ['drawn on', 'extrapolated'],
    says: [
      'Extrapolation carries a curve to places where nobody measured.',
      'There it is a guess, so the figures here draw it dotted.',
    ],
    taught: ['latency/convert'],
  },
  'pareto-set': {
    name: 'Pareto set',
    says: [
      'The Pareto set holds every candidate that no other one beats for all who have a say.',
      'To choose within it is to choose whom to hear, because each step helps somebody and hurts somebody else.',
    ],
    taught: ['latency/decide'],
  },
  stakeholder: {
    name: 'Stakeholder',
    also: ['stakeholders'],
    says: [
      'A stakeholder is anybody whom a system’s success or failure concerns.',
      'Each judges the same model by another measure.',
    ],
  },
});
