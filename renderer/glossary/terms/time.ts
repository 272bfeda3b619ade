import { subject } from '../term-text.ts';

/** What was known when. */
export const time = subject({
  feature: {
    name: 'Feature',
    also: ['features'],
    says: [
      'A feature is a value that a model is given to predict from.',
      'In production it must be known at the moment of the prediction.',
    ],
  },
  label: {
    name: 'Label',
    also: ['labels'],
    says: [
      'The label is the answer that a model learns to predict.',
      'It is often known only long after the event.',
    ],
    taught: ['time-leak/six-rows'],
  },
  leakage: {
    name: 'Leakage',
    also: ['leak', 'leaks', 'leaky'],
    says: [
      'Leakage is when training uses something that nobody knows at the moment of a prediction.',
      'The model is then tested with knowledge that it will not have in use.',
    ],
    source: 'Kaufman and others, 2012; Kapoor and Narayanan, 2023',
  },
  offline: {
    name: 'Offline',
    says: [
      'Offline, a model is tested on rows of the past that are all there already.',
      'Such a test is quick and cheap, and no user meets the model yet.',
    ],
    taught: ['time-leak/leak'],
  },
  live: {
    name: 'Live',
    also: ['in production'],
    says: [
      'Live, a model answers with what is known at that moment.',
      'Only there does one see what it is worth.',
    ],
    taught: ['time-leak/leak'],
  },
  'random-split': {
    name: 'Random split',
    says: [
      'A random split takes the test rows by chance from the whole table.',
      'Rows from after a test row may then have taught the model.',
    ],
    taught: ['time-leak/split'],
  },
  'chronological-split': {
    name: 'Chronological split',
    also: ['chronological'],
    says: [
      'A chronological split trains on everything before a day and tests on what comes after it.',
      'It is the order in which production works.',
    ],
    taught: ['time-leak/split'],
  },
  gap: {
    name: 'Gap between training and test',
    says: [
      'A gap leaves out the last days before the cut.',
      'The labels of those days were not known yet when the model would have been trained.',
    ],
    taught: ['time-leak/split'],
  },
  'as-of-join': {
    name: 'As-of join',
    also: ['as-of'],
    says: [
      'An as-of join gives each row the newest value that was there at the row’s own moment.',
      'An ordinary join gives the value that stands there today.',
    ],
    taught: ['time-leak/join'],
  },
  'event-time': {
    name: 'Event time',
    says: [
      'Event time is when something happened.',
      'A join by event time can still read a label that came in later.',
    ],
    taught: ['time-leak/join'],
  },
  'availability-time': {
    name: 'Availability time',
    says: [
      'Availability time is when a value was written and could be read.',
      'A join by availability time uses nothing that nobody knew.',
    ],
    taught: ['time-leak/join'],
  },
  'label-delay': {
    name: 'Label delay',
    says: [
      'The label delay is how long it takes until the outcome of an event is known.',
      'The longer it is, the more a join by event time reads too early.',
    ],
    formula: 'label delay = availability time − event time',
    taught: ['time-leak/join'],
  },
  'back-fill': {
    name: 'Back-filling',
    also: ['back-filled'],
    says: [
      'Back-filling writes a value into an old row after the event.',
      'The table then looks as if the value had always been there.',
    ],
    taught: ['time-leak/join'],
  },
  drift: {
    name: 'Drift',
    also: ['concept drift', 'shift'],
    says: [
      'Drift is when the world moves and a model’s training data no longer looks like it.',
      'In concept drift the link between features and label itself changes.',
    ],
    source: 'Gama and others, ACM Computing Surveys, 2014',
    taught: ['time-leak/drift'],
  },
  retraining: {
    name: 'Retraining',
    also: ['retrainings', 'retrained'],
    says: [
      'Retraining trains a model again on newer data.',
      'How often it should happen depends on the world, and how often it can happen depends on the team.',
    ],
    taught: ['time-leak/drift'],
  },
  window: {
    name: 'Training window',
    says: [
      'A training window is the stretch of days whose rows a model is trained on.',
      'A short window follows a moving world, and a long one gives more rows.',
    ],
  },
});
