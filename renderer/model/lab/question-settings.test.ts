import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numberParameter } from '../../../labs/parameters.ts';
import { differenceWords } from './difference-words.ts';
import { tinyLab, tinyStory } from './fixture.ts';
import {
  formerSettings,
  isOfQuestion,
  isUntouched,
  judgedSettings,
  ownChoices,
  questionSettings,
} from './question-settings.ts';

const [one, two] = [tinyStory.parts[0]!, tinyStory.parts[1]!];
const usual = { epochs: 3, load: 10, kind: 'a' };

describe('what a part’s question is about', () => {
  it.each([
    ['the preset of its run step', two, { preset: 'busy', parameters: { ...usual, load: 90 } }],
    [
      'the lab’s first preset without one',
      { ...one, steps: one.steps.slice(0, 2) },
      { preset: 'default', parameters: usual },
    ],
    [
      'the preset that it names',
      { ...one, settings: { preset: 'busy' } },
      { preset: 'busy', parameters: { ...usual, load: 90 } },
    ],
    [
      'its own parameters over the preset’s',
      { ...two, settings: { parameters: { epochs: 5 } } },
      { preset: 'busy', parameters: { epochs: 5, load: 90, kind: 'a' } },
    ],
    [
      'what is left where it names what is gone',
      { ...one, settings: { preset: 'gone', parameters: { speed: 1 } } },
      { preset: 'default', parameters: usual },
    ],
  ])('is %s', (_, part, settings) => expect(questionSettings(tinyLab, part)).toEqual(settings));
});

describe('a lab whose default is no longer what it was', () => {
  const lab = {
    ...tinyLab,
    former: { without: ['kind'], parameters: { load: 50 } },
  } as unknown as typeof tinyLab;
  it.each([
    ['a card of then with the default of then', { epochs: 3, load: 50 }, true],
    ['a card of then with another', { epochs: 3, load: 60 }, false],
    ['a card of today with the default of then', { epochs: 3, load: 50, kind: 'a' }, false],
    ['a card of today', usual, true],
  ])('%s: %s is the question’s: %s', (_, card, is) =>
    expect(isOfQuestion(lab, one, card)).toBe(is),
  );
  it('says what a question was about then, for whoever reads a notebook without the lab', () => {
    expect(formerSettings(lab, one)).toEqual({
      former: { without: ['kind'], parameters: { epochs: 3, load: 50 } },
    });
    // This one names its load itself.
    expect(formerSettings(lab, two).former?.parameters).toEqual({ epochs: 3, load: 90 });
    expect(formerSettings(tinyLab, one)).toEqual({});
  });
});

it('what the learner answers with is no setting of the question, and no run is another’s for it', () => {
  const { shape } = tinyLab.parameters;
  const ship = numberParameter({
    label: 'You ship',
    help: '',
    min: 0,
    max: 9,
    default: 0,
    ownChoice: true,
  });
  const lab = { ...tinyLab, parameters: z.object({ ...shape, ship }) } as typeof tinyLab;
  const part = { ...one };
  const chosen = { ...usual, ship: 4 };
  expect(isOfQuestion(lab, part, chosen)).toBe(true);
  expect(isUntouched(lab, part, chosen)).toBe(false);
  expect(judgedSettings(lab, part)).toEqual(usual);
  expect(ownChoices(lab, chosen)).toEqual({ ship: 4 });
  expect(differenceWords(lab, { ...usual, ship: 0 }, chosen)).toBeNull();
  expect(differenceWords(lab, { ...usual, ship: 0 }, { ...chosen, load: 90 })).toBe(
    'The question is about Load 10 /s. Here: Load 90 /s.',
  );
});

it('settings are the question’s where all are; a card of before a setting existed had its default', () => {
  expect(isOfQuestion(tinyLab, one, usual)).toBe(true);
  expect(isOfQuestion(tinyLab, one, { ...usual, kind: 'b' })).toBe(false);
  expect(isOfQuestion(tinyLab, one, { epochs: 3, kind: 'a' })).toBe(true);
  expect(isOfQuestion(tinyLab, two, { epochs: 3, kind: 'a' })).toBe(false);
});
