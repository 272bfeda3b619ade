import { expect, test } from 'vitest';
import { workerClient } from './worker-client.ts';

interface Answer {
  id: number;
  text: string;
}

/** Stands for a browser's worker: takes requests down and answers when it is told to. */
class TestWorker {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: (() => void) | null = null;
  asked: { id: number; text: string }[] = [];
  ended = false;
  postMessage(request: { id: number; text: string }) {
    this.asked.push(request);
  }
  terminate() {
    this.ended = true;
  }
  answer(place: number, text: string) {
    this.onmessage?.({ data: { id: this.asked[place]!.id, text } });
  }
}

function client() {
  const workers: TestWorker[] = [];
  const heard: string[] = [];
  const it = workerClient<{ text: string }, Answer>(() => {
    const worker = new TestWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  const hear = ({ text }: Answer) => void heard.push(text);
  return { ...it, workers, heard, hear };
}

test('one worker answers, and only answers to the newest request are heard', () => {
  const { ask, workers, heard, hear } = client();
  ask({ text: 'first' }, hear);
  ask({ text: 'second' }, hear);
  const [worker] = workers;
  worker!.answer(0, 'to the first');
  worker!.answer(1, 'half');
  worker!.answer(1, 'whole');
  expect(workers).toHaveLength(1);
  expect(heard).toEqual(['half', 'whole']);
});

test('an ended worker is stopped and no longer heard; the next request starts another', () => {
  const { ask, end, workers, heard, hear } = client();
  ask({ text: 'first' }, hear);
  end();
  expect(workers[0]!.ended).toBe(true);
  workers[0]!.answer(0, 'too late');
  ask({ text: 'second' }, hear);
  workers[1]!.answer(0, 'in time');
  expect(heard).toEqual(['in time']);
});

test('a worker that breaks down is ended, and this is said once', () => {
  const { ask, workers, hear } = client();
  let broken = 0;
  ask({ text: 'first' }, hear, () => (broken += 1));
  workers[0]!.onerror!();
  expect(broken).toBe(1);
  expect(workers[0]!.ended).toBe(true);
});
