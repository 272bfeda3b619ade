import { expect, it } from 'vitest';
import { roomFile, type RoomFile } from '../../../main/contract/room.ts';
import { csvText } from '../../../labs/data/write-csv.ts';
import { roomRows } from './room-csv.ts';
import { roomReport } from './room-report.ts';
import { wifiText } from './wifi-text.ts';

const file: RoomFile = roomFile.parse({
  version: 1,
  class: { number: 3, begunAt: '2026-03-01T10:00:00.000Z' },
  joined: 4,
  rounds: [
    {
      question: {
        kind: 'choice',
        id: 'poll/surgeon',
        text: 'Who should operate?',
        options: [
          { id: 'ai', label: 'The AI' },
          { id: 'human', label: 'The human' },
        ],
        predicted: null,
      },
      closed: false,
      shown: true,
      outcome: null,
      run: null,
      answers: [
        [1, 'ai', null],
        [2, 'human', null],
        [4, 'human', null],
      ],
    },
    {
      question: {
        kind: 'number',
        id: 'predict/latency/one',
        text: 'How long?',
        unit: 'ms',
        min: 0,
        max: 100,
        step: 1,
        scale: 'linear',
        predicted: {
          lab: 'latency',
          settings: {},
          close: { by: 'distance', amount: 5, words: 'within 5' },
        },
      },
      closed: true,
      shown: true,
      outcome: { value: 12, words: '12 ms', atLeast: false, run: 7 },
      run: 'run-00007',
      answers: [
        [1, 10, 0.9],
        [2, 40, 0.5],
        [3, 80, null],
      ],
    },
  ],
  questions: [{ id: 1, text: '=1+1 <b>why</b>?', name: 'Ada', support: 2, state: 'shown' }],
});

it('the table has a row for each answer, by anonymous numbers, and for what the run said', () => {
  const rows = roomRows(file);
  expect(rows).toHaveLength(1 + 6 + 1 + 1);
  expect(rows[2]).toEqual([
    3,
    'answer',
    'poll/surgeon',
    'Who should operate?',
    2,
    'The human',
    '',
    null,
  ]);
  expect(rows[4]).toEqual([3, 'answer', 'predict/latency/one', 'How long?', 1, 10, 'ms', 0.9]);
  expect(rows[7]).toEqual([3, 'run', 'predict/latency/one', 'How long?', null, 12, 'ms', null]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
  // A stranger's text is no formula of whoever opens the table.
  expect(csvText(rows)).toContain("'=1+1");
});

it('the page says what the room said, in numbers made from the answers, and markup stays text', () => {
  const html = roomReport(file, '1 Mar 2026');
  expect(html).toContain('The AI: 1 · The human: 2');
  expect(html).toContain('middle half 25 to 60, the middle one 40 ms');
  expect(html).toContain('12 ms (run 7); 1 of 3 close: within 5');
  expect(html).toContain('=1+1 &lt;b&gt;why&lt;/b&gt;? (Ada), 2 more');
  expect(html).not.toMatch(/<b>|<script/);
  expect(roomReport({ ...file, rounds: [], questions: [] }, 'today')).toContain(
    'Nothing was answered.',
  );
});

it('rows, weights and what a formula said are in both', () => {
  const more = roomFile.parse({
    ...file,
    questions: [],
    rounds: [
      {
        ...file.rounds[0]!,
        question: {
          kind: 'rows',
          id: 'rows/log',
          text: 'Which rows?',
          head: ['Time'],
          rows: [
            { id: '2:00', cells: ['2:00'], right: true, why: 'There.' },
            { id: '6:00', cells: ['6:00'], right: false, why: 'Not there.' },
          ],
          predicted: null,
        },
        answers: [
          [1, ['2:00'], null],
          [2, ['2:00', '6:00'], null],
        ],
      },
      {
        ...file.rounds[0]!,
        question: {
          kind: 'weights',
          id: 'weights/say',
          text: 'How much?',
          criteria: [
            { id: 'fast', label: 'Fast' },
            { id: 'cheap', label: 'Cheap' },
          ],
          max: 3,
          predicted: null,
        },
        answers: [
          [1, { fast: 3, cheap: 0 }, null],
          [2, { fast: 2, cheap: 1 }, null],
        ],
      },
      { ...file.rounds[1]!, outcome: { ...file.rounds[1]!.outcome!, run: null } },
    ],
  });
  const rows = roomRows(more);
  expect(rows.map((row) => row[5])).toEqual(
    expect.arrayContaining(['2:00 6:00', 'fast=3 cheap=0', 12]),
  );
  expect(rows.at(-1)![1]).toBe('formula');
  const html = roomReport(more, 'today');
  expect(html).toContain('2:00: 2 · 6:00: 1');
  expect(html).toContain('right: 2:00; 1 of 2 had every row right');
  expect(html).toContain('Fast: 2.5 · Cheap: 0.5');
  expect(html).toContain('12 ms (a formula); 1 of 3 close');
  const several = { ...more.rounds[2]!.outcome!, value: '2 or 9', words: '2 or 9 ms' };
  const words = roomReport(
    { ...more, rounds: [{ ...more.rounds[2]!, outcome: several }] },
    'today',
  );
  expect(words).toContain('<td>2 or 9 ms (a formula)</td>');
});

it('a code for a Wi-Fi escapes what readers take for a sign of their own', () => {
  expect(wifiText('Lab; room: 2', 'a\\b"c,d')).toBe(
    'WIFI:T:WPA;S:Lab\\; room\\: 2;P:a\\\\b\\"c\\,d;;',
  );
  expect(wifiText('open', '')).toBe('WIFI:T:nopass;S:open;;');
});
