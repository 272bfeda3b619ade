import { expect, test } from 'vitest';
import type { LabProgress } from '../lab.ts';
import { createThrottle } from './throttle.ts';
import { finish, finishNow, mapSteps, reportSteps } from './steps.ts';

/** Three steps and a result, and a note of when it was closed. */
function counting() {
  const seen = { closed: false };
  function* steps(): Generator<number, string, void> {
    try {
      yield 1;
      yield 2;
      yield 3;
      return 'done';
    } finally {
      seen.closed = true;
    }
  }
  return { steps: steps(), seen };
}

async function* later(): AsyncGenerator<number, string, void> {
  yield 1;
  yield await Promise.resolve(2);
  return 'later';
}

/** A throttle whose clock stands, so that it lets messages in at no step; a stop is heard at every one. */
const still = (stop = new AbortController()) =>
  createThrottle({ now: () => 0, yieldToEventLoop: () => Promise.resolve(), signal: stop.signal });

const record = (fraction: number): LabProgress<unknown, null> => ({
  phase: 'Counting',
  phaseIndex: 0,
  phaseCount: 1,
  fraction,
});

test('a computation is worked through at once, or with pauses', async () => {
  expect(finishNow(counting().steps)).toBe('done');
  expect(await finish(counting().steps, still())).toBe('done');
  expect(await finish(later(), still())).toBe('later');
});

test('messages are let in where the clock has gone on', async () => {
  let now = 0;
  let yields = 0;
  const throttle = createThrottle({
    now: () => (now += 20),
    yieldToEventLoop: () => {
      yields += 1;
      return Promise.resolve();
    },
    signal: new AbortController().signal,
  });
  await finish(counting().steps, throttle);
  expect(yields).toBeGreaterThan(0);
});

test('a run that is stopped closes its computation and throws the reason', async () => {
  const stop = new AbortController();
  const { steps, seen } = counting();
  stop.abort(new Error('stopped by the learner'));
  await expect(finish(steps, still(stop))).rejects.toThrow('stopped by the learner');
  expect(seen.closed).toBe(true);
});

test('a report passes on what there is to tell, and the result', async () => {
  const reporting = reportSteps(counting().steps, still(), (step) =>
    step === 2 ? null : record(step / 3),
  );
  const fractions: number[] = [];
  let step = await reporting.next();
  while (!step.done) {
    fractions.push(step.value.fraction);
    step = await reporting.next();
  }
  expect(fractions).toEqual([1 / 3, 1]);
  expect(step.value).toBe('done');
});

test('who stops listening to a report closes the computation', async () => {
  const { steps, seen } = counting();
  for await (const { fraction } of reportSteps(steps, still(), (step) => record(step / 3))) {
    expect(fraction).toBe(1 / 3);
    break;
  }
  expect(seen.closed).toBe(true);
});

test('steps are passed on in another form, with the result', () => {
  const mapped = mapSteps(counting().steps, (step) => `${step} of 3`);
  expect([...mapped]).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  expect(finishNow(mapSteps(counting().steps, String))).toBe('done');
});

test('who stops in the middle of mapped steps closes the computation', () => {
  const { steps, seen } = counting();
  for (const step of mapSteps(steps, (one) => one)) {
    expect(step).toBe(1);
    break;
  }
  expect(seen.closed).toBe(true);
});
