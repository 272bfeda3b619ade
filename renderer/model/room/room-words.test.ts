import { describe, expect, it } from 'vitest';
import type { OpenRoom, RoomTally } from '../../../main/contract/room.ts';
import { spreadOf } from '../../../main/contract/room-spread.ts';
import {
  answeredWords,
  closeCountWords,
  groupWords,
  lastPredicted,
  lockedWords,
  openWords,
  outcomeLabel,
  recapWords,
  rowsWords,
  spreadWords,
  sureWords,
} from './room-words.ts';

const open: OpenRoom = {
  address: '192.168.1.20:4000',
  word: 'KLMQ',
  link: 'http://192.168.1.20:4000/#KLMQ',
  kind: 'wifi',
  name: 'wlan0',
  reachable: true,
  online: 3,
};
const tally = (values: number[], more: Partial<RoomTally> = {}): RoomTally => ({
  question: {
    kind: 'number',
    id: 'predict/latency/one',
    text: '?',
    unit: 'ms',
    min: 0,
    max: 100,
    step: 1,
    scale: 'linear',
    predicted: {
      lab: 'latency',
      settings: {},
      close: { by: 'distance', amount: 5, words: 'within 5' },
      formula: false,
    },
  },
  answered: values.length,
  closed: true,
  shown: true,
  counts: {},
  spread: spreadOf(values),
  means: {},
  outcome: null,
  close: null,
  sure: [],
  run: null,
  ...more,
});

it('counts phones in plain words', () => {
  expect(answeredWords(12, 40)).toBe('12 of 40 phones answered');
  expect(answeredWords(0, 1)).toBe('0 of 1 phone answered');
  expect(lockedWords(1, 2_000)).toBe('1 of 2,000 phones locked a prediction');
});

it('says what is open to whom, and that nobody is reached where nobody is', () => {
  expect(openWords(open)).toContain('to whoever is on that network and has the word');
  expect(openWords({ ...open, kind: 'here' })).toContain('No phone can reach it');
  expect(openWords({ ...open, reachable: false })).toContain('no longer has 192.168.1.20:4000');
});

describe('the room’s numbers', () => {
  it('are told by their middle half and their middle', () => {
    expect(spreadWords(tally([2, 8, 11, 20, 90]))).toBe(
      'The middle half of 5 phones said 8 to 20 ms, the middle one 11 ms.',
    );
    expect(spreadWords(tally([7, 7, 7, 7]))).toBe('Half or more of 4 phones said 7 ms.');
    expect(spreadWords(tally([7]))).toBe('One phone said 7 ms.');
    expect(spreadWords(tally([]))).toBe('');
  });

  it('are held against the run only where that said something', () => {
    expect(closeCountWords(tally([1, 2, 3], { close: 2 }))).toBe('2 of 3 were close: within 5.');
    expect(closeCountWords(tally([1], { close: 1 }))).toBe('1 of 1 was close: within 5.');
    expect(closeCountWords(tally([1, 2, 3]))).toBe('');
    expect(closeCountWords(tally([], { close: 0 }))).toBe('');
  });

  it('say how often those who were sure were close', () => {
    expect(
      sureWords(
        [
          { sure: 0.5, said: 3, close: 0 },
          { sure: 0.9, said: 31, close: 1 },
        ],
        'close',
      ),
    ).toEqual(['Of 3 who called it a guess, 0 were close.', 'Of 31 who were sure, 1 was close.']);
  });
});

describe('on the recap', () => {
  const outcome = { value: 12, words: '12 ms', atLeast: false, run: 7 };
  const shown = tally([2, 8, 11, 20, 90], { outcome, close: 2 });

  it('the last prediction of a lab that something came out for is told again', () => {
    const open = tally([1], { shown: false, spread: null });
    const other = { ...shown, question: { ...shown.question, id: 'predict/latency/two' } };
    const tallies = { one: shown, two: other, three: open };
    expect(lastPredicted(tallies, 'latency')).toBe(other);
    expect(lastPredicted(tallies, 'fairness')).toBeNull();
    expect(lastPredicted({ open }, 'latency')).toBeNull();
  });

  it('says range, what came out, and how many were close', () => {
    expect(recapWords(shown)).toBe(
      'said 8 to 20 ms (middle half of 5 phones). The run: 12 ms. 2 of 5 were close: within 5.',
    );
    expect(recapWords(tally([7], { outcome: { ...outcome, run: null, atLeast: true } }))).toBe(
      'said 7 ms (middle half of 1 phone). The formula: at least 12 ms.',
    );
    expect(outcomeLabel({ ...outcome, run: null })).toBe('formula: 12 ms');
  });
});

describe('other kinds', () => {
  it('rows: how many answered, then how many had all right', () => {
    expect(rowsWords(tally([], { answered: 3, shown: false }), 5)).toBe('3 of 5 phones answered.');
    expect(rowsWords(tally([], { answered: 3, close: 1 }), 5)).toBe(
      '1 of 3 phones had every row right.',
    );
  });

  it('groups: what phones say', () => {
    const group = {
      kind: 'group' as const,
      id: 'group/one',
      text: 'Talk',
      groupOf: [1, 2],
      groups: 2,
      countdown: null,
      predicted: null,
    };
    expect(groupWords(group, 9)).toBe('9 phones, 2 groups: each phone says its own.');
    expect(groupWords({ ...group, groups: 0, countdown: { endsAt: 1, leftMs: 1 } }, 9)).toBe(
      'Phones say that the groups are on the big screen. They show the time that is left.',
    );
  });
});
