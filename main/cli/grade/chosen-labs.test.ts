import { expect, it } from 'vitest';
import { emptyLabProgress, emptyLearner } from '../../contract/learner.ts';
import { UsageError } from '../usage.ts';
import { chosenLabs } from './chosen-labs.ts';
import { emptyFile, type Submission } from './submission.ts';

const fileOf = (lab: string): Submission => ({
  ...emptyFile('a.jsonl', 'notebook'),
  learner: {
    ...emptyLearner,
    labs: { [lab]: { ...emptyLabProgress, reflections: { why: 'So.' } } },
  },
});
const refused = (list: string, ...labs: string[]) => {
  try {
    chosenLabs(list, labs.map(fileOf));
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  return 'taken';
};

it('takes labs that are installed, and others that a file asks', () => {
  expect(chosenLabs(undefined, [])).toBeNull();
  expect(chosenLabs(' latency , fairness,', [fileOf('latency')])).toEqual(['latency', 'fairness']);
  expect(chosenLabs('own-lab', [fileOf('own-lab')])).toEqual(['own-lab']);
  expect(chosenLabs('latency', [])).toEqual(['latency']);
});

it('says which there are, with the nearest, of a name that is none', () => {
  expect(refused('latancy', 'latency')).toMatch(
    /^--labs takes some of .*latency.*; "latancy" is not one\. Did you mean "latency"\? Nothing was written\.$/,
  );
  expect(refused('latency,nope', 'own-lab', 'latency')).toMatch(
    /own-lab; "nope" is not one\. Nothing/,
  );
  expect(refused(',', 'latency')).toContain('"," is not one');
  expect(refused('latancy', '\u001B[31m')).not.toContain('\u001B');
});

it('makes no gradebook of 0 of 0 points', () => {
  expect(refused('latency', 'fairness')).toBe(
    'No file asks anything of latency. What was handed in is of fairness. Nothing was written.',
  );
});
