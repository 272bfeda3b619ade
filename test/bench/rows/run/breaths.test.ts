import { expect, it } from 'vitest';
import { breathRecorder, breathRows } from './breaths.ts';

it('keeps the longest time between two breaths, training apart from the rest', () => {
  let clock = 0;
  const recorder = breathRecorder('latency', () => clock);
  const after = (ms: number) => {
    clock += ms;
    recorder.breath();
  };
  after(70);
  recorder.doing('Training the small model');
  after(30);
  after(45);
  after(10);
  recorder.doing('Simulating the candidates');
  after(20);
  expect(recorder.longest).toEqual({ lab: 'latency', training: 45, other: 70 });
});

it('the rows tell the worst lab, and the others', () => {
  const rows = breathRows([
    { lab: 'latency', training: 45, other: 70 },
    { lab: 'fairness', training: 12, other: 110 },
  ]);
  expect(rows.map(({ value, text }) => [value, text])).toEqual([
    [45, '45.0 ms (latency 45.0, fairness 12.0)'],
    [110, '110 ms (latency 70.0, fairness 110)'],
  ]);
});
