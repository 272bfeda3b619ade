import { expect, test } from 'vitest';
import { answerNewest, finishUnless, yieldToEventLoop, type WorkerScope } from './worker.ts';

const scopeOf = () => {
  const scope: WorkerScope<number> = { onmessage: null };
  const send = (data: number) => scope.onmessage?.({ data } as MessageEvent<number>);
  return { scope, send };
};

test('the newest request is answered next, and those in between are skipped', async () => {
  const { scope, send } = scopeOf();
  const answered: number[] = [];
  let done = () => {};
  const last = new Promise<void>((resolve) => (done = resolve));
  answerNewest(scope, async (request) => {
    await yieldToEventLoop();
    answered.push(request);
    if (request === 3) done();
  });
  send(1);
  send(2);
  send(3);
  await last;
  expect(answered).toEqual([1, 3]);
});

test('an answer hears that a newer request waits, and is asked again after it', async () => {
  const { scope, send } = scopeOf();
  const heard: [number, boolean][] = [];
  let done = () => {};
  const last = new Promise<void>((resolve) => (done = resolve));
  answerNewest(scope, async (request, outdated) => {
    if (request === 1) send(2);
    await yieldToEventLoop();
    heard.push([request, outdated()]);
    if (request === 2) done();
  });
  send(1);
  await last;
  expect(heard).toEqual([
    [1, true],
    [2, false],
  ]);
});

function* counting(): Generator<number, string, void> {
  for (let step = 1; step <= 20; step++) yield step;
  return 'done';
}

test('a computation ends with its result, or with null where nobody wants it any longer', async () => {
  expect(await finishUnless(counting(), () => false)).toBe('done');
  let asked = 0;
  expect(await finishUnless(counting(), () => ++asked > 3)).toBeNull();
  expect(asked).toBe(4);
});
