import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ComputeChild, Exit } from './compute-child.ts';
import { ComputeProcess, type ComputeState } from './compute-process.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that runs and answers nothing, or answers each request with `error`; it ends by our signal. */
function mute(error?: string): ComputeChild {
  let ended: (exit: Exit) => void = () => undefined;
  let heard: (text: string) => void = () => undefined;
  return {
    pid: 1,
    kill: () => ended({ code: null, signal: 'SIGKILL' }),
    onExit: (listener) => void (ended = listener),
    channel: {
      send(text) {
        const { id } = JSON.parse(text) as { id?: number };
        if (error === undefined || id === undefined) return;
        const answer = { jsonrpc: '2.0', id, error: { code: 1, message: error } };
        setTimeout(() => heard(JSON.stringify(answer)), 1);
      },
      onMessage: (listener) => void (heard = listener),
      onClose: () => undefined,
    },
  };
}

/** Three in a row, until it is down: the reasons that the starts were given, and the last state. */
async function threeTimes(error?: string) {
  const reasons: (string | undefined)[] = [];
  const states: ComputeState[] = [];
  const compute = new ComputeProcess({
    spawn(reason) {
      reasons.push(reason);
      return mute(error);
    },
    onState: (state) => states.push(state),
    onProgress: () => undefined,
  });
  compute.start();
  await vi.advanceTimersByTimeAsync(200_000);
  return { reasons, last: states.at(-1) };
}

test('one that never answers is ended by us, and that is the reason that is given: nobody else killed it', async () => {
  const { reasons, last } = await threeTimes();
  const late = 'it did not answer within 60 seconds';
  expect(reasons).toEqual([
    undefined,
    undefined,
    `The compute process ended twice before it was ready; the last time, ${late}.`,
  ]);
  expect(last).toMatchObject({ state: 'down', why: expect.stringContaining(`${late}. It was`) });
});

test('one that answers its hello with an error gives that as the reason', async () => {
  const { reasons, last } = await threeTimes('No backend could be started.');
  expect(reasons[2]).toMatch(/the last time, .*No backend could be started\.$/);
  expect(last).toMatchObject({ state: 'down', why: expect.stringMatching(/started\. It was/) });
});
