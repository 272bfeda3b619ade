import { expect, it } from 'vitest';
import type { Story, StoryStep } from '../../../labs/view.ts';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import { openStep } from './open-step.ts';

const read = (id: string): StoryStep => ({ kind: 'read', id, title: id, body: '' });
const words: StoryStep = {
  kind: 'reflect',
  id: 'words',
  title: 'Words',
  body: '',
  question: 'Why?',
};
const story: Story = {
  parts: [
    { id: 'one', title: 'One', controls: [], steps: [read('a'), read('b')] },
    { id: 'two', title: 'Two', controls: [], steps: [words] },
  ],
};
const progress = (done: string[], text = '') => ({
  ...emptyLabProgress,
  done,
  reflections: { words: text },
});

it('names the first step that is open, in reading order, with its part', () => {
  const open = openStep(story, progress(['a'], 'Because.'), words, false);
  expect([open?.part.id, open?.step.id]).toEqual(['one', 'b']);
});

it('names the step that is being left where it asks for something that is not there', () => {
  expect(openStep(story, progress(['a', 'b']), words, false)?.step.id).toBe('words');
});

it('counts the step that is being left as done where leaving finishes it', () => {
  expect(openStep(story, progress(['a', 'b'], 'Because.'), words, false)).toBeNull();
  expect(openStep(story, progress(['a', 'words'], 'Because.'), read('b'), false)).toBeNull();
});
