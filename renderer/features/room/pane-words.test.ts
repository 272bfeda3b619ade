import { expect, it } from 'vitest';
import type { LecturerQuestion, RoomTally } from '../../../main/contract/room.ts';
import { heardWords, questionsOnScreen, untilShown } from './pane-words.ts';

const tally = (more: Partial<RoomTally> = {}): RoomTally => ({
  question: {
    kind: 'number',
    id: 'predict/latency/one',
    text: '?',
    unit: 'ms',
    min: 0,
    max: 100,
    step: 1,
    scale: 'linear',
    predicted: { lab: 'latency', settings: {}, close: null, formula: false },
  },
  answered: 3,
  closed: false,
  shown: false,
  counts: {},
  spread: null,
  means: {},
  outcome: null,
  close: null,
  sure: [],
  run: null,
  ...more,
});

it('a run is said to be on only where there is one', () => {
  expect(untilShown(tally({ closed: true, run: 'run-00001' }))).toContain('The run is on');
  const outcome = { value: 9.3, words: '9.3 ms', atLeast: false, run: 1 };
  const others = [
    tally(),
    // Closed by hand, with no run.
    tally({ closed: true }),
    // Hidden again after its run.
    tally({ closed: true, run: 'run-00001', outcome }),
  ].map(untilShown);
  for (const words of others) expect(words).not.toContain('is on');
  expect(new Set(others).size).toBe(3);
});

it('a question is said to be on the big screen only where it can be read there', () => {
  const question = (id: number, more: Partial<LecturerQuestion> = {}): LecturerQuestion => ({
    id,
    text: 'Why?',
    name: null,
    support: 0,
    state: 'shown',
    ...more,
  });
  const questions = [
    ...[1, 2, 3, 4, 5].map((id) => question(id)),
    question(6, { support: 2 }),
    question(7, { state: 'waiting', support: 9 }),
  ];
  expect(questionsOnScreen(questions).map(({ id }) => id)).toEqual([6, 1, 2, 3, 4]);
  expect(heardWords(6, questions, true)).toContain('big screen');
  expect(heardWords(6, questions, false)).toBe('on phones');
  expect(heardWords(5, questions, true)).toBe('on phones');
});
