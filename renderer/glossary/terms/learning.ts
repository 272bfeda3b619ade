import { subject } from '../term-text.ts';

/** Training, testing, and running both again. */
export const learning = subject({
  'machine-learning': {
    name: 'Machine learning',
    also: ['ML'],
    says: [
      'In machine learning a program finds its rule in examples instead of being told it.',
      'So the data is as much a part of the program as the code.',
    ],
  },
  epoch: {
    name: 'Epoch',
    also: ['epochs'],
    says: [
      'An epoch is one pass of the training over all training rows.',
      'More epochs fit those rows better and do not make a model slower to ask.',
    ],
    formula: 'steps of a training = epochs · rows / rows in a step',
  },
  seed: {
    name: 'Seed',
    also: ['seeds'],
    says: [
      'A seed is the number from which a run draws all its random numbers.',
      'The same seed gives the same run again, and another seed shows how much was chance.',
    ],
  },
  weights: {
    name: 'Weights of a model',
    says: [
      'The weights are the numbers inside a model that training sets.',
      'More of them can learn more and take more memory and time.',
    ],
    formula: 'weights of a layer = (inputs + 1) · units',
  },
  'test-set': {
    name: 'Test set',
    also: ['test rows', 'test faces'],
    says: [
      'The test set is data that the model was not trained on and is judged by.',
      'It can only show what is in it.',
    ],
  },
  control: {
    name: 'Control',
    says: [
      'A control is the same experiment with the effect switched off.',
      'What still shows there is chance or a fault of the method.',
    ],
  },
  'logistic-regression': {
    name: 'Logistic regression',
    says: [
      'Logistic regression adds up the features, each with a weight, and turns the sum into a probability.',
      'It is small, fast and easy to look into.',
    ],
    formula: 'probability = 1 / (1 + e^(−sum))',
  },
  benchmark: {
    name: 'Benchmark',
    also: ['leaderboard', 'leaderboards'],
    says: [
      'A benchmark is a frozen data set with one measure, so that models can be compared.',
      'Whoever tops its leaderboard is the best by that measure on that data.',
    ],
  },
  interpretability: {
    name: 'Interpretability',
    says: [
      'A model is interpretable when people can follow why it answers as it does.',
      'Users may ask for it, and so may the law and the engineer who looks for a fault.',
    ],
  },
  devops: {
    name: 'DevOps',
    says: [
      'DevOps joins writing software and running it in one team with one fast way to release.',
      'Small changes are easy to check and easy to take back.',
    ],
  },
  mlops: {
    name: 'MLOps',
    says: [
      'MLOps is machine learning with what DevOps has learned: tests, versions, releases and watching.',
      'It must do all that for data and models too, not for code alone.',
    ],
  },
});
